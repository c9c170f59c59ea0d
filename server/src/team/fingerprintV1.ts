/**
 * Fingerprints of version 1: FROZEN. Files of put-aside findings hold them, and they must say the same as long as anyone
 * has such a file. So nothing here is shared with the code that reads letters: how a letter was folded to clean text,
 * where its sentences ended and what counted as a word is kept as it was when version 1 was written, with its faults.
 * For better fingerprints, write a version 2 beside this.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Comes before each fingerprint, with a colon. */
export const V1 = 'v1';

/** A stretch of the original letter: UTF-16 offsets, `start` included, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a fingerprint is made of; all but the rule as `V1Letter` gives it. */
export interface V1Finding {
  /** The rule's name. */
  readonly rule: string;
  /** The treatment in dispute; empty for a finding that belongs to no issue. */
  readonly treatment: string;
  /** The words that are wrong. */
  readonly words: string;
  /** Empty where there is none. */
  readonly sentence: string;
  /** The words that it disagrees with. */
  readonly related: readonly string[];
}

/** A hash that cannot be read back. */
export function printV1({ rule, treatment, words, sentence, related }: V1Finding): string {
  const parts = [rule, treatment, words, sentence, ...related].join('\n');
  return `${V1}:${bytesToHex(sha256(utf8ToBytes(parts))).slice(0, 32)}`;
}

/** A letter, as version 1 reads it. Total and linear in the letter's text. */
export class V1Letter {
  readonly #folded: Folded;

  /** @param source the original text */
  constructor(source: string) {
    this.#folded = fold(source);
  }

  /** The words of a finding, or those that it disagrees with. */
  words({ start, end }: Stretch): string {
    return wordsOf(this.#folded.text.slice(indexOf(this.#folded, start), indexOf(this.#folded, end)));
  }

  /** The words of a stretch that begins or ends a few words earlier or later: a reader that has changed may find less, or more. */
  wordsNear({ start, end }: Stretch): readonly string[] {
    const { text } = this.#folded;
    const from = indexOf(this.#folded, start);
    const to = indexOf(this.#folded, end);
    const ends = [...breaksAfter(text, to, NEAR_END), ...breaksBefore(text, to, NEAR_END)].filter((at) => at > from);
    const starts = [...breaksBefore(text, from, NEAR_START), ...breaksAfter(text, from, NEAR_START)]
      .map((at) => (at === 0 ? 0 : at + 1))
      .filter((at) => at < to);
    return [...ends.map((at) => text.slice(from, at)), ...starts.map((at) => text.slice(at, to))].map(wordsOf);
  }

  /** The words of a stretch that the reader of letters found: it ends with a character of the clean text. */
  treatment(stretch: Stretch | null): string {
    return stretch === null ? '' : wordsOf(this.#read(stretch));
  }

  /**
   * The words of the sentence around an offset.
   * @param container the heading, part or section beyond whose ends it is not followed; null where there is no sentence
   */
  sentence(container: Stretch | null, offset: number): string {
    if (container === null) return '';
    const text = this.#read(container);
    const from = indexOf(this.#folded, container.start);
    const at = Math.max(0, Math.min(indexOf(this.#folded, offset) - from, text.length));
    const floor = Math.max(0, at - REACH);
    const ceiling = Math.min(text.length, at + REACH);
    let start = at;
    while (start > floor && !endsSentence(text, start - 1)) start--;
    let end = at;
    while (end < ceiling && !endsSentence(text, end)) end++;
    return wordsOf(text.slice(start, end));
  }

  #read({ start, end }: Stretch): string {
    return end > start ? this.#folded.text.slice(indexOf(this.#folded, start), indexOf(this.#folded, end - 1) + 1) : '';
  }
}

/** Citations lose or gain what follows them; what is marked seldom begins elsewhere. In words. */
const NEAR_END = 10;
const NEAR_START = 4;

/** The blanks after an index, the nearest first, and the text's end. */
function breaksAfter(text: string, index: number, most: number): readonly number[] {
  const breaks: number[] = [];
  for (let at = index; breaks.length < most && at >= 0 && at < text.length; ) {
    at = text.indexOf(' ', at + 1);
    breaks.push(at < 0 ? text.length : at);
  }
  return breaks;
}

/** The blanks before an index, the nearest first, and the text's beginning. */
function breaksBefore(text: string, index: number, most: number): readonly number[] {
  const breaks: number[] = [];
  for (let at = index - 1; breaks.length < most && at > 0; at--) {
    at = text.lastIndexOf(' ', at - 1);
    breaks.push(Math.max(0, at));
    if (at < 0) break;
  }
  return breaks;
}

/** A sentence is followed no further than this, in characters, either way. */
const REACH = 400;

/** A full stop, an exclamation or a question mark before a blank. */
const endsSentence = (text: string, at: number): boolean =>
  '.!?'.includes(text.charAt(at)) && (text.charAt(at + 1) === ' ' || at + 1 === text.length);

/** Words and figures in lower case, one blank between them: '12 visits', '0.5 mg', '10/23/2016', 'low back'. */
function wordsOf(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(WORDS) ?? []).join(' ');
}

/** Punctuation counts inside figures only: 1.5 mg is not 15 mg. */
const WORDS = /[\p{L}\p{M}]+|\p{N}+(?:[.,:/-]\p{N}+)*/gu;

/** The letter as clean text, with the way back: from `indexes[i]` on it is the original from `offsets[i]` on. */
interface Folded {
  readonly text: string;
  readonly indexes: readonly number[];
  readonly offsets: readonly number[];
}

/** The index in the clean text of an offset of the original (the nearest one where the offset was folded away). */
function indexOf({ text, indexes, offsets }: Folded, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const index = (indexes[low] ?? 0) + Math.max(0, offset - (offsets[low] ?? 0));
  return Math.max(0, Math.min(index, indexes[low + 1] ?? text.length, text.length));
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const HYPHEN = 45;
const SOFT_HYPHEN = 0xad;

const isGap = (code: number): boolean =>
  code === SPACE ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === SOFT_HYPHEN ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0xfeff;

const isWordCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;

/** Words divided by single spaces. Line ends, page breaks, running heads, soft hyphens and hyphens that wait for the next line are gone. */
function fold(source: string): Folded {
  const runningHeadEnd = runningHeads(source);
  const gluesAcrossLineEnd = glue(source);
  const pieces: string[] = [];
  const indexes: number[] = [];
  const offsets: number[] = [];
  let length = 0;
  let lastCode = 0;
  const take = (piece: string, offset: number): void => {
    indexes.push(length);
    offsets.push(offset);
    pieces.push(piece);
    length += piece.length;
  };
  let at = Math.max(0, runningHeadEnd(0));
  while (at < source.length) {
    const gapStart = at;
    let lineEnds = 0;
    for (; at < source.length && isGap(source.charCodeAt(at)); at++) {
      const code = source.charCodeAt(at);
      if (code !== LF && (code !== CR || source.charCodeAt(at + 1) === LF)) continue;
      lineEnds++;
      const end = runningHeadEnd(at + 1);
      if (end > at) at = end - 1;
    }
    if (at >= source.length) break;
    if (gapStart < at && length > 0) {
      const glued =
        source.charCodeAt(gapStart) === SOFT_HYPHEN ||
        (lineEnds > 0 && lastCode === HYPHEN && gluesAcrossLineEnd(gapStart, at));
      if (!glued) take(' ', gapStart);
    }
    const start = at;
    while (at < source.length) {
      const code = source.charCodeAt(at);
      if (isGap(code) && (code !== SPACE || at + 1 >= source.length || isGap(source.charCodeAt(at + 1)))) break;
      at++;
    }
    take(source.slice(start, at), start);
    lastCode = source.charCodeAt(at - 1);
  }
  return { text: pieces.join(''), indexes, offsets };
}

/** Answers the offset after the running head that begins at an offset (a line's start), or -1 where there is none. */
function runningHeads(source: string): (offset: number) => number {
  const blank = '[ \\t\\u00a0]';
  const words = 'Final Determination Letter for IMR Case Number'.replaceAll(' ', `${blank}{1,4}`);
  const firstLetter = new RegExp(`(?:${blank}|\\f){0,200}F`, 'y');
  const head = new RegExp(
    `(?:${blank}|\\f){0,200}${words}${blank}{1,4}C?M?\\d{2}-\\d{4,9}${blank}{0,80}\\d{0,4}${blank}{0,80}(?=[\\r\\n\\f]|$)`,
    'y',
  );
  return (offset) => {
    firstLetter.lastIndex = offset;
    if (!firstLetter.test(source)) return -1;
    head.lastIndex = offset;
    return head.test(source) ? head.lastIndex : -1;
  };
}

/** Answers whether a hyphen before a line end goes on in the next line ('electro-⏎myography'): no dash, none that is suspended ('pre- and post-'). */
function glue(source: string): (hyphenEnd: number, next: number) => boolean {
  const suspended = /(?:to|and|or|through|versus)\b/y;
  return (hyphenEnd, next) => {
    const before = source.charCodeAt(hyphenEnd - 2);
    if (!isWordCharacter(before) && before !== 41 && before !== 37) return false;
    if (!isWordCharacter(source.charCodeAt(next))) return false;
    suspended.lastIndex = next;
    return !suspended.test(source);
  };
}
