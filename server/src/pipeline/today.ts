import type { IsoDate } from '../determination/model/determination.ts';
import { isoDate } from '../determination/readers/dates/calendar.ts';

/** The day on the calendar on the user's wall: the one way to ask which day it is. */
export function today(now: Date = new Date()): IsoDate {
  // A clock outside the years that calendars have is one that was never set.
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '1970-01-01';
}
