import type { TokenRange } from '../../../../language/reading.ts';
import { itemAt, withoutArticle } from './items.ts';
import { isQuote, type Scanner } from './scanner.ts';

/** The name of a place in a work, with what a subdivision that is given after it adds: section 4600, subdivision (h). */
export interface PlaceName extends TokenRange {
  /** The marks of the subdivision; empty where none is given. */
  readonly subdivision: string;
}

/** Places that a label leads to. */
interface NumberedPlaces {
  readonly end: number;
  readonly names: readonly PlaceName[];
}

/** 'sections 5.1, 5.2 and 8.5', 'section 4600, subdivision (h)': numbers after a label, each a place; null where none are. */
function numbersAt(scanner: Scanner, at: number, limit: number): NumberedPlaces | null {
  const names: PlaceName[] = [];
  let end = at;
  for (let next = at; names.length < MOST_NUMBERS; ) {
    const stop = endOfNumber(scanner, next);
    if (stop === next || stop > limit || (next > at && beginsAnother(scanner, next, stop))) break;
    const { end: after, marks } = subdivisionAt(scanner, stop, limit);
    names.push({ first: next, end: stop, subdivision: marks });
    end = after;
    const comma = scanner.written(after) === ',' ? after + 1 : after;
    const joined = scanner.skip(comma, 'citation joins');
    next = scanner.is(joined, 'citation place') ? scanner.skip(joined, 'citation place') : joined;
    if (next === after) break;
  }
  return names.length === 0 ? null : { end, names };
}

const MOST_NUMBERS = 12;

/** '…, 2016', '… and 8 CCR 9792.20': a year, or another work. */
const beginsAnother = (scanner: Scanner, at: number, end: number): boolean =>
  scanner.isYear(at) || scanner.is(end, 'citation law');

/** '9792.24.2', '4600(h)', '4610.5(c)(2)', '1983-A': figures and what is glued to them. */
export function endOfNumber(scanner: Scanner, at: number): number {
  const { tokens } = scanner;
  if (!tokens.isFigures(at)) return at;
  let end = at + 1;
  for (let i = 0; i < LONGEST_NUMBER; i++) {
    if (!tokens.isGlued(end)) break;
    const mark = scanner.written(end);
    if (mark === '.' && tokens.isGlued(end + 1) && tokens.isFigures(end + 1)) end += 2;
    else if (mark === '(' && scanner.written(end + 2) === ')' && !tokens.isMark(end + 1)) end += 3;
    else if (tokens.isWord(end) && tokens.end(end) - tokens.start(end) === 1) end++;
    else break;
  }
  return end;
}

const LONGEST_NUMBER = 6;

/** ', subdivision (c), paragraph (2)': '(c)(2)'. */
function subdivisionAt(scanner: Scanner, at: number, limit: number): { readonly end: number; readonly marks: string } {
  let end = at;
  let marks = '';
  for (let i = 0; i < 3; i++) {
    const comma = scanner.written(end) === ',' ? end + 1 : end;
    let from = scanner.skip(comma, 'citation subdivision');
    if (from === comma) break;
    if (scanner.written(from) === '.') from++;
    const start = from;
    while (scanner.written(from) === '(' && scanner.written(from + 2) === ')' && from + 3 <= limit) from += 3;
    if (from === start) break;
    marks += scanner.tokens.slice(start, from);
    end = from;
  }
  return { end, marks };
}

/** 'chapter 7', 'Table 9-6', 'recommendations 3 and 11': a place with a number, and the word for it; `at` where none begins. */
export function endOfNumberedPlace(scanner: Scanner, at: number, limit: number): number {
  const label = scanner.skip(at, 'citation numbered place');
  if (label === at) return at;
  const from = scanner.written(label) === '.' ? label + 1 : label;
  let end = endOfNumber(scanner, from);
  if (end === from || end > limit) return at;
  if (scanner.written(end) === '-' && scanner.tokens.isFigures(end + 1)) end += 2;
  for (let i = 0; i < MOST_NUMBERS; i++) {
    const comma = scanner.written(end) === ',' ? end + 1 : end;
    const joined = scanner.skip(comma, 'citation joins');
    const next = joined > end ? endOfNumber(scanner, joined) : joined;
    if (next === joined || next > limit || beginsAnother(scanner, joined, next)) break;
    end = next;
  }
  return end;
}

/** A place that words lead to, and its names. */
export interface LabelledPlace {
  readonly end: number;
  readonly names: readonly PlaceName[];
}

/**
 * 'section 5.1', 'under the heading "Splints"', 'the part on night splints': a place that a word says to be one. In small
 * letters its name goes on to the next mark or verb, and where a guideline is named next.
 * @param isOther whether another citation begins at a token
 */
export function labelledAt(
  scanner: Scanner,
  at: number,
  limit: number,
  isOther: (at: number) => boolean,
): LabelledPlace | null {
  const numbered = endOfNumberedPlace(scanner, at, limit);
  if (numbered > at) return onePlace(at, numbered);
  const label = scanner.endOfLabelWord(at);
  if (label === at) return null;
  const led = scanner.skipAll(label, 'citation leads to a place', 4);
  const start = isQuote(scanner.written(led)) ? led + 1 : led;
  if (start >= limit) return null;
  const numbers = numbersAt(scanner, start, limit);
  const [only] = numbers?.names ?? [];
  if (
    numbers !== null &&
    only !== undefined &&
    (numbers.names.length > 1 || only.subdivision !== '' || !goesOn(scanner, numbers.end))
  )
    return numbers;
  const item = itemAt(scanner, start, limit, isOther);
  if (item !== null && scanner.written(label - 1).endsWith('s')) return listAt(scanner, start, limit, isOther);
  if (item !== null) return { end: item.end, names: [{ first: start, end: item.titleEnd, subdivision: '' }] };
  const small = endOfSmallTitle(scanner, start, limit, isOther);
  return small > start ? { ...onePlace(start, small), end: small } : null;
}

/** 'topics Tapering, Kratom and Naloxone': where the label gives several, each item is one. */
function listAt(scanner: Scanner, at: number, limit: number, isOther: (at: number) => boolean): LabelledPlace | null {
  const names: PlaceName[] = [];
  let end = at;
  for (let next = at; names.length < MOST_NUMBERS; ) {
    const item = itemAt(scanner, next, limit, isOther);
    if (item === null || (next > at && isOther(next))) break;
    let first = next;
    for (let t = next + 1; t < item.titleEnd - 1; t++) {
      const after = scanner.skip(t, 'citation joins');
      if (after === t || !scanner.tokens.isCapitalized(after)) continue;
      names.push({ first, end: t, subdivision: '' });
      first = after;
    }
    names.push({ first, end: item.titleEnd, subdivision: '' });
    end = item.end;
    const comma = scanner.written(end) === ',' ? end + 1 : end;
    next = scanner.skip(comma, 'citation joins');
    if (next === end || scanner.pagesAt(next, limit) !== null) break;
  }
  return names.length === 0 ? null : { end, names };
}

const onePlace = (first: number, end: number): LabelledPlace => ({ end, names: [{ first, end, subdivision: '' }] });

/** '5.1 (The 12-lead electrocardiogram)', '3.3 Opioids': the number has a title. */
const goesOn = (scanner: Scanner, at: number): boolean =>
  scanner.written(at) === '(' || (scanner.tokens.isWord(at) && scanner.tokens.isCapitalized(at));

/** The position after a title in small letters, up to a mark, a verb or another citation; `at` where it has no words. */
function endOfSmallTitle(scanner: Scanner, at: number, limit: number, isOther: (at: number) => boolean): number {
  const { tokens } = scanner;
  if (!tokens.isWord(at) || scanner.is(at, 'citation begins no title')) return at;
  let end = at;
  while (end < Math.min(limit, at + LONGEST_SMALL)) {
    const isDash = scanner.written(end) === '-' && tokens.isGlued(end) && tokens.isGlued(end + 1);
    if (tokens.isMark(end) && !isDash) break;
    if (scanner.is(end, 'citation ends a title')) break;
    if (scanner.is(end, 'citation belongs to') || scanner.is(end, 'citation joins')) {
      const next = withoutArticle(
        scanner,
        scanner.skip(end, 'citation joins') > end ? scanner.skip(end, 'citation joins') : end + 1,
      );
      if (isOther(next) || scanner.pagesAt(next, limit) !== null || scanner.is(next, 'citation place')) break;
    }
    end++;
  }
  return end;
}

const LONGEST_SMALL = 9;
