import { type LetterHeading, letterHeadings } from '../../intake/recognition.ts';
import type { LetterText } from '../../text/letterText.ts';
import type { Layout } from '../model/determination.ts';

/** Marks of each era, surest first: the first one found decides. A heading counts on its own line in any case, in capitals anywhere. */
const MARKS: readonly (readonly [RegExp, LetterHeading | null, Layout])[] = [
  [/IMR ISSUES?, DECISIONS?,? (?:AND|&) RATIONALES?/, 'issues', 'D'],
  [/IMR DECISION\(S\) AND RATIONALE\(S\)/, 'decisions', 'C'],
  [/has determined the request for/, null, 'B'],
  [/ISSUE AT DISPUTE ?:/, null, 'A'],
  [/MEDICAL PROFESSIONAL REVIEW/, 'professional-review', 'A'],
  [/HOW THE IMR (?:FINAL )?DETERMINATION WAS MADE/, 'how-made', 'D'],
  [/: (?:Upheld|Overturned) Claims Administrator guideline ?:/, null, 'D'],
];

/** The era a letter was laid out in; `unknown` where the text is not a letter. Whatever `intake/` recognizes as a letter has one. */
export function detectLayout(text: LetterText): Layout {
  const { folded } = text;
  let headings: ReadonlySet<LetterHeading> | null = null;
  for (const [mark, heading, layout] of MARKS) {
    if (mark.test(folded.text)) return layout;
    headings ??= letterHeadings(text);
    if (heading !== null && headings.has(heading)) return layout;
  }
  return headings?.has('notice') || headings?.has('rationale') ? 'B' : 'unknown';
}
