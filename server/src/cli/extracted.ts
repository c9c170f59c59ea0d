import { asRead, type Determination, type DisputedIssue } from '../determination/model/determination.ts';
import { decisionLabel } from '../features/words.ts';
import { explained, explainJson } from './explained.ts';
import { extractCsv } from './extractCsv.ts';
import { extractJson } from './extractJson.ts';
import { inOneLine } from './output.ts';
import type { ExtractFormat } from './work.ts';

interface Asked {
  readonly format: ExtractFormat;
  /** Also say why each value was read so. */
  readonly explains: boolean;
}

/** What a letter says, as it is printed: lines with their ends, or in JSON one line without its end. */
export function extracted(file: string, letter: Determination, { format, explains }: Asked): string {
  switch (format) {
    case 'text':
      return `${describe(file, letter)}${explains ? explained(letter) : ''}\n`;
    case 'json':
      return JSON.stringify(
        explains ? { ...extractJson(file, letter), explain: explainJson(letter) } : extractJson(file, letter),
      );
    case 'csv':
      return extractCsv(extractJson(file, letter));
  }
}

function describe(file: string, { part, layout, header, patient, reviewer, issues }: Determination): string {
  if (layout === 'unknown')
    return `${inOneLine(file)}\n  This is not an IMR final determination letter of a known form: nothing was read.\n`;
  const rows = [
    ['Letter', part === null ? null : `${part} of the file`],
    ['Case', asRead(header.caseNumber)?.value],
    ['Decided', asRead(header.decisionDate)?.value],
    ['Reviewer', reviewer.specialties.map(({ value }) => value).join(', ')],
    ['Worker', [patient.age && `${patient.age.value} years`, patient.sex?.value].filter(Boolean).join(', ')],
    ['Injured', patient.dateOfInjury?.value],
  ].flatMap(([label, value]) => (value ? [`  ${label}: ${value}`] : []));
  return [inOneLine(file), ...rows, ...issues.map(describeIssue), ''].join('\n');
}

function describeIssue({ index, request, decision, visits, priorVisits }: DisputedIssue): string {
  const counts = [
    visits?.total == null ? null : `${visits.total} visits`,
    priorVisits === null ? null : `${priorVisits.value} before`,
  ].filter((each) => each !== null);
  const ledger = counts.length > 0 ? ` (${counts.join(', ')})` : '';
  return `  ${index + 1}. ${request.treatment.text}: ${decisionLabel(decision)}${ledger}`;
}
