import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { therapyMentions } from '../words/therapyMentions.ts';
import { VISIT_CUES, VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';

/** 'Modified from 12 visits to 6': the latter were authorized of the former, which were requested; null for other numbers. */
export function modifiedRole(reading: Reading, sentence: TokenRange, { first, end }: TokenRange): VisitRole | null {
  const { tokens } = reading;
  const from = sentence.first;
  // 'Modified 12 visits to 6', 'a modified 6 visits'
  const isModified = tokens.lower(end) === 'to' || reading.is(first - 2, ENGLISH.article);
  if (reading.is(first - 1, VISIT_WORDS.modifying) && isModified) return 'requested';
  let to = first - 1;
  while (to > Math.max(from, first - LONGEST_LEAD) && !ENDS_OF_CHANGE.has(tokens.lower(to)) && isLead(reading, to))
    to--;
  const word = tokens.lower(to);
  if (!ENDS_OF_CHANGE.has(word) || tokens.lower(to - 1) === 'up') return null;
  for (let at = to - 1; at >= Math.max(from, to - CHANGE_REACH); at--) {
    if (isCounted(reading, at)) return null;
    if (reading.is(at, VISIT_WORDS.modifying) && !OF_SURGERY.has(tokens.lower(at - 1)))
      return word === 'to' ? 'authorized' : 'requested';
  }
  return null;
}

/** 'Reduced from four tablets to two' */
const isCounted = (reading: Reading, at: number): boolean =>
  reading.is(at, VISIT_WORDS['counted thing']) && !reading.is(at, VISIT_UNITS);

/** What may be between 'to' and the number: 'a total of', 'PT x'. */
const isLead = (reading: Reading, at: number): boolean =>
  LEADS.has(reading, at) || reading.is(at, VISIT_CUES) || therapyMentions(reading).before(at + 1) !== undefined;

const LEADS = new ClassMap<true>(
  [VISIT_WORDS.filler, VISIT_WORDS.course, VISIT_WORDS.cross, BODY_PART_NAMES].map((each) => [each, true]),
);
/** 'An open reduction of the ankle' */
const OF_SURGERY: ReadonlySet<string> = new Set(['open', 'closed']);
const ENDS_OF_CHANGE: ReadonlySet<string> = new Set(['to', 'from']);
/** In tokens. */
const LONGEST_LEAD = 7;
const CHANGE_REACH = 30;
