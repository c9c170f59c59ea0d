/** How much of a document is looked at, in UTF-16 code units: a cover page and the first headings fit into it. */
export const openingLength = 8000;

/**
 * Whether a text that opens like this is an IMR determination letter. It is where a heading that only these letters have
 * stands on a line of its own, together with one of their fixed sentences or fields: text that talks about IMR has
 * neither, a list of the headings lacks the second, and an e-mail gives itself away at its top.
 */
export function looksLikeLetter(text: string): boolean {
  const lines = foldedLines(text.slice(0, openingLength));
  const heading = lines.findIndex((line, at) => title.test(line) || title.test(`${line} ${lines[at + 1] ?? ''}`));
  return heading >= 0 && lines.some((line) => wording.test(line)) && !isMail(lines.slice(0, heading));
}

/** Section headings and titles of every known layout; the first two wrap in some extractions. */
const title = new RegExp(
  `^(?:${[
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'IMR ISSUES,? DECISIONS,? AND RATIONALES?',
    'IMR DECISION\\(S\\),? AND RATIONALE\\(S\\)',
    '(?:Notice of Independent Medical Review|NOTICE OF INDEPENDENT MEDICAL REVIEW) (?:Determination|DETERMINATION)',
    'INDEPENDENT MEDICAL REVIEW (?:FINAL DETERMINATION|DECISION AND RATIONALE)',
    'MEDICAL PROFESSIONAL REVIEW',
  ].join('|')}) ?:?$`,
);

/** How lines begin that say the same in every letter of a layout. */
const wording = new RegExp(
  `^(?:${[
    'Case Number: ?CM\\d\\d-\\d',
    'IMR Case Number: ?C?M?\\d',
    'MAXIMUS Federal Services sent the complete case file',
    'The expert reviewer developed the following clinical case summary',
    'The Final Determination was based on decisions for',
    'Claims Administrator guideline:',
    'An application for Independent Medical Review was filed on',
    '(?:\\d{1,2}\\) ?)?MAXIMUS Federal Services, Inc\\. has determined',
    'UR Denial Date:',
    'ISSUES? AT DISPUTE ?:',
    'MEDICAL TREATMENT GUIDELINE\\(S\\) RELIED UPON',
  ].join('|')})`,
  'i',
);

function isMail(lines: readonly string[]): boolean {
  return lines.some((line) => /^From: ?\S/.test(line)) && lines.some((line) => /^(?:To|Subject): ?\S/.test(line));
}

/** Without blank lines; white space of any kind is one space. */
function foldedLines(text: string): string[] {
  return text
    .split(/[\r\n\f\v]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
