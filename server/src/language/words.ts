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

/** Words that stand in one text, found by hash; at most half of the slots are taken. */
class WordSet {
  #text: string;
  #count = 0;
  #starts: Int32Array<ArrayBuffer>;
  #ends: Int32Array<ArrayBuffer>;
  #hashes: Int32Array<ArrayBuffer>;
  #slots: Int32Array<ArrayBuffer>;

  /** @param expected about how many words there will be, a power of two */
  constructor(text: string, expected: number) {
    this.#text = text;
    this.#starts = new Int32Array(expected);
    this.#ends = new Int32Array(expected);
    this.#hashes = new Int32Array(expected);
    this.#slots = new Int32Array(expected * 2);
  }

  get count(): number {
    return this.#count;
  }

  word(number: number): string {
    return this.#text.slice(this.#starts[number], this.#ends[number]);
  }

  /** The number of `text.slice(start, end)`, in whatever case; -1 where it is not in. */
  find(hash: number, text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const number = (this.#slots[at] ?? 0) - 1;
      if (number < 0) return -1;
      if (this.#hashes[number] !== hash) continue;
      const from = this.#starts[number] ?? 0;
      if ((this.#ends[number] ?? 0) - from === end - start && isSame(this.#text, from, text, start, end)) return number;
    }
  }

  /** Adds a word that is not in: one that stands in the set's own text. */
  add(hash: number, start: number, end: number): number {
    if (this.#count === this.#starts.length) this.#grow();
    const number = this.#count++;
    this.#starts[number] = start;
    this.#ends[number] = end;
    this.#hashes[number] = hash;
    this.#put(hash, number);
    return number;
  }

  /** Adds a word that is not in to the set and to its text. */
  append(hash: number, word: string): number {
    const start = this.#text.length;
    this.#text += word;
    return this.add(hash, start, start + word.length);
  }

  #put(hash: number, number: number): void {
    const mask = this.#slots.length - 1;
    let at = spread(hash) & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    this.#slots[at] = number + 1;
  }

  #grow(): void {
    const size = this.#count * 2;
    this.#starts = larger(this.#starts, size);
    this.#ends = larger(this.#ends, size);
    this.#hashes = larger(this.#hashes, size);
    this.#slots = new Int32Array(size * 2);
    for (let number = 0; number < this.#count; number++) this.#put(this.#hashes[number] ?? 0, number);
  }
}

function larger(old: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const array = new Int32Array(size);
  array.set(old);
  return array;
}

/** Spreads a hash over the low bits, which alone choose a slot. */
const spread = (hash: number): number => hash ^ (hash >>> 15) ^ (hash >>> 7);

function isSame(a: string, from: number, b: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const [x, y] = [a.charCodeAt(from + i - start), b.charCodeAt(i)];
    if (x !== y && lowerCode(x) !== lowerCode(y)) return false;
  }
  return true;
}

/** The words of a lexicon. */
export class WordTable {
  readonly #set = new WordSet('', 8192);
  #isSealed = false;

  get size(): number {
    return this.#set.count;
  }

  word(number: number): string {
    return number >= 0 && number < this.#set.count ? this.#set.word(number) : '';
  }

  /** The number of `word`; -1 where the table has it not. */
  numberOf(word: string): number {
    return this.find(hashBetween(word, 0, word.length), word, 0, word.length);
  }

  /** The number of `text.slice(start, end)`, in whatever case; -1 where the table has it not. */
  find(hash: number, text: string, start: number, end: number): number {
    return this.#set.find(hash, text, start, end);
  }

  /** Adds a word in lower case, or gives the number that it has. Throws where a text was read with the table before. */
  add(word: string): number {
    const known = this.numberOf(word);
    if (known >= 0) return known;
    if (this.#isSealed) throw new Error(`The word “${word}” comes too late: a text was read without it.`);
    return this.#set.append(hashBetween(word, 0, word.length), word);
  }

  /** From now on the table takes no more words: those that a text adds to it have the numbers after them. */
  seal(): void {
    this.#isSealed = true;
  }
}

/** The words of one text that its lexicon has not. */
export class OtherWords {
  readonly #first: number;
  readonly #text: string;
  readonly #set: WordSet;

  /** @param first the number of the first of them */
  constructor(first: number, text: string) {
    this.#first = first;
    this.#text = text;
    // One word in some twenty characters is new.
    this.#set = new WordSet(text, 1 << Math.max(4, 32 - Math.clz32(text.length >> 5)));
  }

  /** The number of the word between two indexes of the text. */
  numberOf(hash: number, start: number, end: number): number {
    const known = this.#set.find(hash, this.#text, start, end);
    return this.#first + (known >= 0 ? known : this.#set.add(hash, start, end));
  }
}
