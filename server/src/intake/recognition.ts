/** Whether a text is an IMR determination letter: used by the parser, and by all who look at a file before it is parsed. */
import { LetterText } from '../text/letterText.ts';
import { listMarkLength } from '../text/listMarks.ts';

/** How much of a file is looked at, in UTF-16 code units: a cover page and the first headings fit into it. */
export const OPENING_LENGTH = 8000;

/** Headings and titles that only these letters have. They fill their lines, in any case; some extractions wrap them. */
const HEADINGS = ['issues', 'decisions', 'how-made', 'rationale', 'notice', 'professional-review'] as const;

export type LetterHeading = (typeof HEADINGS)[number];

export const HEADING_PATTERNS: Readonly<Record<LetterHeading, string>> = {
  issues: 'IMR ISSUES?,? DECISIONS?,? (?:AND|&) RATIONALES?',
  decisions: 'IMR DECISION\\(S\\),? AND RATIONALE\\(S\\)',
  'how-made': 'HOW THE IMR (?:FINAL )?DETERMINATIONS? (?:WAS|WERE) MADE',
  rationale: 'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
  notice: 'NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION|INDEPENDENT MEDICAL REVIEW FINAL DETERMINATION',
  'professional-review': 'MEDICAL PROFESSIONAL REVIEW',
};
const HEADING = new RegExp(
  `^(?:${HEADINGS.map((heading) => `(${HEADING_PATTERNS[heading]})`).join('|')})(?: ?:)?`,
  'i',
);
const LONGEST_HEADING = 100;

/** How lines begin that say the same in every letter of a layout. */
const WORDING = new RegExp(
  `^(?:${[
    'Case Number: ?CM\\d\\d-\\d',
    'IMR Case Number: ?C?M?\\d',
    'MAXIMUS Federal Services sent the complete case file',
    'The expert reviewer developed the following clinical case summary',
    'The Final Determination was based on decisions for',
    'Claims Administrator guideline ?:',
    'An application for Independent Medical Review was filed on',
    '(?:\\d{1,2}\\) ?)?MAXIMUS Federal Services, Inc\\. has determined',
    'UR Denial Date ?:',
    'ISSUES? AT DISPUTE ?:',
    'MEDICAL TREATMENT GUIDELINE\\(S\\) RELIED UPON',
  ].join('|')})`,
  'i',
);
const LONGEST_WORDING = 80;

/** What headings and fixed wording begin with; most lines begin differently. */
const FIRST_CHARACTER = /[achimntu\d]/i;

/**
 * Whether a text that opens like this is an IMR determination letter. It is where a heading that only these letters have
 * fills a line of its own, and a line begins with one of their fixed sentences or fields: text that talks about IMR has
 * neither, a list of the headings lacks the second, and an e-mail is known by its top.
 * @param source a file's text, or its first `OPENING_LENGTH` code units and more
 */
export function looksLikeLetter(source: string): boolean {
  const text = new LetterText(source.slice(0, OPENING_LENGTH));
  // The end of a line that is cut would look like a line's end.
  const lines = Math.max(1, text.foldedLines.count - (source.length > OPENING_LENGTH ? 1 : 0));
  let heading: number | null = null;
  let hasWording = false;
  for (let line = 0; line < lines && (heading === null || !hasWording); line++) {
    if (heading === null && headingAt(text, line) !== null) heading = line;
    hasWording ||= hasWordingAt(text, line);
  }
  return heading !== null && hasWording && !isMail(text, heading);
}

/** The headings above that a whole letter has. */
export function letterHeadings(text: LetterText): ReadonlySet<LetterHeading> {
  const headings = new Set<LetterHeading>();
  for (let line = 0; line < text.foldedLines.count; line++) {
    const heading = headingAt(text, line);
    if (heading !== null) headings.add(heading);
  }
  return headings;
}

function headingAt({ folded: { text }, foldedLines }: LetterText, line: number): LetterHeading | null {
  const start = wordsStart(text, foldedLines.line(line).start);
  if (!FIRST_CHARACTER.test(text.charAt(start))) return null;
  const match = HEADING.exec(text.slice(start, start + LONGEST_HEADING));
  if (match === null || !foldedLines.isLineEnd(start + match[0].length)) return null;
  const group = match.findIndex((words, i) => i > 0 && words !== undefined);
  return HEADINGS[group - 1] ?? null;
}

function hasWordingAt({ folded: { text }, foldedLines }: LetterText, line: number): boolean {
  const { start: lineStart, end } = foldedLines.line(line);
  const start = wordsStart(text, lineStart);
  return (
    FIRST_CHARACTER.test(text.charAt(start)) && WORDING.test(text.slice(start, Math.min(end, start + LONGEST_WORDING)))
  );
}

/** Bullets and numbers are ignored; a quotation mark is not, because a text that quotes a letter is not one. */
const wordsStart = (text: string, lineStart: number): number =>
  text[lineStart] === '>' ? lineStart : lineStart + listMarkLength(text, lineStart);

function isMail({ foldedLines }: LetterText, before: number): boolean {
  const hasLine = (pattern: RegExp): boolean => {
    for (let line = 0; line < before; line++) if (pattern.test(foldedLines.text(line))) return true;
    return false;
  };
  return hasLine(/^From: ?\S/) && hasLine(/^(?:To|Subject): ?\S/);
}
