import type { TextEdit } from 'vscode-languageserver-types';
import type { Determination } from '../determination/model/determination.ts';
import type { LetterText } from '../text/letterText.ts';
import { listMarkLength } from '../text/listMarks.ts';
import type { Span } from '../text/span.ts';
import { whatAllSay } from './cleanUp.ts';
import { toRange } from './convert.ts';

/**
 * Rewraps the paragraph at an offset (UTF-16, in the original) to the width of the letter's other paragraphs. No word
 * of it is changed, except that a word cut at a line's end is joined. Null where nothing has to change, and where there is no paragraph:
 * headings, the header and lists keep their lines.
 */
export function rewrap(letter: Determination, offset: number): TextEdit | null {
  const { text } = letter;
  const lines = paragraphAt(letter, offset);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = text.prose.span(text.foldedLines.line(first).start, text.foldedLines.line(last).end);
  const newText = wrapped(wordsOf(text, lines), widthOf(text), lineEndOf(text));
  if (newText === text.written(span)) return null;
  const after = text.source.slice(0, span.start) + newText + text.source.slice(span.end);
  // What a blank line or a page divided may really be two paragraphs.
  return whatAllSay(after) === whatAllSay(text.source) ? { range: toRange(text, span), newText } : null;
}

/** The folded lines of the paragraph at an offset, in their order; none where there is no prose. */
function paragraphAt(letter: Determination, offset: number): readonly number[] {
  const { foldedLines, prose } = letter.text;
  const stretch = stretches(letter).find(({ start, end }) => start <= offset && offset <= end);
  if (stretch === undefined) return [];
  const [from, to] = [prose.indexOf(stretch.start), prose.endOf(stretch)];
  const isWithin = (line: number): boolean => {
    const { start, end } = foldedLines.line(line);
    return line >= 0 && line < foldedLines.count && start >= from && end <= to && end > start;
  };
  const here = foldedLines.at(prose.indexOf(offset));
  if (!isWithin(here)) return [];
  const lines = [here];
  for (let line = here; !dividesBefore(letter.text, line) && isWithin(line - 1); line--) lines.unshift(line - 1);
  for (let line = here + 1; isWithin(line) && !dividesBefore(letter.text, line); line++) lines.push(line);
  // Columns and items of lists are not a paragraph.
  const isList = lines.some((line) => listMarkLength(prose.text, foldedLines.line(line).start) > 0);
  const span = prose.slice(foldedLines.line(lines[0] ?? 0).start, foldedLines.line(lines.at(-1) ?? 0).end);
  return isList || [...span.wideBlanks(COLUMN)].length > 0 ? [] : lines;
}

/** As many blanks as divide columns. */
const COLUMN = 4;

const dividesBefore = ({ foldedLines }: LetterText, line: number): boolean =>
  foldedLines.hasGapBefore(line) || foldedLines.line(line).breakBefore !== null;

/** Where prose is: the sections of prose, and the parts of the issues with their labels. */
function stretches({ sections, issues }: Determination): readonly Span[] {
  return [
    ...sections.flatMap(({ kind, body }) =>
      (kind === 'how-made' || kind === 'clinical-summary') && body.length > 0 ? [body.range] : [],
    ),
    ...issues.flatMap(({ claimsGuideline, reviewerGuideline, rationale }) =>
      [claimsGuideline, reviewerGuideline, rationale].flatMap((part) => part?.range ?? []),
    ),
  ];
}

/** The words as they are written; those that a line's end has cut are whole. */
function wordsOf({ prose, foldedLines, source }: LetterText, lines: readonly number[]): readonly string[] {
  let written = '';
  for (const [i, number] of lines.entries()) {
    const { start, end } = foldedLines.line(number);
    const { start: from, end: to } = prose.span(start, end);
    const goesOn = i > 0 && foldedLines.line(number - 1).end === start;
    written += `${i === 0 || goesOn ? '' : ' '}${source.slice(from, to)}`;
  }
  return written.split(/\s+/);
}

function wrapped(words: readonly string[], width: number, lineEnd: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(lineEnd);
}

const lineEndOf = ({ source }: LetterText): string => /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';

/** Lines of a paragraph are at least this wide, in characters; a letter without line ends has no width of its own. */
const LEAST_WIDTH = 60;
const MOST_WIDTH = 120;
const USUAL_WIDTH = 100;

/** The width of most lines that go on in the next: nine of ten are no wider. */
function widthOf({ foldedLines }: LetterText): number {
  const widths: number[] = [];
  for (let line = 0; line + 1 < foldedLines.count; line++) {
    const { start, end } = foldedLines.line(line);
    if (!foldedLines.hasGapBefore(line + 1) && end - start >= LEAST_WIDTH) widths.push(end - start);
  }
  const width = widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] ?? USUAL_WIDTH;
  return width > MOST_WIDTH ? USUAL_WIDTH : width;
}
