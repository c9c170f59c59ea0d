import { type Folded, fold } from './fold.ts';
import { FoldedLines } from './foldedLines.ts';
import { LineIndex } from './lineIndex.ts';
import { Prose } from './prose.ts';
import { makeSpan, type Span } from './span.ts';

/** A letter's text: the original, its lines, and the whole of it as clean prose. */
export class LetterText {
  readonly source: string;
  readonly lines: LineIndex;
  readonly folded: Folded;
  readonly foldedLines: FoldedLines;
  /** The whole letter. */
  readonly prose: Prose;

  constructor(source: string) {
    this.source = source;
    this.lines = new LineIndex(source);
    this.folded = fold(source);
    this.foldedLines = new FoldedLines(this.folded);
    this.prose = new Prose(this.folded, 0, this.folded.text.length);
  }

  /** All of it, blanks and page breaks too. */
  get whole(): Span {
    return makeSpan(0, this.source.length);
  }

  /** The letter's own characters, line ends and all. */
  written({ start, end }: Span): string {
    return this.source.slice(start, end);
  }

  /** The 1-based line of an offset, as the command line prints it. */
  lineNumber(offset: number): number {
    return this.lines.lineAt(offset) + 1;
  }
}
