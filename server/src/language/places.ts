/** What positions are kept under, made again for each letter: for one key, only one set is made. */
export class PlacesKey {
  static #made = 0;
  readonly number = PlacesKey.#made++;
}

/** Positions of tokens as a set: asked whether one is in it, and which is the next. */
export class Places {
  readonly #first: number;
  readonly #bits: Uint32Array;

  /** @param first the smallest position that may be in it; @param count how many may be */
  constructor(first: number, count: number) {
    this.#first = first;
    this.#bits = new Uint32Array((count + 31) >> 5);
  }

  add(position: number): void {
    const bit = position - this.#first;
    this.#bits[bit >> 5] = (this.#bits[bit >> 5] ?? 0) | (1 << (bit & 31));
  }

  /** Adds every position. */
  fill(): void {
    this.#bits.fill(-1);
  }

  has(position: number): boolean {
    const bit = position - this.#first;
    return bit >= 0 && ((this.#bits[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  /** Adds those of another set over the same positions. */
  addAll(other: Places): void {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = (this.#bits[i] ?? 0) | (other.#bits[i] ?? 0);
  }

  /** The first position from one on; `end` where there is none before it. */
  next(from: number, end: number): number {
    const bit = Math.max(0, from - this.#first);
    let word = bit >> 5;
    let bits = (this.#bits[word] ?? 0) & (-1 << (bit & 31));
    const last = Math.min(this.#bits.length - 1, (end - this.#first) >> 5);
    while (bits === 0 && ++word <= last) bits = this.#bits[word] ?? 0;
    if (bits === 0) return end;
    return Math.min(end, this.#first + (word << 5) + 31 - Math.clz32(bits & -bits));
  }
}
