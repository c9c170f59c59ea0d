import type { Piece } from './page.ts';

/** Pieces that are on one line of the page, from left to right. */
export interface PieceRow {
  /** Of the line that its largest letters are on. */
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** The rows of a page, from top to bottom; raised and lowered figures are on the line of their words. */
export function rowsOf(pieces: readonly Piece[]): readonly PieceRow[] {
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row !== undefined && piece.y - row.y <= SAME_LINE * Math.max(piece.size, row.size)) {
      row.pieces.push(piece);
      if (piece.size > row.size) Object.assign(row, { y: piece.y, size: piece.size });
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => ({ ...row, pieces: drawnOnce(row.pieces.sort((a, b) => a.x - b.x)) }));
}

/** Of the font's height. */
const SAME_LINE = 0.45;

/** Some programs draw words twice, a hair apart, to make them bold. */
function drawnOnce(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const isAgain = kept
      .slice(-MOST_BETWEEN)
      .some(({ text, x, size }) => text === piece.text && Math.abs(piece.x - x) < A_HAIR * size);
    if (!isAgain) kept.push(piece);
  }
  return kept;
}

/** Of the font's height. */
const A_HAIR = 0.12;
const MOST_BETWEEN = 4;
