import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Report, SEVERITIES, type Severity, type SpellingDictionary } from '../checking/rule.ts';
import { parseDetermination } from '../determination/parse.ts';
import { readWordList } from '../host/wordLists.ts';
import { isNamedAsDocument } from '../intake/documentText.ts';
import { checkLetter } from '../pipeline/checkLetter.ts';
import { loadDictionary } from '../wording/spelling/shipped.ts';
import { CHECK_PRINTERS, type CheckFormat, type CheckPrinter } from './checkPrinters.ts';
import { type ExitStatus, NOT_READ, Outcome, PROGRAM_FAULT, SOMETHING_FOUND } from './exitStatus.ts';
import { counted, printError, printFault } from './output.ts';
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
  const putAsides = new PutAsides(outcome);
  const run: Run = { options, team, dictionary, printer, outcome, putAsides, extracted: null, documentsPassedOver: 0 };
  for await (const file of readLetters(files)) await outcome.guard(file.file, () => take(file, run));
  await settlePutAsides(run, folders);
  printer.end(outcome.status < NOT_READ);
  if (options.format === 'text') tellOfDocuments(run);
  return outcome.status;
}

interface Run {
  readonly options: CheckOptions;
  readonly team: TeamPolicy;
  readonly dictionary: SpellingDictionary | null;
  readonly printer: CheckPrinter;
  readonly outcome: Outcome;
  readonly putAsides: PutAsides;
  /** The first file whose text was read out of a PDF or Word file. */
  extracted: string | null;
  /** PDF and Word files that lie in a folder beside letters. */
  documentsPassedOver: number;
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
      if (isNamedAsDocument(file)) run.documentsPassedOver++;
      break;
    case 'text':
      if (letter.missing !== '') outcome.unread(file, letter.missing);
      if (letter.isExtracted) run.extracted ??= file;
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

/** What a person wants to know of PDF and Word files, and a program does not. */
function tellOfDocuments({ extracted, documentsPassedOver: passedOver }: Run): void {
  if (extracted !== null)
    printFault(`lines of PDF and Word files are those of their text; “imr text ${extracted}” prints it`);
  if (passedOver > 0) {
    const files = counted(passedOver, 'PDF or Word file was', 'PDF or Word files were');
    printFault(`${files} passed over: such files are read where they are named, or by a pattern such as "*.pdf"`);
  }
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
