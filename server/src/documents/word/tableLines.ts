/** The paragraphs of a table's cell. */
export type Cell = readonly string[];

/**
 * A table as text. Where its cells are short, as in the header of a letter, they are beside each other in columns;
 * cells that hold whole paragraphs follow each other.
 */
export function tableLines(rows: readonly (readonly Cell[])[]): readonly string[] {
  const starts = columnStarts(rows);
  return rows.flatMap((row) => {
    const cells = row.map((cell) => cell.flatMap((text) => text.split('\n')));
    const isShort = cells.every((lines) => lines.length <= 1 || lines.every((line) => line.length <= WIDEST));
    // The words of one cell that go on below each other would be read across where others are beside them.
    return isShort ? beside(cells, starts) : row.flat();
  });
}

/** In characters: a column is not set wider for one long cell. */
const WIDEST = 40;
/** In characters: what the readers of letters take for two columns. */
const GAP = 3;

function columnStarts(rows: readonly (readonly Cell[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const width = Math.max(0, ...cell.flatMap((text) => text.split('\n')).map(({ length }) => length));
      if (width <= WIDEST) widths[column] = Math.max(widths[column] ?? 0, width);
    }
  }
  let start = 0;
  return Array.from(widths, (width = 0) => {
    const own = start;
    start += width + GAP;
    return own;
  });
}

function beside(cells: readonly (readonly string[])[], starts: readonly number[]): readonly string[] {
  const height = Math.max(0, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => {
    let line = '';
    for (const [column, lines] of cells.entries()) {
      const words = lines[row] ?? '';
      if (words === '') continue;
      const start = line === '' ? (starts[column] ?? 0) : Math.max(starts[column] ?? 0, line.length + GAP);
      line = line.padEnd(start) + words;
    }
    return line;
  }).filter((line) => line !== '');
}
