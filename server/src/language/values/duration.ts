import { type ClassEntry, classOf, WordClass } from '../lexicon/wordClass.ts';
import type { Reading } from '../reading.ts';
import { numbers } from './number.ts';
import { type Value, Values } from './value.ts';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A length of time: '14 days', 'two to three weeks', 'a month'. Both ends included. */
export interface Duration extends Value {
  readonly min: number;
  readonly max: number;
  readonly unit: TimeUnit;
}

interface UnitWord {
  readonly unit: TimeUnit;
  /** A letter that is a unit only close to its number: the d of '30d', the h of 'q8h'. */
  readonly isLetter: boolean;
  /** How many of the unit it is: a fortnight is two weeks. */
  readonly worth: number;
}

function* unitWords(): Iterable<ClassEntry<UnitWord>> {
  const units: Readonly<Record<TimeUnit, string>> = {
    minute: 'minute min',
    hour: 'hour hr',
    day: 'day',
    week: 'week wk',
    month: 'month mo mth',
    year: 'year yr',
  };
  for (const unit of TIME_UNITS) {
    for (const words of units[unit].split(' '))
      yield { words, value: { unit, isLetter: false, worth: 1 }, bends: 'noun' };
  }
  yield { words: 'fortnight', value: { unit: 'week', isLetter: false, worth: 2 }, bends: 'noun' };
  yield { words: 'h', value: { unit: 'hour', isLetter: true, worth: 1 }, bends: 'fixed' };
  yield { words: 'd', value: { unit: 'day', isLetter: true, worth: 1 }, bends: 'fixed' };
}

const TIME_UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'year'];

export const TIME_UNIT_WORDS = new WordClass<UnitWord>('unit of time', unitWords);

/** What may be between a number and its unit: 'six consecutive weeks'. */
const TIME_ADJECTIVES = new WordClass('adjective of time', function* () {
  const words = 'full whole consecutive straight continuous more additional further extra calendar business working';
  for (const each of words.split(' ')) yield { words: each, value: true, bends: 'fixed' };
});

/** After these 'a month' is as long as a month lasts. */
const LASTING_WORDS = classOf('lasting word', {
  words: ['for', 'over', 'within', 'during', 'lasting', 'lasted', 'lasts', 'least', 'about', 'than'],
});
const ARTICLES_OF_TIME = classOf('article of time', { words: ['a', 'an'] });

export const DURATION_CLASSES: readonly WordClass<unknown>[] = [
  TIME_UNIT_WORDS,
  TIME_ADJECTIVES,
  LASTING_WORDS,
  ARTICLES_OF_TIME,
];

/** Numbers of minutes to years. What lasts so long, and whether 'a day' is a duration or a rate, is for others to say. */
export const durations = (reading: Reading): Values<Duration> => reading.get(readDurations);

function readDurations(reading: Reading): Values<Duration> {
  const all: Duration[] = [];
  for (const { first, end, min, max } of numbers(reading).all) {
    const unit = unitAfter(reading, end);
    if (unit !== null) {
      const { worth } = unit;
      all.push({ first, end: unit.end, min: min * worth, max: max * worth, unit: unit.unit });
    }
  }
  for (const { first, end, value } of reading.all.mentions(TIME_UNIT_WORDS)) {
    if (!value.isLetter && isOneLasting(reading, first))
      all.push({ first: first - 1, end, min: value.worth, max: value.worth, unit: value.unit });
  }
  return new Values(all.sort((a, b) => a.first - b.first));
}

/** The 'a month' of 'for a month'; that of 'twice a month' is a rate. */
const isOneLasting = (reading: Reading, unit: number): boolean =>
  reading.endOfClass(unit - 1, ARTICLES_OF_TIME) === unit && reading.endOfClass(unit - 2, LASTING_WORDS) === unit - 1;

/** The unit of time after a number: 'days', '-day', 'full weeks', 'day(s)'. */
function unitAfter(reading: Reading, at: number): UnitAt | null {
  const { tokens } = reading;
  const from = tokens.written(at) === '-' ? at + 1 : Math.max(at, reading.endOfClass(at, TIME_ADJECTIVES));
  return anyUnitAt(reading, from);
}

interface UnitAt {
  readonly unit: TimeUnit;
  readonly worth: number;
  readonly end: number;
}

/** The unit of time that is at a token: of 'q8h' and '30d' only right after figures; no fortnight, which is two weeks. */
export function unitAt(reading: Reading, at: number): UnitAt | null {
  const unit = anyUnitAt(reading, at);
  return unit?.worth === 1 ? unit : null;
}

function anyUnitAt(reading: Reading, at: number): UnitAt | null {
  const mention = reading.mentionAt(at, TIME_UNIT_WORDS);
  if (mention === null) return null;
  const { tokens } = reading;
  if (mention.value.isLetter && !(tokens.isGlued(at) && tokens.isFigures(at - 1))) return null;
  const { unit, worth } = mention.value;
  return { unit, worth, end: withPlural(reading, mention.end) };
}

/** 'day(s)' */
function withPlural({ tokens }: Reading, at: number): number {
  const isPlural =
    tokens.written(at) === '(' && tokens.isGlued(at) && tokens.lower(at + 1) === 's' && tokens.written(at + 2) === ')';
  return isPlural ? at + 3 : at;
}

/** A unit of time in days; a month and a year by their shortest and longest. */
export const DAYS: Readonly<Record<TimeUnit, { readonly min: number; readonly max: number }>> = {
  minute: { min: 1 / 1440, max: 1 / 1440 },
  hour: { min: 1 / 24, max: 1 / 24 },
  day: { min: 1, max: 1 },
  week: { min: 7, max: 7 },
  month: { min: 28, max: 31 },
  year: { min: 365, max: 366 },
};

export const isTimeUnit = (unit: string): unit is TimeUnit => unit in DAYS;

/** How many days a duration is: two months are 56 to 62. */
export const daysOf = ({
  min,
  max,
  unit,
}: Pick<Duration, 'min' | 'max' | 'unit'>): { readonly min: number; readonly max: number } => ({
  min: min * DAYS[unit].min,
  max: max * DAYS[unit].max,
});
