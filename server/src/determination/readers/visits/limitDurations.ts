import type { Reading } from '../../../language/reading.ts';
import { durations } from '../../../language/values/duration.ts';
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
  if (perWeek === null || weeks === null || perWeek.min !== perWeek.max || weeks.min !== weeks.max) return false;
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
  const schedule = records.find(
    (each) =>
      each.sentence.first === sentence.first && each.count.stated === null && each.count.computed === count.total,
  );
  if (schedule?.count.weeks) return schedule.count.weeks.max;
  for (const { first, end, min, max, unit } of durations(reading).between(count.end, sentence.end)) {
    if (isAnothers(reading, count.end, first)) return null;
    if (unit !== 'week' && unit !== 'month') continue;
    if (reading.endOfClass(end, VISIT_WORDS['using up']) < 0) continue;
    return inWeeks({ ...EMPTY, kind: 'weeks', first, end, min, max, unit }).max;
  }
  return null;
}

/** Whether visits that were requested or had are mentioned in between. */
function isAnothers(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = reading.mentionAt(at, VISIT_CUES)?.value;
    if (kind === 'requested' || kind === 'attended' || kind === 'undergone') return true;
  }
  return false;
}
