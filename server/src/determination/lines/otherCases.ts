import type { LetterText } from '../../text/letterText.ts';
import { caseNumbersOfHeads } from '../../text/pageHeads.ts';
import { type Found, found } from '../../text/span.ts';
import { asRead, type CaseHeader, type HeaderBlock, type Section } from '../model/determination.ts';

/**
 * Case numbers that pages print and that are not the letter's own: in running heads, and in case data that is printed
 * again. A number within a sentence does not count. In the order of the letter.
 */
export function readOtherCases(
  text: LetterText,
  {
    sections,
    header,
    headerBlocks,
  }: { sections: readonly Section[]; header: CaseHeader; headerBlocks: readonly HeaderBlock[] },
): readonly Found<string>[] {
  const printed = [
    ...caseNumbersOfHeads(text),
    ...headerBlocks.flatMap(({ fields }) => asRead(fields.caseNumber) ?? []),
    ...repeatedHeaders(text, sections),
  ];
  const own = asRead(header.caseNumber)?.value ?? mostFrequent(printed);
  if (own === null) return [];
  const ownKey = keyOf(own);
  return printed
    .filter(({ value }) => keyOf(value) !== ownKey)
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }, i, all) => all[i - 1]?.span.start !== span.start);
}

/** The first row of case data within the letter: a line that begins a paragraph. */
const CASE_ROW = /^(?:(?:IMR|MAXIMUS) )?Case (?:Number|No\.?|#) ?:? ?(CM\d{2}-\d{5,9})\b/i;

function repeatedHeaders({ foldedLines, prose }: LetterText, sections: readonly Section[]): readonly Found<string>[] {
  const firstHeading = sections.find(({ kind }) => kind !== 'header')?.heading.start;
  if (firstHeading === undefined) return [];
  const rows: Found<string>[] = [];
  for (let line = 0; line < foldedLines.count; line++) {
    const { start, breakBefore } = foldedLines.line(line);
    const [row, number] = CASE_ROW.exec(foldedLines.text(line)) ?? [];
    if (row === undefined || number === undefined) continue;
    if (breakBefore === null && !foldedLines.hasGapBefore(line)) continue;
    const span = prose.span(start + row.length - number.length, start + row.length);
    if (span.start > firstHeading) rows.push(found(number.toUpperCase(), span));
  }
  return rows;
}

/** The number that most pages print, and more than one of them; null where none does. */
function mostFrequent(printed: readonly Found<string>[]): string | null {
  const counts = new Map<string, number>();
  for (const { value } of printed) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] < 2 || first[1] === second?.[1] ? null : first[0];
}

/** Case numbers that differ in letters and zeros before them only are one. */
function keyOf(caseNumber: string): string {
  const [year = '', number = ''] = caseNumber.replace(/[^\d-]/g, '').split('-');
  return `CM${year}-${Number(number)}`;
}
