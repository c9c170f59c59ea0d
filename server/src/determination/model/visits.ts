import type { Prose } from '../../text/prose.ts';
import type { Found, Span } from '../../text/span.ts';
import type { Derivation, Derived } from './derivation.ts';
import type { Category } from './treatment.ts';

/** Both ends included; `min` equals `max` where one number is given. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Whose a number of visits is. */
export type VisitRole =
  | 'attended'
  /** Authorized or certified, whether attended or not. */
  | 'authorized'
  | 'requested'
  | 'denied'
  /** Missed, canceled, left. */
  | 'unused'
  | 'guideline'
  /** Computed from others: the sum of visits with those requested, or by how many they exceed a limit. */
  | 'reckoned'
  /** Of a study. */
  | 'other'
  | 'unknown';

/**
 * A number of therapy visits as the letter gives it: '12 visits', '9-10 visits over 8 weeks', 'twice a week for 3 weeks',
 * '2x6 weeks (12 sessions)'.
 */
export interface VisitCount {
  readonly span: Span;
  /** The number given in words or figures of its own; null where only a frequency is. */
  readonly stated: Found<Range> | null;
  /** That number without what it counts; null where it is given as a part of another ('7 of 12'). */
  readonly number: Span | null;
  readonly perWeek: Found<Range> | null;
  readonly weeks: Found<Range> | null;
  /** Frequency × duration, the largest of ranges; null where either is not given. */
  readonly computed: number | null;
  /** What is stated, otherwise computed; the maximum of a range. */
  readonly total: number | null;
  readonly role: VisitRole;
  /** The therapy that it is a number of; null where the words around it name none. */
  readonly therapy: Category | null;
  /** Its sentence mentions the original request. */
  readonly isOfOriginal: boolean;
  readonly derivation: Derivation;
}

/** Which part of an issue says that the treatment follows an operation. */
export type AfterSurgery = 'heading' | 'guideline' | 'rationale';

/** Therapy visits as requested: stated, or frequency × duration. Where a range is given the total is its maximum. */
export interface Visits {
  readonly span: Span;
  readonly total: number | null;
  /** The total as the letter states it in words or figures of its own ('12 sessions'); null where it was only computed. */
  readonly stated: Found<number> | null;
  readonly perWeekMin: number | null;
  readonly perWeekMax: number | null;
  readonly weeksMin: number | null;
  readonly weeksMax: number | null;
  readonly derivation: Derivation;
}

/** A figure that the rationale gives as a guideline's, such as '9-10 visits over 8 weeks'. */
export interface QuotedLimit {
  readonly span: Span;
  /** The words, white space folded. */
  readonly text: string;
  readonly visitsMin: number | null;
  readonly visitsMax: number;
  readonly weeksMax: number | null;
  /**
   * `total`: the most that is allowed. `trial`: a first course, after which more requires results. `recurring`: repeatedly
   * ('1-2 visits every 4 months'), or after a single event ('1-2 visits over 1 week'): no ceiling.
   */
  readonly kind: 'total' | 'trial' | 'recurring';
  /** The condition named right before it: a code ('729.1'), or the words before a colon; null where there is none. */
  readonly condition: string | null;
  readonly sentence: Prose;
  readonly derivation: Derivation;
}

/** Visits of the therapy in dispute that were had or authorized before. */
export interface PriorVisits extends Derived<number> {
  /** They are part of the very visits in dispute: where six of twelve requested visits were authorized, the sum is twelve, not eighteen. */
  readonly isPartOfRequest: boolean;
  /** An operation before them is mentioned in the same place. */
  readonly isAfterSurgery: boolean;
}
