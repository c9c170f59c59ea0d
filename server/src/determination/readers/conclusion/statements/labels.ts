import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { type Subject, subjectIn } from '../clauses/subject.ts';
import { isLeadIn } from './answers.ts';

/** What comes before a colon, as of 'UR: no' and 'Brace: no'; an answer in 'For now: no.'; null where nothing short does. */
export function labelIn(reading: Reading, { first, end }: TokenRange): Subject | null {
  if (reading.tokens.written(end - 1) !== ':' || end - first > LONGEST_LABEL) return null;
  const label = subjectIn(reading, { first, end: end - 1 });
  return isLeadIn(reading, first, end - 1) ? { ...label, kind: 'answer' } : label;
}

/** In tokens. */
const LONGEST_LABEL = 10;
