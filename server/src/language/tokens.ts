import { hashBetween, NO_HASH, OtherWords, type WordTable, withCode } from './words.ts';

/** More tokens than a text may have: with it, a position and another number make one. */
export const MOST_TOKENS = 2 ** 26;

/** What a token is made of. */
const IS_WORD = 1;
const IS_FIGURES = 2;
const IS_MARK = 4;
/** There is no blank between the token and the one before. */
const GLUED = 8;
/** Begins with a capital. */
const CAPITAL = 16;
/** Has a capital, and no small letter. */
const CAPITALS = 32;

/**
 * The tokens of a text, in its order: words, figures and marks, each as small as it can be. An n't, a possessive 's, a
 * hyphen and a figure beside a letter are tokens of their own, so that 'non-certified', 'L4-5' and '2x6' are read from
 * their pieces. Kept in arrays, not in an object a token. Positions are 0-based, indexes UTF-16 into the text.
 */
export class Tokens {
  readonly text: string;
  #count = 0;
  /** By token: its kind and flags, where it begins, where it ends, its word, and what figures are worth. */
  #tokens: Int32Array<ArrayBuffer>;
  /** By the last digits of a word's number, or after: the number plus 1, or 0. Made when a word is first looked for. */
  #words: Int32Array | null = null;

  /** @param others what has numbered the words that `table` has not, in this text and in those that it is compared with */
  constructor(text: string, table: WordTable, others: OtherWords = new OtherWords(table.size)) {
    this.text = text;
    this.#tokens = new Int32Array((16 + (text.length >> 2)) * SIZE);
    this.#read(table, others);
  }

  get count(): number {
    return this.#count;
  }

  /** The number of the token's word in its lexicon, or one of the text's own; of figures, too. */
  word(at: number): number {
    return at >= 0 && at < this.#count ? (this.#tokens[at * SIZE + WORD] ?? NO_WORD) : NO_WORD;
  }

  /** Whether one of some words, which are in lower case, is between two positions. */
  hasAny({ first, end }: { readonly first: number; readonly end: number }, words: ReadonlySet<string>): boolean {
    for (let at = first; at < end; at++) if (words.has(this.lower(at))) return true;
    return false;
  }

  /** Whether a word, by its number, is in the text. */
  hasWord(word: number): boolean {
    this.#words ??= this.#slotsOfWords();
    const mask = this.#words.length - 1;
    for (let slot = word & mask; ; slot = (slot + 1) & mask) {
      const known = this.#words[slot];
      if (known === word + 1) return true;
      if (known === 0) return false;
    }
  }

  #slotsOfWords(): Int32Array {
    // At most half of the slots are taken.
    const slots = new Int32Array(2 << (32 - Math.clz32(this.#count)));
    const mask = slots.length - 1;
    for (let at = 0; at < this.#count; at++) {
      const word = this.word(at) + 1;
      let slot = (word - 1) & mask;
      while (slots[slot] !== 0 && slots[slot] !== word) slot = (slot + 1) & mask;
      slots[slot] = word;
    }
    return slots;
  }

  start(at: number): number {
    return at < this.#count ? (this.#tokens[at * SIZE + START] ?? 0) : this.text.length;
  }

  end(at: number): number {
    return at < 0 ? 0 : (this.#tokens[at * SIZE + END] ?? 0);
  }

  isWord(at: number): boolean {
    return this.#is(at, IS_WORD);
  }

  isMark(at: number): boolean {
    return this.#is(at, IS_MARK);
  }

  isFigures(at: number): boolean {
    return this.#is(at, IS_FIGURES);
  }

  /** The 's of "the worker's". */
  isPossessive(at: number): boolean {
    return this.isWord(at) && isApostrophe(this.text.charCodeAt(this.start(at)));
  }

  /** What figures are worth: '012' is 12; more than nine of them are -1, and so is what is no figures. */
  figures(at: number): number {
    return this.isFigures(at) ? (this.#tokens[at * SIZE + FIGURES] ?? -1) : -1;
  }

  /** There is no blank between the token and the one before. */
  isGlued(at: number): boolean {
    return this.#is(at, GLUED);
  }

  /** Begins with a capital. */
  isCapitalized(at: number): boolean {
    return this.#is(at, CAPITAL);
  }

  /** Has only capitals: 'PT', 'L', 'MRI'. */
  isCapitals(at: number): boolean {
    return this.#is(at, CAPITALS);
  }

  #is(at: number, flag: number): boolean {
    return at >= 0 && at < this.#count && ((this.#tokens[at * SIZE] ?? 0) & flag) !== 0;
  }

  /** The token as it is written. */
  written(at: number): string {
    return at < 0 || at >= this.#count ? '' : this.text.slice(this.start(at), this.end(at));
  }

  /** The token in small letters. */
  lower(at: number): string {
    return this.written(at).toLowerCase();
  }

  /** The text of several tokens, `end` excluded. */
  slice(first: number, end: number): string {
    return end <= first ? '' : this.text.slice(this.start(first), this.end(end - 1));
  }

  /** Position of the first token that begins at or after an index of the text; `count` where none does. */
  from(index: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle * SIZE + START] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #read(table: WordTable, others: OtherWords): void {
    const { text } = this;
    const { length } = text;
    for (let at = 0; at < length; ) {
      const code = text.charCodeAt(at);
      if (code === BLANK) at++;
      else if (isLetter(code)) at = this.#readWord(at, table, others);
      else if (isDigit(code)) at = this.#readFigures(at, table, others);
      else at = this.#readMark(at, table, others);
    }
  }

  #readWord(start: number, table: WordTable, others: OtherWords): number {
    const { text } = this;
    let end = start;
    let hash = NO_HASH;
    let seen = 0;
    for (let code = text.charCodeAt(end); ; code = text.charCodeAt(++end)) {
      const kind = kindOf(code);
      if ((kind & LETTER) === 0) break;
      seen |= kind;
      hash = withCode(hash, code);
    }
    const hasSmall = (seen & SMALL) !== 0;
    const capitals = !isCapital(text.charCodeAt(start)) ? 0 : hasSmall ? CAPITAL : CAPITAL | CAPITALS;
    const suffix = suffixAt(text, start, end);
    if (suffix === 'not') {
      const full = FULL_FORMS.get(text.slice(start, end - 1).toLowerCase());
      const word = full === undefined ? numberOf(text, start, end - 1, table, others) : table.numberOf(full);
      this.#add(IS_WORD | capitals, start, end - 1, word);
      this.#add(IS_WORD, end - 1, end + 2, table.numberOf('not'));
      return end + 2;
    }
    this.#add(IS_WORD | capitals, start, end, numberOfHash(hash, text, start, end, table, others));
    if (suffix === 'possessive') {
      this.#add(IS_WORD, end, end + 2, table.numberOf("'s"));
      return end + 2;
    }
    return end;
  }

  #readFigures(start: number, table: WordTable, others: OtherWords): number {
    let end = start;
    let value = 0;
    for (let code = this.text.charCodeAt(end); isDigit(code); code = this.text.charCodeAt(++end)) {
      value = end - start < MOST_FIGURES ? value * 10 + code - ZERO : -1;
    }
    this.#add(IS_FIGURES, start, end, numberOf(this.text, start, end, table, others), value);
    return end;
  }

  /** A row of strokes, points or blanks to fill in is one mark, and the same mark however long it is. */
  #readMark(start: number, table: WordTable, others: OtherWords): number {
    const code = this.text.charCodeAt(start);
    let end = start + 1;
    if (isRow(code)) while (this.text.charCodeAt(end) === code) end++;
    this.#add(IS_MARK, start, end, numberOf(this.text, start, Math.min(end, start + 2), table, others));
    return end;
  }

  #add(flags: number, start: number, end: number, word: number, figures = -1): void {
    const at = this.#count++ * SIZE;
    if (at === this.#tokens.length) this.#grow();
    this.#tokens[at] = start > 0 && this.text.charCodeAt(start - 1) !== BLANK ? flags | GLUED : flags;
    this.#tokens[at + START] = start;
    this.#tokens[at + END] = end;
    this.#tokens[at + WORD] = word;
    this.#tokens[at + FIGURES] = figures;
  }

  #grow(): void {
    const tokens = this.#tokens;
    this.#tokens = new Int32Array(tokens.length * 2);
    this.#tokens.set(tokens);
  }
}

/** Of a token in the array, and where in it what is; the flags are first. */
const SIZE = 5;
const START = 1;
const END = 2;
const WORD = 3;
const FIGURES = 4;

/** The number of no word. */
const NO_WORD = -1;

const BLANK = 32;
const ZERO = 48;
const APOSTROPHE = 39;
/** More would not fit an array's element. */
const MOST_FIGURES = 9;

/** What is left of a verb before n't. */
const FULL_FORMS: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
]);

/** The n't or 's that a word ends with. */
function suffixAt(text: string, start: number, end: number): 'not' | 'possessive' | null {
  if (!isApostrophe(text.charCodeAt(end)) || isLetter(text.charCodeAt(end + 2))) return null;
  const letter = text.charAt(end + 1).toLowerCase();
  if (letter === 's') return 'possessive';
  return letter === 't' && end - start > 1 && text.charAt(end - 1).toLowerCase() === 'n' ? 'not' : null;
}

const numberOf = (text: string, start: number, end: number, table: WordTable, others: OtherWords): number =>
  numberOfHash(hashBetween(text, start, end), text, start, end, table, others);

function numberOfHash(
  hash: number,
  text: string,
  start: number,
  end: number,
  table: WordTable,
  others: OtherWords,
): number {
  const known = table.find(hash, text, start, end);
  return known >= 0 ? known : others.numberOf(text.slice(start, end));
}

const SMALL = 1;
const LARGE = 2;
const DIGIT = 4;
const LETTER = SMALL | LARGE;

/** What a code is: Latin letters and digits; all others count as marks. */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => {
  if (code >= 97 && code <= 122) return SMALL;
  if (code >= 65 && code <= 90) return LARGE;
  if (code >= ZERO && code <= 57) return DIGIT;
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return 0;
  return code <= 0xde ? LARGE : SMALL;
});

/** After the text's end there is no code (NaN), and with that an array is slow to ask. */
const kindOf = (code: number): number => (code < KINDS.length ? (KINDS[code] ?? 0) : 0);

const isApostrophe = (code: number): boolean => code === APOSTROPHE || code === 0x2019;

const isDigit = (code: number): boolean => kindOf(code) === DIGIT;

const isCapital = (code: number): boolean => kindOf(code) === LARGE;

const isLetter = (code: number): boolean => (kindOf(code) & LETTER) !== 0;

/** - . _ * = ~ */
const isRow = (code: number): boolean =>
  code === 45 || code === 46 || code === 95 || code === 42 || code === 61 || code === 126;
