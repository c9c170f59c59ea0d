import type { LetterText } from './letterText.ts';

/**
 * What a page's end becomes that may divide a sentence: nobody can say for certain whether it does. `by-sentence`: a
 * blank line where a sentence has ended; `joined`: the end of a line; `kept`: itself.
 */
export type PageEnds = 'by-sentence' | 'joined' | 'kept';

/**
 * A letter's text as a person would type it: what the reader ignores is gone (page numbers, running heads, invisible
 * marks), a word that was cut at a line's end is whole, lines of a paragraph follow each other, and characters that are
 * in for others are those. Lines stay lines, and columns columns.
 * @param pages what becomes of a page's end where a paragraph may go on over it
 */
export function cleanedText(text: LetterText, pages: PageEnds): string {
  const { prose, foldedLines, folded } = text;
  const wide = new Map([...prose.wideBlanks(2)].map(({ index, span }) => [index, span.end - span.start]));
  const breaks = new Map(folded.paragraphBreaks.map(({ index, kind }) => [index, kind]));
  const pieces: string[] = [];
  let written = 0;
  for (let i = 0; i < foldedLines.count; i++) {
    const line = foldedLines.line(i);
    const start = Math.max(line.start, written);
    // A word that goes on in the next line is whole in this one.
    const end = goesOnAfter(text, i) ? wordEnd(folded.text, line.end) : line.end;
    // All of it may have been the end of a word.
    if (start >= end) continue;
    pieces.push(i === 0 ? '' : lineEnds(text, i, breaks.get(line.start), pages));
    pieces.push(' '.repeat(start === line.start ? indent(text, start) : 0));
    pieces.push(columns(folded.text, start, end, wide));
    written = folded.text.charAt(end) === ' ' ? end + 1 : end;
  }
  return `${straightQuotes(pieces.join(''))}\n`;
}

/** Whether a text has what only a page brings into the midst of it: a page's end, its number or its head, or a word that was cut. */
export function comesFromPages(text: LetterText): boolean {
  const { foldedLines, folded, furniture } = text;
  const { count } = foldedLines;
  if (count < 2) return false;
  const first = folded.map.startOf(foldedLines.line(0).start);
  const last = folded.map.startOf(foldedLines.line(count - 1).start);
  if (furniture.some(({ span }) => span.start > first && span.end < last)) return true;
  for (let i = 0; i < count; i++) {
    if (i > 0 && foldedLines.line(i).breakBefore === 'page') return true;
    if (goesOnAfter(text, i)) return true;
  }
  return false;
}

/** Whether the last word of a line goes on in the next. */
function goesOnAfter({ foldedLines }: LetterText, number: number): boolean {
  const { start, end } = foldedLines.line(number);
  return number + 1 < foldedLines.count && foldedLines.line(number + 1).start === end && end > start;
}

/** Blank lines stay, as many as two; those that a page or double spacing brought are gone. */
function lineEnds(
  { foldedLines, folded: { spacing } }: LetterText,
  number: number,
  paragraph: 'gap' | 'page' | 'ended-page' | undefined,
  pages: PageEnds,
): string {
  const { lineEndsBefore, breakBefore } = foldedLines.line(number);
  if (breakBefore === 'page' && pages === 'kept') return '\n\f';
  if (paragraph === 'page') {
    const hasEnded = /[.:?!]["”’)]?$/.test(foldedLines.text(number - 1)) && /^[^a-z]/.test(foldedLines.text(number));
    return pages === 'by-sentence' && hasEnded ? '\n\n' : '\n';
  }
  if (paragraph === undefined && breakBefore !== 'rule') return '\n';
  return '\n'.repeat(breakBefore === null && spacing === 1 ? Math.min(lineEndsBefore, MOST_LINE_ENDS) : 2);
}

const MOST_LINE_ENDS = 3;

function wordEnd(text: string, from: number): number {
  const end = text.indexOf(' ', from);
  return end < 0 ? text.length : end;
}

/** How far in a line begins: a heading is centered. */
function indent({ prose, lines, source }: LetterText, index: number): number {
  const { start } = prose.span(index, index + 1);
  const { character } = lines.positionAt(start);
  const [before = ''] = source
    .slice(start - character, start)
    .split('\f')
    .slice(-1);
  return before.trim() === '' ? Math.min(before.length, MOST_INDENT) : 0;
}

const MOST_INDENT = 80;

/** A row of blanks between two columns is as wide as it was. */
function columns(text: string, start: number, end: number, wide: ReadonlyMap<number, number>): string {
  let row = '';
  let from = start;
  for (let at = text.indexOf(' ', start); at >= 0 && at < end; at = text.indexOf(' ', at + 1)) {
    const width = wide.get(at);
    if (width === undefined) continue;
    row += text.slice(from, at) + ' '.repeat(width);
    from = at + 1;
  }
  return row + text.slice(from, end);
}

const STRAIGHT: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };

const straightQuotes = (text: string): string => text.replace(/[‘’“”]/g, (quote) => STRAIGHT[quote] ?? quote);
