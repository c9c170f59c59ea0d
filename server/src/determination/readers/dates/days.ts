import { type DateValue, dates, type MistypedDate, type WrittenDay } from '../../../language/values/date.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { asRead, type CaseHeader, type NamedDay } from '../../model/determination.ts';
import { fullYear, isoDate, yearOf } from './calendar.ts';

/** A date that is more than a month or a year, and where it is: indexes are into the text of the prose it was found in. */
export interface PlacedDate {
  readonly date: WrittenDay | MistypedDate;
  readonly start: number;
  readonly end: number;
}

export const isDay = (date: DateValue): date is WrittenDay | MistypedDate => date.kind !== 'part';

/** The dates written in a piece of a letter, and what is nearly one, in its order. */
export function datesIn(prose: Prose): readonly PlacedDate[] {
  const { first, end, reading, stretch } = passageOf(prose);
  const { tokens } = reading;
  const before = prose.from - stretch.prose.from;
  const placed: PlacedDate[] = [];
  for (const date of dates(reading).between(first, end)) {
    if (isDay(date))
      placed.push({ date, start: tokens.start(date.first) - before, end: tokens.end(date.end - 1) - before });
  }
  return placed;
}

/** A day that is plainly one may lie this many years ahead: it is wrong, and a rule says so. */
const YEARS_AHEAD = 10;

/** The day a written date names, or why it names none. `pivot` settles two-digit years. */
export function dayOf(date: WrittenDay | MistypedDate, pivot: number): NamedDay {
  if (date.kind === 'mistyped') return { day: null, flaw: 'mistyped' };
  const { year, month, day, isPlain } = date;
  const full = year < 100 ? fullYear(year, pivot, isPlain ? YEARS_AHEAD : 1) : year;
  const named = isoDate(full, month, day);
  return named === null ? { day: null, flaw: 'no-such-day' } : { day: named, flaw: null };
}

/**
 * The year by which a letter's two-digit years are completed: the latest of its decision and the steps before it, except for
 * one that lies far from the others; in a letter without a header the latest that it writes out, or the latest two-digit one of this century's first half.
 */
export function pivotYear(
  { decisionDate, dateAssigned, applicationReceived, urDenialDate }: CaseHeader,
  written: Iterable<DateValue>,
): number {
  const stated = [decisionDate, dateAssigned, applicationReceived, urDenialDate]
    .flatMap((field) => asRead(field) ?? [])
    .map(({ value }) => yearOf(value))
    .sort((a, b) => a - b);
  const middle = stated[Math.floor((stated.length - 1) / 2)];
  if (middle !== undefined) return Math.max(...stated.filter((year) => year <= middle + 1));
  let latest = 0;
  for (const date of written) {
    if (date.kind !== 'day') continue;
    const full = date.year < 50 ? 2000 + date.year : date.year;
    if (full >= 1900 && full < 2100) latest = Math.max(latest, full);
  }
  return latest === 0 ? 2049 : latest;
}
