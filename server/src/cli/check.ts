import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Report, SEVERITIES, type Severity, type SpellingDictionary } from '../checking/rule.ts';
import { parseDetermination } from '../determination/parse.ts';
import { readWordList } from '../host/wordLists.ts';
import { checkLetter } from '../pipeline/checkLetter.ts';
import { loadDictionary } from '../wording/spelling/shipped.ts';
import { CHECK_PRINTERS, type CheckFormat, type CheckPrinter } from './checkPrinters.ts';
import { type ExitStatus, NOT_READ, Outcome, PROGRAM_FAULT, SOMETHING_FOUND } from './exitStatus.ts';
import { printError } from './output.ts';
import { PutAsides } from './putAsides.ts';
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
  const outcome = new Outcome();
  const folders = await foldersAmong(files);
  const team = await TeamPolicy.open({ ...options, folders }, outcome);
  if (team === null) return outcome.status;
  const dictionary = await openDictionary(outcome);
  const printer = CHECK_PRINTERS[options.format]();
  const run: Run = { options, team, dictionary, printer, outcome, putAsides: new PutAsides(outcome) };
  for await (const file of readLetters(files)) await outcome.guard(file.file, () => take(file, run));
  await settlePutAsides(run, folders);
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
  const { options, printer, outcome, putAsides } = run;
  const { file } = letter;
  putAsides.noteFile(file);
  switch (letter.kind) {
    case 'unreadable':
      outcome.unread(file, letter.reason);
      printer.unreadable();
      break;
    case 'passedOver':
      if (options.strict && letter.isText) outcome.unread(file, NO_LETTER);
      putAsides.noteNoLetter(file);
      printer.noLetter(null);
      break;
    case 'text':
      if (!(await checkText(file, letter.source, run))) {
        if (options.strict) outcome.unread(file, NO_LETTER);
        else printError(file, letter.source.trim() === '' ? 'it is empty' : NO_LETTER);
        putAsides.noteNoLetter(file);
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
  putAsides.noteLetter(file, checked, policy);
  if (options.baseline !== null) {
    putAsides.addToBaseline(file, checked, policy, options.baseline);
    checked = { ...checked, shown: [], putAside: [...checked.putAside, ...checked.shown] };
  }
  if (checked.shown.some((report) => isGrave(report, options.failOn))) outcome.note(SOMETHING_FOUND);
  printer.letter({ file, determination, sorted: checked });
  return true;
}

/** @param folders those that were checked as a whole */
async function settlePutAsides({ options, putAsides }: Run, folders: readonly string[]): Promise<void> {
  if (options.baseline !== null) await putAsides.writeBaseline();
  if (options.prune) await putAsides.prune(folders);
  else putAsides.tellUnused(folders);
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
