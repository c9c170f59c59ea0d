import type { Determination } from '../../determination/model/determination.ts';
import { asFigures } from '../../language/values/dateShapes.ts';
import { nearlyEqual } from '../../text/nearlyEqual.ts';
import { everywhere } from '../../text/pattern.ts';

const CASE_NUMBER = everywhere(/\bCM\d\d-\d{7}(?!\d)/);
/** With more mistakes than these, it is a different number. */
const MOST_SLIPS = 2;

/**
 * The case number that was meant: the one that the letter's running heads and cover page agree on, where it is nearly the
 * same; otherwise, the one that results when letters in place of digits, and blanks, are corrected.
 */
export function meantCaseNumber({ text }: Determination, words: string): readonly string[] {
  const elsewhere = [...new Set([...CASE_NUMBER.in(text.written(text.whole))].map(([number]) => number))];
  const [only, ...others] = elsewhere;
  if (only !== undefined && others.length === 0) return nearlyEqual(only, words, MOST_SLIPS) ? [only] : [];
  const plain = words.replaceAll(' ', '').toUpperCase();
  const figures = `CM${asFigures(plain.replace(/^C?M?/, '').replaceAll('L', 'l'))}`;
  return elsewhere.length === 0 && /^CM\d\d-\d{7}$/.test(figures) ? [figures] : [];
}
