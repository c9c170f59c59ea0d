import type { Prose } from '../../../text/prose.ts';
import { cover, found } from '../../../text/span.ts';
import type { Category, Visits } from '../../model/determination.ts';
import { isTherapy } from '../treatments/therapies.ts';
import { findScannedNumbers } from './scannedNumbers.ts';
import { findVisitCounts, type VisitCount } from './visitCounts.ts';

export { THERAPIES } from '../treatments/therapies.ts';
export { type CountOptions, findVisitCounts, type VisitCount } from './visitCounts.ts';

/** Reads the therapy visits that a treatment in dispute asks for; null for any other service and where no number is told. */
export function readVisits(treatment: Prose, category: Category): Visits | null {
  const therapy = isTherapy(category);
  // Of a service outside the categories (biofeedback) only what is called visits or sessions is counted.
  if (!therapy && category !== 'other') return null;
  const [first, ...rest] = findVisitCounts(treatment, { bareNumbers: therapy });
  if (first === undefined) return null;
  const visits = rest.reduce((sum, count) => add(sum, visitsOf(count)), visitsOf(first));
  // Of 'three sessions for the neck and l2 sessions for the hand' nobody knows the sum.
  return visits.stated !== null && findScannedNumbers(treatment.text).length > 0 ? null : visits;
}

function visitsOf({ span, stated, perWeek, weeks, total }: VisitCount): Visits {
  return {
    span,
    total,
    stated: stated && found(stated.value.max, stated.span),
    perWeekMin: perWeek?.value.min ?? null,
    perWeekMax: perWeek?.value.max ?? null,
    weeksMin: weeks?.value.min ?? null,
    weeksMax: weeks?.value.max ?? null,
  };
}

/** 'Two sessions for the lumbar spine and eight sessions for the left wrist' are ten. */
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
  };
}

const pick = (combine: (x: number, y: number) => number, a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : combine(a, b);
