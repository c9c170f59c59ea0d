import { type ClassEntry, WordClass } from '../lexicon/wordClass.ts';
import type { Reading } from '../reading.ts';
import { DAYS, durations, type TimeUnit, unitAt } from './duration.ts';
import { NUMBER_WORDS, type NumberValue, numbers, RANGE_WORDS } from './number.ts';
import { type Value, Values } from './value.ts';

/**
 * How often: a number of times in a period. 'Twice a day' is 2 times in 1 day, 'every 4 to 6 hours' once in 4 to 6 hours,
 * 'two tablets a day' holds 'a day', once in 1 day. All ends included.
 */
export interface Frequency extends Value, Rate {}

export interface Rate {
  readonly timesMin: number;
  readonly timesMax: number;
  readonly everyMin: number;
  readonly everyMax: number;
  readonly unit: TimeUnit;
}

type FrequencyWord =
  /** 'twice' */
  | { readonly kind: 'times'; readonly times: number }
  /** 'daily' */
  | { readonly kind: 'adverb'; readonly unit: TimeUnit }
  /** 'b.i.w.' says how often by itself; the 'xwk' of '2xwk' needs the number before it. */
  | { readonly kind: 'rate' | 'crossed'; readonly times: number; readonly unit: TimeUnit }
  /** The night of 'every night': a day of which one part is named. */
  | { readonly kind: 'part of day' }
  /** 'every' begins a frequency by itself, 'a' and 'per' where something is counted before them. */
  | { readonly kind: 'every' | 'per' | 'a' | 'of times' | 'cross' | 'other' }
  /** What makes 'a week' a time that something lasts ('for') or lies apart ('ago'). */
  | { readonly kind: 'lasts' | 'apart' };

function* frequencyWords(): Iterable<ClassEntry<FrequencyWord>> {
  for (const [i, words] of ['once', 'twice', 'thrice'].entries()) {
    yield { words, value: { kind: 'times', times: i + 1 }, bends: 'fixed' };
  }
  const adverbs: readonly (readonly [TimeUnit, string])[] = [
    ['hour', 'hourly'],
    ['day', 'daily'],
    ['day', 'nightly'],
    ['week', 'weekly'],
    ['month', 'monthly'],
    ['year', 'yearly'],
    ['year', 'annually'],
  ];
  for (const [unit, words] of adverbs) yield { words, value: { kind: 'adverb', unit }, bends: 'fixed' };
  for (const [i, list] of ['qwk qweek', 'biw b.i.w', 'tiw t.i.w'].entries()) {
    for (const words of list.split(' '))
      yield { words, value: { kind: 'rate', times: i + 1, unit: 'week' }, bends: 'fixed' };
  }
  for (const words of ['xwk', 'xweek', 'xwkly', 'xweekly']) {
    yield { words, value: { kind: 'crossed', times: 1, unit: 'week' }, bends: 'fixed' };
  }
  for (const words of ['night', 'morning', 'evening', 'afternoon', 'bedtime', 'noon']) {
    yield { words, value: { kind: 'part of day' }, bends: 'fixed' };
  }
  const others: readonly (readonly [
    'every' | 'per' | 'a' | 'of times' | 'cross' | 'other' | 'lasts' | 'apart',
    string,
  ])[] = [
    ['every', 'every each q'],
    ['per', 'per'],
    ['a', 'a an'],
    ['of times', 'times time'],
    ['cross', 'x ×'],
    ['other', 'other second'],
    ['lasts', 'for in within over after about of through during until till since by than'],
    ['apart', 'ago later earlier prior apart'],
  ];
  for (const [kind, list] of others) {
    for (const words of list.split(' ')) yield { words, value: { kind }, bends: 'fixed' };
  }
}

const FREQUENCY_WORDS = new WordClass<FrequencyWord>('word of frequency', frequencyWords);

export const FREQUENCY_CLASSES: readonly WordClass<unknown>[] = [FREQUENCY_WORDS];

/** Frequencies in words and figures. What is done so often is for others to say. */
export const frequencies = (reading: Reading): Values<Frequency> => reading.get(readFrequencies);

function readFrequencies(reading: Reading): Values<Frequency> {
  const all: Frequency[] = [];
  const { entries, lexicon, tokens } = reading;
  const words = entries.placesOf([lexicon.numberOf(FREQUENCY_WORDS), lexicon.numberOf(NUMBER_WORDS)]);
  for (let at = 0; at < tokens.count; ) {
    const mayBegin = tokens.isFigures(at) || words.has(at) || (tokens.isMark(at) && tokens.written(at) === '/');
    const frequency = mayBegin ? frequencyAt(reading, at) : null;
    if (frequency !== null) all.push(frequency);
    at = frequency?.end ?? at + 1;
  }
  return new Values(all);
}

interface Range {
  readonly min: number;
  readonly max: number;
}

const ONCE: Range = { min: 1, max: 1 };

function frequencyAt(reading: Reading, at: number): Frequency | null {
  const number = numbers(reading).at(at);
  if (number !== undefined) return timesOf(reading, at, number);
  const word = reading.mentionAt(at, FREQUENCY_WORDS);
  switch (word?.value.kind) {
    case 'times':
      return timesWordAt(reading, at, word.value.times, word.end);
    case 'cross': {
      // 'x 3 daily', but 'x 30 days' is how long.
      const times = numbers(reading).at(word.end);
      const isDuration = times !== undefined && durations(reading).at(times.first) !== undefined;
      return times === undefined || isDuration ? null : rateAt(reading, at, times, times.end);
    }
    case 'adverb':
      return frequency(at, word.end, ONCE, ONCE, word.value.unit);
    case 'rate': {
      const { times, unit } = word.value;
      return frequency(at, pastStop(reading, word.end), { min: times, max: times }, ONCE, unit);
    }
    case 'every':
      return everyAt(reading, at, ONCE, word.end);
    case 'a':
      return lasts(reading, at) ? null : periodAt(reading, at, ONCE, word.end);
    case 'per':
      return periodAt(reading, at, ONCE, word.end);
    default:
      return reading.tokens.written(at) === '/' ? periodAt(reading, at, ONCE, at + 1) : null;
  }
}

/** 'twice a day', 'once or twice a week' */
function timesWordAt(reading: Reading, first: number, times: number, end: number): Frequency | null {
  const joint = reading.endOfClass(end, RANGE_WORDS);
  const last = joint < 0 ? null : reading.mentionAt(joint, FREQUENCY_WORDS);
  if (last?.value.kind === 'times') return rateAt(reading, first, { min: times, max: last.value.times }, last.end);
  return rateAt(reading, first, { min: times, max: times }, end);
}

/** '3 times a day', '2 x / day', 'three-times-daily'. */
function timesOf(reading: Reading, first: number, times: NumberValue): Frequency | null {
  const at = pastStroke(reading, times.end);
  const word = reading.mentionAt(at, FREQUENCY_WORDS);
  if (word?.value.kind === 'crossed') return frequency(first, word.end, times, ONCE, word.value.unit);
  const isTimes = word?.value.kind === 'of times' || word?.value.kind === 'cross';
  return isTimes ? rateAt(reading, first, times, word.end) : null;
}

/** The period in which something happens a number of times: 'a day', 'per week', 'daily', 'every two weeks', and of '2 x day' the day. */
function rateAt(reading: Reading, first: number, times: Range, from: number): Frequency | null {
  const at = pastStroke(reading, from);
  const word = reading.mentionAt(at, FREQUENCY_WORDS);
  switch (word?.value.kind) {
    case 'adverb':
      return frequency(first, word.end, times, ONCE, word.value.unit);
    case 'every':
      return everyAt(reading, first, times, word.end);
    case 'a':
    case 'per':
      return periodAt(reading, first, times, pastStroke(reading, word.end));
    case 'lasts': {
      // 'twice in a day'
      const article = reading.mentionAt(word.end, FREQUENCY_WORDS);
      const isArticle = article?.value.kind === 'a' || article?.value.kind === 'every';
      return isArticle ? periodAt(reading, first, times, article.end) : null;
    }
    default:
      return periodAt(reading, first, times, reading.tokens.written(at) === '/' ? at + 1 : at);
  }
}

/** What follows 'every': 'day', 'other day', '4 to 6 hours', 'night'. */
function everyAt(reading: Reading, first: number, times: Range, at: number): Frequency | null {
  const duration = durations(reading).at(at);
  if (duration !== undefined) return frequency(first, duration.end, times, duration, duration.unit);
  const word = reading.mentionAt(at, FREQUENCY_WORDS);
  if (word?.value.kind !== 'other') return periodAt(reading, first, times, at);
  return periodAt(reading, first, times, word.end, { min: 2, max: 2 });
}

/** One period, or two: 'day', 'week', 'night'. */
function periodAt(reading: Reading, first: number, times: Range, at: number, every: Range = ONCE): Frequency | null {
  const unit = unitAt(reading, at);
  if (unit !== null) return frequency(first, unit.end, times, every, unit.unit);
  const part = reading.mentionAt(at, FREQUENCY_WORDS);
  return part?.value.kind === 'part of day' ? frequency(first, part.end, times, every, 'day') : null;
}

/** 'For a week', 'a week ago', 'a month's supply': no rate; nor is what nothing comes before. */
function lasts(reading: Reading, at: number): boolean {
  if (at === 0 || reading.tokens.isMark(at - 1)) return true;
  const before = reading.mentionAt(at - 1, FREQUENCY_WORDS)?.value.kind;
  const after = reading.mentionAt(at + 2, FREQUENCY_WORDS)?.value.kind;
  return before === 'lasts' || after === 'apart' || reading.tokens.isPossessive(at + 2);
}

const pastStroke = ({ tokens }: Reading, at: number): number =>
  tokens.written(at) === '-' && tokens.isGlued(at) ? at + 1 : at;

/** The last stop of 'b.i.w.'. */
const pastStop = ({ tokens }: Reading, at: number): number =>
  tokens.written(at) === '.' && tokens.isGlued(at) && tokens.written(at - 2) === '.' ? at + 1 : at;

const frequency = (first: number, end: number, times: Range, every: Range, unit: TimeUnit): Frequency => ({
  first,
  end,
  timesMin: times.min,
  timesMax: times.max,
  everyMin: every.min,
  everyMax: every.max,
  unit,
});

/** How many times a day: every 4 to 6 hours is 4 to 6 times, every other day one half. */
export function timesADay({ timesMin, timesMax, everyMin, everyMax, unit }: Rate): Range {
  const days = DAYS[unit];
  return { min: timesMin / (everyMax * days.max), max: timesMax / (everyMin * days.min) };
}
