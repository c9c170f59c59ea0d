import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { cover, found } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import type { Category, Visits } from '../../model/determination.ts';
import { isTherapy } from '../treatments/therapies.ts';
import { type Count, countsIn } from './counts/counts.ts';
import { scannedNumbersIn } from './counts/scannedNumbers.ts';
import { derivationOf } from './history/derivations.ts';
import { isCountedInVisits, therapyMentions } from './words/therapyMentions.ts';

/** Reads the therapy visits that a treatment in dispute asks for; null where no number of them is given. */
export const readVisits = (treatment: Prose, category: Category): Visits | null =>
  passageOf(treatment).onceOf(visitsIn, category, category);

function visitsIn(passage: PlacedPassage, category: Category): Visits | null {
  const counts = requestedCounts(passage, category);
  const all = withoutSum(counts).map((count) => visitsOf(passage, count));
  const [first, ...rest] = all;
  if (first === undefined) return null;
  const sum = rest.reduce(add, first);
  const reasons = all.flatMap(({ derivation }) => derivation.reasons);
  const visits = { ...sum, derivation: { ...sum.derivation, reasons } };
  // The sum of 'three sessions for the neck and l2 sessions for the hand' is not known.
  return visits.stated !== null && scannedNumbersIn(passage).length > 0 ? null : visits;
}

/**
 * The counts of a heading, in order. For a therapy, every number that may be one of visits; for anything else, what is
 * said of a therapy beside it ('knee arthroscopy with 12 visits of physical therapy'), and of a service that no category
 * names what is called sessions.
 */
export function requestedCounts(passage: Passage, category: Category): readonly Count[] {
  if (isTherapy(category)) {
    return countsIn(passage, true).filter(
      ({ form, isMarked, stated, perWeek, weeks }) =>
        (form !== 'bare' || isMarked || weeks !== null) &&
        // A program lasts some weeks without being visited.
        (category !== 'functional-restoration' || stated !== null || perWeek !== null),
    );
  }
  return countsIn(passage, false).filter(
    (count) =>
      count.form === 'named' && (isOfTherapy(passage, count) || (category === 'other' && isOfService(passage, count))),
  );
}

/** 'Twelve visits, three a week for two weeks and two a week for three': the twelve are the sum of what follows. */
function withoutSum(counts: readonly Count[]): readonly Count[] {
  const stated = counts.filter((count) => count.stated !== null);
  const [whole] = stated;
  const sum = counts.reduce((before, { computed }) => before + (computed ?? 0), 0);
  if (counts.length < 2 || whole === undefined || stated.length > 1 || whole.total !== sum) return counts;
  return counts.map((count) => (count === whole ? { ...count, stated: null, total: count.computed } : count));
}

/** How far from a count its therapy may be named, in tokens. */
const BEFORE = 3;
const AFTER = 6;

function isOfTherapy({ reading, first: from, end: to }: Passage, { first, end }: Count): boolean {
  let last = end;
  while (last < Math.min(to, end + AFTER) && !reading.tokens.isMark(last)) last++;
  const near = { first: Math.max(from, first - BEFORE), end: last };
  return [...therapyMentions(reading).between(near.first, near.end)].some(isCountedInVisits);
}

/** 'Transportation to 12 appointments' asks for no visits. */
const isOfService = ({ reading: { tokens } }: Passage, { stated, computed, isMarked, first }: Count): boolean =>
  (stated !== null || computed !== null) && !isMarked && tokens.lower(first - 1) !== 'to';

function visitsOf(passage: PlacedPassage, count: Count): Visits {
  const { stated, perWeek, weeks, share } = count;
  const own = share ?? (stated === null ? null : stated.max * count.times);
  return {
    span: passage.span(count),
    total: own ?? count.computed,
    stated: stated === null || own === null ? null : found(own, passage.span(stated)),
    perWeekMin: perWeek?.min ?? null,
    perWeekMax: perWeek?.max ?? null,
    weeksMin: weeks?.min ?? null,
    weeksMax: weeks?.max ?? null,
    derivation: derivationOf(passage, count),
  };
}

/**
 * 'Two sessions for the lumbar spine and eight sessions for the left wrist' are ten, and so are two phases of a schedule.
 * The reasons remain those of the first; there may be thousands, and they are joined once, by the caller.
 */
function add(a: Visits, b: Visits): Visits {
  const total = a.total === null || b.total === null ? (a.total ?? b.total) : a.total + b.total;
  const span = cover(a.span, b.span);
  return {
    span,
    total,
    stated: a.stated === null || b.stated === null || total === null ? null : found(total, span),
    perWeekMin: pick(Math.min, a.perWeekMin, b.perWeekMin),
    perWeekMax: pick(Math.max, a.perWeekMax, b.perWeekMax),
    weeksMin: pick((x, y) => x + y, a.weeksMin, b.weeksMin),
    weeksMax: pick((x, y) => x + y, a.weeksMax, b.weeksMax),
    derivation: {
      reasons: a.derivation.reasons,
      reckoning: a.total === null || b.total === null ? null : `${a.total} + ${b.total} = ${a.total + b.total}`,
    },
  };
}

const pick = (combine: (x: number, y: number) => number, a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : combine(a, b);
