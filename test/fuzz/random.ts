/** Numbers that follow from one seed, so that what was found once can be found again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0, below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  oneOf<T>(items: readonly [T, ...T[]]): T;
  oneOf<T>(items: readonly T[]): T | undefined;
  oneOf<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  /** True once in this many times. */
  onceIn(times: number): boolean {
    return this.below(times) === 0;
  }
}

/** From the environment, where a run is to be made again; else another one each time. */
export function seedOf(given: string | undefined): number {
  const seed = Number(given);
  return given !== undefined && Number.isInteger(seed) ? seed : Math.floor(Math.random() * 2 ** 31);
}
