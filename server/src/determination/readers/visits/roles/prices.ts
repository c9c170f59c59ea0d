import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { THERAPY_NAMES, THERAPY_WORDS } from '../../treatments/vocabulary.ts';
import { THERAPY_COLLOQUIAL, VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';

/** What it costs to go from one token of a sentence to another: words of one phrase cost little, what divides clauses much. */
export class Prices {
  readonly #sentence: TokenRange;
  /** By token of the sentence: the price of all tokens before it. */
  readonly #sums: Float64Array;

  constructor(reading: Reading, sentence: TokenRange) {
    this.#sentence = sentence;
    this.#sums = sumsOf(reading, sentence);
  }

  /** What lies between two positions costs; 0 where `to` is not after `from`. */
  between(from: number, to: number): number {
    return Math.max(0, this.#sumAt(to) - this.#sumAt(from));
  }

  #sumAt(at: number): number {
    const { first, end } = this.#sentence;
    return this.#sums[Math.max(0, Math.min(at, end) - first)] ?? 0;
  }
}

const WORD = 1;
const LIGHT = 0.2;
const FIGURE = 0.5;
const MARK = 0.2;
/** The two things compared in 'the twelve requested are more than the ten …'. */
const THAN = 3;
/** Between the items of a note: '18 auth / 16 used'. */
const SLASH = 3;

const WORD_PRICES = new ClassMap<number>([
  [VISIT_WORDS['light word'], LIGHT],
  [ENGLISH.article, 0.2],
  [ENGLISH.possessive, 0.2],
  [ENGLISH.demonstrative, 0.3],
  [ENGLISH.be, 0.3],
  [ENGLISH.have, 0.3],
  [ENGLISH.do, 0.3],
  [ENGLISH.modal, 0.4],
  [THERAPY_NAMES, 0.3],
  [THERAPY_COLLOQUIAL, 0.3],
  [THERAPY_WORDS, 0.3],
  [BODY_PART_NAMES, 0.3],
  [VISIT_UNITS, 0.3],
  [ENGLISH.coordinator, 3],
  [ENGLISH.subordinator, 1.5],
]);

const MARK_PRICES: ReadonlyMap<string, number> = new Map([
  [',', 3],
  [';', 14],
  [':', 0.8],
  ['(', 2],
  [')', 2],
  ['—', 3],
  ['–', 2],
]);

function sumsOf(reading: Reading, { first, end }: TokenRange): Float64Array {
  const sums = new Float64Array(end - first + 1);
  let sum = 0;
  for (let at = first; at < end; ) {
    const known = reading.tokens.isWord(at) && !isBetweenParts(reading, at) ? WORD_PRICES.at(reading, at) : null;
    const to = Math.min(end, known?.end ?? at + 1);
    const price = known?.value ?? priceOfToken(reading, at);
    for (; at < to; at++) {
      sum += price;
      sums[at - first + 1] = sum;
    }
  }
  return sums;
}

function priceOfToken(reading: Reading, at: number): number {
  const { tokens } = reading;
  if (isBetweenParts(reading, at)) return MARK;
  if (tokens.isFigures(at)) return FIGURE;
  if (tokens.isMark(at)) {
    const written = tokens.written(at);
    if (written === '/' && !tokens.isGlued(at)) return SLASH;
    return MARK_PRICES.get(written) ?? MARK;
  }
  const isThan = reading.endOfClass(at, VISIT_WORDS['than']) > 0 && reading.endOfClass(at + 1, ENGLISH.article) > 0;
  return isThan ? THAN : WORD;
}

/** The comma and the 'and' of 'the neck, the left shoulder and the wrist'. */
function isBetweenParts(reading: Reading, at: number): boolean {
  const isComma = reading.tokens.written(at) === ',';
  if (!isComma && reading.endOfClass(at, ENGLISH.coordinator) < 0) return false;
  let next = at + 1;
  while (next < at + LONGEST_LEAD && BEFORE_PART.has(reading, next)) next++;
  const isPart = (token: number): boolean => reading.endOfClass(token, BODY_PART_NAMES) > 0;
  return isPart(next) && [at - 1, at - 2, at - 3].some(isPart);
}

const BEFORE_PART = new ClassMap<true>([
  [VISIT_WORDS['side word'], true],
  [ENGLISH.article, true],
]);
/** In tokens: 'and the left'. */
const LONGEST_LEAD = 4;
