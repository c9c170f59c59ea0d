import type { Reading } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import type { Statement } from '../statements/statement.ts';
import { PERMITTED } from '../statements/strength.ts';
import { COUNTED, type Heading, type Referent } from './referent.ts';

/**
 * 'I would okay the first six' of twelve, 'Sixty tablets are authorized' of a hundred and twenty, 'I would allow six'. What the
 * reviewer grants, or finds necessary, is compared with what the heading counts alone: not with its doses and levels.
 */
export function isOfFewer(
  reading: Reading,
  { construction, strength, subject, object, ...statement }: Statement,
  referent: Referent,
  { amounts, counts }: Heading,
): boolean {
  if (strength < 2) return false;
  const isOwn = subject.kind === 'reviewer';
  const isDecided = construction?.isDecision === true;
  const isOfIt = isDecided && !isOwn;
  const asked = isOfIt ? amounts : counts;
  const most = Math.max(0, ...asked);
  const isFewer = (each: number): boolean => !amounts.has(each) && each < most;
  if (referent.part === 'first') return isDecided && [...referent.numbers].some(isFewer);
  const range = isOwn ? object : subject;
  const at = isOwn && reading.tokens.written(range.first) === '#' ? range.first + 1 : range.first;
  const count = numbers(reading).at(at);
  if (referent.part !== 'none' || count === undefined || !isFewer(count.max)) return false;
  // What is permitted is so by a guideline.
  if (!isOwn && reading.tokens.hasAny(statement, PERMITTED)) return false;
  const isCounted = (isOfIt ? UNITS : COUNTED).has(reading.tokens.lower(count.end));
  const end = isCounted ? count.end + 1 : count.end;
  if (isOwn) return end >= range.end || reading.tokens.isMark(end);
  return isDecided ? isCounted || count.end >= range.end : strength === 3 && end >= range.end;
}

const UNITS: ReadonlySet<string> = new Set([...COUNTED, 'days', 'hours']);
