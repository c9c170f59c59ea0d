import type { Prose } from '../text/prose.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { type PlacedPassage, Stretch } from './placed.ts';
import { Reading, type TextBreak } from './reading.ts';
import { OtherWords } from './words.ts';

/**
 * The stretches of a letter, each of which is read by itself: what lies between the places where its parts begin. So what
 * is read of one does not change with the others, and holds for the same words in the letter's next version.
 */
export class Stretches {
  readonly #letter: Prose;
  /** Indexes into the letter's folded text, ascending: where stretches begin. */
  #cuts: readonly number[] = [];
  readonly #made = new Map<Lexicon, LexiconStretches>();

  /** @param letter the whole letter */
  constructor(letter: Prose) {
    this.#letter = letter;
  }

  /**
   * Divides the letter, before anything of it is read.
   * @param cuts indexes into its folded text, in any order
   */
  divide(cuts: readonly number[]): void {
    if (this.#made.size > 0) throw new Error('The letter was read before it was divided.');
    this.#cuts = [...new Set(cuts)].sort((one, other) => one - other);
  }

  /** The tokens of a piece of the letter; one that reaches over several stretches is read together with the whole letter. */
  passage(prose: Prose, lexicon: Lexicon): PlacedPassage {
    return this.#by(lexicon).of(prose).passage(prose);
  }

  /** The tokens of each stretch, in order. */
  all(lexicon: Lexicon): readonly PlacedPassage[] {
    return this.#by(lexicon).all.map((stretch) => stretch.all);
  }

  #by(lexicon: Lexicon): LexiconStretches {
    let made = this.#made.get(lexicon);
    if (made === undefined) {
      made = new LexiconStretches(this.#letter, lexicon, this.#cuts);
      this.#made.set(lexicon, made);
    }
    return made;
  }
}

/** The stretches of a letter as far as they were read by the words of one lexicon. */
class LexiconStretches {
  readonly #letter: Prose;
  readonly #lexicon: Lexicon;
  readonly #cuts: readonly number[];
  readonly #others: OtherWords;
  readonly #stretches: (Stretch | undefined)[] = [];
  #whole: Stretch | null = null;

  constructor(letter: Prose, lexicon: Lexicon, cuts: readonly number[]) {
    this.#letter = letter;
    this.#lexicon = lexicon;
    this.#cuts = cuts;
    this.#others = new OtherWords(lexicon.words.size);
  }

  /** The stretch that a piece of the letter lies in. */
  of({ from, to }: Prose): Stretch {
    const number = countUpTo(this.#cuts, from);
    if (to <= this.#endOf(number)) return this.#at(number);
    this.#whole ??= this.#read(this.#letter);
    return this.#whole;
  }

  get all(): readonly Stretch[] {
    return Array.from({ length: this.#cuts.length + 1 }, (_, number) => this.#at(number));
  }

  #at(number: number): Stretch {
    const before = this.#stretches[number];
    if (before !== undefined) return before;
    const read = this.#read(this.#letter.clip(this.#cuts[number - 1] ?? this.#letter.from, this.#endOf(number)));
    this.#stretches[number] = read;
    return read;
  }

  #endOf(number: number): number {
    return this.#cuts[number] ?? this.#letter.to;
  }

  #read(prose: Prose): Stretch {
    return new Stretch(prose, readingOf(prose, this.#lexicon, this.#others));
  }
}

/** Reads a piece of a letter by itself. */
export const readingOf = (prose: Prose, lexicon: Lexicon, others?: OtherWords): Reading =>
  new Reading(prose.text, [...breaksOf(prose)], lexicon, others);

function* breaksOf(prose: Prose): Iterable<TextBreak> {
  for (const { index, kind } of prose.paragraphBreaks(-1)) if (kind !== 'page') yield { index, kind };
}

/** How many of some numbers, which ascend, are not above a number. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
