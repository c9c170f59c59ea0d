import { lastAtOrBelow } from '../text/offsetMap.ts';
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
  #cuts: readonly number[];
  readonly #made = new Map<Lexicon, LexiconStretches>();
  #known: ReadonlyMap<Lexicon, Known> = new Map();

  /** @param letter the whole letter */
  constructor(letter: Prose) {
    this.#letter = letter;
    this.#cuts = [letter.from];
  }

  /**
   * Divides the letter, before anything of it is read.
   * @param cuts indexes into its folded text, in any order
   */
  divide(cuts: Iterable<number>): void {
    if (this.#made.size > 0) throw new Error('The letter was read before it was divided.');
    this.#cuts = [...new Set([this.#letter.from, ...cuts])].sort((one, other) => one - other);
  }

  /** Takes what was read of an earlier version of the letter for what is still in it, before anything of it is read. */
  follow(earlier: Stretches): void {
    const known = new Map(earlier.#known);
    for (const [lexicon, made] of earlier.#made) known.set(lexicon, made.known());
    this.#known = known;
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
      made = new LexiconStretches(this.#letter, lexicon, this.#cuts, this.#known.get(lexicon) ?? null);
      this.#made.set(lexicon, made);
    }
    return made;
  }
}

/** What was read of an earlier version. */
interface Known {
  readonly stretches: ReadonlyMap<string, Stretch>;
  readonly others: OtherWords;
}

/** So many words that no lexicon has come together where somebody types for hours: then all is read anew. */
const MOST_OTHERS = 20_000;
/** In UTF-16 code units: pieces of longer letters are copied, so that none keeps all of its letter's text in memory. */
const LONG = 100_000;

/** The stretches of a letter as far as they were read by the words of one lexicon. */
class LexiconStretches {
  readonly #letter: Prose;
  readonly #lexicon: Lexicon;
  readonly #cuts: readonly number[];
  readonly #known: Known | null;
  readonly #others: OtherWords;
  readonly #stretches: (Stretch | undefined)[] = [];
  #whole: Stretch | null = null;

  constructor(letter: Prose, lexicon: Lexicon, cuts: readonly number[], known: Known | null) {
    this.#letter = letter;
    this.#lexicon = lexicon;
    this.#cuts = cuts;
    this.#known = known !== null && known.others.count < MOST_OTHERS ? known : null;
    this.#others = this.#known?.others ?? new OtherWords(lexicon.words.size);
  }

  /** What was read of the stretches; where few of them were asked about, what was read before as well. */
  known(): Known {
    const stretches = new Map<string, Stretch>();
    for (const stretch of this.#stretches)
      if (stretch !== undefined) stretches.set(keyOf(stretch.reading.tokens.text, stretch.reading.breaks), stretch);
    const most = 2 * this.#cuts.length;
    for (const [key, stretch] of this.#known?.stretches ?? []) {
      if (stretches.size >= most) break;
      if (!stretches.has(key)) stretches.set(key, stretch);
    }
    return { stretches, others: this.#others };
  }

  /** The stretch that a piece of the letter lies in. */
  of({ from, to }: Prose): Stretch {
    const number = lastAtOrBelow(this.#cuts, from);
    if (to <= this.#endOf(number)) return this.#at(number);
    this.#whole ??= new Stretch(this.#letter, readingOf(this.#letter, this.#lexicon, this.#others));
    return this.#whole;
  }

  get all(): readonly Stretch[] {
    return this.#cuts.map((_, number) => this.#at(number));
  }

  #at(number: number): Stretch {
    const before = this.#stretches[number];
    if (before !== undefined) return before;
    const prose = this.#letter.clip(this.#cuts[number] ?? this.#letter.to, this.#endOf(number));
    const stretch = this.#read(prose);
    this.#stretches[number] = stretch;
    return stretch;
  }

  #read(prose: Prose): Stretch {
    const breaks = breaksOf(prose);
    const known = this.#known?.stretches.get(keyOf(prose.text, breaks));
    if (known !== undefined) return new Stretch(prose, known.reading, known);
    const text = this.#letter.length > LONG ? copyOf(prose.text) : prose.text;
    return new Stretch(prose, new Reading(text, breaks, this.#lexicon, this.#others));
  }

  #endOf(number: number): number {
    return this.#cuts[number + 1] ?? this.#letter.to;
  }
}

/** Reads a piece of a letter by itself. */
export const readingOf = (prose: Prose, lexicon: Lexicon, others?: OtherWords): Reading =>
  new Reading(prose.text, breaksOf(prose), lexicon, others);

const breaksOf = (prose: Prose): readonly TextBreak[] =>
  Array.from(prose.paragraphBreaks(-1)).flatMap(({ index, kind }) => (kind === 'page' ? [] : [{ index, kind }]));

/** What a reading depends on, in words. No text has a line end. */
const keyOf = (text: string, breaks: readonly TextBreak[]): string =>
  breaks.length === 0 ? text : `${text}\n${breaks.map(({ index, kind }) => `${index} ${kind}`).join()}`;

const copyOf = (text: string): string => Array.from(text).join('');
