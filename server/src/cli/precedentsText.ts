import type { Fared, FaredBy, Precedent, Precedents } from '../protocol/precedents.ts';
import { counted, inOneLine } from './output.ts';

/** As many rows of a count as a person reads. */
const MOST_COUNTS = 8;

/** Precedents for people. */
export function precedentsText(file: string, found: Precedents): string {
  const { asked, letters, fared, byGuideline, byMissing, sameCase, alike, notListed } = found;
  const lines = [
    `${inOneLine(file)}, issue ${asked.number}: ${asked.treatment}`,
    `Compared with ${counted(letters, 'other letter')} by ${asked.kind}`,
    '',
    `Such requests: ${faredWords(fared)}`,
    ...counts('By guideline', byGuideline),
    ...counts('By what was called missing', byMissing),
    ...list('Same case', sameCase),
    ...list('Most similar', alike),
  ];
  if (notListed > 0) lines.push('', `${counted(notListed, 'more is', 'more are')} not listed.`);
  return `${lines.join('\n')}\n`;
}

function counts(title: string, rows: readonly FaredBy[]): readonly string[] {
  if (rows.length === 0) return [];
  return [`  ${title}:`, ...rows.slice(0, MOST_COUNTS).map((row) => `    ${row.what}: ${faredWords(row)}`)];
}

function list(title: string, found: readonly Precedent[]): readonly string[] {
  return found.length === 0 ? [] : ['', `${title}:`, ...found.flatMap(precedentLines)];
}

function precedentLines(found: Precedent): readonly string[] {
  const { file, line, decisionDate, treatment, decision, visits, guidelines, conclusion } = found;
  const facts = [
    decision === null ? 'No decision' : decision === 'upheld' ? 'Upheld' : 'Overturned',
    ...(visits === null ? [] : [counted(visits, 'visit')]),
    ...guidelines,
    ...(decisionDate === null ? [] : [`decided ${decisionDate}`]),
  ];
  return [
    `  ${inOneLine(file)}:${line}: ${treatment}`,
    `    ${facts.join(' · ')}`,
    ...(conclusion === null ? [] : [`    “${conclusion}”`]),
  ];
}

const faredWords = ({ upheld, overturned, undecided }: Fared): string =>
  [`${upheld} upheld`, `${overturned} overturned`, ...(undecided > 0 ? [`${undecided} without a decision`] : [])].join(
    ', ',
  );
