import type { LetterText } from '../text/letterText.ts';
import type { Section, SectionKind } from './model.ts';

const HEADINGS: readonly (readonly [SectionKind, string])[] = [
  ['how-made', 'HOW THE IMR (?:FINAL )?DETERMINATIONS? (?:WAS|WERE) MADE'],
  ['documents-reviewed', 'DOCUMENTS REVIEWED(?: FOR DETERMINATION)?'],
  ['clinical-summary', '(?:CLINICAL )?CASE SUMMARY|CLINICAL SUMMARY'],
  [
    'issues',
    'IMR ISSUES?, DECISIONS?,? (?:AND|&) RATIONALES?|IMR DECISION\\(S\\) AND RATIONALE\\(S\\)' +
      '|INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE|ISSUE AT DISPUTE',
  ],
];

/** One alternation for every heading; the group that matched tells the kind. */
const HEADING = new RegExp(HEADINGS.map(([, pattern]) => `(${pattern})`).join('|'), 'gi');

const FINAL_DETERMINATION = /Final Determination ?: ?(?=(?:UPHOLD|OVERTURN|PARTIAL OVERTURN|UPHELD|PARTIALLY)\b)/gi;
const HEADER_LABEL =
  /(?:Case Number|Date Assigned|Decision Date|UR Denial Date|Date of Injury|Application Received) ?:/i;

interface HeadingPlace {
  readonly kind: SectionKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The sections of a letter, in its order. A heading fills its lines: the same words inside a sentence are none.
 * What stands before the first heading is the header where it holds a label of the header table.
 */
export function readSections(text: LetterText): readonly Section[] {
  const places = findHeadings(text);
  const { prose } = text;
  const firstHeading = places[0]?.start ?? prose.length;
  const opening = prose.slice(0, firstHeading);
  const sections: Section[] = [];
  if (HEADER_LABEL.test(opening.text)) {
    const firstLine = text.foldedLines.line(0);
    sections.push({
      kind: 'header',
      heading: prose.span(firstLine.start, firstLine.end),
      range: opening.range,
      body: opening,
    });
  }
  for (const [i, { kind, start, end }] of places.entries()) {
    const next = places[i + 1]?.start ?? prose.length;
    sections.push({
      kind,
      heading: prose.span(start, end),
      range: prose.slice(start, next).range,
      body: prose.slice(end, next),
    });
  }
  return sections;
}

function findHeadings(text: LetterText): readonly HeadingPlace[] {
  const { foldedLines, folded } = text;
  const places: HeadingPlace[] = [];
  for (const match of folded.text.matchAll(HEADING)) {
    const start = match.index;
    const end = start + match[0].length;
    const behindColon = folded.text[end] === ':' ? end + 1 : end;
    if (!foldedLines.isLineStart(start) || !foldedLines.isLineEnd(behindColon)) continue;
    const kind = HEADINGS[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    if (kind !== undefined) places.push({ kind, start, end: behindColon });
  }
  for (const match of folded.text.matchAll(FINAL_DETERMINATION)) {
    if (foldedLines.isLineStart(match.index)) {
      places.push({ kind: 'final-determination', start: match.index, end: match.index + match[0].length });
    }
  }
  return places.sort((a, b) => a.start - b.start);
}
