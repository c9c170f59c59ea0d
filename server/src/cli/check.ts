import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseDetermination } from '../determination/parse.ts';
import { readWordList } from '../host/wordLists.ts';
import { checkLetter } from '../pipeline/checkLetter.ts';
import { type Report, SEVERITIES, type Severity, type SpellingDictionary } from '../rules/support/rule.ts';
import { loadDictionary } from '../spelling/shipped.ts';
import { CHECK_PRINTERS, type CheckFormat } from './checkPrinters.ts';
import { counted, printError, shownPath } from './output.ts';
import { type Change, PutAsides } from './putAsides.ts';
import { readLetters } from './readLetters.ts';
import { type TeamOptions, TeamPolicy } from './teamPolicy.ts';

export interface CheckOptions extends TeamOptions {
  readonly format: CheckFormat;
  /** The least severity that makes the exit status 1. */
  readonly failOn: Severity;
  /** A file that is no letter is an error. */
  readonly strict: boolean;
  /** Puts aside all that is found, for this reason; null: nothing. */
  readonly baseline: string | null;
  /** Removes the entries that put nothing aside any more. */
  readonly prune: boolean;
}

/** `imr check`: prints what is wrong with each letter. Returns the exit status. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const { format, failOn, strict, baseline, prune } = options;
  const team = await TeamPolicy.open(options);
  if (team === null) return 2;
  const printer = CHECK_PRINTERS[format]();
  const putAsides = new PutAsides();
  let found = false;
  let faulty = false;
  const dictionary = await openDictionary();
  let failed = dictionary === null;
  for await (const letter of readLetters(files)) {
    if (letter.kind === 'unreadable') {
      printError(letter.file, letter.reason);
      failed = true;
      continue;
    }
    const { file } = letter;
    const determination = parseDetermination(letter.source);
    if (determination.layout === 'unknown' && strict) {
      printError(file, 'it is no IMR final determination letter that is known here');
      failed = true;
    }
    const policy = await team.of(file);
    let checked = checkLetter(determination, basename(file), { policy, dictionary });
    for (const { rule, kind } of checked.faults) {
      printError(file, `the rule ${rule} failed (${kind}): its findings are missing; please report it`);
      faulty = true;
    }
    putAsides.note(file, checked, policy);
    if (baseline !== null) {
      putAsides.addToBaseline(file, checked, policy, baseline);
      checked = { ...checked, shown: [], putAside: [...checked.putAside, ...checked.shown] };
    }
    found ||= checked.shown.some((report) => isGrave(report, failOn));
    printer.letter({ file, determination, sorted: checked });
  }
  const folders = await foldersAmong(files);
  if (baseline !== null) failed = !tell(await putAsides.writeBaseline(), 'written to') || failed;
  if (prune) failed = !tell(await putAsides.prune(folders), 'removed from') || failed;
  else putAsides.tellUnused(folders);
  printer.end(!failed && !faulty);
  if (faulty) return 3;
  if (failed) return 2;
  return found ? 1 : 0;
}

/** Null where it cannot be had; why has been printed. */
async function openDictionary(): Promise<SpellingDictionary | null> {
  try {
    return await loadDictionary(readWordList);
  } catch (error) {
    printError('dictionaries', `spelling is not checked (${error instanceof Error ? error.message : String(error)})`);
    return null;
  }
}

const isGrave = ({ severity }: Report, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);

/** Tells what became of the files, beside the results. Returns whether it went well. */
function tell(changes: readonly Change[] | null, what: string): boolean {
  for (const { path, entries } of changes ?? []) {
    printError(shownPath(path), `${counted(entries, 'entry', 'entries')} ${what} it`);
  }
  return changes !== null;
}

async function foldersAmong(files: readonly string[]): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const file of files) {
    const isFolder = await stat(file).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) folders.push(file);
  }
  return folders;
}
