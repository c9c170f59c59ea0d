/** Days on which a deadline may end under California law. The holidays are data: `data/holidays.json`. */

import type { IsoDate } from '../determination/model/determination.ts';
import { addDays, weekdayOf, yearOf } from '../determination/readers/dates/calendar.ts';
import holidays from './data/holidays.json' with { type: 'json' };

/** The day itself, or the first business day after it where it is a Saturday, a Sunday or a holiday. */
export function nextBusinessDay(day: IsoDate): IsoDate {
  let next = day;
  while (!isBusinessDay(next)) next = addDays(next, 1);
  return next;
}

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

function isBusinessDay(day: IsoDate): boolean {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY || weekday === SUNDAY || isHoliday(day)) return false;
  // A holiday that falls on a Sunday is kept on the Monday.
  return weekday !== MONDAY || !isHoliday(addDays(day, -1));
}

function isHoliday(day: IsoDate): boolean {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  return (
    holidays.fixed.some((each) => each.month === month && each.day === date) ||
    holidays.floating.some((each) => each.month === month && isNth(day, each.weekday, each.week, each.after))
  );
}

/**
 * Whether a day is the `week`th such weekday of its month (-1: the last).
 * @param weekday 0 for Sunday to 6 for Saturday
 * @param after days after that weekday
 */
function isNth(day: IsoDate, weekday: number, week: number, after: number): boolean {
  const base = addDays(day, -after);
  if (weekdayOf(base) !== weekday || yearOf(base) !== yearOf(day)) return false;
  if (week === -1) return addDays(base, 7).slice(5, 7) !== base.slice(5, 7);
  return Math.ceil(Number(base.slice(8)) / 7) === week;
}
