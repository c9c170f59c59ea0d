/** Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet. */

export type Cell = string | number | boolean | null | readonly (string | number)[];

/** A table that is saved for a spreadsheet begins with this: without it, Excel takes UTF-8 for another encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A row, with its line end. A list is one cell, its items parted by semicolons. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = withoutFormula(typeof cell === 'string' ? cell : cell.join('; '));
  // In some countries a semicolon parts the cells.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet takes a cell that begins so for a formula, and may do what it says: an apostrophe makes it plain text.
 * The full-width forms count too, as some programs convert them.
 */
const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/;
