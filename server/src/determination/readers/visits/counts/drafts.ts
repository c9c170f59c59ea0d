import type { TokenRange } from '../../../../language/reading.ts';
import type { Element, ToldRange } from './element.ts';

/** A number of visits that is being put together from what is said about it. */
export interface Draft extends TokenRange {
  readonly stated: Element | null;
  readonly rate: Element | null;
  readonly weeks: Element | null;
  readonly courses: Element | null;
  readonly isSum: boolean;
}

/** What one element begins. */
export const begin = (element: Element): Draft => ({
  first: element.first,
  end: element.end,
  stated: element.kind === 'visits' || element.kind === 'bare' ? element : null,
  rate: element.kind === 'rate' ? element : null,
  weeks: element.kind === 'weeks' ? element : null,
  courses: element.kind === 'courses' ? element : null,
  isSum: false,
});

/** The weeks of a number that says how long visits are had. */
export const weeksOf = (element: Element): Element => ({ ...element, kind: 'weeks', unit: 'week' });

/** The range that an element gives. */
export const told = ({ first, end, min, max }: Element): ToldRange => ({ first, end, min, max });

const WEEKS_A_YEAR = 52;
const MONTHS_A_YEAR = 12;
/** 26 weeks are 6 months, and 4 weeks are one. */
const weeksOfMonths = (months: number): number => Math.round((months * WEEKS_A_YEAR) / MONTHS_A_YEAR);

/** A duration in weeks. */
export function inWeeks(element: Element): ToldRange {
  const { min, max, unit } = element;
  if (unit !== 'month') return told(element);
  return { ...told(element), min: weeksOfMonths(min), max: weeksOfMonths(max) };
}

/** Frequency × duration: both by the week, or both by the month. */
export function product(rate: Element | null, weeks: Element | null): number | null {
  if (rate === null || weeks === null) return null;
  if (rate.unit === 'month') return weeks.unit === 'month' ? rate.max * weeks.max : null;
  return rate.max * inWeeks(weeks).max;
}
