import { Entries } from './entries.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { Vocabulary } from './lexicon/vocabulary.ts';
import { WordClass } from './lexicon/wordClass.ts';
import type { Places } from './places.ts';
import { leadsOn, sentenceStarts } from './sentences.ts';
import { MOST_TOKENS, Tokens } from './tokens.ts';
import type { OtherWords } from './words.ts';

/** Reads something from the tokens of a text: positions and values, never a place in a letter. It is kept as long as they are. */
export type Reader<T> = (reading: Reading) => T;

/** An entry of a class in a text. Positions are of tokens, `end` excluded. */
export interface Mention<T> {
  readonly value: T;
  readonly first: number;
  readonly end: number;
  /** Bits of `Form` where it is a verb; else 0. */
  readonly form: number;
}

/** Tokens of a text, `end` excluded. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** A place in a text at which a paragraph ends or may end: an index into it, UTF-16. */
export interface TextBreak {
  readonly index: number;
  readonly kind: 'gap' | 'ended-page';
}

/**
 * What the language layer knows of a text: its tokens, where the entries of the lexicon are, its sentences, and the
 * values and whatever else readers need. It does not know where in a letter the text is, so that it holds wherever
 * the same words are; it owns what is read.
 */
export class Reading {
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  readonly entries: Entries;
  readonly breaks: readonly TextBreak[];
  readonly #known = new Map<Reader<unknown>, unknown>();
  readonly #knownOf = new Map<(passage: Passage) => unknown, Map<number, unknown>>();
  /** By the classes that are looked for, which are as many as readers name. */
  readonly #finders = new Map<unknown, Finder<unknown>>();
  #starts: Int32Array | null = null;

  /** @param others what numbers the words that the lexicon has not, in this text and in those that it is compared with */
  constructor(text: string, breaks: readonly TextBreak[], lexicon: Lexicon, others?: OtherWords) {
    this.lexicon = lexicon;
    lexicon.seal();
    this.breaks = breaks;
    this.tokens = new Tokens(text, lexicon.words, others);
    this.entries = new Entries(this.tokens, lexicon);
  }

  /** What `read` reads from the text, read once. */
  get<T>(read: Reader<T>): T {
    const known = this.#known.get(read);
    // The value under a reader is the one that this reader gave.
    if (known !== undefined) return known as T;
    const value = read(this);
    this.#known.set(read, value);
    return value;
  }

  /** What `read` reads from a piece of the text, read once. */
  getOf<T>(passage: Passage, read: (passage: Passage) => T): T {
    let known = this.#knownOf.get(read);
    if (known === undefined) {
      known = new Map<number, unknown>();
      this.#knownOf.set(read, known);
    }
    const key = keyOfRange(passage);
    const before = known.get(key);
    // The value under a reader is the one that this reader gave.
    if (before !== undefined) return before as T;
    const value = read(passage);
    known.set(key, value);
    return value;
  }

  /** All of it. */
  get all(): Passage {
    return new Passage(this, 0, this.tokens.count);
  }

  /** The position after the longest entry of a class that begins at a token; -1 where none does. */
  endOfClass(at: number, wordClass: WordClass<unknown>): number {
    return this.endOfClassNumber(at, this.lexicon.numberOf(wordClass));
  }

  /** The same by the class's number. */
  endOfClassNumber(at: number, number: number): number {
    const entry = this.entries.find(at, number);
    return entry < 0 ? -1 : this.entries.end(entry);
  }

  /** Looks for the entries of some classes; made once for the same class or list. */
  finderOf<T>(classes: WordClass<T> | readonly WordClass<T>[]): Finder<T> {
    const known = this.#finders.get(classes);
    // The finder under some classes is the one that was made for them.
    if (known !== undefined) return known as Finder<T>;
    const finder = new Finder(this.lexicon, this.entries, classes);
    this.#finders.set(classes, finder);
    return finder;
  }

  /** What a token may be as a form of a verb, by whatever class has it: bits of `Form`; 0 where it is none. */
  formAt(at: number): number {
    return this.entries.formAt(at);
  }

  /** Whether an entry of a class begins at a token. */
  is(at: number, wordClass: WordClass<unknown>): boolean {
    return this.entries.find(at, this.lexicon.numberOf(wordClass)) >= 0;
  }

  /** Whether an entry of a class begins between two positions. */
  has({ first, end }: TokenRange, wordClass: WordClass<unknown>): boolean {
    return this.entries.placesOf([this.lexicon.numberOf(wordClass)]).next(first, end) < end;
  }

  /** The longest entry of a class that begins at a token. */
  mentionAt<T>(at: number, wordClass: WordClass<T>): Mention<T> | null {
    const { entries, lexicon } = this;
    const entry = entries.find(at, lexicon.numberOf(wordClass));
    if (entry < 0) return null;
    const sense = entries.sense(entry);
    return {
      value: lexicon.valueOf(wordClass, sense),
      first: at,
      end: entries.end(entry),
      form: lexicon.formOf(sense),
    };
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
      for (const { index, kind } of this.breaks) {
        const at = this.tokens.from(index);
        if (kind === 'gap' || !leadsOn(this.tokens, at - 1)) breaks.add(at);
      }
      this.#starts = sentenceStarts(this.tokens, breaks);
    }
    return this.#starts;
  }
}

/** Two positions as one key. */
export const keyOfRange = ({ first, end }: TokenRange): number => first * MOST_TOKENS + end;

/** Looks for the entries of some classes: the longest, of the first class that has one. */
class Finder<T> {
  readonly #lexicon: Lexicon;
  readonly #entries: Entries;
  readonly #classes: readonly WordClass<T>[];
  readonly #numbers: readonly number[];
  readonly #places: Places;

  constructor(lexicon: Lexicon, entries: Entries, classes: WordClass<T> | readonly WordClass<T>[]) {
    this.#lexicon = lexicon;
    this.#entries = entries;
    this.#classes = classes instanceof WordClass ? [classes] : classes;
    this.#numbers = this.#classes.map((each) => lexicon.numberOf(each));
    this.#places = entries.placesOf(this.#numbers);
  }

  /** The first token from one on at which an entry begins; `end` where there is none before it. */
  next(from: number, end: number): number {
    return this.#places.next(from, end);
  }

  /** The entry that begins at a token and does not reach over `limit`. */
  at(first: number, limit: number): Mention<T> | null {
    const entries = this.#entries;
    const last = entries.from(first + 1);
    let best = -1;
    let rank = this.#numbers.length;
    for (let entry = entries.from(first); entry < last; entry++) {
      if (entries.end(entry) > limit) continue;
      if (best >= 0 && entries.end(entry) < entries.end(best)) break;
      const number = this.#numbers.indexOf(entries.classOf(entry));
      if (number < 0 || number >= rank) continue;
      best = entry;
      rank = number;
    }
    const wordClass = this.#classes[rank];
    if (best < 0 || wordClass === undefined) return null;
    const lexicon = this.#lexicon;
    const sense = entries.sense(best);
    return { value: lexicon.valueOf(wordClass, sense), first, end: entries.end(best), form: lexicon.formOf(sense) };
  }
}

/** The tokens of a piece of a text: of a heading, a part, a section. */
export class Passage implements TokenRange {
  readonly reading: Reading;
  readonly first: number;
  readonly end: number;
  readonly #entries: Entries;

  constructor(reading: Reading, first: number, end: number, entries = reading.entries) {
    this.reading = reading;
    this.first = first;
    this.end = end;
    this.#entries = entries;
  }

  /** The same tokens, their misspelled words read as the ones of a vocabulary that were meant. */
  corrected(vocabulary: Vocabulary): Passage {
    const entries = this.correctedEntries(vocabulary);
    return entries === null ? this : new Passage(this.reading, this.first, this.end, entries);
  }

  /** The entries of the corrected tokens; null where none is corrected. */
  protected correctedEntries(vocabulary: Vocabulary): Entries | null {
    const { reading, first, end } = this;
    const words = vocabulary.corrections(this);
    return words.size === 0 ? null : new Entries(reading.tokens, reading.lexicon, { first, end, words });
  }

  protected get isAsWritten(): boolean {
    return this.#entries === this.reading.entries;
  }

  /** What `read` reads from it, read once; of corrected tokens each time. */
  get<T>(read: (passage: Passage) => T): T {
    return this.isAsWritten ? this.reading.getOf(this, read) : read(this);
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

  /**
   * The entries of a class, or of several, in order: leftmost, then longest; none overlaps another. What is an entry of
   * several classes is one of the class that is named first.
   */
  *mentions<T>(
    classes: WordClass<T> | readonly WordClass<T>[],
    { first, end }: TokenRange = this,
  ): Iterable<Mention<T>> {
    const { reading } = this;
    const finder = this.isAsWritten ? reading.finderOf(classes) : new Finder(reading.lexicon, this.#entries, classes);
    for (let at = finder.next(first, end); at < end; ) {
      const mention = finder.at(at, end);
      if (mention !== null) yield mention;
      at = finder.next(mention?.end ?? at + 1, end);
    }
  }
}
