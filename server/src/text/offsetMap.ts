/**
 * Where each character of a text that was changed is in the text before the change: runs that were copied character
 * by character, and pieces that were written again (the letters of a ligature, a repaired quotation mark), of which every
 * character stands for the whole of what it was made of. What is in no piece was dropped. Offsets are UTF-16.
 */
export class OffsetMap {
  /** Parallel lists, ascending: from `#indexes[i]` on, the text is that before from `#offsets[i]` on. */
  readonly #indexes: number[] = [];
  readonly #offsets: number[] = [];
  /** For a piece written again, the length of what it was made of; 0 for a copied run. */
  readonly #widths: number[] = [];
  #length = 0;

  /** Characters of the text so far. */
  get length(): number {
    return this.#length;
  }

  /** The next `length` characters are those from `offset` on. */
  copy(offset: number, length: number): void {
    this.#add(offset, length, 0);
  }

  /** The next `length` characters (at least one) were made of the `width` ones from `offset` on. */
  replace(offset: number, width: number, length: number): void {
    this.#add(offset, length, width);
  }

  #add(offset: number, length: number, width: number): void {
    this.#indexes.push(this.#length);
    this.#offsets.push(offset);
    this.#widths.push(width);
    this.#length += length;
  }

  /** The offset at which the character at `index` begins; for the text's length, where its last character ends. */
  startOf(index: number): number {
    const piece = lastAtOrBelow(this.#indexes, index);
    const offset = this.#offsets[piece] ?? 0;
    const width = this.#widths[piece] ?? 0;
    if (width === 0) return offset + index - (this.#indexes[piece] ?? 0);
    return index < this.#length ? offset : offset + width;
  }

  /** The offset at which the character at `index` ends. */
  endOf(index: number): number {
    const piece = lastAtOrBelow(this.#indexes, index);
    const offset = this.#offsets[piece] ?? 0;
    const width = this.#widths[piece] ?? 0;
    return width === 0 ? offset + index - (this.#indexes[piece] ?? 0) + 1 : offset + width;
  }

  /** The index of the character that is at `offset`, or of the next one where that was dropped. */
  indexAt(offset: number): number {
    const piece = lastAtOrBelow(this.#offsets, offset);
    const index = this.#indexes[piece] ?? 0;
    const beyond = offset - (this.#offsets[piece] ?? 0);
    if (beyond < 0) return 0;
    const next = this.#indexes[piece + 1] ?? this.#length;
    const width = this.#widths[piece] ?? 0;
    if (width > 0) return beyond < width ? index : next;
    return Math.min(index + beyond, next);
  }

  /** The index after the last character that ends at `offset` or before. */
  indexAfter(offset: number): number {
    const piece = lastAtOrBelow(this.#offsets, offset - 1);
    const beyond = offset - (this.#offsets[piece] ?? 0);
    if (beyond <= 0) return 0;
    const next = this.#indexes[piece + 1] ?? this.#length;
    const width = this.#widths[piece] ?? 0;
    return width > 0 ? next : Math.min((this.#indexes[piece] ?? 0) + beyond, next);
  }

  /** This map after `before`: from the text after two changes to the text before both. */
  after(before: OffsetMap): OffsetMap {
    const both = new OffsetMap();
    for (let i = 0; i < this.#indexes.length; i++) {
      const offset = this.#offsets[i] ?? 0;
      const length = (this.#indexes[i + 1] ?? this.#length) - (this.#indexes[i] ?? 0);
      const width = this.#widths[i] ?? 0;
      if (width === 0) before.#copyInto(both, offset, length);
      else {
        const start = before.startOf(offset);
        both.replace(start, before.endOf(offset + width - 1) - start, length);
      }
    }
    return both;
  }

  /**
   * How much further on the offsets of `length` characters are in another map than in this one, where they are in the
   * same order and distance; else null.
   */
  distanceTo(other: OffsetMap, from: number, otherFrom: number, length: number): number | null {
    const distance = other.startOf(otherFrom) - this.startOf(from);
    let piece = lastAtOrBelow(this.#indexes, from);
    let otherPiece = lastAtOrBelow(other.#indexes, otherFrom);
    for (let at = 0; at < length; ) {
      if (this.#widths[piece] !== other.#widths[otherPiece]) return null;
      if (other.startOf(otherFrom + at) - this.startOf(from + at) !== distance) return null;
      const next = (this.#indexes[piece + 1] ?? Number.POSITIVE_INFINITY) - from;
      const otherNext = (other.#indexes[otherPiece + 1] ?? Number.POSITIVE_INFINITY) - otherFrom;
      at = Math.min(next, otherNext, length);
      if (at === next) piece++;
      if (at === otherNext) otherPiece++;
    }
    return distance;
  }

  /** Adds what `length` characters from `index` on stand for to `target`. */
  #copyInto(target: OffsetMap, index: number, length: number): void {
    const end = index + length;
    for (let piece = lastAtOrBelow(this.#indexes, index), at = index; at < end; piece++) {
      const next = Math.min(end, this.#indexes[piece + 1] ?? end);
      const offset = this.#offsets[piece] ?? 0;
      const width = this.#widths[piece] ?? 0;
      target.#add(width === 0 ? offset + at - (this.#indexes[piece] ?? 0) : offset, next - at, width);
      at = next;
    }
  }
}

/** Position of the last element that is not above `value`; 0 where all are. */
export function lastAtOrBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
