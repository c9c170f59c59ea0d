import type { FoldedLine } from './fold.ts';

/** More blank lines stand before a line than between the lines of a paragraph, or a line was drawn there. */
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
