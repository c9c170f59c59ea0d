const NEW_LINE = 10;
const CARRIAGE_RETURN = 13;
const NUMBER_SIGN = 35;

/** A known word and how many slips (a letter left out, put in, changed, or two swapped) lead to it. */
export interface NearWord {
  readonly word: string;
  readonly distance: number;
}

/**
 * A sorted list of words, kept as the one text it was read from: a hundred thousand words take their own bytes and
 * four more each, and are ready in milliseconds. Words that begin alike are together, so the list is a tree as well.
 */
export class WordList {
  readonly #text: string;
  /** Where each word begins in the text. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  /** @param source one word on each line; empty lines and lines that begin with # are ignored */
  constructor(source: string) {
    const read = linesOf(source);
    this.#text = read.sorted ? source : sortedLines(source, read).join('\n');
    const { starts, ends } = read.sorted ? read : linesOf(this.#text);
    this.#starts = starts;
    this.#ends = ends;
  }

  get size(): number {
    return this.#starts.length;
  }

  has(word: string): boolean {
    const at = this.#lowerBound(word, 0);
    return at < this.size && this.#compare(at, word) === 0;
  }

  /** Every word within `most` slips of `word`, whatever the case. */
  near(word: string, most: number): readonly NearWord[] {
    const found: NearWord[] = [];
    const rows = new SlipRows(word.toLowerCase(), most);
    for (let i = 0; i < this.size; ) {
      const start = this.#start(i);
      const end = this.#end(i);
      const dead = rows.advance(this.#text, start, end);
      if (dead !== null) {
        i = this.#afterPrefix(i, dead);
        continue;
      }
      const distance = rows.distance(end - start);
      if (distance <= most) found.push({ word: this.#text.slice(start, end), distance });
      i++;
    }
    return found;
  }

  /** The first word after those that share the first `length` characters of word `i`. */
  #afterPrefix(i: number, length: number): number {
    const start = this.#start(i);
    const after =
      this.#text.slice(start, start + length - 1) + String.fromCharCode(this.#text.charCodeAt(start + length - 1) + 1);
    return this.#lowerBound(after, i + 1);
  }

  /** Position of the first word from `from` on that is not before `word`; gallops, as the answer is often near. */
  #lowerBound(word: string, from: number): number {
    let low = from;
    let step = from === 0 ? this.size : 1;
    while (low + step < this.size && this.#compare(low + step, word) < 0) {
      low += step;
      step *= 2;
    }
    let high = Math.min(this.size, low + step);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(middle, word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(i: number, word: string): number {
    const start = this.#start(i);
    const length = this.#end(i) - start;
    const shared = Math.min(length, word.length);
    for (let at = 0; at < shared; at++) {
      const difference = this.#text.charCodeAt(start + at) - word.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - word.length;
  }

  #start(i: number): number {
    return this.#starts[i] ?? 0;
  }

  #end(i: number): number {
    return this.#ends[i] ?? 0;
  }
}

interface Lines {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Each word comes after the one before, by its character codes. */
  readonly sorted: boolean;
}

function linesOf(source: string): Lines {
  // A word and its line's end take two characters at least.
  const most = (source.length >> 1) + 1;
  const starts = new Uint32Array(most);
  const ends = new Uint32Array(most);
  let count = 0;
  let sorted = true;
  for (let start = 0; start < source.length; ) {
    const lineEnd = source.indexOf('\n', start);
    const next = lineEnd < 0 ? source.length + 1 : lineEnd + 1;
    let end = next - 1;
    if (source.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    if (end > start && source.charCodeAt(start) !== NUMBER_SIGN) {
      sorted &&= count === 0 || precedes(source, starts[count - 1] ?? 0, start);
      starts[count] = start;
      ends[count++] = end;
    }
    start = next;
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count), sorted };
}

/** Whether the line at `a` comes before the later line at `b`. A line end sorts before every letter. */
function precedes(source: string, a: number, b: number): boolean {
  for (let i = 0; ; i++) {
    const difference = source.charCodeAt(a + i) - source.charCodeAt(b + i);
    if (difference !== 0 || source.charCodeAt(a + i) === NEW_LINE) return difference < 0;
  }
}

function sortedLines(source: string, { starts, ends }: Lines): readonly string[] {
  const words = Array.from(starts, (start, i) => source.slice(start, ends[i]));
  return [...new Set(words)].sort(byCode);
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Computes the edit distances between one word and the words of a sorted list, one row for each letter. Rows of the letters that a word
 * shares with the one before it are kept.
 */
class SlipRows {
  readonly #word: string;
  readonly #most: number;
  readonly #rows: number[][];
  /** The letters that the rows stand for. */
  readonly #letters: number[] = [];

  constructor(word: string, most: number) {
    this.#word = word;
    this.#most = most;
    this.#rows = [Array.from({ length: word.length + 1 }, (_, i) => i)];
  }

  /** Reads the word between two indexes. Returns the length of the first prefix with which no word can be near any more, or null. */
  advance(text: string, start: number, end: number): number | null {
    const length = end - start;
    let depth = 0;
    while (
      depth < length &&
      depth < this.#letters.length &&
      this.#letters[depth] === lower(text.charCodeAt(start + depth))
    )
      depth++;
    for (; depth < length; depth++) {
      this.#letters[depth] = lower(text.charCodeAt(start + depth));
      this.#letters.length = depth + 1;
      if (this.#fill(depth + 1) > this.#most) return depth + 1;
    }
    return null;
  }

  distance(length: number): number {
    return this.#rows[length]?.[this.#word.length] ?? Number.POSITIVE_INFINITY;
  }

  /** Fills the row after the `depth`th letter; returns the least distance in it and in the row before. */
  #fill(depth: number): number {
    const word = this.#word;
    const letter = this.#letters[depth - 1];
    const letterBefore = this.#letters[depth - 2];
    const above = this.#rows[depth - 1] ?? [];
    const twoAbove = this.#rows[depth - 2];
    const row = this.#rows[depth] ?? [];
    this.#rows[depth] = row;
    row[0] = depth;
    let least = depth;
    for (let i = 1; i <= word.length; i++) {
      const code = word.charCodeAt(i - 1);
      let slips = Math.min((above[i] ?? 0) + 1, (row[i - 1] ?? 0) + 1, (above[i - 1] ?? 0) + (code === letter ? 0 : 1));
      if (twoAbove !== undefined && i > 1 && code === letterBefore && word.charCodeAt(i - 2) === letter) {
        slips = Math.min(slips, (twoAbove[i - 2] ?? 0) + 1);
      }
      row[i] = slips;
      if (slips < least) least = slips;
    }
    // Two swapped letters: the row may rise above the mark and fall again by one with the next letter.
    return Math.min(least, this.#leastOf(above) + 1);
  }

  #leastOf(row: readonly number[]): number {
    let least = Number.POSITIVE_INFINITY;
    for (const slips of row) if (slips < least) least = slips;
    return least;
  }
}

/** Case makes no slip. Enough for the letters of ASCII and Latin-1. */
const lower = (code: number): number =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) ? code + 32 : code;
