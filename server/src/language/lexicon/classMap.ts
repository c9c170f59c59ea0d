import { type Places, PlacesKey } from '../places.ts';
import type { Mention, Reading } from '../reading.ts';
import type { Lexicon } from './lexicon.ts';
import type { WordClass } from './wordClass.ts';

/** What classes of words stand for to one reader: all of them are looked for in one step at a token. */
export class ClassMap<T> {
  readonly #pairs: readonly (readonly [WordClass<unknown>, T])[];
  readonly #key = new PlacesKey();
  #lexicon: Lexicon | null = null;
  /** By the class's number. */
  #values: (T | undefined)[] = [];

  constructor(pairs: readonly (readonly [WordClass<unknown>, T])[]) {
    this.#pairs = pairs;
  }

  /** The longest entry of any of the classes that begins at a token; if there are several, the one whose class is named first. */
  at(reading: Reading, at: number): Mention<T> | null {
    if (!this.has(reading, at)) return null;
    const { entries, lexicon } = reading;
    const last = entries.from(at + 1);
    let best: Mention<T> | null = null;
    let bestClass = -1;
    for (let entry = entries.from(at); entry < last; entry++) {
      const end = entries.end(entry);
      if (best !== null && end < best.end) break;
      const own = entries.classOf(entry);
      const value = this.#valueOf(lexicon, own);
      if (value === undefined || (best !== null && this.#rank(own) >= this.#rank(bestClass))) continue;
      best = { value, first: at, end, form: lexicon.formOf(entries.sense(entry)) };
      bestClass = own;
    }
    return best;
  }

  /** All entries of the classes that begin at a token: the longest first, of equal length in the order of the classes. */
  all(reading: Reading, at: number): readonly Mention<T>[] {
    if (!this.has(reading, at)) return NONE;
    const { entries, lexicon } = reading;
    const last = entries.from(at + 1);
    const found: (Mention<T> & { readonly rank: number })[] = [];
    for (let entry = entries.from(at); entry < last; entry++) {
      const own = entries.classOf(entry);
      const value = this.#valueOf(lexicon, own);
      if (value === undefined) continue;
      const form = lexicon.formOf(entries.sense(entry));
      found.push({ value, first: at, end: entries.end(entry), form, rank: this.#rank(own) });
    }
    return found.length > 1 ? found.sort((a, b) => b.end - a.end || a.rank - b.rank) : found;
  }

  /** Whether an entry of any of the classes begins at a token. */
  has(reading: Reading, at: number): boolean {
    return this.places(reading).has(at);
  }

  /** The tokens of the letter at which entries of the classes begin. */
  places({ entries, lexicon }: Reading): Places {
    return entries.placesBy(this.#key, () => this.#pairs.map(([wordClass]) => lexicon.numberOf(wordClass)));
  }

  readonly #ranks = new Map<number, number>();

  #rank(number: number): number {
    return this.#ranks.get(number) ?? Number.MAX_SAFE_INTEGER;
  }

  #valueOf(lexicon: Lexicon, number: number): T | undefined {
    if (this.#lexicon !== lexicon) this.#learn(lexicon);
    return this.#values[number];
  }

  #learn(lexicon: Lexicon): void {
    this.#lexicon = lexicon;
    this.#values = [];
    this.#ranks.clear();
    this.#pairs.forEach(([wordClass, value], rank) => {
      const number = lexicon.numberOf(wordClass);
      this.#values[number] = value;
      this.#ranks.set(number, rank);
    });
  }
}

const NONE: readonly never[] = [];
