import { here } from '../../../text/pattern.ts';
import type { Stretch } from './citationLists.ts';

/**
 * How letters since 2018 print an edition after its chapter's name, in place of the plain year:
 *
 *     Chronic Pain Guideline (effective 05/15/2017)
 *     Hip and Groin Disorders (ACOEM), effective 10/7/2019
 *     Low Back Disorders Guideline (ACOEM, effective 11/23/2021)
 *     Low Back Disorders Guideline (March 7, 2019)
 */
export interface EditionMark {
  /** The four digits. */
  readonly year: Stretch;
  /** Index after the mark. */
  readonly end: number;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const DATE = `(?:\\d{1,2}/(?:\\d{1,2}/)?|${MONTH} (?:\\d{1,2},? )?)?((?:19|20)\\d\\d)(?![\\d/])`;
const IN_FORCE = '(?:effective|adopted|in effect since|eff\\.)(?: date)?:? ';
const MARK = here(new RegExp(`,? ?(?:\\((?:ACOEM,? )?(?:${IN_FORCE})?${DATE}\\)|${IN_FORCE}${DATE})`, 'i'));
const WORDS =
  '(?: Guidelines?)?(?: ?\\(ACOEM\\)| ACOEM(?= Guidelines?))?(?: Guidelines?)?(?: v(?:ersion)?\\.? ?\\d{1,2}(?:\\.\\d)?)?';
const BEFORE_MARK = here(new RegExp(WORDS, 'i'));
const PLAIN_YEAR = here(/,? ((?:19|20)\d\d)\b(?!\/)/);

/** The mark that an edition's name is followed by at `at`; null where there is none. */
export function editionMarkAt(text: string, at: number): EditionMark | null {
  const start = BEFORE_MARK.skip(text, at);
  for (const pattern of [MARK, PLAIN_YEAR]) {
    const match = pattern.at(text, start);
    const year = match?.slice(1).find((group) => group !== undefined);
    if (match === null || year === undefined) continue;
    const end = start + match[0].length;
    const yearEnd = end - (text[end - 1] === ')' ? 1 : 0);
    return { year: { start: yearEnd - year.length, end: yearEnd }, end };
  }
  return null;
}

/** Index after words that belong to a name but not to its title: 'Guideline', '(ACOEM)', 'v8'. */
export const skipNameWords = (text: string, at: number): number => BEFORE_MARK.skip(text, at);
