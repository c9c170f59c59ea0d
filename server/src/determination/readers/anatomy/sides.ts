import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { Mention, Passage, Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { BodyPart, Laterality, SideMention } from '../../model/anatomy.ts';
import { PHRASE_ENDS } from '../shared/phraseEnds.ts';
import { type BodyMention, bodyMentions } from './bodyMentions.ts';
import { AROUND_SIDES, SIDE_WORDS, type SideWord } from './sideWords.ts';

/** A side of the body that a text names, by its tokens. */
export interface Sided extends TokenRange {
  readonly side: Laterality;
  readonly bodyPart: BodyPart | null;
}

/**
 * Every left, right or both sides that a text names of a body. 'Right-handed', 'right away', 'was left with' name none. In a
 * `heading` a left or right that no part is near is of the body all the same ('left ulnar nerve transposition').
 */
export function findSides(prose: Prose, kind: 'prose' | 'heading' = 'prose'): readonly SideMention[] {
  const passage = passageOf(prose);
  return sidesIn(passage, kind).map(({ side, bodyPart, ...range }) => ({
    side,
    bodyPart,
    span: passage.span(range),
  }));
}

/** The sides that whole words of a text ('left', 'both') may name, whatever they belong to. */
export const findSideWords = (prose: Prose): readonly Laterality[] =>
  Array.from(passageOf(prose).mentions(SIDE_WORDS), ({ value }) => value).flatMap(({ side, use }) =>
    use === 'word' || use === 'of several' ? [side] : [],
  );

/** The same by their tokens. */
export const sidesIn = (passage: Passage, kind: 'prose' | 'heading'): readonly Sided[] =>
  passage.get(kind === 'heading' ? readHeading : readProse);

/** A heading is one phrase, whatever full stops it has ('Rt. Knee'). */
const readHeading = (passage: Passage): readonly Sided[] =>
  new SideReader(passage, passage, 'heading').read(bodyMentions(passage).all);

const readProse = (passage: Passage): readonly Sided[] => {
  const parts = bodyMentions(passage).all;
  if (passage.mentions(SIDE_WORDS)[Symbol.iterator]().next().done === true) return [];
  const sides: Sided[] = [];
  let from = 0;
  for (const sentence of passage.sentences()) {
    let to = from;
    while ((parts[to]?.first ?? sentence.end) < sentence.end) to++;
    sides.push(...new SideReader(passage, sentence, 'prose').read(parts.slice(from, to)));
    from = to;
  }
  return sides;
};

/** How many tokens may be between a side and its part. */
const FARTHEST = 8;
/** How many describing words may: 'left distal lateral elbow'. */
const MOST_DESCRIBING = 3;

/** Reads the sides of a sentence, or of a heading. */
class SideReader {
  readonly #reading: Reading;
  readonly #passage: Passage;
  readonly #range: TokenRange;
  readonly #kind: 'prose' | 'heading';
  #parts: readonly BodyMention[] = [];

  constructor(passage: Passage, range: TokenRange, kind: 'prose' | 'heading') {
    this.#reading = passage.reading;
    this.#passage = passage;
    this.#range = range;
    this.#kind = kind;
  }

  read(parts: readonly BodyMention[]): readonly Sided[] {
    this.#parts = parts;
    const sides: Sided[] = [];
    let next = 0;
    for (const word of this.#passage.mentions(SIDE_WORDS, this.#range)) {
      if (this.#isNoSide(word)) continue;
      while ((parts[next]?.first ?? Number.POSITIVE_INFINITY) < word.first) next++;
      sides.push(...this.#at(word, next));
    }
    return sides;
  }

  /** What a side's word belongs to. `next` is the first part that begins at the word or after it. */
  #at(word: Mention<SideWord>, next: number): readonly Sided[] {
    const { side, use } = word.value;
    const after = this.#parts[next];
    if (use === 'with part') return after?.first === word.first ? this.#sided(side, after, word, after) : [];
    if (after !== undefined && after.first - word.end <= FARTHEST && this.#reaches(word, after.first)) {
      return use === 'of several' && !this.#isPlural(after) ? [] : this.#partsAfter(word, next);
    }
    const before = this.#parts[next - 1];
    if (before !== undefined && word.first - before.end <= FARTHEST && this.#closes(before, word)) {
      return this.#sided(side, before, before, { first: before.first, end: this.#withBracket(word) });
    }
    if (use !== 'word') return [];
    const isNamed = this.#kind === 'heading' || this.#isNamed(word);
    return isNamed ? [{ side, bodyPart: null, first: word.first, end: word.end }] : [];
  }

  /** A side of a mentioned part, or of both that one word names. */
  #sided(side: Laterality, { parts }: BodyMention, from: TokenRange, to: TokenRange): readonly Sided[] {
    return parts.map((bodyPart) => ({ side, bodyPart, first: from.first, end: to.end }));
  }

  /** The part after a side, and of 'left wrist/hand' the hand, too. */
  #partsAfter(word: Mention<SideWord>, next: number): readonly Sided[] {
    const { tokens } = this.#reading;
    const { side } = word.value;
    const sided: Sided[] = [];
    for (let i = next; i < this.#parts.length; i++) {
      const part = this.#parts[i];
      const previous = this.#parts[i - 1];
      if (part === undefined) break;
      const isListed = i === next || (previous !== undefined && tokens.slice(previous.end, part.first) === '/');
      if (!isListed) break;
      const opens = this.#isBracketed(word) ? { first: word.first - 1, end: word.end } : word;
      sided.push(...this.#sided(side, part, i === next ? opens : part, part));
    }
    return sided;
  }

  #isBracketed({ first, end }: TokenRange): boolean {
    const { tokens } = this.#reading;
    return tokens.written(first - 1) === '(' && tokens.written(end) === ')';
  }

  #withBracket(word: TokenRange): number {
    return this.#isBracketed(word) ? word.end + 1 : word.end;
  }

  /** 'Right-handed', 'left ventricle'; an 'r' that is no abbreviation. */
  #isNoSide({ first, end, value }: Mention<SideWord>): boolean {
    if (this.#is(first, AROUND_SIDES['no side'])) return true;
    return value.use === 'letter' && end - first === 1 && !this.#isLetter(first);
  }

  /** 'L' and 'R' are capitals close to no other letter or figure; 'Lt' may be written in any way. */
  #isLetter(at: number): boolean {
    const { tokens } = this.#reading;
    if (tokens.end(at) - tokens.start(at) > 1) return true;
    return tokens.isCapitals(at) && !(tokens.isGlued(at + 1) && (tokens.isFigures(at + 1) || tokens.isWord(at + 1)));
  }

  /** Whether nothing but describing words are between a side and a part: 'left distal', '-sided', 'right lateral'. */
  #reaches(word: Mention<SideWord>, to: number): boolean {
    const { tokens } = this.#reading;
    let at = word.end;
    if (at === to) return true;
    if (word.value.use === 'letter') {
      if (tokens.written(at) === ')' || tokens.written(at) === '.') at++;
      return this.#pastOtherSide(at) === to || at === to;
    }
    at = this.#pastOtherSide(at);
    at = this.#pastSideNoun(at);
    at = this.#pastFingers(at);
    while (at < to && (tokens.written(at) === ')' || tokens.written(at) === '.')) at++;
    return this.#areDescribing(at, to);
  }

  /** 'Right and left knee', 'left greater than right shoulder': both sides have the part. */
  #pastOtherSide(at: number): number {
    const { tokens } = this.#reading;
    const isMark = tokens.isMark(at) && OTHER_SIDE_MARKS.has(tokens.written(at));
    let next = isMark ? at + 1 : this.#endOf(at, AROUND_SIDES['compares sides']);
    if (next < 0) return at;
    next = Math.max(next, this.#endOf(next, ENGLISH.article));
    const side = this.#reading.mentionAt(next, SIDE_WORDS);
    if (side === null || side.value.side === 'bilateral' || side.value.use === 'with part') return at;
    return tokens.written(side.end) === '.' && side.value.use === 'letter' ? side.end + 1 : side.end;
  }

  /** '-sided', 'side of the'. */
  #pastSideNoun(at: number): number {
    const { tokens } = this.#reading;
    const noun = this.#endOf(tokens.written(at) === '-' ? at + 1 : at, AROUND_SIDES['side noun']);
    if (noun < 0) return at;
    if (tokens.lower(noun) !== OF) return noun;
    const determiner = Math.max(this.#endOf(noun + 1, ENGLISH.article), this.#endOf(noun + 1, ENGLISH.possessive));
    return determiner < 0 ? noun : determiner;
  }

  /** 'Index and' before 'middle fingers', '2nd,' before '3rd digits'. */
  #pastFingers(from: number): number {
    const { tokens } = this.#reading;
    let at = from;
    for (let i = 0; i < MOST_FINGERS; i++) {
      const isOrdinal = tokens.isFigures(at) && tokens.isGlued(at + 1) && tokens.isWord(at + 1);
      const name = isOrdinal ? at + 2 : this.#endOf(at, AROUND_SIDES['finger name']);
      if (name < 0) return at;
      at = tokens.written(name) === ',' ? name + 1 : name;
      at = Math.max(at, this.#endOf(at, ENGLISH.coordinator));
      if (tokens.written(at) === '&') at++;
    }
    return at;
  }

  #areDescribing(from: number, to: number): boolean {
    const { tokens } = this.#reading;
    let words = 0;
    for (let at = from; at < to; at++) {
      if (tokens.isMark(at)) {
        if (tokens.written(at) !== '-') return false;
        continue;
      }
      if (this.#stops(at) || ++words > MOST_DESCRIBING) return false;
      if (tokens.end(at) - tokens.start(at) < 2) return false;
    }
    return true;
  }

  /** Whether a word ends what a side describes. */
  #stops(at: number): boolean {
    return STOPS.some((wordClass) => this.#is(at, wordClass));
  }

  /** 'Knee pain on the left', 'shoulder, right', 'knee (left)', 'hinged knee brace, left': the side closes its phrase. */
  #closes(part: BodyMention, word: Mention<SideWord>): boolean {
    const { tokens } = this.#reading;
    if (word.value.use === 'of several') return false;
    if (word.value.use === 'letter') {
      const between = tokens.slice(part.end, word.first);
      return this.#isBracketed(word) ? between === '(' : between === ',' && this.#endsPhrase(word.end);
    }
    if (this.#isGivenOnThe(part.end, word.first)) return true;
    let marks = 0;
    let words = 0;
    for (let at = part.end; at < word.first; at++) {
      if (tokens.isMark(at)) {
        if (!CLOSING_MARKS.has(tokens.written(at)) || ++marks > 2) return false;
        // What follows the comma or the bracket are at most two words: 'brace, hinged, left'.
        words = Math.min(words, MOST_BEFORE_COMMA);
      } else if (tokens.isFigures(at) || this.#stops(at) || ++words > MOST_CLOSING) return false;
    }
    return word.value.side === 'bilateral' || this.#endsPhrase(this.#pastSideNoun(word.end));
  }

  /** 'Pain on the', 'is worse on the' between a part and its side. */
  #isGivenOnThe(from: number, to: number): boolean {
    let at = Math.max(from, this.#endOf(from, AROUND_SIDES['told of a side']));
    at = Math.max(at, this.#endOf(at, ENGLISH.be));
    at = Math.max(at, this.#endOf(at, AROUND_SIDES.worse));
    return at + 2 === to && this.#isOnThe(at);
  }

  #isOnThe(at: number): boolean {
    const { tokens } = this.#reading;
    return ON_OR_TO.has(tokens.lower(at)) && tokens.lower(at + 1) === THE;
  }

  /** 'On the left', 'left-sided', 'bilaterally': a side even where no part is near. */
  #isNamed({ first, end, value }: Mention<SideWord>): boolean {
    return value.side === 'bilateral' || this.#pastSideNoun(end) > end || this.#isOnThe(first - 2);
  }

  #endsPhrase(at: number): boolean {
    const { tokens } = this.#reading;
    if (at >= this.#range.end || tokens.isFigures(at)) return true;
    if (tokens.isMark(at)) return PHRASE_MARKS.has(tokens.written(at));
    return this.#is(at, AROUND_SIDES['ends a phrase']);
  }

  /** 'Knees', 'feet', 'hands'. */
  #isPlural({ end }: TokenRange): boolean {
    const { tokens, lexicon } = this.#reading;
    return lexicon.singular(tokens.word(end - 1)) !== tokens.word(end - 1);
  }

  #is(at: number, wordClass: (typeof STOPS)[number]): boolean {
    return this.#endOf(at, wordClass) >= 0;
  }

  /** The position after an entry of a class in this sentence; -1 where there is none. */
  #endOf(at: number, wordClass: (typeof STOPS)[number]): number {
    if (at < this.#range.first || at >= this.#range.end) return -1;
    return this.#reading.endOfClass(at, wordClass);
  }
}

const STOPS = [...PHRASE_ENDS, AROUND_SIDES['ends a side']];

const OTHER_SIDE_MARKS: ReadonlySet<string> = new Set([',', '/', '&', '>', '<']);
const CLOSING_MARKS: ReadonlySet<string> = new Set([',', '-', '(', ':']);
const PHRASE_MARKS: ReadonlySet<string> = new Set([',', '.', ';', ':', ')']);
const MOST_FINGERS = 4;
const MOST_CLOSING = 3;
const MOST_BEFORE_COMMA = 1;
const ON_OR_TO: ReadonlySet<string> = new Set(['on', 'to']);
const OF = 'of';
const THE = 'the';
