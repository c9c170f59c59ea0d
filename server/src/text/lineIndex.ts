/** A place in a document as LSP counts: line and UTF-16 character, both 0-based. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets of a text into lines and back. Line ends are LF, CRLF or a lone CR, as in LSP; a form feed ends no line. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #source: string;

  constructor(source: string) {
    this.#starts = source.includes('\r') ? lineStarts(source) : lineStartsBehindLf(source);
    this.#source = source;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 0-based line that holds `offset`; an offset outside the text counts as its nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#source.length));
    const line = this.lineAt(inside);
    return { line, character: inside - (this.#starts[line] ?? 0) };
  }

  /** The offset of a position; a line outside the text counts as its nearest end, a character beyond a line as the line's end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#source.length;
    return Math.min(start + Math.max(0, character), this.#endOf(line, start));
  }

  /** Before the line's own end of one or two characters. */
  #endOf(line: number, start: number): number {
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#source.length;
    const isPair =
      next - start > 1 && this.#source.charCodeAt(next - 2) === 13 && this.#source.charCodeAt(next - 1) === 10;
    return next - (isPair ? 2 : 1);
  }
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The same where no CR is: searching is quicker than looking at every character. */
function lineStartsBehindLf(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
