/** Keys of words, in a table that is quicker to make and to ask than a `Set`: every word of a letter goes through it. */
export class KeySet {
  /** In bits: the table has twice as many places as keys, or more, so that most are found at the first one. */
  #width: number;
  /** A key or `EMPTY`; a key whose place is taken goes to the next free one. */
  #places: number[];
  #size = 0;

  /** @param likely how many will be added; the table grows where they are more */
  constructor(likely: number) {
    this.#width = Math.max(4, 33 - Math.clz32(likely));
    this.#places = emptyPlaces(this.#width);
  }

  add(key: number): void {
    const place = this.#placeOf(key);
    if (this.#places[place] === key) return;
    this.#places[place] = key;
    if (++this.#size > 1 << (this.#width - 1)) this.#grow();
  }

  has(key: number): boolean {
    return this.#places[this.#placeOf(key)] === key;
  }

  /** Where `key` is, or would be. Short words have small keys, which lie close together: they are spread. */
  #placeOf(key: number): number {
    const places = this.#places;
    let place = Math.imul(key, 0x9e3779b1) >>> (32 - this.#width);
    while (places[place] !== key && places[place] !== EMPTY) place = (place + 1) & (places.length - 1);
    return place;
  }

  #grow(): void {
    const keys = this.#places.filter((key) => key !== EMPTY);
    this.#width++;
    this.#places = emptyPlaces(this.#width);
    for (const key of keys) this.#places[this.#placeOf(key)] = key;
  }
}

/** No word's key. */
const EMPTY = -1;

const emptyPlaces = (width: number): number[] => new Array<number>(1 << width).fill(EMPTY);
