import type { Tokens } from './tokens.ts';

/**
 * Where sentences end. A full stop ends one where a capital, a figure, a quotation mark or a bracket follows, also without
 * the blank ('documented.In this case'); not after an abbreviation, an initial or the number of a list, nor within a
 * figure. A paragraph's end ends one, too.
 */

/** Words whose period does not end a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'dr drs mr mrs ms vs eg ie g e pg pgs pp p no nos lic fig sec ch ed eds st approx al vol inc ltd jr sr dept ave prof cf subd subds subsec sect para paras chap app cal'.split(
    ' ',
  ),
);

/** Abbreviations with which a sentence may end: it does where the next begins as sentences do. */
const MAY_END: ReadonlySet<string> = new Set('al inc ltd jr sr ed no dept ave st p g e'.split(' '));

/** Months as they are abbreviated: before a day or a year their period does not end a sentence. */
const MONTHS: ReadonlySet<string> = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));

/** Words that begin a sentence, or another clause, rather than name something. */
const OPENERS: ReadonlySet<string> = new Set(
  'the this that these those it he she they we there in on at as a an his her their however therefore thus per based according no not patient'.split(
    ' ',
  ),
);

/**
 * The sentences of a text, as the positions at which they begin, ascending; the first is 0.
 * @param breaks positions of tokens before which a paragraph ends
 */
export function sentenceStarts(tokens: Tokens, breaks: ReadonlySet<number>): Int32Array<ArrayBuffer> {
  const starts: number[] = [0];
  let last = 0;
  const begin = (at: number): void => {
    starts.push(at);
    last = at;
  };
  for (let at = 0; at < tokens.count; at++) {
    if (at > last && (breaks.has(at) || at - last >= LONGEST_SENTENCE)) begin(at);
    if (!tokens.isMark(at)) continue;
    const next = endOfSentence(tokens, at);
    if (next > at && next < tokens.count && next !== last) begin(next);
  }
  return Int32Array.from(starts);
}

/**
 * In tokens: three times what the longest sentence of a real letter has. Readers look around within a sentence; where a
 * text has no full stop, their work would grow with its square.
 */
export const LONGEST_SENTENCE = 1000;

/** Whether no sentence ends with a word: 'The', 'of', 'and' at the foot of a page. */
export const leadsOn = (tokens: Tokens, at: number): boolean => LEADING_ON.has(tokens.lower(at));

const LEADING_ON: ReadonlySet<string> = new Set(
  'a an the his her their its this these of to for from with without by in on at as than and or nor but is are was were'.split(
    ' ',
  ),
);

/** The position after a sentence that the mark at `at` ends, with what closes after it; `at` where it ends none. */
function endOfSentence(tokens: Tokens, at: number): number {
  const mark = tokens.written(at);
  if (mark !== '.' && mark !== '!' && mark !== '?') return at;
  let next = at + 1;
  while (next < tokens.count && tokens.isGlued(next) && isClosing(tokens.written(next))) next++;
  if (next >= tokens.count) return next;
  const isGlued = tokens.isGlued(next);
  if (mark !== '.') return isGlued ? at : next;
  if (isGlued) return next === at + 1 && runsOn(tokens, at) ? next : at;
  if (isMonth(tokens, at, next)) return at;
  if (tokens.isWord(next) && !tokens.isCapitalized(next)) return at;
  return isAbbreviation(tokens, at, next) ? at : next;
}

/** 'documented.In', '2016.In', 'L4-5.In', but not 'U.S.A', 'Ph.D', '3.3.9' or '1.Norco'. */
function runsOn(tokens: Tokens, stop: number): boolean {
  const before = stop - 1;
  const next = stop + 1;
  if (!tokens.isWord(next) || !tokens.isCapitalized(next) || tokens.isCapitals(next)) return false;
  const isLong = tokens.end(before) - tokens.start(before) > 1;
  if (tokens.isFigures(before)) return isLong || tokens.isGlued(before);
  return tokens.isWord(before) && isLong && !tokens.isCapitals(before);
}

/** Whether the full stop at `stop` belongs to the word before it. */
function isAbbreviation(tokens: Tokens, stop: number, next: number): boolean {
  const before = stop - 1;
  if (tokens.isFigures(before)) return isListNumber(tokens, before);
  if (!tokens.isWord(before)) return false;
  const word = tokens.lower(before);
  if (word.length === 1 && (tokens.isCapitals(before) || isDotted(tokens, before)))
    return !opens(tokens, next) || isNameBefore(tokens, before);
  if (word === 'no' && isCode(tokens, next)) return true;
  if (word === 'no' && !tokens.isFigures(next)) return false;
  if (!ABBREVIATIONS.has(word)) return false;
  return !(MAY_END.has(word) && opens(tokens, next) && !tokens.isCapitals(before));
}

/** 'In Dec. 2015', 'on Sept. 3', 'in Aug. ’15', 'from Nov. – Jan.', but not 'It was denied in Dec. 12 visits followed.' */
function isMonth(tokens: Tokens, stop: number, next: number): boolean {
  if (stop === 0 || !MONTHS.has(tokens.lower(stop - 1))) return false;
  if (!tokens.isFigures(next))
    return (
      tokens.written(next) === '-' || (tokens.isMark(next) && tokens.isFigures(next + 1) && tokens.isGlued(next + 1))
    );
  // Within a sentence 'in Dec.' is the month, and what is counted next begins another.
  const isYear = tokens.end(next) - tokens.start(next) === 4;
  return isYear || tokens.written(stop - 2) !== 'in' || !tokens.isWord(next + 1) || tokens.isGlued(next + 1);
}

/** 'A12345', 'WC-2016-12345', 'G 55121': capitals that begin a number. */
function isCode(tokens: Tokens, at: number): boolean {
  if (!tokens.isCapitals(at)) return false;
  const next = tokens.isMark(at + 1) && tokens.isGlued(at + 1) && tokens.written(at + 1) === '-' ? at + 2 : at + 1;
  return tokens.isFigures(next) && (tokens.isGlued(next) || tokens.end(next) - tokens.start(next) > 3);
}

/** The last letter of 'b.i.d.', 'p.o.', 'a.m.'. */
const isDotted = (tokens: Tokens, at: number): boolean =>
  tokens.isGlued(at) &&
  tokens.written(at - 1) === '.' &&
  tokens.isGlued(at - 1) &&
  tokens.end(at - 2) - tokens.start(at - 2) === 1;

/** The '1' of '1. The request', at the beginning or after another sentence. */
function isListNumber(tokens: Tokens, at: number): boolean {
  if (tokens.figures(at) > 99 || tokens.isGlued(at)) return false;
  const before = tokens.written(at - 1);
  // 'See p. 58. Six visits …'
  if (before === '.' && ABBREVIATIONS.has(tokens.lower(at - 2))) return false;
  // 'As follows: 1. …', but 'Attended: 9. Missed: 3.'
  return at === 0 || before === '.' || before === ';' || (before === ':' && tokens.figures(at) === 1);
}

const isNameBefore = (tokens: Tokens, initial: number): boolean =>
  TITLES.has(tokens.lower(initial - 1)) ||
  (tokens.written(initial - 1) === '.' && TITLES.has(tokens.lower(initial - 2)));

const TITLES: ReadonlySet<string> = new Set(['dr', 'drs', 'mr', 'mrs', 'ms']);

const opens = (tokens: Tokens, at: number): boolean => tokens.isWord(at) && OPENERS.has(tokens.lower(at));

const isClosing = (written: string): boolean => CLOSING.has(written);
const CLOSING: ReadonlySet<string> = new Set(['"', "'", '”', '’', ')', ']']);
