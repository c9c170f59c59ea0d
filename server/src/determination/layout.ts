import type { Layout } from './model.ts';

/** Marks of each era, surest first: the first one found decides. */
const MARKS: readonly (readonly [RegExp, Layout])[] = [
  [/IMR ISSUES?, DECISIONS?,? (?:AND|&) RATIONALES?/, 'D'],
  [/IMR DECISION\(S\) AND RATIONALE\(S\)/, 'C'],
  [/has determined the request for/, 'B'],
  [/ISSUE AT DISPUTE ?:/, 'A'],
  [/MEDICAL PROFESSIONAL REVIEW/, 'A'],
  [/HOW THE IMR (?:FINAL )?DETERMINATION WAS MADE/, 'D'],
  [/: (?:Upheld|Overturned) Claims Administrator guideline ?:/, 'D'],
];

/** The era a letter (its folded text) was laid out in. */
export function detectLayout(text: string): Layout {
  return MARKS.find(([mark]) => mark.test(text))?.[1] ?? 'unknown';
}
