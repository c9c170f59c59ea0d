import { HEADING_PATTERNS } from '../../intake/recognition.ts';
import type { LetterText } from '../../text/letterText.ts';
import { everywhere } from '../../text/pattern.ts';
import { type Span, splitAt } from '../../text/span.ts';
import { findHeadings, type HeadingPlace } from './sectionHeadings.ts';

/**
 * The stretches of a text that are whole letters of their own, in order: one, the whole text, for most. A new letter begins
 * where, after the issues of one, the sections begin anew and lead to issues again. What comes before the first heading
 * of a letter (its cover, its case data) is found from that heading backward.
 */
export function lettersIn(text: LetterText): readonly Span[] {
  if (!hasTwo(text)) return [text.whole];
  const places = findHeadings(text);
  const beginnings: number[] = [];
  let issues: HeadingPlace | null = null;
  for (const [i, place] of places.entries()) {
    if (place.kind === 'issues') issues = place;
    if (place.kind !== 'how-made' || issues === null || !leadsToIssues(places, i)) continue;
    beginnings.push(beginningOf(text, place, issues));
    issues = null;
  }
  return splitAt(text.whole, beginnings);
}

/** Each letter of this kind has the heading once. */
const BEGINNING = everywhere(new RegExp(HEADING_PATTERNS['how-made'], 'i'));

function hasTwo({ folded }: LetterText): boolean {
  let count = 0;
  for (const _ of BEGINNING.in(folded.text)) if (++count === 2) return true;
  return false;
}

/** Whether issues follow before the sections begin anew. */
function leadsToIssues(places: readonly HeadingPlace[], from: number): boolean {
  for (let i = from + 1; i < places.length; i++) {
    const kind = places[i]?.kind;
    if (kind === 'issues') return true;
    if (kind === 'how-made') return false;
  }
  return false;
}

/** How far before its first heading a letter may begin, in lines: a cover page and a half. */
const MOST_LINES = 90;
/** Lines that belong to the letter before: the next letter begins after them. */
const PART_OF_ISSUE =
  /^(?:Claims Administrator guideline|MAXIMUS guideline|Decision rationale|RATIONALE|ISSUE)\b ?:?|: (?:Upheld|Overturned)$/i;
/** What a cover page or the case data begins with. */
const OPENING =
  /^(?:(?:(?:IMR|MAXIMUS) )?Case (?:Number|No\.?) ?:|Date Assigned ?:|Dated ?:|MAXIMUS FEDERAL SERVICES|INDEPENDENT MEDICAL REVIEW (?:FINAL )?DETERMINATION|NOTICE OF INDEPENDENT MEDICAL REVIEW|Final Determination ?:)/i;

/** Offset of the first character of the letter that has its first heading at `heading`. */
function beginningOf(text: LetterText, heading: HeadingPlace, issues: HeadingPlace): number {
  const { foldedLines } = text;
  const last = foldedLines.at(heading.lineStart);
  const least = Math.max(last - MOST_LINES, foldedLines.at(issues.start) + 1);
  let first = last;
  for (let line = last - 1; line > least; line--) {
    const words = foldedLines.text(line);
    if (PART_OF_ISSUE.test(words)) break;
    if (OPENING.test(words)) first = line;
  }
  return text.lineBeginning(withLetterhead(text, first, least));
}

/** Lines of a letterhead that are above what was found, up to the beginning of their page. */
const MOST_LETTERHEAD = 12;
const LONGEST_LETTERHEAD = 60;

function withLetterhead({ foldedLines }: LetterText, first: number, least: number): number {
  for (let line = first; line > least && line > first - MOST_LETTERHEAD; line--) {
    if (foldedLines.line(line).breakBefore === 'page') return line;
    const above = foldedLines.text(line - 1);
    if (above.length > LONGEST_LETTERHEAD || /[.;,]$/.test(above)) break;
  }
  return first;
}
