import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { Entries } from './entries.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { WordClass } from './lexicon/wordClass.ts';
import { sentenceStarts } from './sentences.ts';
import { Tokens } from './tokens.ts';

/** Reads something from a letter's tokens; what it gives is kept as long as the letter is. */
export type Reader<T> = (reading: Reading) => T;

/** An entry of a class in a text. Positions are of tokens, `end` excluded. */
export interface Mention<T> {
  readonly value: T;
  readonly first: number;
  readonly end: number;
  /** Bits of `Form` where it is a verb; else 0. */
  readonly form: number;
}

/** Tokens of a letter, `end` excluded. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/**
 * What the language layer knows of a letter: its tokens, where the entries of the lexicon stand, its sentences, and the
 * values and whatever else readers ask for. One a letter, made when first asked for; it owns what is read.
 */
export class Reading {
  readonly prose: Prose;
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  readonly entries: Entries;
  readonly #known = new Map<Reader<unknown>, { readonly value: unknown }>();
  #starts: Int32Array | null = null;

  /** @param prose the whole letter */
  constructor(prose: Prose, lexicon: Lexicon) {
    this.prose = prose;
    this.lexicon = lexicon;
    lexicon.seal();
    this.tokens = new Tokens(prose.text, lexicon.words);
    this.entries = new Entries(this.tokens, lexicon);
  }

  /** What `read` reads from the letter, read once. */
  get<T>(read: Reader<T>): T {
    const known = this.#known.get(read);
    // The value under a reader is the one that this reader gave.
    if (known !== undefined) return known.value as T;
    const value = read(this);
    this.#known.set(read, { value });
    return value;
  }

  /** The tokens of a piece of the letter. */
  passage(prose: Prose): Passage {
    const first = this.tokens.from(prose.from);
    return new Passage(this, first, Math.max(first, this.tokens.from(prose.to)));
  }

  /** Where tokens stand in the letter. */
  span({ first, end }: TokenRange): Span {
    const start = this.tokens.start(first);
    return this.prose.span(start, end > first ? this.tokens.end(end - 1) : start);
  }

  /** The position after the longest entry of a class that begins at a token; -1 where none does. */
  endOfClass(at: number, wordClass: WordClass<unknown>): number {
    if (this.entries.from(at) === this.entries.from(at + 1)) return -1;
    return this.endOfClassNumber(at, this.lexicon.numberOf(wordClass));
  }

  /** The same by the class's number. */
  endOfClassNumber(at: number, number: number): number {
    const { entries } = this;
    const end = entries.from(at + 1);
    for (let entry = entries.from(at); entry < end; entry++) {
      if (entries.sense(entry)?.class === number) return entries.end(entry);
    }
    return -1;
  }

  /** The longest entry of a class that begins at a token. */
  mentionAt<T>(at: number, wordClass: WordClass<T>): Mention<T> | null {
    const { entries } = this;
    const end = entries.from(at + 1);
    if (entries.from(at) === end) return null;
    const number = this.lexicon.numberOf(wordClass);
    for (let entry = entries.from(at); entry < end; entry++) {
      const sense = entries.sense(entry);
      if (sense?.class !== number) continue;
      return {
        value: this.lexicon.valueOf(wordClass, sense),
        first: at,
        end: entries.end(entry),
        form: sense.form,
      };
    }
    return null;
  }

  /** Position of the first token of the sentence that holds `at`. */
  startOfSentence(at: number): number {
    const starts = this.#sentenceStarts();
    return starts[this.#sentenceOf(at)] ?? 0;
  }

  /** The position after the sentence that holds `at`. */
  endOfSentence(at: number): number {
    const starts = this.#sentenceStarts();
    return starts[this.#sentenceOf(at) + 1] ?? this.tokens.count;
  }

  #sentenceOf(at: number): number {
    const starts = this.#sentenceStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #sentenceStarts(): Int32Array {
    if (this.#starts === null) {
      const breaks = new Set<number>();
      for (const { index, kind } of this.prose.paragraphBreaks(-1)) {
        if (kind !== 'page') breaks.add(this.tokens.from(index));
      }
      this.#starts = sentenceStarts(this.tokens, breaks);
    }
    return this.#starts;
  }
}

/** The tokens of a piece of a letter: of a heading, a part, a section. */
export class Passage implements TokenRange {
  readonly reading: Reading;
  readonly first: number;
  readonly end: number;

  constructor(reading: Reading, first: number, end: number) {
    this.reading = reading;
    this.first = first;
    this.end = end;
  }

  /** Its sentences, cut at its ends, in order. */
  *sentences(): Iterable<TokenRange> {
    for (let first = this.first; first < this.end; ) {
      const end = Math.min(this.end, this.reading.endOfSentence(first));
      yield { first, end };
      first = end;
    }
  }

  /** The sentence that holds a position, cut at the passage's ends. */
  sentenceAt(at: number): TokenRange {
    return {
      first: Math.max(this.first, this.reading.startOfSentence(at)),
      end: Math.min(this.end, this.reading.endOfSentence(at)),
    };
  }

  /** The entries of a class, in order: leftmost, then longest; none overlaps another. */
  *mentions<T>(wordClass: WordClass<T>, { first, end }: TokenRange = this): Iterable<Mention<T>> {
    for (let at = first; at < end; ) {
      const mention = this.reading.mentionAt(at, wordClass);
      if (mention !== null && mention.end <= end) yield mention;
      at = mention !== null && mention.end <= end ? mention.end : at + 1;
    }
  }
}
