import { ClassMap } from '../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import { type Duration, durations } from '../../../language/values/duration.ts';
import { ENGLISH } from '../../language.ts';
import { inWeeks } from './counts/drafts.ts';
import { EMPTY } from './counts/element.ts';
import type { VisitRecord } from './history/records.ts';
import { AGENTS, VISIT_CUES, VISIT_UNITS, VISIT_WORDS } from './words/vocabulary.ts';

/**
 * Whether how often and how long, without a number of visits, is a guideline's figure: 'the guideline gives two visits a
 * week for four weeks'. No phase of a schedule is one ('1-2 times a week for the first 2 weeks'), nor is what has no visits.
 */
export function isSchedule(reading: Reading, records: readonly VisitRecord[], record: VisitRecord): boolean {
  const { count, sentence } = record;
  const { perWeek, weeks } = count;
  if (perWeek === null || weeks === null || weeks.min !== weeks.max) return false;
  const isAlone = records.every((each) => each === record || each.sentence.first !== sentence.first);
  const isPhase = reading.has(count, VISIT_WORDS['phase word']);
  return isAlone && !isPhase && isOfVisitsByGuideline(reading, record);
}

/** A guideline is named, and what is counted. */
function isOfVisitsByGuideline(reading: Reading, { therapy, sentence: { first, end } }: VisitRecord): boolean {
  let isOfVisits = therapy !== null;
  let isSourced = false;
  for (let at = first; at < end; at++) {
    isOfVisits ||= reading.mentionAt(at, VISIT_UNITS)?.value === 'visit' || reading.is(at, VISIT_WORDS.course);
    isSourced ||= reading.mentionAt(at, AGENTS)?.value === 'guideline';
  }
  return isOfVisits && isSourced;
}

/**
 * In how many weeks a guideline's visits are had, where its sentence says so apart from them: 'ten visits, and gives eight
 * weeks to complete them', 'at two a week for five weeks … ten visits'; null where it does not.
 */
export function weeksBeside(reading: Reading, records: readonly VisitRecord[], record: VisitRecord): number | null {
  const { count, sentence } = record;
  const others = records.filter((each) => each.sentence.first === sentence.first);
  const schedule = others.find((each) => each.count.stated === null && each.count.computed === count.total);
  if (schedule?.count.weeks) return schedule.count.weeks.max;
  const next = others.find((each) => each.count.first >= count.end)?.count.first ?? sentence.end;
  for (const duration of durations(reading).between(count.end, next)) {
    const lead = leadOfTime(reading, count.end, duration);
    if (isAnothers(reading, count.end, lead ?? duration.first)) return null;
    const weeks = lead === null ? null : weeksOf(duration);
    if (weeks !== null) return weeks;
  }
  return weeksBefore(reading, others, record) ?? weeksAfter(reading, sentence);
}

/** 'Eight weeks and eighteen visits', 'not longer than eight weeks and not larger than eighteen visits' */
function weeksBefore(
  reading: Reading,
  others: readonly VisitRecord[],
  { count, sentence }: VisitRecord,
): number | null {
  const from = others.findLast((each) => each.count.end <= count.first)?.count.end ?? sentence.first;
  const before = [...durations(reading).between(from, count.first)].at(-1);
  if (before === undefined) return null;
  let isJoined = false;
  for (let at = before.end; at < count.first; ) {
    isJoined ||= reading.is(at, ENGLISH.coordinator);
    const end = JOINING.at(reading, at)?.end ?? endOfLimit(reading, at);
    if (end < 0) return null;
    at = end;
  }
  return isJoined ? weeksOf(before) : null;
}

/** 'Not larger than'; -1 where there is none. */
function endOfLimit(reading: Reading, at: number): number {
  const cue = reading.mentionAt(at, VISIT_CUES);
  if (cue?.value === 'limit') return cue.end;
  return reading.tokens.written(at) === ',' ? at + 1 : -1;
}

/** 'Cap for a sprain: 9. Period: 8 weeks.', '… Duration of 8 weeks.', 'Up to ten visits. Over 8 wks.' */
function weeksAfter(reading: Reading, { end }: TokenRange): number | null {
  if (reading.is(end, VISIT_WORDS['stretch of time'])) {
    const time = durations(reading).at(end + 2);
    return time === undefined ? null : weeksOf(time);
  }
  const alone = reading.is(end, VISIT_WORDS['lasting link']) ? durations(reading).at(end + 1) : undefined;
  return alone !== undefined && reading.endOfSentence(end) <= alone.end + 1 ? weeksOf(alone) : null;
}

/** Null where it is not given in weeks or months. */
function weeksOf({ first, end, min, max, unit }: Duration): number | null {
  if (unit !== 'week' && unit !== 'month') return null;
  return inWeeks({ ...EMPTY, kind: 'weeks', first, end, min, max, unit }).max;
}

/** Where the words begin that make a duration after a number of visits the time for them; null where none do. */
function leadOfTime(reading: Reading, from: number, { first, end }: TokenRange): number | null {
  if (reading.endOfClass(end, VISIT_WORDS['using up']) > 0) return first;
  // 'Eight weeks of bracing', 'eight weeks after surgery', 'eight weeks ago'
  if (reading.is(end, VISIT_WORDS['time of another'])) return null;
  if (isCoordinated(reading, from, first)) return from;
  return isCalledTime(reading, from, first) ? first : leadOfSpread(reading, from, first);
}

/** 'Ten visits and eight weeks', 'the ninth visit, or at eight weeks', 'ten visits, and it says eight weeks' */
function isCoordinated(reading: Reading, from: number, first: number): boolean {
  const at = reading.tokens.written(from) === ',' ? from + 1 : from;
  if (!reading.is(at, ENGLISH.coordinator)) return false;
  if (at + 1 === first || (at + 2 === first && reading.is(at + 1, ENGLISH.preposition))) return true;
  return at + 3 === first && reading.tokens.lower(at + 1) === 'it' && reading.is(at + 2, ENGLISH.say);
}

/** ', and the period at ten weeks', 'with a duration of four weeks'; not 'a treatment period of six months'. */
function isCalledTime(reading: Reading, from: number, first: number): boolean {
  let at = first - 1;
  while (at > from && at > first - LONGEST_TURN && TURNS.has(reading, at)) at--;
  // 'Time frame'
  if (reading.endOfClass(at - 1, VISIT_WORDS['stretch of time']) === at + 1) at--;
  else if (!reading.is(at, VISIT_WORDS['stretch of time'])) return false;
  if (!reading.is(at - 1, ENGLISH.article) && !reading.is(at - 1, ENGLISH.possessive)) return false;
  const lead = at - 2;
  return lead >= from && (LEADS.has(reading.tokens.lower(lead)) || reading.is(lead, ENGLISH.coordinator));
}

/** ', tapering over eight weeks', ', in the space of two weeks', ', to be had over 14 weeks'; not 'over the past eight weeks'. */
function leadOfSpread(reading: Reading, from: number, first: number): number | null {
  let link = first - 1;
  while (link > from && isFiller(reading, link)) link--;
  if (!reading.is(link, VISIT_WORDS['lasting link'])) return null;
  let at = link - 1;
  while (at >= from && isSpreading(reading, at)) at--;
  return at >= from && reading.tokens.written(at) === ',' ? at : null;
}

/** Not 'ten visits, and these were attended over 14 weeks'; 'be had over 14 weeks' is. */
const isSpreading = (reading: Reading, at: number): boolean =>
  (SPREADING.has(reading, at) ||
    reading.tokens.lower(at) === 'it' ||
    reading.mentionAt(at, VISIT_CUES)?.value === 'attended') &&
  (!reading.is(at, VISIT_WORDS['past auxiliary']) || reading.tokens.lower(at - 1) === 'be');

const isFiller = (reading: Reading, at: number): boolean =>
  reading.is(at, VISIT_WORDS.filler) && !reading.is(at, VISIT_WORDS['time past']);

/** What may be between 'the period' and how long it is: 'is to be', 'of', 'at', ':'. */
const TURNS = new ClassMap<true>([ENGLISH.be, ENGLISH.preposition].map((each) => [each, true]));
/** What may be between a comma and 'over eight weeks': 'all', 'to be had', 'fading', 'and that number is to be attended'. */
const SPREADING = new ClassMap<true>(
  [
    ENGLISH.be,
    ENGLISH.modal,
    ENGLISH.coordinator,
    ENGLISH.demonstrative,
    ENGLISH.relative,
    VISIT_WORDS['noun of number'],
    VISIT_WORDS.filler,
    VISIT_WORDS.spreading,
  ].map((each) => [each, true]),
);
const LEADS: ReadonlySet<string> = new Set([',', 'with']);
/** What may be between 'eight weeks and' and the visits: 'the total number of'. */
const JOINING = new ClassMap<true>(
  [ENGLISH.coordinator, ENGLISH.article, ENGLISH.be, VISIT_WORDS['noun of number'], VISIT_WORDS['limit lead']].map(
    (each) => [each, true],
  ),
);
/** In tokens. */
const LONGEST_TURN = 4;

/** Whether visits that were requested or had are mentioned in between. */
function isAnothers(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = reading.mentionAt(at, VISIT_CUES)?.value;
    // 'At the start'
    if (reading.is(at - 1, ENGLISH.article)) continue;
    if (kind === 'requested' || kind === 'attended' || kind === 'undergone') return true;
  }
  return false;
}
