import { BrokenWords } from './brokenWords.ts';
import { SOFT } from './characters.ts';
import { findFurniture } from './furniture.ts';
import type { FurnitureKind } from './furnitureForms.ts';
import { lineSpacing, type ParagraphBreak, paragraphBreaks } from './lineSpacing.ts';
import { OffsetMap } from './offsetMap.ts';
import { everywhere } from './pattern.ts';
import { finder, type Row, readRows } from './rows.ts';

/** Where a line of the letter begins in the folded text. */
export interface FoldedLine {
  /** Index of its first character in the folded text. */
  readonly start: number;
  /** Index after its last character (trailing blanks not counted). */
  readonly end: number;
  /** Line ends between it and the line before (blank lines included); 0 for the first. */
  readonly lineEndsBefore: number;
  /** What divides it from the line before, beyond line ends: a page's end, or a line drawn across the page. */
  readonly breakBefore: 'page' | 'rule' | null;
}

/** A row that the page brought with it. Offsets are into the text that was folded. */
interface FurnitureRow {
  readonly kind: FurnitureKind;
  readonly start: number;
  readonly end: number;
}

/** A text as one clean string, with the way back. */
export interface Folded {
  /** Words divided by single spaces; line ends, page breaks, page furniture and runs of blanks are gone. */
  readonly text: string;
  /** Blank lines left out. Ascending. */
  readonly lines: readonly FoldedLine[];
  readonly map: OffsetMap;
  /** Indexes of the blanks that stand for several in one line of the original. Ascending. */
  readonly wideBlanks: readonly number[];
  /** Line ends between two lines of one paragraph. */
  readonly spacing: number;
  readonly paragraphBreaks: readonly ParagraphBreak[];
  readonly furniture: readonly FurnitureRow[];
}

/**
 * Folds a text of clean characters: the only place where white space, line ends, hyphens at line ends, page breaks and
 * page furniture are dealt with. Linear in the text.
 * @param isPlain the text holds no other blanks than spaces, line ends and page breaks
 */
export function fold(source: string, isPlain: boolean): Folded {
  const rows = readRows(source);
  const kinds = findFurniture(source, rows);
  const folder = new Folder(source, !isPlain && ODD_BLANK.test(source));
  for (const [i, row] of rows.rows.entries()) folder.add(row, kinds.get(i) ?? null);
  return folder.finish();
}

/** How a row goes on in the next. */
interface Joint {
  /** Its last character is a hyphen that only cut a word, or that nobody sees: it is left out. */
  readonly isCut: boolean;
  /** A word ends with it. */
  readonly endsWord: boolean;
}

const BLANK: Joint = { isCut: false, endsWord: true };
const KEPT_HYPHEN: Joint = { isCut: false, endsWord: false };
const BROKEN_WORD: Joint = { isCut: true, endsWord: false };
const SOFT_END: Joint = { isCut: true, endsWord: true };

class Folder {
  readonly #source: string;
  readonly #words: BrokenWords;
  /** There are other blanks than spaces. */
  readonly #hasOddBlanks: boolean;
  readonly #nextDoubleSpace: (from: number) => number;
  readonly #map = new OffsetMap();
  readonly #pieces: string[] = [];
  readonly #lines: FoldedLine[] = [];
  readonly #wideBlanks: number[] = [];
  readonly #furniture: FurnitureRow[] = [];
  /** A row that waits for the next one, which decides what becomes of its last hyphen. */
  #waiting: Row | null = null;
  /** What is between the row that waits and the next. */
  #lineEnds = 0;
  #break: FoldedLine['breakBefore'] = null;
  /** How the row that waits is divided from the line before it. */
  #before: Pick<FoldedLine, 'lineEndsBefore' | 'breakBefore'> = { lineEndsBefore: 0, breakBefore: null };

  constructor(source: string, hasOddBlanks: boolean) {
    this.#source = source;
    this.#words = new BrokenWords(source);
    this.#hasOddBlanks = hasOddBlanks;
    this.#nextDoubleSpace = finder(source, '  ');
  }

  add(row: Row, furniture: FurnitureKind | null): void {
    this.#lineEnds = Math.max(this.#lineEnds, row.lineEndsBefore);
    if (furniture === 'rule') this.#break = 'rule';
    else if (row.pageBreakBefore) this.#break ??= 'page';
    if (furniture !== null) {
      this.#furniture.push({ kind: furniture, start: row.start, end: row.end });
      return;
    }
    if (this.#waiting !== null) {
      this.#write(this.#waiting, row);
      this.#before = { lineEndsBefore: Math.max(1, this.#lineEnds), breakBefore: this.#break };
    }
    this.#waiting = row;
    this.#lineEnds = 0;
    this.#break = null;
  }

  finish(): Folded {
    if (this.#waiting !== null) this.#write(this.#waiting, null);
    const text = this.#pieces.join('');
    const lines = this.#lines;
    const spacing = lineSpacing(text, lines);
    return {
      text,
      lines,
      map: this.#map,
      wideBlanks: this.#wideBlanks,
      spacing,
      paragraphBreaks: paragraphBreaks(text, lines, spacing),
      furniture: this.#furniture,
    };
  }

  #write(row: Row, next: Row | null): void {
    const { isCut, endsWord } = this.#jointOf(row, this.#break === 'rule' ? null : next);
    const end = isCut ? row.end - 1 : row.end;
    const start = this.#map.length;
    const blank = endsWord && next !== null ? 1 : 0;
    this.#copyWords(row.start, end, blank);
    const { lineEndsBefore, breakBefore } = this.#before;
    this.#lines.push({ start, end: this.#map.length - blank, lineEndsBefore, breakBefore });
  }

  /**
   * The words from `start` to `end`, a run of blanks between two of them as one, and, where `blank` is 1, a blank for
   * what follows them. A blank is copied with the word before it: its offset is that of the first one.
   */
  #copyWords(start: number, end: number, blank: 0 | 1): void {
    const words = this.#source.slice(start, end);
    let from = 0;
    if (this.#hasOddBlanks || this.#nextDoubleSpace(start) < end - 1) {
      for (const { 0: blanks, index } of WIDE_BLANKS.in(words)) {
        this.#copy(start + from, `${words.slice(from, index)} `);
        if (blanks.length > 1) this.#wideBlanks.push(this.#map.length - 1);
        from = index + blanks.length;
      }
    }
    this.#copy(start + from, blank === 1 ? `${words.slice(from)} ` : words.slice(from));
  }

  #copy(offset: number, text: string): void {
    if (text === '') return;
    this.#map.copy(offset, text.length);
    this.#pieces.push(text);
  }

  /** A hyphen before a line end continues its word ('electro-⏎myography', '11-30-⏎2016') unless it is a dash or suspended. */
  #jointOf(row: Row, next: Row | null): Joint {
    const last = this.#source.charCodeAt(row.end - 1);
    if (last !== HYPHEN && last !== SOFT_HYPHEN) return BLANK;
    const left = this.#source.slice(Math.max(row.start, row.end - 1 - LONGEST_PART), row.end - 1);
    const right = next === null ? '' : this.#source.slice(next.start, Math.min(next.end, next.start + LONGEST_PART));
    if (last === SOFT_HYPHEN) return this.#words.isSoftlyBroken(left, right) ? BROKEN_WORD : SOFT_END;
    const before = this.#source.charCodeAt(row.end - 2);
    const goesOn = isWordCharacter(before) || before === CLOSING_BRACKET || before === PERCENT;
    if (!goesOn || right === '' || !isWordCharacter(right.charCodeAt(0)) || SUSPENDED.test(right)) return BLANK;
    return this.#words.isBroken(left, right) ? BROKEN_WORD : KEPT_HYPHEN;
  }
}

const ODD_BLANK = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
/** Several blanks, or one that is not a space. */
const WIDE_BLANKS = everywhere(/\s{2,}|[^\S ]/);
const PERCENT = 37;
const CLOSING_BRACKET = 41;
const HYPHEN = 45;
const SOFT_HYPHEN = SOFT.charCodeAt(0);

const isWordCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;

/** 'six- to eight-week', 'pre- and post-operative': a hyphen that waits for its word keeps its space. */
const SUSPENDED = /^(?:to|and|or|through|versus)\b/;

/** No part of a word is longer than this, in characters. */
const LONGEST_PART = 40;
