import { Move } from '../text/move.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Entries } from './entries.ts';
import type { Vocabulary } from './lexicon/vocabulary.ts';
import { keyOfRange, Passage, type Reading, type TokenRange } from './reading.ts';

/** Reads something from the tokens of a piece of a letter. `of` is what else it depends on. */
type PlacedReader<T, Of> = (passage: PlacedPassage, of: Of) => T;

/** A piece of a letter that is read by itself, with what is known of its words. */
export class Stretch {
  readonly prose: Prose;
  readonly reading: Reading;
  /** By reader, by the tokens that it read and what else it depends on. */
  readonly #known = new Map<unknown, Map<RangeKey, unknown>>();
  #earlier: { readonly stretch: Stretch; readonly move: Move } | null;

  /** @param earlier the same words in an earlier version of the letter */
  constructor(prose: Prose, reading: Reading, earlier: Stretch | null = null) {
    this.prose = prose;
    this.reading = reading;
    const move = earlier === null ? null : Move.between(earlier.prose, prose);
    this.#earlier = earlier === null || move === null ? null : { stretch: earlier, move };
    // Two versions back is enough where somebody types faster than letters are checked; more would be kept for ever.
    if (earlier !== null && earlier.#earlier !== null) earlier.#earlier.stretch.#earlier = null;
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
  once<T, Of>(passage: PlacedPassage, read: PlacedReader<T, Of>, of: Of, key: string): T {
    let known = this.#known.get(read);
    if (known === undefined) {
      known = new Map<RangeKey, unknown>();
      this.#known.set(read, known);
    }
    const range = key === '' ? keyOfRange(passage) : `${keyOfRange(passage)} ${key}`;
    const before = known.get(range);
    // The value under a reader is the one that this reader gave.
    if (before !== undefined) return before as T;
    const kept = this.#keptBy(read, range);
    const value = kept === null ? read(passage, of) : kept.value;
    known.set(range, value);
    return value;
  }

  /** What was read of the same words in the earlier version, taken to their place in this one. */
  #keptBy<T, Of>(read: PlacedReader<T, Of>, range: RangeKey): { readonly value: T } | null {
    if (this.#earlier === null) return null;
    const { stretch, move } = this.#earlier;
    const before = stretch.#known.get(read)?.get(range);
    // The value under a reader is the one that this reader gave.
    if (before !== undefined) return move.of(before as T);
    const earlier = stretch.#keptBy(read, range);
    return earlier === null ? null : move.of(earlier.value);
  }
}

/** Two positions, and what else a reader depends on after a blank where there is something. */
type RangeKey = number | string;

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

  /** The tokens of words of its stretch; one at least. */
  rangeOf(words: Span): TokenRange {
    const { prose } = this.stretch;
    const first = this.reading.tokens.from(prose.indexOf(words.start));
    return { first, end: Math.max(first + 1, this.reading.tokens.from(prose.endOf(words))) };
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
    const start = tokens.start(first);
    return this.stretch.prose.slice(start, end > first ? tokens.end(end - 1) : start);
  }

  /** What `read` reads from it, places in the letter too, read once; of corrected tokens each time. */
  once<T>(read: (passage: PlacedPassage) => T): T {
    return this.onceOf(read, null, '');
  }

  /**
   * The same where it depends on something else as well.
   * @param key the same for all that it gives the same result for
   */
  onceOf<T, Of>(read: (passage: PlacedPassage, of: Of) => T, of: Of, key: string): T {
    return this.isAsWritten ? this.stretch.once(this, read, of, key) : read(this, of);
  }

  override corrected(vocabulary: Vocabulary): PlacedPassage {
    const entries = this.correctedEntries(vocabulary);
    return entries === null ? this : new PlacedPassage(this.stretch, this.first, this.end, entries);
  }
}
