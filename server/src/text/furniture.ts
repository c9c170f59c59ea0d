import {
  CASE_NUMBER,
  type FurnitureKind,
  hasMachineMarks,
  isCaseAndPage,
  isDatedEdge,
  isEdgeHead,
  isHeaderRow,
  isRule,
  isRunningHead,
  isStamp,
  LONGEST_FURNITURE,
  LONGEST_PAGE_NUMBER,
  type PageNumber,
  pageNumberOf,
  shapeOf,
} from './furnitureForms.ts';
import { everywhere } from './pattern.ts';
import type { Row, Rows } from './rows.ts';

/**
 * The rows of a letter that its pages bring with them and that are no part of its prose: page numbers, running heads and
 * feet, fax lines, browser lines, stamps and drawn lines. By the row's position in `rows`.
 */
export function findFurniture(text: string, rows: Rows): ReadonlyMap<number, FurnitureKind> {
  const finder = new FurnitureFinder(text, rows);
  finder.markByForm();
  finder.markLoneHeads();
  finder.markEdges();
  finder.markSequences();
  return finder.found;
}

/** What a page brings at its top or its foot is at most this many rows. */
const MOST_EDGE_ROWS = 4;
/** An unmarked figure above this is not the number of a page. */
const MOST_PAGES = 99;
/** In characters: a row that begins this much further in than the one before is centered, or at the right. */
const SET_IN = 12;

class FurnitureFinder {
  readonly found = new Map<number, FurnitureKind>();
  readonly #text: string;
  readonly #rows: readonly Row[];
  /** Positions of the rows that page breaks come before; the number of rows for one after the last. Ascending. */
  readonly #breaks: number[] = [];
  /** Offset of the first case number in the text; the text's end where there is none. */
  readonly #firstCaseNumber: number;
  #knownSpacing: number | undefined;
  readonly #numbers = new Map<number, PageNumber>();

  constructor(text: string, { rows, endsPage }: Rows) {
    this.#text = text;
    this.#rows = rows;
    for (const [at, { pageBreakBefore }] of rows.entries()) if (pageBreakBefore) this.#breaks.push(at);
    if (endsPage) this.#breaks.push(rows.length);
    const caseNumber = text.search(CASE_NUMBER);
    this.#firstCaseNumber = caseNumber < 0 ? text.length : caseNumber;
  }

  /** What is clear from its words alone. */
  markByForm(): void {
    const mayBeMachine = hasMachineMarks(this.#text);
    for (let at = 0; at < this.#rows.length; at++) {
      const written = this.#written(at);
      if (written.length > LONGEST_FURNITURE) continue;
      const number = written.length > LONGEST_PAGE_NUMBER ? null : pageNumberOf(written);
      if (number !== null) this.#numbers.set(at, number);
      else if (isRule(written) && !this.#isBlankToFillIn(at, written)) this.found.set(at, 'rule');
      else if (isRunningHead(written)) this.found.set(at, 'running-head');
      else if (isStamp(written, mayBeMachine)) this.found.set(at, 'stamp');
    }
  }

  /** A row of underscores that a colon waits for. */
  #isBlankToFillIn(at: number, written: string): boolean {
    return written.startsWith('_') && this.#rows[at]?.lineEndsBefore === 1 && this.#written(at - 1).endsWith(':');
  }

  /** Running heads whose page break was lost: a row apart that only repeats the case number. */
  markLoneHeads(): void {
    if (this.#text.indexOf('CM', this.#firstCaseNumber + 1) < 0) return;
    for (let at = 0; at < this.#rows.length; at++) {
      if (this.found.has(at) || (this.#rows[at]?.start ?? 0) <= this.#firstCaseNumber) continue;
      const written = this.#written(at);
      if (written.length > LONGEST_FURNITURE || !written.includes('CM') || !isCaseAndPage(written)) continue;
      if (this.#isApart(at, this.#spacing) && this.#addsNothing(at)) this.found.set(at, 'running-head');
    }
  }

  /** Beside a page break, from the edge inward. */
  markEdges(): void {
    if (this.#breaks.length === 0) return;
    const [feet, heads] = [this.#repeated(-1), this.#repeated(1)];
    for (const at of this.#breaks) {
      this.#markEdge(at - 1, -1, feet);
      this.#markEdge(at, 1, heads);
    }
    this.#markOuterEdge(this.#rows.length - 1, -1);
    this.#markOuterEdge(0, 1);
  }

  #markEdge(edge: number, step: 1 | -1, repeated: ReadonlySet<string>): void {
    for (let i = 0, at = edge; i < MOST_EDGE_ROWS && at >= 0 && at < this.#rows.length; i++, at += step) {
      const kind = this.found.get(at) ?? this.#edgeKind(at, repeated);
      if (kind === null) return;
      this.found.set(at, kind);
    }
  }

  #edgeKind(at: number, repeated: ReadonlySet<string>): FurnitureKind | null {
    const number = this.#numbers.get(at);
    if (number !== undefined) return this.#isPage(at, number) ? 'page-number' : null;
    const written = this.#written(at);
    if (written.length > LONGEST_FURNITURE) return null;
    if (isDatedEdge(written)) return 'stamp';
    if (repeated.has(shapeOf(written))) return 'running-head';
    return isEdgeHead(written) && this.#addsNothing(at) ? 'running-head' : null;
  }

  #isPage(at: number, { number, isMarked }: PageNumber): boolean {
    return (isMarked || number <= MOST_PAGES) && !this.#isCited(at);
  }

  /** '98 of 127' right after 'Page(s):' is a citation's, whatever is beside it. */
  #isCited(at: number): boolean {
    const isNext = this.#rows[at]?.lineEndsBefore === 1 && this.#indent(at) <= this.#indent(at - 1);
    return isNext && /\bpages?(?:\(s\))?\s*:?$/i.test(this.#written(at - 1)) && !/^\d/.test(this.#written(at + 1));
  }

  /** The letter's own header has the case number once; the head of a page repeats it. */
  #addsNothing(at: number): boolean {
    for (let near = at - 2; near <= at + 3; near++) if (near !== at && isHeaderRow(this.#written(near))) return false;
    return !CASE_NUMBER.test(this.#written(at)) || (this.#rows[at]?.start ?? 0) > this.#firstCaseNumber;
  }

  /** The last page has no break after it, and the first none before: they count on with the others. */
  #markOuterEdge(at: number, step: 1 | -1): void {
    const number = this.#numbers.get(at)?.number;
    if (number === undefined || this.found.has(at)) return;
    for (const [row, kind] of this.found) {
      if (kind !== 'page-number' || this.#numbers.get(row)?.number !== number + step) continue;
      this.found.set(at, 'page-number');
      return;
    }
  }

  /** Where page breaks were lost: numbers that are apart and count the pages. */
  markSequences(): void {
    const left = [...this.#numbers].filter(([at]) => !this.found.has(at));
    if (left.length === 0) return;
    const spacing = this.#spacing;
    const apart = left.filter(([at]) => this.#isApart(at, spacing));
    for (const [i, [at, page]] of apart.entries()) {
      const before = apart[i - 1]?.[1].number;
      const after = apart[i + 1]?.[1].number;
      const counts = before === page.number - 1 || after === page.number + 1;
      const isCertain = page.isLabelled && page.of !== null;
      if ((counts || isCertain) && page.number <= MOST_PAGES && this.#isPage(at, page))
        this.found.set(at, 'page-number');
    }
  }

  /** Blank lines around it, or a place of its own on its line. */
  #isApart(at: number, spacing: number): boolean {
    if (this.#rows.length < 2) return false;
    const before = at === 0 || (this.#rows[at]?.lineEndsBefore ?? 0) > spacing;
    const after = (this.#rows[at + 1]?.lineEndsBefore ?? spacing + 1) > spacing;
    return (before && after) || this.#indent(at) >= this.#indent(at - 1) + SET_IN;
  }

  /** Line ends between most rows that no number is beside. */
  get #spacing(): number {
    this.#knownSpacing ??= this.#countSpacing();
    return this.#knownSpacing;
  }

  #countSpacing(): number {
    let single = 0;
    let wider = 0;
    for (const [at, { lineEndsBefore }] of this.#rows.entries()) {
      if (this.#numbers.has(at) || this.#numbers.has(at - 1)) continue;
      if (lineEndsBefore === 1) single++;
      else if (lineEndsBefore > 1) wider++;
    }
    return single >= wider ? 1 : 2;
  }

  #indent(at: number): number {
    const start = this.#rows[at]?.start ?? 0;
    let from = start;
    while (from > 0 && this.#text.charCodeAt(from - 1) === 32) from--;
    return start - from;
  }

  /**
   * The shapes of rows that are at this edge of several pages: with a number that counts the pages, or alike and set
   * apart. A line of a citation may be there twice by chance.
   */
  #repeated(step: 1 | -1): ReadonlySet<string> {
    const seen = new Map<string, { readonly page: number; readonly row: number }>();
    const repeated = new Set<string>();
    for (const [page, at] of this.#breaks.entries()) {
      const edge = step === 1 ? at : at - 1;
      for (const row of [edge, edge + step]) {
        const shape = shapeOf(this.#written(row));
        if (shape === '') continue;
        const before = seen.get(shape);
        if (before !== undefined && before.row !== row && this.#repeats(before, { page, row }, step))
          repeated.add(shape);
        seen.set(shape, { page, row });
      }
    }
    return repeated;
  }

  #repeats(a: { page: number; row: number }, b: { page: number; row: number }, step: 1 | -1): boolean {
    const [first, second] = [figuresIn(this.#written(a.row)), figuresIn(this.#written(b.row))];
    if (first.some((figure, i) => (second[i] ?? 0) - figure === b.page - a.page)) return true;
    const isAlike = first.every((figure, i) => figure === second[i]);
    return isAlike && [a, b].every(({ row }) => this.#isSetApart(row, step));
  }

  /** More blank lines than usual, or another place on the line, divide it from the text of its page. */
  #isSetApart(at: number, step: 1 | -1): boolean {
    const inner = this.#rows[step === 1 ? at + 1 : at];
    if (inner === undefined || inner.pageBreakBefore) return false;
    return inner.lineEndsBefore > this.#spacing || Math.abs(this.#indent(at) - this.#indent(at + step)) >= SET_IN;
  }

  /** The row as it is written, with its runs of blanks; empty where there is no such row. */
  #written(at: number): string {
    const { start, end } = this.#rows[at] ?? { start: 0, end: 0 };
    return this.#text.slice(start, end);
  }
}

const figuresIn = (written: string): readonly number[] => FIGURES.wordsIn(written).map(Number);
const FIGURES = everywhere(/\d+/);
