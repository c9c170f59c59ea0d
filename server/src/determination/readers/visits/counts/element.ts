import type { TokenRange } from '../../../../language/reading.ts';
import type { NumberValue } from '../../../../language/values/number.ts';
import type { Range } from '../../../model/visits.ts';

/** A range as it is given. */
export interface ToldRange extends Range, TokenRange {}

/** A piece of a count of visits. */
export interface Element extends ToldRange {
  readonly kind: /** '12 visits', 'PT x 12' */
    | 'visits'
    /** '2 times a week' */
    | 'rate'
    /** '6 weeks' */
    | 'weeks'
    /** A number that only what is around it may show to be one of visits. */
    | 'bare'
    /** 'two courses' */
    | 'courses';
  /** The unit of time of a rate, and of what lasts. */
  readonly unit: 'week' | 'month' | null;
  /** The 7 of '7 of 12'. */
  readonly share: number | null;
  /** What was counted: visits that are called so, 'ten times', the 'twelfth visit', the number alone. */
  readonly form: 'named' | 'occasions' | 'ordinal' | 'bare';
  /** '1-2 visits every 4 months' */
  readonly recurs: boolean;
  /** A number that is called one of visits without a noun: '#8', '(8)', 'x 8'. */
  readonly isMarked: boolean;
  /** The 2 of 'two six-visit courses'. */
  readonly times: number;
  /** The number itself, without what it counts. */
  readonly number: TokenRange | null;
}

/** What is the same of most elements. */
export const EMPTY = {
  unit: null,
  share: null,
  form: 'named',
  recurs: false,
  isMarked: false,
  times: 1,
  number: null,
} as const;

/** A number of visits. */
export const named = (number: NumberValue, end: number): Element => ({
  kind: 'visits',
  first: number.first,
  end,
  min: number.min,
  max: number.max,
  ...EMPTY,
  number: { first: number.first, end: number.end },
});
