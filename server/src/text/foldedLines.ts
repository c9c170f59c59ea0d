import type { Folded, FoldedLine } from './fold.ts';

/** Asks about the lines of a folded letter. Indexes are into the folded text; line numbers here are 0-based and skip blank lines. */
export class FoldedLines {
  readonly #folded: Folded;
  /** Line ends between two lines of one paragraph: 1, or 2 where every line is followed by a blank one. */
  readonly #spacing: number;

  constructor(folded: Folded) {
    this.#folded = folded;
    this.#spacing = lineSpacing(folded);
  }

  get count(): number {
    return this.#folded.lines.length;
  }

  /** The line that holds `index`. */
  at(index: number): number {
    const { lines } = this.#folded;
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle]?.start ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  line(number: number): FoldedLine {
    return this.#folded.lines[number] ?? { start: 0, end: 0, lineEndsBefore: 0, breakBefore: null };
  }

  text(number: number): string {
    const { start, end } = this.line(number);
    return this.#folded.text.slice(start, end);
  }

  isLineStart(index: number): boolean {
    return this.line(this.at(index)).start === index;
  }

  /** True where `index` is the end of a line's words. */
  isLineEnd(index: number): boolean {
    const { start, end } = this.line(this.at(Math.max(0, index - 1)));
    return index === end && index > start;
  }

  /** More blank lines stand before this line than between the lines of a paragraph, or a line was drawn there. */
  hasGapBefore(number: number): boolean {
    const { lineEndsBefore, breakBefore } = this.line(number);
    return lineEndsBefore > this.#spacing || breakBefore === 'rule';
  }
}

/** The number of line ends that most often divides a line from one that goes on in lower case. */
function lineSpacing({ text, lines }: Folded): number {
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
