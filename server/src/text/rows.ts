/** A line of the letter that holds more than blanks. Offsets are into the text whose characters are clean. */
export interface Row {
  /** Of its first character that is not a blank. */
  readonly start: number;
  /** After its last character that is not a blank. */
  readonly end: number;
  /** Line ends between it and the row before (blank lines included); 0 for the first. */
  readonly lineEndsBefore: number;
  /** A form feed is between it and the row before. */
  readonly pageBreakBefore: boolean;
}

const LF = 10;
const FORM_FEED = 12;
const CR = 13;
const SPACE = 32;

/** Most characters lie between the blanks of ASCII and those above. */
const isBlank = (code: number): boolean => code <= SPACE || (code >= 0xa0 && isWideBlank(code));

const isWideBlank = (code: number): boolean =>
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0x1680;

export interface Rows {
  readonly rows: readonly Row[];
  /** A form feed follows the last row: many programs end every page with one. */
  readonly endsPage: boolean;
}

/** The rows of a text. A line ends at LF, CRLF, a lone CR and at a page's end. */
export function readRows(text: string): Rows {
  const rows: Row[] = [];
  const nextLf = finder(text, '\n');
  const nextCr = finder(text, '\r');
  const nextPage = finder(text, '\f');
  let lineEndsBefore = 0;
  let pageBreakBefore = false;
  for (let at = 0; at < text.length; ) {
    const lineEnd = Math.min(nextLf(at), nextCr(at), nextPage(at));
    let start = at;
    while (start < lineEnd && isBlank(text.charCodeAt(start))) start++;
    if (start < lineEnd) {
      let end = lineEnd;
      while (isBlank(text.charCodeAt(end - 1))) end--;
      const isFirst = rows.length === 0;
      rows.push({
        start,
        end,
        lineEndsBefore: isFirst ? 0 : lineEndsBefore,
        pageBreakBefore: pageBreakBefore && !isFirst,
      });
      lineEndsBefore = 0;
      pageBreakBefore = false;
    }
    const code = text.charCodeAt(lineEnd);
    if (code === FORM_FEED) pageBreakBefore = true;
    else if (code === LF || (code === CR && text.charCodeAt(lineEnd + 1) !== LF)) lineEndsBefore++;
    at = lineEnd + 1;
  }
  return { rows, endsPage: pageBreakBefore && rows.length > 0 };
}

/** Gives the first place of some characters at or after an offset, for offsets that only grow; the text's end where there is none. */
export function finder(text: string, characters: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      const found = text.indexOf(characters, from);
      next = found < 0 ? text.length : found;
    }
    return next;
  };
}
