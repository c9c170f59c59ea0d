import type { LetterText } from '../text/letterText.ts';
import { here } from '../text/pattern.ts';
import type { Section, SectionKind } from './model.ts';

const HEADINGS: readonly (readonly [SectionKind, string])[] = [
  [
    'how-made',
    'HOW THE IMR (?:FINAL )?DETERMINATIONS? (?:WAS|WERE) MADE|MEDICAL REVIEWER QUALIFICATIONS' +
      '|MEDICAL QUALIFICATIONS OF THE (?:EXPERT|PROFESSIONAL|PHYSICIAN|MEDICAL) REVIEWER',
  ],
  ['documents-reviewed', 'DOCUMENTS REVIEWED(?: FOR DETERMINATION)?'],
  ['clinical-summary', '(?:CLINICAL )?CASE SUMMARY|CLINICAL SUMMARY'],
  [
    'issues',
    'IMR ISSUES?, DECISIONS?,? (?:AND|&) RATIONALES?|IMR DECISION\\(S\\) AND RATIONALE\\(S\\)' +
      '|INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE|ISSUES? AT DISPUTE' +
      '|MEDICAL TREATMENT GUIDELINE(?:\\(S\\)|S)? RELIED UPON BY (?:THE )?PROFESSIONAL REVIEWER AND WHY' +
      '|RATIONALE FOR WHY THE REQUESTED TREATMENTS?\\/SERVICES? (?:IS|WAS|ARE|WERE)(?:\\/(?:WAS|WERE))?(?: NOT)? MEDICALLY NECESSARY',
  ],
];

/** Where a section begins without its heading in capitals. */
const OPENINGS: readonly (readonly [SectionKind, string])[] = [
  // A mailed letter has its case data twice: on the cover page and in the table.
  ['header', '(?:Case Number|Date Assigned) ?: ?(?=[^:]{0,40}(?:Date Assigned|Date of Injury|Decision Date) ?:)'],
  ['final-determination', 'Final Determination ?: ?(?=(?:UPHOLD|UPHELD|OVERTURN(?:ED)?|PARTIAL(?:LY)?)\\b)'],
  // In layout B the discussion of the items follows the list of documents under no heading but that of its first item.
  ['issues', '1 ?[.)] ?Regarding the requests? for [^:]{1,600}:'],
];

/** One alternation, tried at the start of every line; the group that matched tells which. */
const SECTION_START = here(new RegExp([...HEADINGS, ...OPENINGS].map(([, pattern]) => `(${pattern})`).join('|'), 'i'));
/** With what those begin: most lines begin otherwise. */
const FIRST_CHARACTER = /[cdfhimr1]/i;

const HEADER_LABEL =
  /(?:Case Number|Date Assigned|Decision Date|UR Denial Date|Date of Injury|Priority|Application Received|Date of UR Decision) ?[:;]|\bDated ?: ?\d/i;

/** A heading in capitals may run in: 'ISSUE AT DISPUTE: MRI of the knee'. */
const RUN_IN = /^[^a-z]+:$/;

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
  const letterEnd = places.some(({ kind }) => kind === 'issues') ? prose.length : issuesStart(text);
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
    const next = places[i + 1]?.start ?? Math.max(end, letterEnd);
    const firstLineEnd = text.foldedLines.line(text.foldedLines.at(start)).end;
    sections.push({
      kind,
      heading: prose.span(start, kind === 'header' ? firstLineEnd : end),
      range: prose.slice(start, next).range,
      body: prose.slice(kind === 'header' ? start : end, next),
    });
  }
  return sections;
}

/** The sentence that leads in to the issues: where their heading was lost, it tells where the section before ends. */
const ISSUES_LEAD_IN =
  /\bThe Final Determination was based on decisions? for the disputed items?\/services? set forth below/i;

/** Index in the folded text where the issues are led in; the letter's end where they are not. */
export function issuesStart({ folded: { text } }: LetterText): number {
  const at = text.search(ISSUES_LEAD_IN);
  return at < 0 ? text.length : at;
}

/** The table is a section of its own only after a cover page; else it is what the letter begins with. */
const followsCover = (text: string, previous: HeadingPlace | undefined, start: number): boolean =>
  previous === undefined
    ? /^C/i.test(text.slice(start, start + 1)) && HEADER_LABEL.test(text.slice(0, start))
    : previous.kind === 'final-determination';

function findHeadings({ folded: { text, lines }, foldedLines }: LetterText): readonly HeadingPlace[] {
  const places: HeadingPlace[] = [];
  for (const { start } of lines) {
    if (start < (places.at(-1)?.end ?? 0) || !FIRST_CHARACTER.test(text.charAt(start))) continue;
    const match = SECTION_START.at(text, start);
    if (match === null) continue;
    const group = match.findIndex((each, i) => i > 0 && each !== undefined) - 1;
    const end = start + match[0].length;
    const opening = OPENINGS[group - HEADINGS.length]?.[0];
    if (opening === 'header' && !followsCover(text, places.at(-1), start)) continue;
    if (opening !== undefined) {
      places.push({ kind: opening, start, end });
      continue;
    }
    const behindColon = text[end] === ':' ? end + 1 : end;
    if (!foldedLines.isLineEnd(behindColon) && !RUN_IN.test(text.slice(start, behindColon))) continue;
    const kind = HEADINGS[group]?.[0];
    if (kind !== undefined) places.push({ kind, start, end: behindColon });
  }
  return places;
}
