import { fullYear, isoDate, MONTHS, yearOf } from './calendar.ts';
import type { CaseHeader, IsoDate } from './model.ts';

/*
 * Dates as letters write them. Own patterns, not a library: over 102 letters (1,022 dates, 5.9 KB each) chrono-node 2.10
 * finds the same 1,022 in clean text and 182 that are none ('3 to 6', 'for 2 weeks', scores as 7/10), takes 0.22 ms a
 * letter where these take 0.02, adds 47 KB, and drops '02/30/2016', which a rule has to see. date-fns and js-joda parse
 * a date whose form is known and find none in prose.
 */

/** A date as it is written: figures that may or may not name a day of the calendar. Indexes are into the text it was found in. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly month: number;
  readonly day: number;
  /** As written: 16 or 2016. */
  readonly year: number;
}

const MONTH_NAME = `(?:${MONTHS.map((name) => (name.length > 4 ? `${name.slice(0, 3)}(?:${name.slice(3)})?` : name)).join('|')}|Sept)\\b\\.?`;

/**
 * Every way to write a day: '11/3/16', '11-15- 2016' (a blank that a line's end left), '11-302016' (a hyphen that an
 * extractor swallowed at a line's end), '2016-11-18', 'November 04, 2016', '4 November 2016'. Neither 'October 2016' nor
 * a part of a longer row of figures ('3.3.7.1', '320.5/30/16').
 */
const DATE = new RegExp(
  '(?<![\\d./])(?:' +
    '(\\d{1,2})/ ?(\\d{1,2})/ ?(\\d{4}|\\d{2})(?!\\d|/\\d|\\.\\d)' +
    '|(?<!(?<!\\d{4})-)(\\d{1,2})- ?(\\d{1,2})- ?(\\d{4}(?!-\\d{3})|\\d{2}(?!-\\d))(?!\\d|\\.\\d)' +
    '|(?<!-)(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)(?!\\d|\\.\\d)' +
    '|(?<!-)(\\d{1,2})-(\\d{1,2})(20\\d\\d)(?!\\d|-\\d)' +
    '|(?<!-)((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d|-\\d)' +
    `|(?<!-)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAME}),? (\\d{4})(?!\\d)` +
    ')' +
    `|\\b(${MONTH_NAME}) ?(\\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| )(\\d{4})(?!\\d)`,
  'gi',
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

/** Words that make three figures a count, a strength or a score: '10-20-30 mg', 'rated 8/10/10'. */
const UNIT_BEHIND =
  /^ ?(?:m[gl]s?|mcg|cc|gm?s?|grams?|units?|tab(?:let)?s?|cap(?:sule)?s?|pills|percent|x|sessions|visits|treatments|times|weeks|wks|days|reps|sets|degrees|points|inch(?:es)?|[cm]m|lbs?|pounds|out of|and \d+ degrees)(?![a-z])|^ ?%/i;
const MEASURE_BEFORE =
  /(?:#|\b(?:rat(?:ed|es|ing)|scor(?:ed?|es|ing)|scale|VAS|levels?|strengths?|reflexes|grades?|ratio|pressure|acuity|tabs?|[CLTS])(?: (?:is|was|are|were|of|at|as|from))?:? ?)$/i;
/** Words that announce a date, so that figures of no calendar are still meant as one: 'on 13/14/16'. */
const DATE_WORD_BEFORE =
  /(?:\b(?:on|dated?|from|since|until|thr(?:ough|u)|injury|DOI|DOS|per|received|signed|submitted|of service|of birth)\b ?:? ?\(?)$/i;
const REACH = 24;

/** The dates written in `text`, in its order. Linear in the text. */
export function findDates(text: string): readonly WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const match of text.matchAll(DATE)) {
    for (const form of FORMS) {
      const year = match[form.year];
      if (year === undefined) continue;
      const date: WrittenDate = {
        start: match.index,
        end: match.index + match[0].length,
        month: monthNumber(match[form.month] ?? ''),
        day: Number(match[form.day]),
        year: Number(year),
      };
      if (year.length === 4 || isMeantAsDate(text, date)) dates.push(date);
    }
  }
  return dates;
}

/** The day a written date names, or null where there is none. `pivot` settles two-digit years. */
export function dayOf({ year, month, day }: WrittenDate, pivot: number): IsoDate | null {
  return isoDate(year < 100 ? fullYear(year, pivot) : year, month, day);
}

/**
 * The year that a letter's two-digit years are told from: that of its decision; in a letter without a header the latest
 * that it writes out, or the latest two-digit one of this century's first half.
 */
export function pivotYear({ decisionDate, dateAssigned }: CaseHeader, dates: readonly WrittenDate[]): number {
  const stated = decisionDate ?? dateAssigned;
  if (stated !== null) return yearOf(stated.value);
  let latest = 0;
  for (const { year } of dates) {
    const full = year < 50 ? 2000 + year : year;
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
function isMeantAsDate(text: string, { start, end, month, day }: WrittenDate): boolean {
  const behind = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - REACH), start);
  if (UNIT_BEHIND.test(behind) || MEASURE_BEFORE.test(before)) return false;
  const isPlausible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isPlausible || DATE_WORD_BEFORE.test(before);
}
