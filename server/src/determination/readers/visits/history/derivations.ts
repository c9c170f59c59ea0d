import type { PlacedPassage } from '../../../../language/placed.ts';
import type { TokenRange } from '../../../../language/reading.ts';
import type { Derivation, Reason } from '../../../model/derivation.ts';
import type { Range, VisitRole } from '../../../model/visits.ts';
import type { Count } from '../counts/counts.ts';
import type { VisitRecord } from './records.ts';

/** What roles are called. */
const ROLE_NAMES: Readonly<Record<VisitRole, string>> = {
  attended: 'attended',
  authorized: 'authorized',
  requested: 'requested',
  denied: 'denied',
  unused: 'not used',
  guideline: 'a guideline’s',
  reckoned: 'computed from others',
  other: 'of others',
  unknown: 'not known whose',
};

const words = ({ min, max }: Range): string => (min === max ? `${max}` : `${min}-${max}`);

const reason = (passage: PlacedPassage, range: TokenRange, as: string): Reason => ({
  span: passage.span(range),
  as,
  row: null,
});

/** The words of a count, and '2 a week × 6 weeks = 12'. */
export function derivationOf(passage: PlacedPassage, count: Count): Derivation {
  const { stated, perWeek, weeks, share, times, computed } = count;
  const reasons: Reason[] = [];
  if (stated !== null) {
    const as = share === null ? `${words(stated)} visits` : `${share} of ${words(stated)} visits`;
    reasons.push(reason(passage, stated, times > 1 ? `${times} courses of ${words(stated)} visits` : as));
  }
  if (perWeek !== null) reasons.push(reason(passage, perWeek, `${words(perWeek)} a week`));
  if (weeks !== null) reasons.push(reason(passage, weeks, `${words(weeks)} weeks`));
  return { reasons, reckoning: reckoningOf(count, computed) };
}

function reckoningOf({ stated, perWeek, weeks, times }: Count, computed: number | null): string | null {
  if (times > 1 && stated !== null) return `${times} × ${stated.max} = ${times * stated.max}`;
  if (stated !== null || perWeek === null || weeks === null || computed === null) return null;
  return `${words(perWeek)} a week × ${words(weeks)} weeks = ${computed}`;
}

/** The same, with the word that says whose the visits are. */
export function derivationOfRecord(passage: PlacedPassage, { count, cue, role, therapy }: VisitRecord): Derivation {
  const { reasons, reckoning } = derivationOf(passage, count);
  const more: Reason[] = [];
  if (cue !== null) more.push(reason(passage, cue, ROLE_NAMES[role]));
  if (therapy !== null) more.push(reason(passage, therapy, therapy.category));
  return { reasons: [...reasons, ...more], reckoning };
}
