import type { FoldedLine } from '../text/fold.ts';
import type { LetterText } from '../text/letterText.ts';
import { hasBullet, listMarkLength } from '../text/listMarks.ts';

/**
 * Where the paragraphs of a letter begin. Its lines end where a page was full, and paragraphs go on over them: one begins
 * after a gap, with an item’s mark or a label, and where the line before had room for more. Indexes are into the folded
 * text.
 */
export class ParagraphStarts {
  /** Ascending. */
  readonly #starts: readonly number[];
  readonly #items = new Set<number>();
  readonly #end: number;

  constructor(text: LetterText, labels: readonly { readonly from: number }[]) {
    const starts = new Set(labels.map(({ from }) => from));
    this.#end = text.prose.length;
    let before: 'item' | 'paragraph' = 'paragraph';
    for (let number = 0; number < text.foldedLines.count; number++) {
      const { start } = text.foldedLines.line(number);
      const isApart = beginsApart(text, number);
      const hasMark = listMarkLength(text.prose.text, start) > 0;
      // A figure at a line’s beginning may be a sentence’s: it marks an item where one may begin, or follows one.
      const isItem: boolean =
        hasBullet(text.prose.text, start) ||
        (hasMark && (isApart || before === 'item' || isAnnounced(text.prose.text, start)));
      if (isItem) this.#items.add(start);
      if (!isItem && !isApart) continue;
      starts.add(start);
      before = isItem ? 'item' : 'paragraph';
    }
    this.#starts = [...starts].sort((a, b) => a - b);
  }

  /** The first one after an index; the text’s end where there is none. */
  after(index: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) > index) high = middle;
      else low = middle + 1;
    }
    return this.#starts[low] ?? this.#end;
  }

  /** The paragraph that begins there is an item of a list. */
  isItem(index: number): boolean {
    return this.#items.has(index);
  }
}

function beginsApart(text: LetterText, number: number): boolean {
  const { foldedLines, prose } = text;
  if (number === 0) return true;
  const line = foldedLines.line(number);
  const before = foldedLines.line(number - 1);
  if (line.breakBefore === 'rule') return true;
  if (line.breakBefore === null && foldedLines.hasGapBefore(number)) return true;
  // A text that was wrapped twice has short lines in the middle of its sentences.
  if (goesOn(text, number) || (endsInMidSentence(text, before) && listMarkLength(prose.text, line.start) === 0))
    return false;
  const word = prose.text.slice(line.start, Math.min(line.end, line.start + LONGEST_WORD)).split(' ')[0] ?? '';
  return lengthOf(before) + 1 + word.length <= widthAround(text, number) * NEARLY_FULL;
}

/** The line is the middle of a sentence: it begins in lower case, and nothing introduces it. */
function goesOn({ foldedLines, prose: { text } }: LetterText, number: number): boolean {
  const { end } = foldedLines.line(number - 1);
  return /[a-z]/.test(text.charAt(foldedLines.line(number).start)) && !/[:;]/.test(text.charAt(end - 1));
}

/** No paragraph ends with ‘outside of the’, whatever comes next begins with. */
function endsInMidSentence({ prose }: LetterText, { start, end }: FoldedLine): boolean {
  const last = prose.text.slice(Math.max(start, end - LONGEST_LINK), end);
  return last.endsWith(',') || LINKS.has(last.slice(last.lastIndexOf(' ') + 1));
}

/** Words after which a sentence goes on. */
const LINKS: ReadonlySet<string> = new Set('a an and as at by for from in of on or than the to with'.split(' '));

/**
 * How wide the page is around a line. Lines that a sentence goes on from were full; a heading may be wider than all of them,
 * and counts only where there are none.
 */
function widthAround(text: LetterText, number: number): number {
  const { foldedLines } = text;
  const numbers = near(foldedLines.count, number);
  const full = numbers.filter((each) => each + 1 < foldedLines.count && goesOn(text, each + 1));
  return Math.max(...(full.length === 0 ? numbers : full).map((each) => lengthOf(foldedLines.line(each))));
}

/** A list’s first item may be at the top of a page, after a line that was full: what comes before it ends with a colon. */
function isAnnounced(text: string, start: number): boolean {
  return text.slice(Math.max(0, start - 2), start) === ': ';
}

/** Letters are not equally wide. */
const NEARLY_FULL = 0.85;
const NEAR = 8;
const LONGEST_WORD = 48;
/** In characters: the longest word that links what comes after it, and a blank. */
const LONGEST_LINK = 6;

const lengthOf = ({ start, end }: FoldedLine): number => end - start;

function near(count: number, number: number): readonly number[] {
  const first = Math.max(0, number - NEAR);
  return Array.from({ length: Math.min(count, number + NEAR) - first }, (_, i) => first + i);
}
