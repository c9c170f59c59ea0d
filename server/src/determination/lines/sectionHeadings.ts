import { HEADING_PATTERNS } from '../../intake/recognition.ts';
import type { LetterText } from '../../text/letterText.ts';
import { listMarkLength } from '../../text/listMarks.ts';
import { here } from '../../text/pattern.ts';
import type { SectionKind } from '../model/determination.ts';

const HEADINGS: readonly (readonly [SectionKind, string])[] = [
  [
    'how-made',
    `${HEADING_PATTERNS['how-made']}|MEDICAL REVIEWER QUALIFICATIONS` +
      '|MEDICAL QUALIFICATIONS OF THE (?:EXPERT|PROFESSIONAL|PHYSICIAN|MEDICAL) REVIEWER',
  ],
  ['documents-reviewed', 'DOCUMENTS REVIEWED(?: FOR DETERMINATION)?'],
  ['clinical-summary', '(?:CLINICAL )?CASE SUMMARY|CLINICAL SUMMARY'],
  [
    'issues',
    `${HEADING_PATTERNS.issues}|${HEADING_PATTERNS.decisions}|${HEADING_PATTERNS.rationale}|ISSUES? AT DISPUTE` +
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

/** One alternation, tried at the start of every line; the group that matched says which. */
const SECTION_START = here(new RegExp([...HEADINGS, ...OPENINGS].map(([, pattern]) => `(${pattern})`).join('|'), 'i'));
/** What those begin with; most lines begin differently. */
const FIRST_CHARACTER = /[cdfhimr1]/i;

export const HEADER_LABEL =
  /(?:Case Number|Date Assigned|Decision Date|UR Denial Date|Date of Injury|Priority|Application Received|Date of UR Decision) ?[:;]|\bDated ?: ?\d/i;

/** A heading in capitals may run in: 'ISSUE AT DISPUTE: MRI of the knee'. */
const RUN_IN = /^[^a-z]+:$/;

/** Where a section begins. Indexes are into the folded text. */
export interface HeadingPlace {
  readonly kind: SectionKind;
  /** Of its line, which may begin with a bullet or a number. */
  readonly lineStart: number;
  readonly start: number;
  readonly end: number;
  /** What is there should read like this; null where it does. */
  readonly correct: string | null;
}

/** Where sections begin, in the order of the letter. */
export function findHeadings(text: LetterText): readonly HeadingPlace[] {
  const places: HeadingPlace[] = [];
  for (const { start } of text.folded.lines) {
    const previous = places.at(-1);
    if (start < (previous?.end ?? 0)) continue;
    const place = headingAt(text, start, start, previous) ?? afterListMark(text, start, previous);
    if (place !== null) places.push(place);
  }
  return places;
}

function afterListMark(text: LetterText, lineStart: number, previous: HeadingPlace | undefined): HeadingPlace | null {
  const length = listMarkLength(text.folded.text, lineStart);
  return length === 0 ? null : headingAt(text, lineStart, lineStart + length, previous);
}

function headingAt(
  { folded: { text }, foldedLines }: LetterText,
  lineStart: number,
  start: number,
  previous: HeadingPlace | undefined,
): HeadingPlace | null {
  if (!FIRST_CHARACTER.test(text.charAt(start))) return null;
  const match = SECTION_START.at(text, start);
  if (match === null) return null;
  const group = match.findIndex((each, i) => i > 0 && each !== undefined) - 1;
  const end = start + match[0].length;
  const opening = OPENINGS[group - HEADINGS.length]?.[0];
  if (opening === 'header' && !followsCover(text, previous, start)) return null;
  if (opening !== undefined) return { kind: opening, lineStart, start, end, correct: null };
  const afterColon = text[end] === ':' ? end + 1 : end;
  if (!foldedLines.isLineEnd(afterColon) && !RUN_IN.test(text.slice(start, afterColon))) return null;
  const kind = HEADINGS[group]?.[0];
  return kind === undefined ? null : { kind, lineStart, start, end: afterColon, correct: null };
}

/** The table is a section of its own only after a cover page; else it is what the letter begins with. */
const followsCover = (text: string, previous: HeadingPlace | undefined, start: number): boolean =>
  previous === undefined
    ? /^C/i.test(text.slice(start, start + 1)) && HEADER_LABEL.test(text.slice(0, start))
    : previous.kind === 'final-determination';
