import type { Determination } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';

/** What a letter about an invented worker says, where a test wants it otherwise than usual. */
export interface Wording {
  readonly header?: string;
  readonly summary?: string;
  /** Everything under the introduction of the issues section. */
  readonly issues: string;
}

/** A letter as of 2017 (layout D with sections, not pages). */
export function letterText({ header = HEADER, summary = SUMMARY, issues }: Wording): string {
  return `${header}
HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.

CLINICAL CASE SUMMARY
The expert reviewer developed the following clinical case summary based on a review of the
case file, including all medical records:

${summary}

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

${issues}`;
}

const HEADER = `Case Number:          CM17-0990001
Date Assigned:        01/12/2017                      Date of Injury:      11/03/2016
Decision Date:        02/15/2017                      UR Denial Date:      12/22/2016
Priority:             Standard                        Application          01/06/2017
                                                      Received:
`;
const SUMMARY = 'The injured worker is a 52 year old male who was hurt on 11/03/2016. He has neck pain.';

/** A letter with a place in it, marked by ‸ in its text. */
export function marked(text: string): { readonly letter: Determination; readonly source: string; readonly at: number } {
  const at = text.indexOf('‸');
  if (at < 0) throw new Error('The text has no ‸.');
  const source = text.slice(0, at) + text.slice(at + 1);
  return { letter: parseDetermination(source), source, at };
}
