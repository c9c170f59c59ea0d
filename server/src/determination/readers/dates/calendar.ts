import type { IsoDate } from '../../model/determination.ts';

/**
 * Days of the calendar without `Date`: no time zone, no locale, no hidden correction of impossible days.
 * Days are compared as strings (`a < b`).
 */

/** The day, or null where the calendar has none such (month 13, February 30). `month` and `day` count from 1. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as IsoDate;
}

/** Whole days from `from` to `to`; negative where `to` is the earlier one. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The day this many days later; earlier where `days` is negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  let year = yearOf(date);
  let month = Number(date.slice(5, 7));
  let day = Number(date.slice(8)) + days;
  for (; day < 1; day += daysInMonth(year, month)) [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  for (let length = daysInMonth(year, month); day > length; length = daysInMonth(year, month)) {
    day -= length;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as IsoDate;
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: IsoDate): number => ((daysBetween('2017-01-01', date) % 7) + 7) % 7;

/** Whole years from `from` to `to`, as a person's age is counted. */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(4) < from.slice(4) ? years - 1 : years;
}

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/**
 * The four-digit year meant by a two-digit one in a text of `pivot`'s year: the last such year not later than `ahead`
 * years after the pivot: the year after it, so that a slip at the turn of the year stays near ('18' for '17') and an old
 * injury stays old.
 */
export function fullYear(twoDigits: number, pivot: number, ahead = 1): number {
  const latest = pivot + ahead;
  const year = latest - (latest % 100) + twoDigits;
  return year > latest ? year - 100 : year;
}

/** As a person reads it in a letter: 'January 9, 2017'. */
export function longDate(date: IsoDate): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  return `${month} ${Number(date.slice(8))}, ${yearOf(date)}`;
}

/** As a message gives it: '1/9/2017'. */
export const shortDate = (date: IsoDate): string =>
  `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${yearOf(date)}`;

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** Days since a fixed day long past, in the Gregorian calendar: years are counted from March, so that leap days come last. */
function dayNumber(date: IsoDate): number {
  const month = Number(date.slice(5, 7));
  const year = yearOf(date) - (month < 3 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8)) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}
