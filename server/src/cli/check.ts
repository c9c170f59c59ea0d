import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseDetermination } from '../determination/parse.ts';
import { readWordList } from '../host/wordLists.ts';
import { checkLetter } from '../pipeline/checkLetter.ts';
import { type Report, SEVERITIES, type Severity, type SpellingDictionary } from '../rules/support/rule.ts';
import { loadDictionary } from '../spelling/shipped.ts';
import { CHECK_PRINTERS, type CheckFormat, type CheckPrinter } from './checkPrinters.ts';
import { type ExitStatus, NOT_READ, Outcome, PROGRAM_FAULT, SOMETHING_FOUND } from './exitStatus.ts';
import { counted, printError, shownPath } from './output.ts';
import { type Change, PutAsides } from './putAsides.ts';
import { type LetterFile, NO_LETTER, readLetters } from './readLetters.ts';
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
export async function check(files: readonly string[], options: CheckOptions): Promise<ExitStatus> {
  const team = await TeamPolicy.open(options);
  if (team === null) return NOT_READ;
  const outcome = new Outcome();
  const dictionary = await openDictionary(outcome);
  const printer = CHECK_PRINTERS[options.format]();
  const run: Run = { options, team, dictionary, printer, outcome, putAsides: new PutAsides() };
  for await (const file of readLetters(files)) await outcome.guard(file.file, () => take(file, run));
  await settlePutAsides(run, await foldersAmong(files));
  printer.end(outcome.status < NOT_READ);
  return outcome.status;
}

interface Run {
  readonly options: CheckOptions;
  readonly team: TeamPolicy;
  readonly dictionary: SpellingDictionary | null;
  readonly printer: CheckPrinter;
  readonly outcome: Outcome;
  readonly putAsides: PutAsides;
}

async function take(letter: LetterFile, run: Run): Promise<void> {
  const { options, printer, outcome } = run;
  const { file } = letter;
  switch (letter.kind) {
    case 'unreadable':
      outcome.unread(file, letter.reason);
      printer.unreadable();
      break;
    case 'passedOver':
      if (options.strict && letter.isText) outcome.unread(file, NO_LETTER);
      printer.noLetter(null);
      break;
    case 'text':
      if (!(await checkText(file, letter.source, run))) {
        if (options.strict) outcome.unread(file, NO_LETTER);
        else printError(file, letter.source.trim() === '' ? 'it is empty' : NO_LETTER);
        printer.noLetter(file);
      }
  }
}

/** Returns whether it is a letter. */
async function checkText(file: string, source: string, run: Run): Promise<boolean> {
  const { options, team, dictionary, printer, outcome, putAsides } = run;
  const determination = parseDetermination(source);
  if (determination.layout === 'unknown') return false;
  const policy = await team.of(file);
  let checked = checkLetter(determination, basename(file), { policy, dictionary });
  for (const { rule, kind } of checked.faults) {
    printError(file, `the rule ${rule} failed (${kind}); its findings are missing, please report it`);
    outcome.note(PROGRAM_FAULT);
  }
  putAsides.note(file, checked, policy);
  if (options.baseline !== null) {
    putAsides.addToBaseline(file, checked, policy, options.baseline);
    checked = { ...checked, shown: [], putAside: [...checked.putAside, ...checked.shown] };
  }
  if (checked.shown.some((report) => isGrave(report, options.failOn))) outcome.note(SOMETHING_FOUND);
  printer.letter({ file, determination, sorted: checked });
  return true;
}

/** @param folders those that were checked as a whole */
async function settlePutAsides({ options, putAsides, outcome }: Run, folders: readonly string[]): Promise<void> {
  if (options.baseline !== null && !tell(await putAsides.writeBaseline(), 'written to')) outcome.note(NOT_READ);
  if (!options.prune) putAsides.tellUnused(folders);
  else if (!tell(await putAsides.prune(folders), 'removed from')) outcome.note(NOT_READ);
}

/** Null where it cannot be had; why has been printed. */
async function openDictionary(outcome: Outcome): Promise<SpellingDictionary | null> {
  try {
    return await loadDictionary(readWordList);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    outcome.unread('dictionaries', `spelling is not checked (${reason})`);
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
