import { cleanCharacters } from './characters.ts';
import { repairEncoding } from './encoding.ts';
import { type Folded, fold } from './fold.ts';
import { FoldedLines } from './foldedLines.ts';
import type { FurnitureKind } from './furnitureForms.ts';
import { LineIndex } from './lineIndex.ts';
import type { OffsetMap } from './offsetMap.ts';
import { Prose } from './prose.ts';
import { Reads } from './reads.ts';
import { makeSpan, type Span } from './span.ts';

/** A row of the letter that its pages bring with them, and that is no part of its prose. */
export interface Furniture {
  readonly kind: FurnitureKind;
  readonly span: Span;
}

/** Characters that were read in the wrong encoding. */
export interface Garbled {
  readonly span: Span;
  /** What stood there; null where it was lost. */
  readonly meant: string | null;
}

/** A letter's text: the original, its lines, and the whole of it as clean prose. */
export class LetterText {
  readonly source: string;
  readonly lines: LineIndex;
  readonly folded: Folded;
  readonly foldedLines: FoldedLines;
  /** The whole letter. */
  readonly prose: Prose;
  /** Page numbers, running heads, stamps, drawn lines; in the order of the letter. */
  readonly furniture: readonly Furniture[];
  /** Characters that were read in the wrong encoding, in the order of the letter. The prose has them as they were meant. */
  readonly garbled: readonly Garbled[];
  /** What has been read of the letter. */
  readonly reads = new Reads();

  constructor(source: string) {
    this.source = source;
    this.lines = new LineIndex(source);
    // Three changes, each with a way back: to the right encoding, to plain characters, to lines without what a page adds.
    const isPlain = !NOT_PLAIN.test(source);
    const repaired = isPlain ? { text: source, map: null, garbled: [] } : repairEncoding(source);
    const clean = isPlain ? repaired : cleanCharacters(repaired.text);
    const folded = fold(clean.text, isPlain);
    const toSource = both(clean.map, repaired.map);
    this.folded = { ...folded, map: both(folded.map, toSource) ?? folded.map };
    this.foldedLines = new FoldedLines(this.folded);
    this.prose = new Prose(this.folded, 0, this.folded.text.length);
    this.furniture = folded.furniture.map(({ kind, start, end }) => ({
      kind,
      span: makeSpan(toSource?.startOf(start) ?? start, toSource?.endOf(end - 1) ?? end),
    }));
    this.garbled = repaired.garbled.map(({ start, end, meant }) => ({ span: makeSpan(start, end), meant }));
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

/** Most letters hold nothing else: no tab, and no character above ASCII. */
const NOT_PLAIN = /[^\n\r\f -~]/;

/** One way back through two changes; null where neither changed anything. */
const both = (later: OffsetMap | null, earlier: OffsetMap | null): OffsetMap | null =>
  later === null || earlier === null ? (later ?? earlier) : later.after(earlier);
