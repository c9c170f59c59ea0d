import type { PieceRow } from './rows.ts';

/** Words of a row that belong together; what is farther away is another column. Lengths are points. */
interface Cell {
  readonly text: string;
  readonly x: number;
}

/** A row of a page as its cells, from left to right; none is empty. */
export interface CellRow {
  /** The lines that its first and its last words are on: the same, except for a row that was put together. */
  readonly first: number;
  readonly last: number;
  readonly cells: readonly Cell[];
}

export function cellsOf({ y, pieces }: PieceRow): CellRow {
  const cells: { text: string; x: number }[] = [];
  let end = 0;
  for (const { text, x, width, size } of pieces) {
    const words = clean(text);
    const last = cells.at(-1);
    if (last === undefined || x - end >= WIDE_GAP * size) cells.push({ text: words.trimStart(), x });
    else {
      if (x - end >= WORD_GAP * size && !last.text.endsWith(' ')) last.text += ' ';
      last.text += last.text.endsWith(' ') ? words.trimStart() : words;
    }
    end = Math.max(end, x + width);
  }
  return { first: y, last: y, cells: cells.map(({ text, x }) => ({ text: text.trimEnd(), x })) };
}

/** Of the font's height: narrower than any blank, wider than what is left between letters that are drawn one by one. */
const WORD_GAP = 0.14;
/** What hardly any justified line leaves between two words. */
const WIDE_GAP = 0.9;

const clean = (text: string): string => text.replace(/[\0-\x08\x0a-\x1f]/g, '').replace(/\t/g, ' ');

/**
 * Puts labels together that a narrow column of a table has broken: 'Application' above 'Received:', each beside a value.
 * @param pitch from one line of a paragraph to the next, in points
 */
export function joinLabels(rows: readonly CellRow[], pitch: number): readonly CellRow[] {
  const joined: CellRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const isNear = above !== undefined && row.first - above.last < pitch * SAME_TABLE_ROW;
    const cells = isNear ? withLabels(above.cells, row.cells) : null;
    if (isNear && cells !== null) joined[joined.length - 1] = { first: above.first, last: row.last, cells };
    else joined.push(row);
  }
  return joined;
}

/** Of the distance between two lines of a paragraph. */
const SAME_TABLE_ROW = 1.25;

/** The cells of a row with the ends of their labels; null where anything else is below. */
function withLabels(above: readonly Cell[], below: readonly Cell[]): readonly Cell[] | null {
  const ends = new Map<Cell, string>();
  for (const { text, x } of below) {
    const at = above.findIndex((cell) => Math.abs(cell.x - x) < SAME_COLUMN);
    const label = above[at];
    const isBroken =
      label !== undefined && at + 1 < above.length && LABEL_START.test(label.text) && LABEL_END.test(text);
    if (!isBroken) return null;
    ends.set(label, text);
  }
  return above.map((cell) => ({ ...cell, text: [cell.text, ends.get(cell) ?? []].flat().join(' ') }));
}

/** In points. */
const SAME_COLUMN = 2;
const LABEL_START = /^[A-Z][A-Za-z]*(?: [A-Za-z]+){0,2}$/;
const LABEL_END = /^[A-Z][A-Za-z]*(?: [A-Za-z]+)?:$/;
