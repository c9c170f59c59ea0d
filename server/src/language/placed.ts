import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Entries } from './entries.ts';
import type { Vocabulary } from './lexicon/vocabulary.ts';
import { keyOfRange, Passage, type Reading, type TokenRange } from './reading.ts';

/** A piece of a letter that is read by itself, with what is known of its words. */
export class Stretch {
  readonly prose: Prose;
  readonly reading: Reading;
  readonly #known = new Map<(passage: PlacedPassage) => unknown, Map<number, { readonly value: unknown }>>();

  constructor(prose: Prose, reading: Reading) {
    this.prose = prose;
    this.reading = reading;
  }

  /** All its tokens. */
  get all(): PlacedPassage {
    return new PlacedPassage(this, 0, this.reading.tokens.count);
  }

  /** The tokens of a part of the stretch. */
  passage(prose: Prose): PlacedPassage {
    const { tokens } = this.reading;
    const first = tokens.from(prose.from - this.prose.from);
    return new PlacedPassage(this, first, Math.max(first, tokens.from(prose.to - this.prose.from)));
  }

  /** What `read` reads from a piece of the stretch, read once. */
  once<T>(passage: PlacedPassage, read: (passage: PlacedPassage) => T): T {
    const known = this.#known.get(read) ?? new Map<number, { readonly value: unknown }>();
    this.#known.set(read, known);
    const key = keyOfRange(passage);
    const before = known.get(key);
    // The value under a reader is the one that this reader gave.
    if (before !== undefined) return before.value as T;
    const value = read(passage);
    known.set(key, { value });
    return value;
  }
}

/** The tokens of a piece of a letter, and where they are in it. */
export class PlacedPassage extends Passage {
  readonly stretch: Stretch;

  constructor(stretch: Stretch, first: number, end: number, entries?: Entries) {
    super(stretch.reading, first, end, entries);
    this.stretch = stretch;
  }

  /** Where tokens are in the letter. */
  span({ first, end }: TokenRange): Span {
    const { tokens } = this.reading;
    const start = tokens.start(first);
    return this.stretch.prose.span(start, end > first ? tokens.end(end - 1) : start);
  }

  /** Position of the first token that begins at or after an index of the letter's folded text. */
  from(index: number): number {
    return this.reading.tokens.from(index - this.stretch.prose.from);
  }

  /** Index of a token in the letter's folded text. */
  indexOf(at: number): number {
    return this.stretch.prose.from + this.reading.tokens.start(at);
  }

  /** Index after a token in the letter's folded text. */
  indexAfter(at: number): number {
    return this.stretch.prose.from + this.reading.tokens.end(at);
  }

  /** The words of tokens. */
  prose({ first, end }: TokenRange): Prose {
    const { tokens } = this.reading;
    return this.stretch.prose.slice(tokens.start(first), tokens.end(end - 1));
  }

  /** What `read` reads from it, places in the letter too, read once; of corrected tokens each time. */
  once<T>(read: (passage: PlacedPassage) => T): T {
    return this.isAsWritten ? this.stretch.once(this, read) : read(this);
  }

  override corrected(vocabulary: Vocabulary): PlacedPassage {
    const entries = this.correctedEntries(vocabulary);
    return entries === null ? this : new PlacedPassage(this.stretch, this.first, this.end, entries);
  }
}
