import type { FoldedLine } from './fold.ts';

/** More blank lines come before a line than between the lines of a paragraph, or a line was drawn there. */
export const hasGapBefore = ({ lineEndsBefore, breakBefore }: FoldedLine, spacing: number): boolean =>
  lineEndsBefore > spacing || breakBefore === 'rule';

/**
 * Line ends between two lines of one paragraph: what most often divides a line from one that goes on in lower case. It is
 * 1, or 2 where every line is followed by a blank one.
 */
export function lineSpacing(text: string, lines: readonly FoldedLine[]): number {
  let single = 0;
  let double = 0;
  for (const { start, lineEndsBefore } of lines) {
    const code = text.charCodeAt(start);
    if (code < 97 || code > 122) continue;
    if (lineEndsBefore === 1) single++;
    else if (lineEndsBefore > 1) double++;
  }
  return double > single ? mostCommonAbove(lines, 1) : 1;
}

function mostCommonAbove(lines: readonly FoldedLine[], floor: number): number {
  const counts = new Map<number, number>();
  for (const { lineEndsBefore } of lines) {
    if (lineEndsBefore > floor) counts.set(lineEndsBefore, (counts.get(lineEndsBefore) ?? 0) + 1);
  }
  let best = floor;
  let most = 0;
  for (const [lineEnds, count] of counts) if (count > most) [best, most] = [lineEnds, count];
  return best;
}

/** A place between two lines at which a paragraph may end. */
export interface ParagraphBreak {
  /** Index of the first character after it, in the folded text. */
  readonly index: number;
  /**
   * `gap`: more blank lines than between the lines of this letter; `page`: a page's end, which may divide a sentence;
   * `ended-page`: one that had room for the next word, which begins with a capital.
   */
  readonly kind: 'gap' | 'page' | 'ended-page';
}

/** Where paragraphs end or may end, in the order of the letter. */
export function paragraphBreaks(
  text: string,
  lines: readonly FoldedLine[],
  spacing: number,
): readonly ParagraphBreak[] {
  const breaks: ParagraphBreak[] = [];
  for (const [at, line] of lines.entries()) {
    const { start: index } = line;
    if (line.breakBefore === 'page') breaks.push({ index, kind: hadRoom(text, lines, at) ? 'ended-page' : 'page' });
    else if (hasGapBefore(line, spacing)) breaks.push({ index, kind: 'gap' });
  }
  return breaks;
}

/** Lines before and after that show how wide a page is. */
const NEAR = 8;
const FIRST_WORD = /^[A-Z]\S{0,40}/;

/** Whether the line before had room for the first word of this one, a word with a capital. */
function hadRoom(text: string, lines: readonly FoldedLine[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at]];
  if (before === undefined || line === undefined) return false;
  const word = FIRST_WORD.exec(text.slice(line.start, Math.min(line.end, line.start + 48)))?.[0];
  const width = Math.max(...lines.slice(Math.max(0, at - NEAR), at + NEAR).map(({ start, end }) => end - start));
  return word !== undefined && before.end - before.start + 1 + word.length <= width;
}
