import { readFile } from 'node:fs/promises';
import { version } from '../../../package.json';
import { today } from '../pipeline/today.ts';
import { readyPage } from '../report/ready/readyPage.ts';
import { readyText } from '../report/ready/readyText.ts';
import type { ReadyVerdict } from '../report/ready/verdict.ts';
import { besideOf, write } from './beside.ts';
import { workInOrder } from './crew.ts';
import { type ExitStatus, Outcome, SOMETHING_FOUND } from './exitStatus.ts';
import { findInputs, foldersAmong, letterCount } from './inputs.ts';
import { printError, STANDARD_OUTPUT } from './output.ts';
import { NO_LETTER } from './readLetter.ts';
import { type TeamOptions, TeamPolicy } from './teamPolicy.ts';
import type { Input, Worked } from './work.ts';

export interface ReadyOptions extends TeamOptions {
  readonly format: 'text' | 'json' | 'html';
  /** Writes the verdict beside each letter, as a page and as JSON. */
  readonly saves: boolean;
  readonly stdinFilename: string;
}

/** `imr check --ready`: prints whether each letter may go out. Returns the exit status: 1 where one is not ready. */
export async function ready(names: readonly string[], options: ReadyOptions): Promise<ExitStatus> {
  const outcome = new Outcome();
  const inputs = await findInputs(names, options.stdinFilename);
  if (options.format === 'html' && letterCount(inputs) > 1) {
    outcome.unread('--format html', 'it makes the page of one letter; --save writes one beside each');
    return outcome.status;
  }
  const team = await TeamPolicy.open({ ...options, folders: await foldersAmong(names) }, outcome);
  if (team === null) return outcome.status;
  const policyOf = async ({ path }: Input) => {
    const policy = await team.of(path);
    team.tell(policy);
    return policy.text;
  };
  const verdicts: ReadyVerdict[] = [];
  const task = { kind: 'ready', made: today(), version } as const;
  for await (const worked of workInOrder(inputs, task, { threads: 1, policyOf })) {
    await outcome.guard(worked.file, async () => {
      const verdict = verdictOf(worked, outcome);
      if (verdict === null) return;
      if (verdict.verdict === 'not-ready') outcome.note(SOMETHING_FOUND);
      await tellOfChange(verdict);
      if (options.saves) await save(verdict, outcome);
      if (options.format === 'json') verdicts.push(verdict);
      else STANDARD_OUTPUT.write(options.format === 'html' ? readyPage(verdict) : readyText(verdict));
    });
  }
  if (options.format === 'json') STANDARD_OUTPUT.write(`${JSON.stringify(verdicts, null, 1)}\n`);
  return outcome.status;
}

/** Null where there is none; the user then knows why, unless a folder holds a file that is not a letter. */
function verdictOf(worked: Worked, outcome: Outcome): ReadyVerdict | null {
  const { file } = worked;
  if ('missing' in worked && worked.missing !== '') outcome.unread(file, worked.missing);
  switch (worked.kind) {
    case 'judged':
      return worked.verdict;
    case 'unreadable':
      outcome.unread(file, worked.reason);
      return null;
    case 'failed':
      outcome.failed(file, worked.error);
      return null;
    case 'noLetter':
      outcome.unread(file, worked.isEmpty ? 'it is empty' : NO_LETTER);
      return null;
    default:
      return null;
  }
}

async function save(verdict: ReadyVerdict, outcome: Outcome): Promise<void> {
  const documents = [
    ['ready.html', readyPage(verdict)],
    ['ready.json', `${JSON.stringify(verdict, null, 1)}\n`],
  ] as const;
  for (const [ending, text] of documents) {
    const target = besideOf(verdict.file, ending);
    if (target === null) return outcome.unread(verdict.file, 'it has no file that a verdict could be saved beside');
    const fault = await write(target, text, { original: verdict.file, mayReplace: true });
    if (fault !== null) return outcome.unread(target, fault);
    printError(target, 'written');
  }
}

/** Says that a letter has changed since the verdict saved beside it. */
async function tellOfChange({ file, fingerprint }: ReadyVerdict): Promise<void> {
  const saved = besideOf(file, 'ready.json');
  const before = saved === null ? null : savedVerdict(await readFile(saved, 'utf8').catch(() => ''));
  if (before !== null && before.fingerprint !== fingerprint) {
    printError(file, `it was changed since its verdict of ${before.made} was saved`);
  }
}

/** Anything else is not a verdict. */
function savedVerdict(text: string): { readonly fingerprint: string; readonly made: string } | null {
  try {
    const { fingerprint, made }: { readonly fingerprint?: unknown; readonly made?: unknown } = JSON.parse(text);
    return typeof fingerprint === 'string' && typeof made === 'string' ? { fingerprint, made } : null;
  } catch {
    return null;
  }
}
