import { here } from '../../text/pattern.ts';
import { classesOf, WordClass } from '../lexicon/wordClass.ts';
import type { Reading } from '../reading.ts';
import { mayBeFigure, nearDateAt, nearDayAndYearAt } from './dateShapes.ts';
import dateWords from './dateWords.json' with { type: 'json' };
import { type Value, Values } from './value.ts';

/** A date as it is written. */
export type DateValue = WrittenDay | MistypedDate | PartOfDate;

/** Figures or words that may or may not name a day of the calendar: 02/30/2016 does not. */
export interface WrittenDay extends Value {
  readonly kind: 'day';
  readonly month: number;
  readonly day: number;
  /** As written: 16 or 2016. */
  readonly year: number;
  /** Slashes, a month's name, or a word before it show that it is a date, and not another row of figures. */
  readonly isPlain: boolean;
}

/** Figures that look like a date but are not one. */
export interface MistypedDate extends Value {
  readonly kind: 'mistyped';
}

/** A month of a year, or a year by itself. */
interface PartOfDate extends Value {
  readonly kind: 'part';
  readonly month: number | null;
  readonly year: number;
}

/** Months by name and abbreviation, with their numbers from 1. */
export const MONTHS = new WordClass<number>('month', function* () {
  for (const [i, name] of MONTH_NAMES.entries()) {
    yield { words: name, value: i + 1, bends: 'fixed' };
    if (name.length > 3) yield { words: name.slice(0, 3), value: i + 1, bends: 'fixed' };
  }
  yield { words: 'sept', value: 9, bends: 'fixed' };
});
const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');

/** 'first' to 'thirty-first'. */
export const ORDINALS = new WordClass<number>('ordinal', function* () {
  for (const [i, words] of ORDINAL_WORDS.entries()) yield { words, value: i + 1, bends: 'fixed' };
  for (const [i, words] of ORDINAL_WORDS.slice(0, 9).entries()) {
    yield { words: `twenty ${words}`, value: 21 + i, bends: 'fixed' };
  }
  yield { words: 'thirtieth', value: 30, bends: 'fixed' };
  yield { words: 'thirty first', value: 31, bends: 'fixed' };
});
const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const WORDS = classesOf(dateWords);
/** The letters after figures: the th of '12th'. */
export const ORDINAL_ENDINGS = WORDS['ending of an ordinal'];

/** What dates are read from, and what distinguishes them from other figures. */
export const DATE_CLASSES: readonly WordClass<unknown>[] = [MONTHS, ORDINALS, ...Object.values(WORDS)];

/**
 * Every way to write a day in figures: '11/3/16', '11-15- 2016' (a blank that a line's end left), '11-302016' (a hyphen
 * that an extractor swallowed at a line's end), '2016-11-18', '3.15.2016'. Not a part of a longer row of figures
 * ('3.3.7.1', '320.5/30/16').
 */
const FIGURES = here(
  new RegExp(
    '(\\d{1,2})/ ?(\\d{1,2})/ ?(\\d{4}|\\d{2})(?!\\d|/\\d|\\.\\d)' +
      '|(\\d{1,2})- ?(\\d{1,2})- ?(\\d{4}(?!-\\d{3})|\\d{2}(?!-\\d))(?!\\d|\\.\\d)' +
      '|(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)(?!\\d|\\.\\d)' +
      '|(\\d{1,2})-(\\d{1,2})(20\\d\\d)(?!\\d|-\\d)' +
      '|((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d|-\\d)',
  ),
);
/** The groups of each form, in its order. They bear no names: an object of names for each match took a third of the time. */
const FORMS: readonly { readonly month: number; readonly day: number; readonly year: number }[] = [
  { month: 1, day: 2, year: 3 },
  { month: 4, day: 5, year: 6 },
  { month: 7, day: 8, year: 9 },
  { month: 10, day: 11, year: 12 },
  { year: 13, month: 14, day: 15 },
];
const [BY_SLASHES, BY_HYPHENS] = FORMS;

/** The dates of a letter, and what looks like one, in its order. Linear in the letter. */
export const dates = (reading: Reading): Values<DateValue> => reading.get(readDates);

const readDates = (reading: Reading): Values<DateValue> => new Values(new DateReader(reading).read());

class DateReader {
  readonly #reading: Reading;
  readonly #all: DateValue[] = [];
  readonly #months: number;
  /** The position after the last date. */
  #floor = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#months = reading.lexicon.numberOf(MONTHS);
  }

  read(): readonly DateValue[] {
    const { tokens } = this.#reading;
    for (let at = 0; at < tokens.count; at++) {
      if (at < this.#floor) at = this.#floor;
      if (tokens.isFigures(at)) this.#figures(at);
      else if (tokens.isGlued(at + 1) && this.#isSlipOfFigure(at)) this.#near(at);
      else if (this.#reading.endOfClassNumber(at, this.#months) > 0) this.#named(at);
    }
    return this.#all;
  }

  #add(date: DateValue): void {
    this.#all.push(date);
    this.#floor = date.end;
  }

  /** 'O9/06/2016' begins with a letter that was a figure. */
  #isSlipOfFigure(at: number): boolean {
    const { tokens } = this.#reading;
    if (tokens.end(at) - tokens.start(at) > 2 || !(tokens.isFigures(at + 1) || tokens.isMark(at + 1))) return false;
    return mayBeFigure(tokens.written(at));
  }

  #figures(at: number): void {
    const { tokens } = this.#reading;
    if (!tokens.isGlued(at + 1)) this.#part(at);
    else if (!this.#near(at) && !this.#day(at)) this.#part(at);
  }

  #near(at: number): boolean {
    const { tokens } = this.#reading;
    const { text } = tokens;
    const near = nearDateAt(text, tokens.start(at));
    if (near === null) return false;
    const end = tokens.from(near.end);
    if (this.#isMeasure(at, end) || this.#isAfter(at, WORDS['is a number'], 1)) return false;
    if (near.needsWord && !this.#isAnnounced(at)) return false;
    this.#add({ kind: 'mistyped', first: at, end });
    return true;
  }

  #day(at: number): boolean {
    const { tokens } = this.#reading;
    const { text } = tokens;
    const start = tokens.start(at);
    const before = start > 0 ? text.charAt(start - 1) : '';
    if (before === '.' || before === '/') return false;
    const match = FIGURES.at(text, start);
    if (match === null) return false;
    const form = FORMS.find(({ year }) => match[year] !== undefined);
    if (form === undefined || (before === '-' && !this.#isEndOfRange(at, form === BY_HYPHENS, match))) return false;
    const written = match[form.year] ?? '';
    const end = tokens.from(start + match[0].length);
    const month = Number(match[form.month]);
    const day = Number(match[form.day]);
    const isAnnounced = this.#isAnnounced(at);
    if (written.length !== 4) {
      // Three figures with a two-digit year are a date unless their company says otherwise.
      const isPlausible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
      if (this.#isMeasure(at, end) || !(isPlausible || isAnnounced)) return false;
    }
    const isPlain = isAnnounced || form === BY_SLASHES;
    this.#add({ kind: 'day', first: at, end, month, day, year: Number(written), isPlain });
    return true;
  }

  /** The second date of '01-02-2016-02-03-2016' and '1/2/16-2/3/16'. */
  #isEndOfRange(at: number, isByHyphens: boolean, [words]: RegExpExecArray): boolean {
    const { tokens } = this.#reading;
    if (!isByHyphens) return words.includes('/');
    return tokens.isFigures(at - 2) && tokens.end(at - 2) - tokens.start(at - 2) === 4;
  }

  /** 'March 1st of 2017', 'the twenty-first of June, 2019', '21-Nov-2012', 'October 2016'. */
  #named(at: number): void {
    const { tokens } = this.#reading;
    const month = this.#reading.mentionAt(at, MONTHS)?.value ?? 0;
    let after = at + 1;
    if (tokens.written(after) === '.') after++;
    const day = this.#dayBefore(at);
    if (day !== null) {
      const year = this.#yearAfter(after, this.#isJoined(at));
      if (year !== null) {
        this.#add(this.#dayOf(day.first, year.end, month, day.value, year.value));
        return;
      }
    }
    if (this.#dayAndYear(at, after, month) || this.#nearByName(at, after)) return;
    if (!tokens.isCapitalized(at)) return;
    const year = this.#yearAfter(after, this.#isJoined(after));
    if (year !== null) this.#add({ kind: 'part', first: at, end: year.end, month, year: year.value });
  }

  #dayAndYear(at: number, after: number, month: number): boolean {
    const { tokens } = this.#reading;
    const day = this.#dayAt(tokens.written(after) === '-' ? after + 1 : after);
    if (day === null) return false;
    const year = this.#yearAfter(day.end, tokens.written(day.end) === '-');
    if (year !== null) this.#add(this.#dayOf(at, year.end, month, day.value, year.value));
    return year !== null;
  }

  #dayOf(first: number, end: number, month: number, day: number, year: number): WrittenDay {
    return { kind: 'day', first, end, month, day, year, isPlain: true };
  }

  #nearByName(at: number, after: number): boolean {
    const { tokens } = this.#reading;
    const near = nearDayAndYearAt(this.#reading.tokens.text, tokens.start(after));
    if (near === null) return false;
    const end = tokens.from(near.end);
    if (this.#isMeasure(at, end)) return false;
    this.#add({ kind: 'mistyped', first: at, end });
    return true;
  }

  /** A mark close to both its neighbors: '21-Nov-2012'. */
  #isJoined(at: number): boolean {
    const { tokens } = this.#reading;
    return tokens.isGlued(at) && (tokens.written(at) === '-' || tokens.written(at - 1) === '-');
  }

  /** '1', '1st', 'the first'. */
  #dayAt(at: number): Piece | null {
    const { tokens } = this.#reading;
    const first = isWord(this.#reading, at, 'the') ? at + 1 : at;
    const figures = tokens.figures(first);
    if (figures >= 0) {
      if (tokens.end(first) - tokens.start(first) > 2) return null;
      const ending = this.#reading.endOfClass(first + 1, WORDS['ending of an ordinal']);
      const end = ending > 0 && tokens.isGlued(first + 1) ? ending : first + 1;
      return { first: at, end, value: figures };
    }
    const ordinal = this.#reading.mentionAt(first, ORDINALS);
    return ordinal === null ? null : { first: at, end: ordinal.end, value: ordinal.value };
  }

  /** The day right before a month's name: '1', '1st of', 'twenty-first day of'. */
  #dayBefore(month: number): Piece | null {
    const { tokens } = this.#reading;
    let end = month;
    if (isWord(this.#reading, end - 1, 'of')) {
      end--;
      if (isWord(this.#reading, end - 1, 'day')) end--;
    } else if (tokens.written(end - 1) === '-' && tokens.isGlued(end)) end--;
    for (let first = end - 1; first >= Math.max(this.#floor, end - LONGEST_DAY); first--) {
      const isFree = !tokens.isGlued(first) || !tokens.isMark(first - 1) || tokens.written(first - 1) === '(';
      const day = isFree ? this.#dayAt(first) : null;
      // The longest: 'twenty-first', not 'first'.
      const before = this.#dayAt(first - 2);
      if (day?.end === end) return before?.end === end ? before : day;
    }
    return null;
  }

  /** ', 2016', ' of 2016', '’16'; where hyphens join the pieces of a date '-16'. */
  #yearAfter(at: number, isJoined: boolean): Piece | null {
    const { tokens } = this.#reading;
    let first = at;
    if (isJoined && tokens.written(first) === '-') first++;
    else if (tokens.written(first) === ',' || isWord(this.#reading, first, 'of')) first++;
    const isShort = isApostrophe(tokens.written(first));
    if (isShort) first++;
    const value = tokens.figures(first);
    const length = tokens.end(first) - tokens.start(first);
    if (value < 0 || length !== (isShort ? 2 : 4)) {
      return isJoined && value >= 0 && length === 2 && tokens.isGlued(first)
        ? { first: at, end: first + 1, value }
        : null;
    }
    return isShort || (value >= 1900 && value < 2100) ? { first: at, end: first + 1, value } : null;
  }

  /** '8/1998', '2001', '’06'. */
  #part(at: number): void {
    const { tokens } = this.#reading;
    const value = tokens.figures(at);
    const length = tokens.end(at) - tokens.start(at);
    const mark = tokens.isGlued(at) ? tokens.written(at - 1) : '';
    if (length <= 2 && value >= 1 && value <= 12 && (mark === '' || mark === '(')) {
      const isOne = tokens.isGlued(at + 1) && tokens.isGlued(at + 2) && isBetweenMonthAndYear(tokens.written(at + 1));
      if (isOne && this.#isYear(at + 2) && !this.#goesOn(at + 3)) {
        this.#add({ kind: 'part', first: at, end: at + 3, month: value, year: tokens.figures(at + 2) });
        return;
      }
    }
    if (length === 4 && this.#isYear(at) && !this.#goesOn(at + 1) && isBeforeYear(mark)) {
      if (!this.#isMeasure(at, at + 1)) this.#add({ kind: 'part', first: at, end: at + 1, month: null, year: value });
    } else if (length === 2 && isApostrophe(mark) && !tokens.isGlued(at - 1)) {
      this.#add({ kind: 'part', first: at - 1, end: at + 1, month: null, year: value });
    }
  }

  #isYear(at: number): boolean {
    const { tokens } = this.#reading;
    const value = tokens.figures(at);
    return value >= 1900 && value < 2100 && tokens.end(at) - tokens.start(at) === 4;
  }

  /** Figures or letters follow immediately, so no year ends here. */
  #goesOn(at: number): boolean {
    const { tokens } = this.#reading;
    if (!tokens.isGlued(at)) return false;
    if (tokens.isWord(at) || tokens.isFigures(at)) return tokens.written(at) !== "'s";
    const mark = tokens.written(at);
    if (mark === '/' || mark === '.') return tokens.isFigures(at + 1) && tokens.isGlued(at + 1);
    return mark === '-' && tokens.isGlued(at + 1) && !this.#isYear(at + 1);
  }

  #isAnnounced(at: number): boolean {
    return this.#isAfter(at, WORDS['announces a date'], 0);
  }

  /** A strength, a count or a score: '10-20-30 mg', 'rated 8/10/10'. */
  #isMeasure(first: number, end: number): boolean {
    const { tokens } = this.#reading;
    const counted = WORDS['counted after figures'];
    if (this.#reading.endOfClass(end, counted) > 0) return true;
    if (isWord(this.#reading, end, 'and') && tokens.isFigures(end + 1)) {
      if (this.#reading.endOfClass(end + 2, counted) > 0) return true;
    }
    return this.#isAfter(first, WORDS['measured by figures'], 1);
  }

  /** Whether a word of a class is right before figures, with a colon, a bracket, or at most this many words between them. */
  #isAfter(at: number, wordClass: WordClass, between: number): boolean {
    const { tokens } = this.#reading;
    let end = at;
    while (end > 0 && isPassedBefore(tokens.written(end - 1))) end--;
    if (this.#endsWith(end, wordClass)) return true;
    if (between === 0) return false;
    const joint = WORDS['between a word and its figures'];
    return this.#reading.endOfClass(end - 1, joint) === end && this.#endsWith(end - 1, wordClass);
  }

  #endsWith(end: number, wordClass: WordClass): boolean {
    for (let first = end - 1; first >= Math.max(0, end - 2); first--) {
      if (this.#reading.endOfClass(first, wordClass) === end) return true;
    }
    return false;
  }
}

/** Tokens that give a day or a year. */
interface Piece extends Value {
  readonly value: number;
}

/** 'the', 'twenty', '-', 'first'. */
const LONGEST_DAY = 4;

const isWord = ({ tokens }: Reading, at: number, word: string): boolean => tokens.lower(at) === word;
const isApostrophe = (written: string): boolean => written === "'" || written === '’' || written === '‘';
const isBetweenMonthAndYear = (mark: string): boolean => mark === '/' || mark === '-';
const isBeforeYear = (mark: string): boolean =>
  mark === '' || mark === '(' || mark === '-' || mark === '–' || mark === ',';
const isPassedBefore = (mark: string): boolean => mark === ':' || mark === '(' || mark === '.';
