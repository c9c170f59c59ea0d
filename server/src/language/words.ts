/**
 * Words as numbers: equal words, whatever their case, have one number. The words of a lexicon have the same number in
 * every letter; a letter's other words get numbers of their own after them.
 */

/** The hash of the word between two indexes of a text, the same in whatever case. */
export function hashBetween(text: string, start: number, end: number): number {
  let hash = NO_HASH;
  for (let i = start; i < end; i++) hash = withCode(hash, text.charCodeAt(i));
  return hash;
}

/** The hash of no letters. */
export const NO_HASH = 0;

/** The hash of a word and one letter more. */
export const withCode = (hash: number, code: number): number => (Math.imul(hash, 31) + lowerCode(code)) | 0;

/** The lower-case form of a UTF-16 code. */
const lowerCode = (code: number): number =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) ? code + 32 : code;

/** Words that are in one text, found by hash; at most half of the slots are taken. */
class WordSet {
  readonly #text: string;
  #count = 0;
  /** By word: where it begins, where it ends, its hash. */
  readonly #words: Int32Array;
  /** By hash: the number of a word plus 1, or 0. */
  readonly #slots: Int32Array;

  /** @param most a power of two: no more words may be added */
  constructor(text: string, most: number) {
    this.#text = text;
    this.#words = new Int32Array(most * SIZE);
    this.#slots = new Int32Array(most * 2);
  }

  /** The number of `text.slice(start, end)`, in whatever case; -1 where it is not in. */
  find(hash: number, text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const number = (this.#slots[at] ?? 0) - 1;
      if (number < 0) return -1;
      if (this.#words[number * SIZE + HASH] !== hash) continue;
      const from = this.#words[number * SIZE] ?? 0;
      const to = this.#words[number * SIZE + END] ?? 0;
      if (to - from === end - start && isSame(this.#text, from, text, start, end)) return number;
    }
  }

  /** Adds a word that is not in: one that is in the set's own text. */
  add(hash: number, start: number, end: number): number {
    const number = this.#count++;
    this.#words[number * SIZE] = start;
    this.#words[number * SIZE + END] = end;
    this.#words[number * SIZE + HASH] = hash;
    this.#put(hash, number);
    return number;
  }

  #put(hash: number, number: number): void {
    const mask = this.#slots.length - 1;
    let at = spread(hash) & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    this.#slots[at] = number + 1;
  }
}

/** Of a word in the array, and where in it its end and its hash are. */
const SIZE = 3;
const END = 1;
const HASH = 2;

/** Spreads a hash over the low bits, which alone choose a slot. */
const spread = (hash: number): number => hash ^ (hash >>> 15) ^ (hash >>> 7);

function isSame(a: string, from: number, b: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const x = a.charCodeAt(from + i - start);
    const y = b.charCodeAt(i);
    if (x !== y && lowerCode(x) !== lowerCode(y)) return false;
  }
  return true;
}

/** The words of a lexicon. */
export class WordTable {
  /** By word, in lower case. */
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** Made when the first text is read. */
  #set: WordSet | null = null;

  get size(): number {
    return this.#words.length;
  }

  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** The number of a word in lower case; -1 where the table has it not. */
  numberOf(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  /** The number of `text.slice(start, end)`, in whatever case; -1 where the table has it not. */
  find(hash: number, text: string, start: number, end: number): number {
    return this.#sealed().find(hash, text, start, end);
  }

  /** Adds a word in lower case, or gives the number that it has. Throws where a text was read with the table before. */
  add(word: string): number {
    const known = this.numberOf(word);
    if (known >= 0) return known;
    if (this.#set !== null) throw new Error(`The word “${word}” comes too late: a text was read without it.`);
    this.#numbers.set(word, this.size);
    return this.#words.push(word) - 1;
  }

  /** From now on the table takes no more words: those that a text adds to it have the numbers after them. */
  seal(): void {
    this.#sealed();
  }

  #sealed(): WordSet {
    this.#set ??= setOf(this.#words);
    return this.#set;
  }
}

function setOf(words: readonly string[]): WordSet {
  const set = new WordSet(words.join(''), powerOfTwo(words.length));
  let end = 0;
  for (const word of words) {
    const start = end;
    end += word.length;
    set.add(hashBetween(word, 0, word.length), start, end);
  }
  return set;
}

/** The words of some texts that their lexicon has not. Equal ones have one number in all texts that are read with it. */
export class OtherWords {
  readonly #first: number;
  /** By word, in lower case. */
  readonly #numbers = new Map<string, number>();

  /** @param first the number of the first of them */
  constructor(first: number) {
    this.#first = first;
  }

  get count(): number {
    return this.#numbers.size;
  }

  /** The number of a word, in whatever case. */
  numberOf(word: string): number {
    const lower = word.toLowerCase();
    const known = this.#numbers.get(lower);
    if (known !== undefined) return known;
    const number = this.#first + this.#numbers.size;
    this.#numbers.set(lower, number);
    return number;
  }
}

/** The next one above `count`, 16 or more. */
const powerOfTwo = (count: number): number => 1 << Math.max(4, 32 - Math.clz32(count));
