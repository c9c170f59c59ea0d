/**
 * A value: tokens that mean a quantity, a day or a place together. Positions are of tokens, `end` excluded.
 * Each kind has a reader of its own beside this file; one kind may use another ('8 weeks' is a number and a unit).
 */
export interface Value {
  readonly first: number;
  readonly end: number;
}

/** Values of one kind, in the order of the text; none overlaps another. */
export class Values<V extends Value> {
  readonly all: readonly V[];
  readonly #byFirst = new Map<number, V>();
  readonly #byEnd = new Map<number, V>();

  constructor(all: readonly V[]) {
    this.all = all;
    for (const value of all) {
      this.#byFirst.set(value.first, value);
      this.#byEnd.set(value.end, value);
    }
  }

  /** The value that begins at a token. */
  at(first: number): V | undefined {
    return this.#byFirst.get(first);
  }

  /** The value that ends right before a token. */
  before(end: number): V | undefined {
    return this.#byEnd.get(end);
  }

  /** The values that lie between two positions, in their order. */
  *between(first: number, end: number): Iterable<V> {
    for (let i = this.#firstFrom(first); i < this.all.length; i++) {
      const value = this.all[i];
      if (value === undefined || value.first >= end) return;
      if (value.end <= end) yield value;
    }
  }

  /** Whether a value lies between two positions. */
  hasBetween(first: number, end: number): boolean {
    return this.between(first, end)[Symbol.iterator]().next().done !== true;
  }

  /** Index of the first value that begins at or after a position. */
  #firstFrom(position: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.first ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
