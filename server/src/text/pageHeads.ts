import { CASE_NUMBER } from './furnitureForms.ts';
import type { LetterText } from './letterText.ts';
import { type Found, found, makeSpan } from './span.ts';

/** The case numbers that running heads and feet print, in the order of the letter. */
export function caseNumbersOfHeads(text: LetterText): readonly Found<string>[] {
  return text.furniture.flatMap(({ kind, span }) => {
    if (kind !== 'running-head') return [];
    const match = HEAD_NUMBER.exec(text.written(span)) ?? CASE_NUMBER.exec(text.written(span));
    if (match === null) return [];
    const value = match[0].startsWith('CM') ? match[0] : `CM${match[0]}`;
    return found(value, makeSpan(span.start + match.index, span.start + match.index + match[0].length));
  });
}

/** The fixed words of a running head may have the number without its letters. */
const HEAD_NUMBER = /(?<=Case Number[: ]{1,20})(?:CM)?\d{2}-\d{4,9}\b/i;
