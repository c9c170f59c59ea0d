import { furnitureEnd } from './furniture.ts';

/** Where a line of the letter begins in the folded text. */
export interface FoldedLine {
  /** Index of its first character in the folded text. */
  readonly start: number;
  /** Index behind its last character (trailing blanks not counted). */
  readonly end: number;
  /** Line ends between it and the line before (blank lines included); 0 for the first. */
  readonly lineEndsBefore: number;
  /** A form feed stands between it and the line before. */
  readonly pageBreakBefore: boolean;
}

/** The whole letter as one clean string, with the way back to the original. */
export interface Folded {
  /** Words divided by single spaces; line ends, page breaks, page furniture and runs of blanks are gone. */
  readonly text: string;
  /** Blank lines left out. Ascending. */
  readonly lines: readonly FoldedLine[];
  /** Parallel lists, ascending: from `indexes[i]` on, the folded text is the source from `offsets[i]` on, character by character. */
  readonly indexes: readonly number[];
  readonly offsets: readonly number[];
  /** Indexes of the blanks that stand for several in one line of the original. Ascending. */
  readonly wideBlanks: readonly number[];
}

const LF = 10;
const CR = 13;
const FORM_FEED = 12;
const SPACE = 32;
const HYPHEN = 45;
const SOFT_HYPHEN = 0xad;

/** Most characters lie between the blanks of ASCII and those above. */
const isBlank = (code: number): boolean => (code <= SPACE || code >= 0xa0) && isBlankCode(code);

const isBlankCode = (code: number): boolean =>
  code === SPACE ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0xfeff;

/** A soft hyphen is invisible: a place where a word may be cut. */
const isGap = (code: number): boolean => isBlank(code) || code === SOFT_HYPHEN;

const isWordCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0;

/** 'six- to eight-week', 'pre- and post-operative': a hyphen that waits for its word keeps its space. */
const SUSPENDED = /(?:to|and|or|through|versus)\b/y;

/**
 * Folds a letter: the only place where white space, line ends, hyphens at line ends, page breaks and page furniture
 * are dealt with. One pass, linear in the text.
 */
export function fold(source: string): Folded {
  const pieces: string[] = [];
  const indexes: number[] = [];
  const offsets: number[] = [];
  const lines: FoldedLine[] = [];
  const wideBlanks: number[] = [];
  let length = 0;
  let lineStart = 0;
  let lineEndsBefore = 0;
  let pageBreakBefore = false;
  let lastCode = 0;

  const copy = (start: number, end: number): void => {
    indexes.push(length);
    offsets.push(start);
    pieces.push(source.slice(start, end));
    length += end - start;
    lastCode = source.charCodeAt(end - 1);
  };

  let at = Math.max(0, furnitureEnd(source, 0));
  while (at < source.length) {
    // A run of blanks, with the line ends and page breaks in it.
    const gapStart = at;
    let lineEnds = 0;
    let pageBreak = false;
    for (; at < source.length && isGap(source.charCodeAt(at)); at++) {
      const code = source.charCodeAt(at);
      if (code === LF || (code === CR && source.charCodeAt(at + 1) !== LF)) {
        lineEnds++;
        const behindFurniture = furnitureEnd(source, at + 1);
        if (behindFurniture > at) at = behindFurniture - 1;
      } else if (code === FORM_FEED) {
        pageBreak = true;
      }
    }
    if (at >= source.length) break;
    if (gapStart < at && length > 0) {
      const glued =
        source.charCodeAt(gapStart) === SOFT_HYPHEN ||
        (lineEnds > 0 && lastCode === HYPHEN && gluesAcrossLineEnd(source, gapStart, at));
      if (lineEnds > 0 || pageBreak) {
        lines.push({ start: lineStart, end: length, lineEndsBefore, pageBreakBefore });
        lineEndsBefore = Math.max(1, lineEnds);
        pageBreakBefore = pageBreak;
      }
      if (!glued) {
        if (at - gapStart > 1 && lineEnds === 0 && !pageBreak) wideBlanks.push(length);
        indexes.push(length);
        offsets.push(gapStart);
        pieces.push(' ');
        length++;
      }
      if (lineEnds > 0 || pageBreak) lineStart = length;
    }
    // A run of words without any blank but single spaces.
    const wordStart = at;
    while (at < source.length) {
      const code = source.charCodeAt(at);
      if (isGap(code) && (code !== SPACE || at + 1 >= source.length || isGap(source.charCodeAt(at + 1)))) break;
      at++;
    }
    copy(wordStart, at);
  }
  if (length > lineStart) lines.push({ start: lineStart, end: length, lineEndsBefore, pageBreakBefore });
  return { text: pieces.join(''), lines, indexes, offsets, wideBlanks };
}

/** A hyphen before a line end continues its word ('electro-⏎myography', '11-30-⏎2016') unless it is a dash or suspended. */
function gluesAcrossLineEnd(source: string, hyphenEnd: number, next: number): boolean {
  const before = source.charCodeAt(hyphenEnd - 2);
  if (!isWordCharacter(before) && before !== 41 && before !== 37) return false;
  if (!isWordCharacter(source.charCodeAt(next))) return false;
  SUSPENDED.lastIndex = next;
  return !SUSPENDED.test(source);
}
