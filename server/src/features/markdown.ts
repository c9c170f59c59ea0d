import { everywhere } from '../text/pattern.ts';
import { plain } from './plain.ts';

/**
 * A piece of Markdown. Only this module makes one, so that no text of a letter or of a file gets into Markdown unescaped:
 * what is not of this type is words, and words mean themselves.
 */
class Piece {
  /** As a client renders it. */
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  get source(): string {
    return this.#source;
  }

  get isEmpty(): boolean {
    return this.#source === '';
  }
}

export type Markdown = Piece;

/** Markdown as it is written in the code; what is put in counts as plain words, unless it is Markdown itself. */
export function md(written: TemplateStringsArray, ...put: readonly (string | number | Markdown)[]): Markdown {
  const pieces = written.map((mark, i) => {
    const each = put[i];
    if (each === undefined) return mark;
    return `${mark}${each instanceof Piece ? each.source : escaped(String(each))}`;
  });
  return new Piece(pieces.join(''));
}

/**
 * A link to a line of a letter, with the number as its words.
 * @param uri the letter's address; none: the words alone
 * @param line 1-based
 */
export function lineLink(uri: string | undefined, line: number): Markdown {
  if (uri === undefined) return md`line ${line}`;
  // What an address may hold that ends a link or begins another mark is encoded.
  const target = LINK_MARK.replaceIn(uri, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return new Piece(`[line ${line}](${target}#L${line})`);
}

export const NOTHING: Markdown = new Piece('');

/** With `separator`, which is Markdown, between those that are not empty. */
export const joined = (parts: readonly Markdown[], separator: string): Markdown =>
  new Piece(
    parts
      .filter(({ isEmpty }) => !isEmpty)
      .map(({ source }) => source)
      .join(separator),
  );

export const paragraphs = (parts: readonly Markdown[]): Markdown => joined(parts, '\n\n');

export const bullets = (lines: readonly Markdown[]): Markdown =>
  joined(
    lines.map((line) => md`- ${line}`),
    '\n',
  );

/** Nothing where there are no rows. */
export function table(
  head: readonly Markdown[],
  rows: readonly (readonly Markdown[])[],
  alignment: readonly ('---' | ':--' | '--:')[] = head.map(() => '---'),
): Markdown {
  if (rows.length === 0) return NOTHING;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return new Piece(
    [head.map(({ source }) => source), alignment, ...rows.map((row) => row.map(({ source }) => source))]
      .map(line)
      .join('\n'),
  );
}

/** Words that mean only themselves, anywhere in a line: no mark, no link, no picture, no HTML, no formula. */
function escaped(text: string): string {
  return plain(text)
    .split(/ +/)
    .map((word) =>
      ADDRESS.test(word) ? `\`${IN_CODE.replaceIn(word, encodeURIComponent)}\`` : MARK.replaceIn(word, '\\$&'),
    )
    .join(' ')
    .replace(LIST_START, '$1\\$2');
}

const MARK = everywhere(/[\\`*_[\]<>#|&~$]/);
/** Would end a link's address. */
const LINK_MARK = everywhere(/[\s()<>[\]\\`|]/);
/** Would end a piece of code, or a cell. */
const IN_CODE = everywhere(/[`|]/);
/** Begins a list or underlines a heading, where it begins a line. */
const LIST_START = /^( ?\d{0,9})([-+=]|(?<=\d)[.)])(?=\s|$|[-+=])/;
/** Renderers make links of these by themselves, escaped or not; only code is left alone. */
const ADDRESS = /\/\/|www\.|mailto:|@/i;
