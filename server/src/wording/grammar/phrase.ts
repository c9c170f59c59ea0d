import type { Reading, TokenRange } from '../../language/reading.ts';
import { NOMINAL, PARTS, Part } from './parts.ts';

/** Whether one thing or several are mentioned. */
export type Count = 'one' | 'many';

/** A noun with what belongs to it: 'the first six visits', 'his left knee'. Positions are of tokens, `end` excluded. */
export interface NounPhrase extends TokenRange {
  /** Position of its noun. */
  readonly head: number;
  /** Null where it may be either. */
  readonly count: Count | null;
  readonly isMass: boolean;
  /** Position of the determiner or the number that it begins with; -1 where it has none. */
  readonly determiner: number;
}

/** A sentence as words that may be one thing or another. */
export class Sentence implements TokenRange {
  readonly reading: Reading;
  readonly first: number;
  readonly end: number;
  readonly #parts: Int32Array;

  constructor(reading: Reading, { first, end }: TokenRange) {
    this.reading = reading;
    this.#parts = reading.get(PARTS.all);
    this.first = first;
    this.end = end;
  }

  part(at: number): number {
    return at < this.first || at >= this.end ? 0 : (this.#parts[at] ?? 0);
  }

  /** Whether a word may be one of these parts. */
  may(at: number, parts: number): boolean {
    return (this.part(at) & parts) !== 0;
  }

  /** Whether it can be nothing else. */
  must(at: number, parts: number): boolean {
    const part = this.part(at) & ~Part.guessed;
    return part !== 0 && (part & ~parts) === 0;
  }

  /** In small letters; empty outside the sentence. */
  word(at: number): string {
    if (at < this.first || at >= this.end) return '';
    const { tokens, lexicon } = this.reading;
    const word = tokens.word(at);
    // Words of the lexicon are made once, and not for each letter.
    return lexicon.knows(word) && tokens.isWord(at) ? lexicon.words.word(word) : tokens.lower(at);
  }

  /** The word before a token that is no adverb. */
  beforeAdverbs(at: number): number {
    let before = at - 1;
    while (
      before > this.first &&
      at - before < 4 &&
      this.may(before, Part.adverb) &&
      !this.may(before, NOMINAL | Part.adjective)
    )
      before--;
    return before;
  }

  /** The next token that is no adverb and no 'not'. */
  afterAdverbs(at: number): number {
    let next = at;
    while (next < this.end && next - at < 4 && (this.must(next, Part.adverb) || NOT.has(this.word(next)))) next++;
    return next;
  }

  isNumber(at: number): boolean {
    return this.reading.tokens.isFigures(at) || this.may(at, Part.number);
  }

  /** Two tokens that a hyphen joins, without blanks: the position after the second; else -1. */
  afterHyphen(at: number): number {
    const { tokens } = this.reading;
    const isHyphen = at + 1 < this.end && tokens.written(at) === '-' && tokens.isGlued(at) && tokens.isGlued(at + 1);
    return isHyphen ? at + 1 : -1;
  }
}

const NOT: ReadonlySet<string> = new Set(['not', "n't", 'yet']);

/** In tokens. */
const LONGEST_PHRASE = 12;
/** They are in no list of parts. */
const OBJECTS: ReadonlySet<string> = new Set(['him', 'them', 'me', 'us']);
/** 'past' is a preposition, too. */
const PAST = Part.adjective | Part.preposition;
/** No part of a noun phrase, but at its beginning. */
const APART = Part.auxiliary | Part.preposition | Part.conjunction | Part.pronoun | Part.determiner;

/** The noun phrase that begins at a token; null where none does. */
export function nounPhraseAt(sentence: Sentence, first: number): NounPhrase | null {
  const { tokens } = sentence.reading;
  let at = first;
  let determiner = -1;
  let number: Count | null = null;
  const isLetter = tokens.isCapitals(at) && at > sentence.first;
  if (sentence.may(at, Part.determiner) && !isLetter) {
    determiner = at;
    at++;
  }
  let head = -1;
  const limit = Math.min(sentence.end, first + LONGEST_PHRASE);
  for (; at < limit; at++) {
    if (tokens.isPossessive(at) && head >= 0) {
      head = -1;
      number = null;
      determiner = at;
      continue;
    }
    const afterHyphen = sentence.afterHyphen(at);
    if (afterHyphen > 0) continue;
    if (sentence.isNumber(at)) {
      // 'the 6 visits'; what comes after its noun is not a part of it.
      if (head >= 0) break;
      if (number === null && determiner < 0) determiner = at;
      number = tokens.figures(at) === 1 ? 'one' : 'many';
      continue;
    }
    const part = sentence.part(at);
    // 'her past surgery'
    const isDescribing = at === first + 1 && determiner === first && (part & (APART | Part.adjective)) === PAST;
    if ((part & APART) !== 0 && !isDescribing) break;
    if ((part & NOMINAL) !== 0) {
      if (head >= 0 && isVerbAfter(sentence, head, at)) break;
      head = at;
      continue;
    }
    // 'documentation noting red flags', 'therapy received': what comes after its noun is not a part of it.
    if (head >= 0 && (part & (Part.participle | Part.ing)) !== 0 && (part & Part.adjective) === 0) break;
    // 'the use of both often increase'
    if (head >= 0 && sentence.must(at, Part.adverb)) break;
    if ((part & (Part.adjective | Part.participle | Part.ing | Part.adverb)) !== 0) continue;
    // A word that is not known may describe the noun after it.
    const isUnknown =
      part === 0 &&
      tokens.isWord(at) &&
      !OBJECTS.has(sentence.word(at)) &&
      (sentence.may(at + 1, NOMINAL) ||
        tokens.isPossessive(at + 1) ||
        sentence.may(sentence.afterHyphen(at + 1), NOMINAL));
    if (!isUnknown) break;
    head = tokens.isPossessive(at + 1) ? at : head;
  }
  if (head < 0) return null;
  return {
    first,
    end: head + 1,
    head,
    determiner,
    count: countOf(sentence, head),
    isMass: sentence.must(head, Part.mass | Part.base),
  };
}

/** 'the guidelines states', 'the guideline state that': what may be a noun is a verb here. */
function isVerbAfter(sentence: Sentence, head: number, at: number): boolean {
  if (sentence.must(head, Part.plural) && sentence.may(at, Part.third)) return true;
  return sentence.may(at, Part.base) && !sentence.may(at, Part.adjective) && sentence.word(at + 1) === 'that';
}

function countOf(sentence: Sentence, head: number): Count | null {
  const part = sentence.part(head);
  const isMany = (part & Part.plural) !== 0;
  const isOne = (part & (Part.noun | Part.mass)) !== 0;
  if (sentence.word(head) === 'range' && sentence.word(head + 1) === 'of' && sentence.word(head + 2) === 'motion')
    return 'one';
  if (isMany === isOne || OF_EITHER_NUMBER.has(sentence.word(head))) return null;
  return isMany ? 'many' : 'one';
}

/** Nouns that take a verb of either number, and words that the lists cannot distinguish. */
export const OF_EITHER_NUMBER: ReadonlySet<string> = new Set(
  'data series means majority variety number range lot half percent percentage rest remainder couple pair total group team staff combination set part portion list batch host bulk plenty minority fraction handful dozen proportion type kind form class one committee board panel jury family faculty crew manner'.split(
    ' ',
  ),
);
