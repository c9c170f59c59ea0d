import { cleanCharacters } from './characters.ts';
import { repairEncoding } from './encoding.ts';
import { type Folded, fold } from './fold.ts';
import { FoldedLines } from './foldedLines.ts';
import { CASE_NUMBER, type FurnitureKind } from './furnitureForms.ts';
import { LineIndex } from './lineIndex.ts';
import { OffsetMap } from './offsetMap.ts';
import { Prose } from './prose.ts';
import { Reads } from './reads.ts';
import { makeSpan, type Span } from './span.ts';

/** A row of the letter that its pages bring with them, and that is not part of its prose. */
export interface Furniture {
  readonly kind: FurnitureKind;
  readonly span: Span;
}

/** Characters that were read in the wrong encoding. */
export interface Garbled {
  readonly span: Span;
  /** What was there; null where it was lost. */
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
  /** All of it, blanks and page breaks too: the whole source, or the stretch of it that is this letter. */
  readonly whole: Span;

  constructor(source: string, whole: Span = makeSpan(0, source.length), lines: LineIndex = new LineIndex(source)) {
    this.source = source;
    this.lines = lines;
    this.whole = whole;
    const isAlone = whole.start === 0 && whole.end === source.length;
    const own = isAlone ? source : source.slice(whole.start, whole.end);
    // Three changes, each with a way back: to the right encoding, to plain characters, to lines without what a page adds.
    const isPlain = !NOT_PLAIN.test(own);
    const repaired = isPlain ? { text: own, map: null, garbled: [] } : repairEncoding(own);
    const clean = isPlain ? repaired : cleanCharacters(repaired.text);
    const folded = fold(clean.text, isPlain);
    const toOwn = both(clean.map, repaired.map);
    const toSource = isAlone ? toOwn : both(toOwn, moved(own.length, whole.start));
    this.folded = { ...folded, map: both(folded.map, toSource) ?? folded.map };
    this.foldedLines = new FoldedLines(this.folded);
    this.prose = new Prose(this.folded, 0, this.folded.text.length);
    this.furniture = folded.furniture.map(({ kind, start, end }) => ({
      kind,
      span: makeSpan(toSource?.startOf(start) ?? start, toSource?.endOf(end - 1) ?? end),
    }));
    this.garbled = repaired.garbled.map(({ start, end, meant }) => ({
      span: makeSpan(whole.start + start, whole.start + end),
      meant,
    }));
  }

  /** One of several letters of this text. Its spans are offsets of the same source. */
  part(stretch: Span): LetterText {
    return new LetterText(this.source, stretch, this.lines);
  }

  /**
   * The offset at which what belongs to a line of the folded text begins: with its page, and with the running heads above
   * it that name the same case.
   * @param line its number, as `foldedLines` counts
   */
  lineBeginning(line: number): number {
    const above = line === 0 ? null : this.foldedLines.line(line - 1);
    const from = above === null ? this.whole.start : this.folded.map.endOf(above.end - 1);
    const start = this.folded.map.startOf(this.foldedLines.line(line).start);
    const page = this.source.lastIndexOf('\f', start);
    if (page >= from) return page + 1;
    const ownCase = CASE_NUMBER.exec(this.source.slice(start, start + NEAR))?.[0];
    const head = this.furniture.find(
      ({ kind, span }) =>
        kind === 'running-head' &&
        span.start >= from &&
        span.end <= start &&
        ownCase !== undefined &&
        this.written(span).includes(ownCase.slice('CM'.length)),
    );
    const first = head?.span.start ?? start;
    return this.lines.offsetAt({ line: this.lines.lineAt(first), character: 0 });
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

/** In characters: a letter gives its case number at most this far from its first line. */
const NEAR = 2000;

/** Most letters have only these characters: no tab, and nothing above ASCII. */
const NOT_PLAIN = /[^\n\r\f -~]/;

/** The way from a stretch of a text to the text. */
function moved(length: number, start: number): OffsetMap {
  const map = new OffsetMap();
  map.copy(start, length);
  return map;
}

/** One way back through two changes; null where neither changed anything. */
const both = (later: OffsetMap | null, earlier: OffsetMap | null): OffsetMap | null =>
  later === null || earlier === null ? (later ?? earlier) : later.after(earlier);
