import type { Passage, TokenRange } from '../../../language/reading.ts';
import { durations } from '../../../language/values/duration.ts';
import { frequencies } from '../../../language/values/frequency.ts';
import { numbers } from '../../../language/values/number.ts';
import type { Value, Values } from '../../../language/values/value.ts';
import { ENGLISH, passageOf } from '../../language.ts';
import type { DisputedIssue } from '../../model/determination.ts';
import { bodyMentions } from '../anatomy/bodyMentions.ts';
import { SIDE_WORDS } from '../anatomy/sideWords.ts';
import { isTherapy } from '../treatments/therapies.ts';
import { treatmentMentions } from '../treatments/treatments.ts';
import { THERAPY_KINDS, VISIT_UNITS, VISIT_WORDS } from './words/vocabulary.ts';

type Asked = Pick<DisputedIssue, 'category' | 'bodyParts' | 'laterality' | 'visits' | 'request'>;

/**
 * What a request for visits asks for, where it names nothing but one therapy, a number of visits and parts of the body, in
 * whatever words: 'six visits of physical therapy for the left ankle', 'Physical therapy, left ankle, 2 x 3 (6)'. Null where a
 * word is left that may set it apart from another ('additional', 'postoperative', 'evaluation').
 */
export function keyOfVisits({ category, bodyParts, laterality, visits, request }: Asked): string | null {
  if (!isTherapy(category) || visits?.total == null) return null;
  const { perWeekMax, weeksMax } = visits;
  if (perWeekMax !== null && weeksMax !== null && perWeekMax * weeksMax !== visits.total) return null;
  const passage = passageOf(request.treatment);
  const [name, ...others] = new Set(treatmentMentions(passage).map(({ value }) => value.name));
  if (name === undefined || others.length > 0 || !isAllTold(passage)) return null;
  const kinds = Array.from(passage.mentions(THERAPY_KINDS), ({ value }) => value);
  const parts = bodyParts.map(({ value }) => value);
  return [name, visits.total, laterality?.value ?? '', ...new Set([...parts, ...kinds].sort())].join(' | ');
}

/** Whether two requests for as many visits give different paces: '2 a week for 6 weeks', '3 a week for 4 weeks'. */
export const haveOtherPace = ({ visits: one }: Asked, { visits: other }: Asked): boolean =>
  one?.perWeekMax != null && other?.perWeekMax != null && one.perWeekMax !== other.perWeekMax;

function isAllTold(passage: Passage): boolean {
  const { reading, first, end } = passage;
  const values: readonly Values<Value>[] = [
    numbers(reading),
    durations(reading),
    frequencies(reading),
    bodyMentions(passage),
  ];
  const ranges: readonly TokenRange[] = [
    ...values.flatMap((each) => [...each.between(first, end)]),
    ...treatmentMentions(passage),
    ...passage.mentions<unknown>([SIDE_WORDS, VISIT_UNITS, VISIT_WORDS.cross]),
  ];
  const told = new Set<number>();
  for (const range of ranges) for (let at = range.first; at < range.end; at++) told.add(at);
  for (let at = first; at < end; at++) {
    const isSmall = reading.tokens.isMark(at) || SMALL.some((each) => reading.is(at, each));
    if (!isSmall && !told.has(at)) return false;
  }
  return true;
}

const SMALL = [ENGLISH.preposition, ENGLISH.article];
