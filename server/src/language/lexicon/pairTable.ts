/**
 * Numbers by pairs of numbers, found by hash; at most half of the slots are taken. A `Map` takes one number for a key,
 * and one made of two is too large to be found fast.
 */
export class PairTable {
  #count = 0;
  #firsts: Int32Array;
  #seconds: Int32Array;
  #values: Int32Array;

  /** @param size how many slots there are at first: a power of two, twice the pairs that are expected */
  constructor(size: number) {
    this.#firsts = new Int32Array(size).fill(FREE);
    this.#seconds = new Int32Array(size);
    this.#values = new Int32Array(size);
  }

  /** What is under a pair of numbers from 0 on; -1 where nothing does. */
  get(first: number, second: number): number {
    const at = this.#slot(first, second);
    return this.#firsts[at] === FREE ? -1 : (this.#values[at] ?? -1);
  }

  /** Puts a number from 0 on under a pair under which nothing is. */
  add(first: number, second: number, value: number): void {
    if (++this.#count * 2 > this.#firsts.length) this.#grow();
    this.#put(first, second, value);
  }

  #put(first: number, second: number, value: number): void {
    const at = this.#slot(first, second);
    this.#firsts[at] = first;
    this.#seconds[at] = second;
    this.#values[at] = value;
  }

  /** The slot of a pair, or the free one where it would be. */
  #slot(first: number, second: number): number {
    const mask = this.#firsts.length - 1;
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
      const found = this.#firsts[at];
      if (found === FREE || (found === first && this.#seconds[at] === second)) return at;
    }
  }

  #grow(): void {
    const [firsts, seconds, values] = [this.#firsts, this.#seconds, this.#values];
    const size = firsts.length * 2;
    this.#firsts = new Int32Array(size).fill(FREE);
    this.#seconds = new Int32Array(size);
    this.#values = new Int32Array(size);
    // The iterator of a typed array makes an object at each step.
    for (let at = 0; at < firsts.length; at++) {
      const first = firsts[at] ?? FREE;
      if (first !== FREE) this.#put(first, seconds[at] ?? 0, values[at] ?? 0);
    }
  }
}

const FREE = -1;
