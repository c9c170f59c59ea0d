import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { isOthers, type Subject, subjectIn } from '../clauses/subject.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isLeadIn } from './answers.ts';

/** What comes before a colon, as of 'UR: no' and 'Brace: no'; an answer in 'For now: no.'; null where nothing short does. */
export function labelIn(reading: Reading, { first, end }: TokenRange): Subject | null {
  if (reading.tokens.written(end - 1) !== ':' || end - first > LONGEST_LABEL) return null;
  const label = subjectIn(reading, { first, end: end - 1 });
  return isLeadIn(reading, first, end - 1) ? { ...label, kind: 'answer' } : label;
}

/** In tokens. */
const LONGEST_LABEL = 10;

/** Others say what follows: 'UR: no', 'Asked for: purchase', 'Decision of the carrier: denied'; not 'UR decision: upheld', which is the reviewer's. */
export function isOthersLabel(reading: Reading, label: Subject, words: TokenRange, { end }: TokenRange): boolean {
  if (isOthers(label) || reading.has(words, CONCLUSION_WORDS['conclusion sought'])) return true;
  if (label.kind !== 'denial' || !reading.has(label, CONCLUSION_WORDS['review party'])) return false;
  const said = { first: words.end, end };
  return !reading.has(said, CONCLUSION_WORDS.upholds) && !reading.has(said, CONCLUSION_WORDS.overturns);
}
