import type { Folded, FoldedLine } from './fold.ts';
import { hasGapBefore } from './lineSpacing.ts';
import { listMarkLength } from './listMarks.ts';

/** Questions about the lines of a folded letter. Indexes are into the folded text; line numbers here are 0-based and skip blank lines. */
export class FoldedLines {
  readonly #folded: Folded;
  constructor(folded: Folded) {
    this.#folded = folded;
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

  /** Index of the line whose first word, after a bullet or a number, begins at `index`; null where none does. */
  itemStart(index: number): number | null {
    const { start } = this.line(this.at(index));
    return start + (start === index ? 0 : listMarkLength(this.#folded.text, start)) === index ? start : null;
  }

  /** True where `index` is the end of a line's words. */
  isLineEnd(index: number): boolean {
    const { start, end } = this.line(this.at(Math.max(0, index - 1)));
    return index === end && index > start;
  }

  /** More blank lines come before this line than between the lines of a paragraph, or a line was drawn there. */
  hasGapBefore(number: number): boolean {
    return hasGapBefore(this.line(number), this.#folded.spacing);
  }
}
