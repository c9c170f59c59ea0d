import type { LetterText } from '../../text/letterText.ts';
import type { Layout, Section } from '../model/determination.ts';
import { findNearHeadings } from './nearHeadings.ts';
import { findHeadings, HEADER_LABEL, type HeadingPlace } from './sectionHeadings.ts';

/**
 * The sections of a letter, in its order. A heading fills its lines: the same words inside a sentence are not a heading.
 * What comes before the first heading is the header where it holds a label of the header table.
 */
export function readSections(text: LetterText, layout: Layout): readonly Section[] {
  const places = headingsOf(text, layout);
  const { prose } = text;
  const letterEnd = places.some(({ kind }) => kind === 'issues') ? prose.length : issuesStart(text);
  const firstHeading = places[0]?.lineStart ?? prose.length;
  const opening = prose.slice(0, firstHeading);
  const sections: Section[] = [];
  if (HEADER_LABEL.test(opening.text)) {
    const firstLine = text.foldedLines.line(0);
    sections.push({
      kind: 'header',
      heading: opening.clip(firstLine.start, firstLine.end).range,
      range: opening.range,
      body: opening,
      correct: null,
    });
  }
  for (const [i, { kind, start, end, correct }] of places.entries()) {
    const whole = prose.clip(start, places[i + 1]?.lineStart ?? Math.max(end, letterEnd));
    const firstLineEnd = text.foldedLines.line(text.foldedLines.at(start)).end;
    sections.push({
      kind,
      heading: whole.clip(start, kind === 'header' ? firstLineEnd : end).range,
      range: whole.range,
      body: kind === 'header' ? whole : whole.clip(end, whole.to),
      correct,
    });
  }
  return sections;
}

/** Headings and, where one is missing, a line that is nearly the same. */
function headingsOf(text: LetterText, layout: Layout): readonly HeadingPlace[] {
  const right = findHeadings(text);
  const near = findNearHeadings(text, layout, right);
  return near.length === 0 ? right : [...right, ...near].sort((a, b) => a.start - b.start);
}

/** The sentence that leads in to the issues: where their heading was lost, it says where the section before ends. */
const ISSUES_LEAD_IN =
  /\bThe Final Determination was based on decisions? for the disputed items?\/services? set forth below/i;

/** Index in the folded text where the issues are led in; the letter's end where they are not. */
export function issuesStart({ folded: { text } }: LetterText): number {
  const at = text.search(ISSUES_LEAD_IN);
  return at < 0 ? text.length : at;
}
