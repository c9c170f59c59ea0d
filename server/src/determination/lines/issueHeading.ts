import type { FoldedLines } from '../../text/foldedLines.ts';
import { hasBullet, listMarkLength } from '../../text/listMarks.ts';
import { type Everywhere, everywhere } from '../../text/pattern.ts';

const ENDS_SENTENCE = /[.?!]["'”’)\]]{0,2}$/;
const ENDS_PARAGRAPH = /[.?!:]["'”’)\]]{0,2}$/;
/** Its last letters: whether it has more than three. */
const LAST_WORD = /([A-Za-z]{1,4})[.?!]["'”’)\]]{0,2}$/;
const CONTINUES = /^[a-z(&,;]/;
/** The last sentence of an 'original request' story, which carries the decision. */
const STORY_END = everywhere(/(?:The remaining IMR eligible portion of|The original request,)/);
const STORY_START = everywhere(/(?:was|were|is) the original request/);
/** The rationale before may also describe the original request; it goes on to conclude. */
const CONCLUDES = /\bmedical(?:ly)? (?:necess|appropriate)/i;
/** No sentence of a story is longer than this. */
const STORY_REACH = 700;
/** A line this much shorter than the widest was not wrapped: its paragraph ended there. */
const SHORT_LINE = 0.6;

/**
 * The line (0-based, blank lines not counted) on which an issue's heading begins.
 *
 * Letters divide a heading from the rationale before it by a blank line, by a page break or by nothing, and wrap it at
 * will; so the words decide: the heading begins after the last line that ends a sentence. An 'original request' story
 * holds sentences of its own and begins before 'was the original request'.
 *
 * @param text the folded text of the whole letter
 * @param floor the first line that may belong to the heading
 * @param last the heading's last line
 * @param headingEnd index in `text` after the heading's last character
 */
export function headingStartLine(
  text: string,
  lines: FoldedLines,
  floor: number,
  last: number,
  headingEnd: number,
): number {
  let line = Math.min(last, lines.at(storyStart(text, lines.line(floor).start, headingEnd)));
  while (line > floor && !beginsParagraph(lines, line)) line--;
  return line;
}

/** Index of 'was the original request' where the heading is such a story, else of the heading's end. */
function storyStart(text: string, floor: number, headingEnd: number): number {
  const from = Math.max(floor, headingEnd - 2 * STORY_REACH);
  const tail = text.slice(from, headingEnd);
  const end = lastMatch(STORY_END, tail, tail.length);
  if (end < 0 || tail.length - end > STORY_REACH || CONCLUDES.test(tail.slice(end))) return headingEnd;
  const start = lastMatch(STORY_START, tail, end);
  return start < 0 || end - start > STORY_REACH ? from + end : from + start;
}

function lastMatch(pattern: Everywhere, text: string, before: number): number {
  let last = -1;
  for (const { index } of pattern.in(text, 0, before)) last = index;
  return last;
}

function beginsParagraph(lines: FoldedLines, line: number): boolean {
  const before = lines.text(line - 1);
  const words = lines.text(line);
  if (hasBullet(words)) return true;
  const continues = CONTINUES.test(words) && listMarkLength(words) === 0;
  if (ENDS_SENTENCE.test(before)) {
    // 'wk.' or 'mg.' at a line's end is no end of a sentence where the next line goes on in lower case.
    return !continues || lines.hasGapBefore(line) || (LAST_WORD.exec(before)?.[1]?.length ?? 4) > 3;
  }
  const pageBreakBefore = lines.line(line).breakBefore === 'page';
  if (lines.hasGapBefore(line) && !pageBreakBefore) return !continues;
  return !continues && !pageBreakBefore && endsWrappedParagraph(lines, line - 1);
}

/** A short line after a full one: the last of a paragraph that lacks its full stop. */
function endsWrappedParagraph(lines: FoldedLines, line: number): boolean {
  if (line === 0) return false;
  const width = widest(lines, line);
  const before = lines.text(line - 1);
  return lines.text(line).length < SHORT_LINE * width && before.length > 0.8 * width && !ENDS_PARAGRAPH.test(before);
}

/** The longest of the lines around `line`. */
function widest(lines: FoldedLines, line: number): number {
  let width = 0;
  for (let i = Math.max(0, line - 8); i < Math.min(lines.count, line + 8); i++) {
    width = Math.max(width, lines.line(i).end - lines.line(i).start);
  }
  return width;
}
