import { WordClass } from '../lexicon/wordClass.ts';
import type { Reading } from '../reading.ts';
import { type Value, Values } from './value.ts';

/** A number, or a range of numbers; `min` equals `max` where there is one number. */
export interface NumberValue extends Value {
  readonly min: number;
  readonly max: number;
}

const UNITS = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Words of a number up to 99, and 'dozen', 'couple', 'hundred', which count others. */
export const NUMBER_WORDS = new WordClass<NumberWord>('number word', function* () {
  for (const [i, words] of UNITS.entries()) yield { words, value: { kind: 'unit', worth: i + 1 }, bends: 'fixed' };
  for (const [i, words] of TEENS.entries()) yield { words, value: { kind: 'teen', worth: i + 10 }, bends: 'fixed' };
  for (const [i, words] of TENS.entries()) yield { words, value: { kind: 'ten', worth: (i + 2) * 10 }, bends: 'fixed' };
  yield { words: 'hundred', value: { kind: 'multiple', worth: 100 }, bends: 'noun' };
  yield { words: 'dozen', value: { kind: 'multiple', worth: 12 }, bends: 'noun' };
  yield { words: 'score', value: { kind: 'score', worth: 20 }, bends: 'fixed' };
  yield { words: 'half', value: { kind: 'half', worth: 0.5 }, bends: 'fixed' };
  yield { words: 'couple', value: { kind: 'couple', worth: 2 }, bends: 'fixed' };
  yield { words: 'pair', value: { kind: 'couple', worth: 2 }, bends: 'noun' };
  for (const words of ['a', 'an']) yield { words, value: { kind: 'article', worth: 1 }, bends: 'fixed' };
  for (const [words, worth] of FRACTIONS) yield { words, value: { kind: 'fraction', worth }, bends: 'fixed' };
});

/** What may be between the two numbers of a range. */
export const RANGE_WORDS = new WordClass<'through'>('range word', function* () {
  for (const words of ['to', 'or', 'through', 'thru']) yield { words, value: 'through', bends: 'fixed' };
});

const FRACTIONS: readonly (readonly [string, number])[] = [
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
];

interface NumberWord {
  readonly kind: 'unit' | 'teen' | 'ten' | 'multiple' | 'score' | 'half' | 'couple' | 'article' | 'fraction';
  readonly worth: number;
}

/**
 * Numbers in words and figures: '12', 'twelve (12)', 'twenty-four', 'a dozen', 'two dozen', 'a couple of', '9-10',
 * 'six to eight', 'three or four', 'between four and six', '½', '1,200', '7.5', '.5'. What a number counts, and whether it is a piece of a date, a
 * score or a level of the spine, is for others to say.
 */
export const numbers = (reading: Reading): Values<NumberValue> => reading.get(readNumbers);

function readNumbers(reading: Reading): Values<NumberValue> {
  const all: NumberValue[] = [];
  const { entries, tokens } = reading;
  const numberWords = reading.lexicon.numberOf(NUMBER_WORDS);
  for (let at = 0; at < tokens.count; ) {
    const isOne = tokens.isFigures(at) || entries.find(at, numberWords) >= 0;
    const number = isOne ? rangeAt(reading, at) : null;
    if (number === null) at++;
    else {
      all.push(number);
      at = number.end;
    }
  }
  return new Values(all);
}

function rangeAt(reading: Reading, at: number): NumberValue | null {
  const first = repeatedAt(reading, at);
  if (first === null || isScannedLetter(reading, first.first - 1, at) || isScannedLetter(reading, first.end, first.end))
    return null;
  const joint = throughAt(reading, first);
  if (joint < 0) return first;
  const last = repeatedAt(reading, joint);
  const { tokens } = reading;
  if (last === null && isScannedLetter(reading, joint, joint + 1) && tokens.isFigures(joint + 1)) return null;
  if (last !== null && isScannedLetter(reading, last.end, last.end)) return null;
  // 'from 12 to 6 visits' is not a range.
  return last === null || last.min <= first.max ? first : { first: at, end: last.end, min: first.min, max: last.max };
}

/** The l of 'l2', the O of '1O': a letter where a scanner misread a digit, so that the number is not known. */
const isScannedLetter = ({ tokens }: Reading, letter: number, glued: number): boolean =>
  tokens.isGlued(glued) && LIKE_FIGURES.test(tokens.written(letter));
const LIKE_FIGURES = /^[lIOo|]{1,2}$/;

/** 'twelve (12)', '12 (twelve)': one number given twice. */
function repeatedAt(reading: Reading, at: number): NumberValue | null {
  const number = numberAt(reading, at);
  if (number === null || reading.tokens.written(number.end) !== '(') return number;
  const again = numberAt(reading, number.end + 1);
  const closes = again !== null && reading.tokens.written(again.end) === ')';
  return closes && again.min === number.min ? { ...number, end: again.end + 1 } : number;
}

/** The position after '-', 'to', 'or', 'through' between two numbers, the 'and' of 'between four and six'; -1 where there is none. */
function throughAt(reading: Reading, { first, end: at }: NumberValue): number {
  const { tokens } = reading;
  if (tokens.lower(at) === 'and' && tokens.lower(first - 1) === 'between') return at + 1;
  const afterStroke = isStroke(tokens.written(at)) ? at + 1 : at;
  // 'six- to eight-week', 'six-to-eight-week'
  if (reading.endOfClass(afterStroke, RANGE_WORDS) >= 0)
    return afterStroke > at && isStroke(tokens.written(afterStroke + 1)) ? afterStroke + 2 : afterStroke + 1;
  return afterStroke > at ? afterStroke : -1;
}

const isStroke = (mark: string): boolean => mark === '-' || mark === '–';

function numberAt(reading: Reading, at: number): NumberValue | null {
  return reading.tokens.isFigures(at) ? figuresAt(reading, at) : wordsAt(reading, at);
}

/** '12', '7.5', '1,200', '2½', '.5'. */
function figuresAt(reading: Reading, at: number): NumberValue | null {
  const { tokens } = reading;
  const whole = tokens.figures(at);
  if (whole < 0) return null;
  if (isDecimal(reading, at))
    return { first: at - 1, end: at + 1, min: shareOf(reading, at), max: shareOf(reading, at) };
  let value = whole;
  let end = at + 1;
  while (tokens.written(end) === ',' && tokens.isGlued(end) && tokens.isGlued(end + 1) && isThree(reading, end + 1)) {
    value = value * 1000 + tokens.figures(end + 1);
    end += 2;
  }
  if (tokens.written(end) === '.' && tokens.isGlued(end) && tokens.isGlued(end + 1) && tokens.figures(end + 1) >= 0) {
    value += shareOf(reading, end + 1);
    end += 2;
  }
  const fraction = tokens.isGlued(end) ? reading.mentionAt(end, NUMBER_WORDS)?.value : undefined;
  if (fraction?.kind === 'fraction') {
    value += fraction.worth;
    end++;
  }
  return { first: at, end, min: value, max: value };
}

/** The 5 of '.5', but not of '3.3.5' or 'p.5'. */
const isDecimal = ({ tokens }: Reading, at: number): boolean =>
  tokens.isGlued(at) && tokens.written(at - 1) === '.' && (!tokens.isGlued(at - 1) || tokens.isMark(at - 2));

/** What figures after a decimal point are worth. */
const shareOf = ({ tokens }: Reading, at: number): number =>
  tokens.figures(at) / 10 ** (tokens.end(at) - tokens.start(at));

const isThree = ({ tokens }: Reading, at: number): boolean =>
  tokens.isFigures(at) && tokens.end(at) - tokens.start(at) === 3;

/** 'twenty-four', 'a hundred and two', 'two dozen', 'a couple of'. */
function wordsAt(reading: Reading, at: number): NumberValue | null {
  const word = reading.mentionAt(at, NUMBER_WORDS);
  if (word === null) return null;
  const { kind, worth } = word.value;
  switch (kind) {
    case 'article': {
      const half = halfAt(reading, at, word.end);
      if (half !== null) return half;
      const counted = reading.mentionAt(word.end, NUMBER_WORDS);
      if (counted?.value.kind !== 'multiple' && counted?.value.kind !== 'couple') return null;
      return andHalf(reading, withOf(reading, at, counted.end, counted.value.worth));
    }
    case 'half':
      return halfAt(reading, at, at);
    case 'score':
      // That of a test is none; 'three score' are sixty.
      return null;
    case 'couple':
      // A pair of shoes and a couple are counted only where something counts them.
      return null;
    case 'multiple':
      return withOf(reading, at, word.end, worth);
    case 'fraction':
      return { first: at, end: word.end, min: worth, max: worth };
    case 'ten': {
      const unit = reading.mentionAt(reading.tokens.written(word.end) === '-' ? word.end + 1 : word.end, NUMBER_WORDS);
      if (unit?.value.kind === 'unit') return timesMultiple(reading, at, unit.end, worth + unit.value.worth);
      return timesMultiple(reading, at, word.end, worth);
    }
    default:
      return timesMultiple(reading, at, word.end, worth);
  }
}

/** 'half a dozen', 'half-dozen', 'a half dozen': 'half' is at a token. */
function halfAt(reading: Reading, first: number, at: number): NumberValue | null {
  if (reading.mentionAt(at, NUMBER_WORDS)?.value.kind !== 'half') return null;
  const next = reading.mentionAt(at + 1, NUMBER_WORDS);
  const isPassed = next?.value.kind === 'article' || reading.tokens.written(at + 1) === '-';
  const multiple = reading.mentionAt(isPassed ? at + 2 : at + 1, NUMBER_WORDS);
  if (multiple?.value.kind !== 'multiple') return null;
  return withOf(reading, first, multiple.end, multiple.value.worth / 2);
}

/** 'two dozen', 'three hundred', 'two score'. */
function timesMultiple(reading: Reading, first: number, end: number, value: number): NumberValue {
  const multiple = reading.mentionAt(end, NUMBER_WORDS);
  const counts = multiple?.value.kind === 'multiple' || multiple?.value.kind === 'score';
  if (multiple === null || !counts) return { first, end, min: value, max: value };
  return withOf(reading, first, multiple.end, value * multiple.value.worth);
}

/** 'a dozen and a half' */
function andHalf(reading: Reading, number: NumberValue): NumberValue {
  const { first, end, max } = number;
  const isHalf =
    reading.tokens.lower(end) === 'and' &&
    reading.mentionAt(end + 1, NUMBER_WORDS)?.value.kind === 'article' &&
    reading.mentionAt(end + 2, NUMBER_WORDS)?.value.kind === 'half';
  return isHalf && max > 2 ? { first, end: end + 3, min: max * 1.5, max: max * 1.5 } : number;
}

/** 'a couple of visits', 'a dozen of them': the 'of' belongs to the number. */
function withOf({ tokens }: Reading, first: number, end: number, value: number): NumberValue {
  const after = tokens.lower(end) === 'of' ? end + 1 : end;
  return { first, end: after, min: value, max: value };
}
