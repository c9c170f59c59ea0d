import { type CellRow, cellsOf, joinLabels } from './cells.ts';
import type { Page } from './page.ts';
import { type PieceRow, rowsOf } from './rows.ts';
import { upright } from './upright.ts';

/**
 * The pages as text that looks like them: a line for each row, columns and indents by blanks, blank lines where rows are
 * farther apart than the lines of a paragraph, a form feed between two pages.
 */
export function pagesText(pages: readonly Pick<Page, 'pieces'>[]): string {
  const rows = pages.map(({ pieces }) => rowsOf(upright(pieces)));
  const measures = measuresOf(rows);
  return rows
    .map((page) => pageText(page, measures))
    .join('\n\f')
    .trimEnd()
    .concat('\n');
}

/** What the letter's pages have in common, in points. */
interface Measures {
  /** Where most of its lines begin. */
  readonly left: number;
  readonly characterWidth: number;
  /** From one line of a paragraph to the next. */
  readonly pitch: number;
}

function measuresOf(pages: readonly (readonly PieceRow[])[]): Measures {
  const rows = pages.flat();
  const size = median(rows.map((row) => row.size)) ?? USUAL_SIZE;
  const widths = rows.flatMap(({ pieces }) =>
    pieces.flatMap(({ text, width }) => (text.length > 3 ? [width / text.length] : [])),
  );
  return {
    left: mostCommon(rows.map(({ pieces: [first] }) => first?.x ?? 0)) ?? 0,
    characterWidth: median(widths) ?? size / 2,
    pitch:
      mostCommon(pages.flatMap(distances).filter((distance) => distance < MOST_PITCH * size)) ?? size * USUAL_PITCH,
  };
}

const USUAL_SIZE = 12;
/** Of the font's height. */
const USUAL_PITCH = 1.2;
/** Of the font's height: two lines of one paragraph are not farther apart, whatever the spacing. */
const MOST_PITCH = 2.6;

const distances = (rows: readonly PieceRow[]): readonly number[] =>
  rows.flatMap(({ y }, i) => {
    const before = rows[i - 1];
    return before === undefined ? [] : [y - before.y];
  });

function pageText(rows: readonly PieceRow[], measures: Measures): string {
  let before: CellRow | null = null;
  let text = '';
  for (const row of joinLabels(rows.map(cellsOf), measures.pitch)) {
    if (before !== null) text += '\n'.repeat(1 + blankLines(row.first - before.last, measures.pitch));
    text += lineText(row, measures);
    before = row;
  }
  return text;
}

function blankLines(distance: number, pitch: number): number {
  if (distance <= pitch * LEAST_GAP) return 0;
  return Math.min(MOST_BLANK_LINES, Math.max(1, Math.round(distance / pitch) - 1));
}

/** Of the distance between two lines of a paragraph. */
const LEAST_GAP = 1.25;
const MOST_BLANK_LINES = 2;

function lineText({ cells }: CellRow, { left, characterWidth }: Measures): string {
  let line = '';
  for (const { text, x } of cells) {
    const column = Math.max(0, Math.min(MOST_COLUMNS, Math.round((x - left) / characterWidth)));
    line = line.padEnd(line === '' ? column : Math.max(column, line.length + COLUMN_GAP)) + text;
  }
  return line;
}

/** In characters: what the readers of letters take for two columns. */
const COLUMN_GAP = 3;
/** A page that claims to be wider is not followed. */
const MOST_COLUMNS = 200;

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** By the half point; of those that are as common the smallest. */
function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value * 2) / 2;
    if (rounded > 0) counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  return most?.[0];
}
