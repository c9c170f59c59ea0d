import type { Determination } from '../determination/model.ts';
import { parseDetermination } from '../determination/parse.ts';
import { RULES } from '../rules/index.ts';
import { checkDetermination } from '../rules/support/check.ts';
import { type Report, SEVERITIES, type Severity } from '../rules/support/rule.ts';
import { checkJson } from './checkJson.ts';
import { printArray, printError, printLine } from './output.ts';
import { readLetters } from './readLetters.ts';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  /** The least severity that makes the exit status 1. */
  readonly failOn: Severity;
  /** A file that is no letter is an error. */
  readonly strict: boolean;
}

/** `imr check`: prints what is wrong with each letter. Returns the exit status. */
export async function check(files: readonly string[], { format, failOn, strict }: CheckOptions): Promise<number> {
  const results: object[] = [];
  let found = false;
  let failed = false;
  let letters = 0;
  let count = 0;
  for await (const letter of readLetters(files)) {
    if (letter.kind === 'unreadable') {
      printError(letter.file, letter.reason);
      failed = true;
      continue;
    }
    const determination = parseDetermination(letter.source);
    if (determination.layout === 'unknown' && strict) {
      printError(letter.file, 'it is no IMR final determination letter that is known here');
      failed = true;
    }
    const reports = checkDetermination(determination, RULES);
    letters++;
    count += reports.length;
    found ||= reports.some(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn));
    if (format === 'json') results.push(checkJson(letter.file, determination, reports));
    else for (const report of reports) printLine(describe(letter.file, determination, report));
  }
  if (format === 'json') printArray(results);
  else
    printLine(
      `${letters} ${letters === 1 ? 'letter' : 'letters'} checked, ${count} ${count === 1 ? 'finding' : 'findings'}`,
    );
  if (failed) return 2;
  return found ? 1 : 0;
}

function describe(file: string, { text }: Determination, { span, severity, message, rule }: Report): string {
  const { line, character } = text.lines.positionAt(span.start);
  return `${file}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule.name}]`;
}
