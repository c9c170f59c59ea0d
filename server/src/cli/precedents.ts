import { realpathSync } from 'node:fs';
import { parseLetters } from '../determination/parse.ts';
import { defaultCatalogue } from '../guidelines/shipped.ts';
import { type LetterEntry, letterEntries } from '../precedents/letterEntry.ts';
import {
  precedents as findPrecedents,
  type IndexedLetter,
  type IssuePlace,
  issueAt,
} from '../precedents/precedents.ts';
import { threadsFor, workInOrder } from './crew.ts';
import { type ExitStatus, NOT_READ, Outcome } from './exitStatus.ts';
import { findInputs, letterCount } from './inputs.ts';
import { printError, printFault, STANDARD_OUTPUT } from './output.ts';
import { precedentsText } from './precedentsText.ts';
import { Progress } from './progress.ts';
import { NO_LETTER, readInput } from './readLetter.ts';

export interface PrecedentsOptions {
  readonly format: 'text' | 'json';
  /** Null: as many as help. */
  readonly threads: number | null;
}

/**
 * `imr precedents FILE:LINE FOLDER`: prints what other letters decided about the treatment of an issue. Files that are no
 * letters are skipped. Returns the exit status.
 * @param place a letter, and a line in the issue, 1-based; the line may be left out where the letter has one issue
 */
export async function precedents(
  place: string,
  names: readonly string[],
  { format, threads }: PrecedentsOptions,
): Promise<ExitStatus> {
  const asked = await askedIssue(place);
  if (asked === null) return NOT_READ;
  const outcome = new Outcome();
  const others = await readOthers(asked, names, threads, outcome);
  const found = findPrecedents(asked.entry, asked.index, others);
  if (found === null) return outcome.status;
  STANDARD_OUTPUT.write(format === 'json' ? `${JSON.stringify(found)}\n` : precedentsText(asked.file, found));
  return outcome.status;
}

interface Asked extends IssuePlace {
  readonly file: string;
}

/** Null where there is none; the user then knows why. */
async function askedIssue(place: string): Promise<Asked | null> {
  const [, file = place, line = null] = PLACE.exec(place) ?? [];
  const read = await readInput({ kind: 'named', path: file });
  if (read.kind !== 'text') {
    printError(file, read.kind === 'unreadable' ? read.reason : NO_LETTER);
    return null;
  }
  const entries = letterEntries(parseLetters(read.source), defaultCatalogue());
  if (entries.length === 0) {
    printError(file, NO_LETTER);
    return null;
  }
  const issue = line === null ? onlyIssue(entries) : issueAt(entries, Number(line));
  if (issue === null) {
    const lines = entries.flatMap(({ issues }) => issues.map((each) => each.line)).join(', ');
    const where = line === null ? 'name a line of the issue, as in letter.txt:52' : `line ${line} is in no issue`;
    printError(file, lines === '' ? 'it has no disputed issue' : `${where}; its issues begin at ${lines}`);
    return null;
  }
  return { file, ...issue };
}

/** On Windows a path may have a colon of its own: only figures after the last one are a line. */
const PLACE = /^(.+):(\d{1,9})$/;

function onlyIssue(entries: readonly LetterEntry[]): IssuePlace | null {
  const [only, ...more] = entries.flatMap((entry) => entry.issues.map((_, index) => ({ entry, index })));
  return only !== undefined && more.length === 0 ? only : null;
}

async function readOthers(
  { file: askedFile, entry: { part } }: Asked,
  names: readonly string[],
  askedThreads: number | null,
  outcome: Outcome,
): Promise<readonly IndexedLetter[]> {
  const own = realPath(askedFile);
  const isOwn = (path: string): boolean => realPath(path) === own;
  // A file with several letters holds others than the one that is asked about.
  const inputs = (await findInputs(names, '<stdin>')).filter(({ path }) => part !== null || !isOwn(path));
  const letters = letterCount(inputs);
  const crew = { threads: threadsFor(letters, askedThreads), policyOf: async () => null };
  const progress = new Progress(letters);
  const others: IndexedLetter[] = [];
  for await (const worked of workInOrder(inputs, { kind: 'index' }, crew)) {
    const { file } = worked;
    if (worked.kind === 'unreadable') outcome.unread(file, worked.reason);
    if (worked.kind === 'failed') outcome.failed(file, worked.error);
    if (worked.kind === 'indexed' && (worked.entry.part !== part || !isOwn(file)))
      others.push({ file, entry: worked.entry });
    progress.step();
  }
  progress.end();
  if (others.length === 0) printFault('no other letter was found there');
  return others;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
