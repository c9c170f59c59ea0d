import type { Fix } from '../../../server/src/checking/rule.ts';
import type { Determination } from '../../../server/src/determination/model/determination.ts';
import { Prose } from '../../../server/src/text/prose.ts';
import { isSpan, plainly, wordsOf } from './reading.ts';

/** What an issue's heading and parts say of it, without words of their own: changes where those are changed. */
const DERIVED: ReadonlySet<string> = new Set(['category', 'layout', 'basis', 'kind']);

/**
 * Where a letter is read otherwise after a fix, apart from the words that the fix has changed: paths and both values.
 * Empty where the fix did nothing but what it says.
 */
export function changesElsewhere(letter: Determination, fixed: Determination, fix: Fix): readonly string[] {
  const before = plainly(letter);
  const after = plainly(fixed);
  const changes: string[] = [];
  const touches = (start: number, end: number): boolean =>
    fix.edits.some(({ span }) => span.start <= end && start <= span.end);

  /** Whether any words that a value was read from were changed. */
  const isTouched = (value: unknown): boolean => {
    if (value instanceof Prose) return touches(value.range.start, value.range.end);
    if (isSpan(value)) return touches(value.start, value.end);
    return typeof value === 'object' && value !== null && Object.values(value).some(isTouched);
  };

  const compare = (one: unknown, other: unknown, path: string, near: boolean): void => {
    if (one instanceof Prose || isSpan(one)) {
      if (isTouched(one)) return;
      const words = (value: unknown, text: string): unknown =>
        value instanceof Prose ? value.text : isSpan(value) ? wordsOf(text, value) : value;
      const [former, later] = [words(one, letter.text.source), words(other, fixed.text.source)];
      if (former !== later) changes.push(`${path}: ${former} → ${later}`);
    } else if (Array.isArray(one) && Array.isArray(other)) {
      if (one.length === other.length) {
        for (const [i, each] of one.entries()) compare(each, other[i], `${path}.${i}`, near);
      } else if (!near && !isTouched(one) && !isTouched(other))
        changes.push(`${path}: ${one.length} → ${other.length}`);
    } else if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
      const inside = near || isTouched(Object.values(one).filter((each) => isSpan(each) || each instanceof Prose));
      for (const [key, value] of Object.entries(one)) compare(value, Reflect.get(other, key), `${path}.${key}`, inside);
    } else if (one !== other && !near && !DERIVED.has(path.split('.').at(-1) ?? '')) {
      changes.push(`${path}: ${JSON.stringify(one)} → ${JSON.stringify(other)}`);
    }
  };
  compare(before, after, 'letter', false);
  return changes;
}
