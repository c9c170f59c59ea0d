import { everywhere } from '../../../text/pattern.ts';
import { asRead, type CaseHeader, type NamedDay } from '../../model/determination.ts';
import { fullYear, isoDate, MONTHS, yearOf } from './calendar.ts';
import { DATE_WORD_BEFORE, findNearDates, MEASURE_BEFORE, REACH, UNIT_AFTER } from './nearDates.ts';

/*
 * Dates as letters write them. Own patterns, not a library: over 102 letters (1,022 dates, 5.9 KB each) chrono-node 2.10
 * finds the same 1,022 in clean text and 182 that are none ('3 to 6', 'for 2 weeks', scores as 7/10), takes 0.22 ms a
 * letter where these take 0.02, adds 47 KB, and drops '02/30/2016', which a rule has to see. date-fns and js-joda parse
 * a date whose form is known and find none in prose.
 */

/** A date as it is written. Indexes are into the text it was found in. */
export type WrittenDate = FiguredDate | MistypedDate;

/** Figures that may or may not name a day of the calendar. */
interface FiguredDate {
  readonly kind: 'figures';
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly day: number;
  /** As written: 16 or 2016. */
  readonly year: number;
}

/** Figures that are nearly a date, and none. */
interface MistypedDate {
  readonly kind: 'mistyped';
  readonly start: number;
  readonly end: number;
}

const MONTH_NAME = `(?:${MONTHS.map((name) => (name.length > 4 ? `${name.slice(0, 3)}(?:${name.slice(3)})?` : name)).join('|')}|Sept)\\b\\.?`;

/**
 * Every way to write a day: '11/3/16', '11-15- 2016' (a blank that a line's end left), '11-302016' (a hyphen that an
 * extractor swallowed at a line's end), '2016-11-18', 'November 04, 2016', '4 November 2016'. Neither 'October 2016' nor
 * a part of a longer row of figures ('3.3.7.1', '320.5/30/16').
 */
const DATE = everywhere(
  new RegExp(
    '(?<![\\d./])(?:' +
      '(\\d{1,2})/ ?(\\d{1,2})/ ?(\\d{4}|\\d{2})(?!\\d|/\\d|\\.\\d)' +
      '|(?<!(?<!\\d{4})-)(\\d{1,2})- ?(\\d{1,2})- ?(\\d{4}(?!-\\d{3})|\\d{2}(?!-\\d))(?!\\d|\\.\\d)' +
      '|(?<!-)(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)(?!\\d|\\.\\d)' +
      '|(?<!-)(\\d{1,2})-(\\d{1,2})(20\\d\\d)(?!\\d|-\\d)' +
      '|(?<!-)((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d|-\\d)' +
      `|(?<!-)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAME}),? (\\d{4})(?!\\d)` +
      ')' +
      `|\\b(${MONTH_NAME}) ?(\\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| )(\\d{4})(?!\\d)`,
    'i',
  ),
);
/** The groups of each form, in its order. They bear no names: an object of names for each match took a third of the time. */
const FORMS: readonly { readonly month: number; readonly day: number; readonly year: number }[] = [
  { month: 1, day: 2, year: 3 },
  { month: 4, day: 5, year: 6 },
  { month: 7, day: 8, year: 9 },
  { month: 10, day: 11, year: 12 },
  { year: 13, month: 14, day: 15 },
  { day: 16, month: 17, year: 18 },
  { month: 19, day: 20, year: 21 },
];

/** The dates written in `text`, and what is nearly one, in its order. Linear in the text. */
export function findDates(text: string): readonly WrittenDate[] {
  const near = findNearDates(text);
  const dates: WrittenDate[] = [];
  let i = 0;
  for (const match of DATE.in(text)) {
    const form = FORMS.find(({ year }) => match[year] !== undefined);
    if (form === undefined) continue;
    const year = match[form.year] ?? '';
    const date: FiguredDate = {
      kind: 'figures',
      start: match.index,
      end: match.index + match[0].length,
      month: monthNumber(match[form.month] ?? ''),
      day: Number(match[form.day]),
      year: Number(year),
    };
    for (let next = near[i]; next !== undefined && next.start < date.end; next = near[++i]) {
      dates.push({ kind: 'mistyped', ...next });
    }
    // '09/06/20' is the beginning of '09/06/20l6'.
    const isPart = (dates.at(-1)?.end ?? 0) > date.start;
    if (!isPart && (year.length === 4 || isMeantAsDate(text, date))) dates.push(date);
  }
  for (const rest of near.slice(i)) dates.push({ kind: 'mistyped', ...rest });
  return dates;
}

/** The day a written date names, or why it names none. `pivot` settles two-digit years. */
export function dayOf(date: WrittenDate, pivot: number): NamedDay {
  if (date.kind === 'mistyped') return { day: null, flaw: 'mistyped' };
  const { year, month, day } = date;
  const named = isoDate(year < 100 ? fullYear(year, pivot) : year, month, day);
  return named === null ? { day: null, flaw: 'no-such-day' } : { day: named, flaw: null };
}

/**
 * The year that a letter's two-digit years are told from: the latest of its decision and the steps before it, but for
 * one that lies far from the others; in a letter without a header the latest that it writes out, or the latest two-digit one of this century's first half.
 */
export function pivotYear(
  { decisionDate, dateAssigned, applicationReceived, urDenialDate }: CaseHeader,
  dates: readonly WrittenDate[],
): number {
  const stated = [decisionDate, dateAssigned, applicationReceived, urDenialDate]
    .flatMap((field) => asRead(field) ?? [])
    .map(({ value }) => yearOf(value))
    .sort((a, b) => a - b);
  const middle = stated[Math.floor((stated.length - 1) / 2)];
  if (middle !== undefined) return Math.max(...stated.filter((year) => year <= middle + 1));
  let latest = 0;
  for (const date of dates) {
    if (date.kind === 'mistyped') continue;
    const full = date.year < 50 ? 2000 + date.year : date.year;
    if (full >= 1900 && full < 2100) latest = Math.max(latest, full);
  }
  return latest === 0 ? 2049 : latest;
}

function monthNumber(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const start = written.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((name) => name.toLowerCase().startsWith(start)) + 1;
}

/** Three figures with a two-digit year are a date unless their company says otherwise. */
function isMeantAsDate(text: string, { start, end, month, day }: FiguredDate): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (UNIT_AFTER.test(text.slice(end, end + REACH)) || MEASURE_BEFORE.test(before)) return false;
  const isPlausible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isPlausible || DATE_WORD_BEFORE.test(before);
}
