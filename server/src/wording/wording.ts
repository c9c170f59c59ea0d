import type { Passage } from '../determination/lines/passages.ts';
import { formPassages, passages } from '../determination/lines/passages.ts';
import type { Determination } from '../determination/model/determination.ts';
import { oncePerLetter } from '../determination/oncePerLetter.ts';
import { KeySet } from './keySet.ts';

/** A word or a number of a text. Indexes are into that text. */
export class Word {
  readonly start: number;
  readonly end: number;
  /** The same for equal words, and hardly ever for others: spares comparing the text. */
  readonly key: number;
  /** A single blank, and nothing else, is between it and the word before. */
  readonly follows: boolean;
  readonly #lower: string;
  #text: string | undefined;

  /** `lower`: the whole text as `lowerCase` makes it. */
  constructor(lower: string, start: number, end: number, key: number, follows: boolean) {
    this.#lower = lower;
    this.start = start;
    this.end = end;
    this.key = key;
    this.follows = follows;
  }

  /** In lower case, with straight apostrophes. */
  get text(): string {
    this.#text ??= this.#lower.slice(this.start, this.end);
    return this.#text;
  }

  /** Whether this is its text; quicker than to ask for that. */
  is(text: string): boolean {
    return text.length === this.end - this.start && this.#lower.startsWith(text, this.start);
  }
}

/** The key of a word in lower case. */
export function keyOf(word: string): number {
  let key = 0;
  for (let at = 0; at < word.length; at++) key = nextKey(key, word.charCodeAt(at));
  return key;
}

/** A small integer, so that tables of keys are quick. */
const nextKey = (key: number, code: number): number => (Math.imul(key, 31) + code) & 0x3fffffff;

/** A passage in words: what the rules about wording read. */
export interface Wording {
  readonly passage: Passage;
  readonly words: readonly Word[];
}

interface LetterWords {
  readonly wordings: readonly Wording[];
  /** Of the words of the passages and of the header. */
  readonly keys: KeySet;
}

/** The words of what the letter's form brings with it, and of every passage that an editor wrote. */
export const wordings = (letter: Determination): readonly Wording[] => wordsOf(letter).wordings;

/** Read once, shared by the rules about wording. */
const wordsOf = oncePerLetter((letter): LetterWords => {
  const wordings = [...formPassages(letter), ...passages(letter)].map((passage) => ({
    passage,
    words: readWords(passage.prose.text),
  }));
  const header = letter.sections.find(({ kind }) => kind === 'header')?.body.text ?? '';
  const words = [readWords(header), ...wordings.map((wording) => wording.words)];
  const keys = new KeySet(words.reduce((sum, { length }) => sum + length, 0));
  for (const each of words) {
    for (const { key } of each) keys.add(key);
  }
  return { wordings, keys };
});

/** Words that a rule waits for: most letters have none of them, and need not be searched. */
export class WordSet {
  readonly #keys: readonly number[];

  /** `words`: in lower case, divided by blanks. */
  constructor(words: string) {
    this.#keys = words.split(' ').map(keyOf);
  }

  /** Whether any of them is in the letter's header or in one of its passages. */
  isIn(letter: Determination): boolean {
    const { keys } = wordsOf(letter);
    return this.#keys.some((key) => keys.has(key));
  }
}

/** Whether a word, in lower case, is in the letter's header or in one of its passages. */
export const hasWord = (letter: Determination, word: string): boolean => wordsOf(letter).keys.has(keyOf(word));

/** Letters and digits; an apostrophe, a hyphen or a decimal point between them belongs to the word, a slash does not. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const lower = lowerCase(text);
  let previousEnd = -2;
  for (let at = 0; at < lower.length; ) {
    let code = lower.charCodeAt(at);
    if (roleOf(code) !== IN_WORD) {
      at++;
      continue;
    }
    const start = at;
    let key = 0;
    for (let role = IN_WORD; role === IN_WORD || (role !== APART && joins(lower, at, role)); ) {
      key = nextKey(key, code);
      code = ++at < lower.length ? lower.charCodeAt(at) : BLANK;
      role = roleOf(code);
    }
    words.push(new Word(lower, start, at, key, start === previousEnd + 1 && lower.charCodeAt(previousEnd) === BLANK));
    previousEnd = at;
  }
  return words;
}

/** In lower case and with straight apostrophes, character by character: the few letters that grow are left as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text;
  return same.includes('’') ? same.replaceAll('’', "'") : same;
}

const BLANK = 32;

const APART = 0;
const IN_WORD = 1;
/** An apostrophe or a hyphen. */
const JOINER = 2;
/** A full stop. */
const POINT = 3;

/** What a character is to words, by its code: every character of a letter is looked up. */
const ROLES = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9]/.test(character) || code >= 0xc0) return IN_WORD;
  return character === "'" || character === '-' ? JOINER : character === '.' ? POINT : APART;
});

const roleOf = (code: number): number => (code < 256 ? (ROLES[code] ?? APART) : IN_WORD);

/** Whether the mark at `at` is inside a word or a decimal number. */
function joins(lower: string, at: number, role: number): boolean {
  if (at + 1 >= lower.length) return false;
  const next = lower.charCodeAt(at + 1);
  return role === JOINER ? roleOf(next) === IN_WORD : isDigit(lower.charCodeAt(at - 1)) && isDigit(next);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
