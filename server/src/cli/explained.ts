import { type Explanation, explanationsOf } from '../determination/explanations.ts';
import type { Determination } from '../determination/model/determination.ts';
import type { Span } from '../text/span.ts';
import { inOneLine } from './output.ts';

/** Why each value of a letter was read so, for people: one line for each value, and under it the words that it was read from. */
export function explained(letter: Determination): string {
  const lines = explanationsOf(letter).flatMap(({ what, issue, value, derivation }) => [
    `  ${issue === null ? 'Letter' : `Issue ${issue + 1}`}, ${what}: ${inOneLine(value)}`,
    ...derivation.reasons.map(({ span, as, row }) => {
      const by = row === null ? '' : ` (${row})`;
      return `      line ${letter.text.lineNumber(span.start)}, “${inOneLine(wordsOf(letter, span))}”: ${as}${by}`;
    }),
    ...(derivation.reckoning === null ? [] : [`      ${derivation.reckoning}`]),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** The same as data; described in schemas/imr-extract.schema.json. Lines are 1-based. */
export const explainJson = (letter: Determination): readonly object[] =>
  explanationsOf(letter).map(({ what, issue, value, span, derivation }: Explanation) => ({
    what,
    issue,
    value,
    line: letter.text.lineNumber(span.start),
    reasons: derivation.reasons.map((reason) => ({
      line: letter.text.lineNumber(reason.span.start),
      text: wordsOf(letter, reason.span),
      as: reason.as,
      row: reason.row,
    })),
    reckoning: derivation.reckoning,
  }));

/** The words of a span, white space folded. */
const wordsOf = ({ text }: Determination, span: Span): string => text.prose.within(span).text;
