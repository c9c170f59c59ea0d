import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rulePage } from '../host/rulePages.ts';
import { EXIT_OK, type ExitStatus, NOT_READ } from './exitStatus.ts';
import { printFault, STANDARD_OUTPUT } from './output.ts';
import { plainText } from './plainMarkdown.ts';
import { isRule, noSuchRule } from './ruleNames.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 80;

/** `imr explain`: prints a rule's page as plain text. Returns the exit status. */
export async function explain(rule: string): Promise<ExitStatus> {
  if (!isRule(rule)) {
    printFault(noSuchRule(rule));
    return NOT_READ;
  }
  const page = await readFile(fileURLToPath(rulePage(rule)), 'utf8');
  STANDARD_OUTPUT.write(plainText(page, Math.min(process.stdout.columns ?? WIDEST, WIDEST)));
  return EXIT_OK;
}
