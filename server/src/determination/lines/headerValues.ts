import type { FieldFlaw, HeaderFieldName, IsoDate, Layout } from '../model/determination.ts';
import { dayOf, type PlacedDate } from '../readers/dates/days.ts';

/** The words after a header's label, as what they are. `end` is an index after the last of them. */
type Value<T> =
  | { readonly kind: 'read'; readonly end: number; readonly value: T }
  | { readonly kind: 'mistyped'; readonly end: number; readonly flaw: FieldFlaw };

/** What the value of a field is recognized by. Indexes are into `text`. */
export interface ValueContext {
  /** Of the header, its white space folded. */
  readonly text: string;
  /** By the index that each begins at. */
  readonly dates: ReadonlyMap<number, PlacedDate>;
  readonly layout: Layout;
  /** For years of two digits. */
  readonly pivot: number;
}

/** Reads a value that begins at `start` and ends before `end` at the latest. There is at least one word. */
export type ValueReader<T> = (context: ValueContext, start: number, end: number) => Value<T>;

/** Blanks to fill in. */
const LEFTOVER =
  /^(?:TB[DA]\b|N\/?A\b|(?:unknown|pending|none|insert)\b|X{2,}|[_.?*-]{2,}|\[|<|\{|\$[A-Z_]|MM ?[/-]|CM\d\d-0{7}(?!\d)|0{1,2}[/-]0{1,2}[/-]0{2,4}(?!\d)|9{2}[/-]9{2}[/-]9{2,4}(?!\d))/i;

const mistyped = ({ text }: ValueContext, start: number, end: number, flaw: FieldFlaw = 'form'): Value<never> => {
  const words = text.slice(start, end).trimEnd();
  return { kind: 'mistyped', end: start + words.length, flaw: LEFTOVER.test(words) ? 'leftover' : flaw };
};

export const readDay: ValueReader<IsoDate> = (context, start, end) => {
  const placed = context.dates.get(start);
  if (placed === undefined || placed.date.kind === 'mistyped') return mistyped(context, start, end);
  const { date } = placed;
  const rest = context.text.slice(placed.end, end);
  // '01/06/20 17' is not a day of 2020, nor '09/06/16l' one of 2016.
  if (/^[^\s,;)]/.test(rest) || (date.year < 100 && /^ \d/.test(rest))) return mistyped(context, start, end);
  const { day } = dayOf(date, context.pivot);
  return day === null
    ? mistyped(context, start, placed.end, 'no-such-day')
    : { kind: 'read', end: placed.end, value: day };
};

/** 'CM16-0213037'. */
const CASE_NUMBER = /^CM\d\d-\d{7}$/i;
/** Numbers of 2013, and of the layouts before the table: 'IMR 13-000004'. */
const OLDER_NUMBER = /^(?:IMR )?\d\d-\d{5,8}$/i;
const NUMBER_OF_2013 = /^(?:IMR )?13-/i;
/** One word, and what goes on with figures: 'CM16- 0213037', 'CM 16-0213037', 'IMR 13-000004'. */
const NUMBER_WORDS = /^[^ ]+(?: (?=[\d-])[^ ]+)*/;

export const readCaseNumber: ValueReader<string> = (context, start, end) => {
  const words = NUMBER_WORDS.exec(context.text.slice(start, end))?.[0].replace(/[.,;]$/, '') ?? '';
  const isOlder = OLDER_NUMBER.test(words) && (context.layout !== 'D' || NUMBER_OF_2013.test(words));
  const isNumber = (CASE_NUMBER.test(words) || isOlder) && !LEFTOVER.test(words);
  return isNumber
    ? { kind: 'read', end: start + words.length, value: words }
    : mistyped(context, start, /\d/.test(words) ? start + words.length : end);
};

const PRIORITY = /^(?:(standard)|expedited)\b/i;

export const readPriority: ValueReader<'standard' | 'expedited'> = (context, start, end) => {
  const match = PRIORITY.exec(context.text.slice(start, end));
  if (match === null) return mistyped(context, start, end);
  const value = match[1] === undefined ? 'expedited' : 'standard';
  return { kind: 'read', end: start + match[0].length, value };
};

export type ValueType = 'date' | 'caseNumber' | 'priority';

export const typeOf = (field: HeaderFieldName): ValueType =>
  field === 'caseNumber' || field === 'priority' ? field : 'date';

/** What a word of the header looks like, misspelled or not; null for any other. */
export function looksLike(word: string): ValueType | null {
  if (PRIORITY.test(word)) return 'priority';
  if (/^(?:[A-Z]{2})?\d\d-[\dOolI]{5,}/i.test(word)) return 'caseNumber';
  return /^[\dOolI|]{1,4}[/-]/.test(word) ? 'date' : null;
}
