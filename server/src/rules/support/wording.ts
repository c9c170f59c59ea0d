import type { Determination } from '../../determination/model.ts';
import type { Passage } from '../../determination/passages.ts';
import { passages } from '../../determination/passages.ts';

/** A word or a number of a passage. Indexes are into the passage's text. */
export interface Word {
  /** In lower case, with straight apostrophes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The same for equal words, and seldom for others: spares comparing the text. */
  readonly key: number;
  /** A single blank, and nothing else, stands between it and the word before. */
  readonly follows: boolean;
}

/** A passage in words: what the rules about wording read. */
export interface Wording {
  readonly passage: Passage;
  readonly words: readonly Word[];
}

const kept = new WeakMap<Determination, readonly Wording[]>();

/** The words of every passage of a letter. Read once, shared by the rules about wording. */
export function wordings(letter: Determination): readonly Wording[] {
  const known = kept.get(letter);
  if (known !== undefined) return known;
  const found = passages(letter).map((passage) => ({ passage, words: readWords(passage.prose.text) }));
  kept.set(letter, found);
  return found;
}

/** Letters and digits; an apostrophe, a hyphen or a decimal point between them belongs to the word, a slash does not. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  const lower = lowerCase(text);
  let previousEnd = -2;
  for (let at = 0; at < text.length; ) {
    if (!isWordCode(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    at = endOfWord(text, at);
    words.push({
      text: lower.slice(start, at),
      key: (at - start) * 65536 + lower.charCodeAt(start) * 256 + lower.charCodeAt(at - 1),
      start,
      end: at,
      follows: start === previousEnd + 1 && text.charCodeAt(previousEnd) === 32,
    });
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

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) at++;
    else if (isJoiner(code, text.charCodeAt(at - 1), text.charCodeAt(at + 1))) at++;
    else break;
  }
  return at;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code >= 0xc0;

/** ' ’ - between letters or digits, a point between digits. */
const isJoiner = (code: number, before: number, after: number): boolean =>
  code === 46
    ? isDigit(before) && isDigit(after)
    : (code === 39 || code === 0x2019 || code === 45) && isWordCode(after);
