import { asRead, type Determination, type DisputedIssue } from '../determination/model/determination.ts';
import { parseDetermination } from '../determination/parse.ts';
import { decisionLabel } from '../features/words.ts';
import { type ExitStatus, Outcome } from './exitStatus.ts';
import { extractJson } from './extractJson.ts';
import { inOneLine, printArray, printLine } from './output.ts';
import { readLetters } from './readLetters.ts';

/** `imr extract`: prints each letter's determination. Returns the exit status. */
export async function extract(
  files: readonly string[],
  { format }: { readonly format: 'text' | 'json' },
): Promise<ExitStatus> {
  const outcome = new Outcome();
  const letters: object[] = [];
  for await (const letter of readLetters(files)) {
    const { file } = letter;
    await outcome.guard(file, () => {
      if (letter.kind === 'unreadable') outcome.unread(file, letter.reason);
      if (letter.kind !== 'text') return;
      if (letter.missing !== '') outcome.unread(file, letter.missing);
      const determination = parseDetermination(letter.source);
      if (format === 'json') letters.push(extractJson(file, determination));
      else printLine(describe(file, determination));
    });
  }
  if (format === 'json') printArray(letters);
  return outcome.status;
}

function describe(file: string, { layout, header, patient, reviewer, issues }: Determination): string {
  if (layout === 'unknown')
    return `${inOneLine(file)}\n  This is no IMR final determination letter that is known here: nothing was read.\n`;
  const rows = [
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
