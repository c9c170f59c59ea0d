import { writeDocument } from '../host/documents.ts';
import type { ExportFormat } from '../intake/documentWork.ts';
import { besideOf, STANDARD_OUTPUT, write } from './beside.ts';
import { workInOrder } from './crew.ts';
import { type ExitStatus, Outcome, PROGRAM_FAULT } from './exitStatus.ts';
import { findInputs, foldersAmong, letterCount } from './inputs.ts';
import { printError, printFault } from './output.ts';
import { NO_LETTER } from './readLetter.ts';
import { type TeamOptions, TeamPolicy } from './teamPolicy.ts';
import type { Input, Worked } from './work.ts';

export interface ExportOptions extends TeamOptions {
  readonly to: ExportFormat;
  readonly withFindings: boolean;
  /** Where the one letter is written; '-' is standard output. Null: beside each letter, under its name. */
  readonly output: string | null;
  readonly mayReplace: boolean;
  readonly stdinFilename: string;
}

/** `imr export`: makes a Word or HTML file of each letter. Returns the exit status. */
export async function exportLetters(names: readonly string[], options: ExportOptions): Promise<ExitStatus> {
  const outcome = new Outcome();
  const inputs = await findInputs(names, options.stdinFilename);
  if (options.output !== null && letterCount(inputs) > 1) {
    outcome.unread(options.output, 'it can hold one letter only; without --output each is written beside its own file');
    return outcome.status;
  }
  const team = await TeamPolicy.open({ ...options, folders: await foldersAmong(names) }, outcome);
  if (team === null) return outcome.status;
  const task = { kind: 'print', withFindings: options.withFindings } as const;
  const policyOf = async ({ path }: Input) => {
    const policy = await team.of(path);
    if (options.withFindings) team.tell(policy);
    return policy.text;
  };
  for await (const worked of workInOrder(inputs, task, { threads: 1, policyOf })) {
    await outcome.guard(worked.file, () => take(worked, options, outcome));
  }
  return outcome.status;
}

async function take(worked: Worked, options: ExportOptions, outcome: Outcome): Promise<void> {
  const { file } = worked;
  if ('missing' in worked && worked.missing !== '') outcome.unread(file, worked.missing);
  switch (worked.kind) {
    case 'printed': {
      const target = options.output ?? besideOf(file, options.to);
      if (target === null) return outcome.unread(file, 'it has no name to go by; say with --output where to write');
      const bytes = await writeDocument(worked.printed, options.to);
      if (bytes === null) {
        printFault(`${file}: the file could not be made; please report it`);
        return outcome.note(PROGRAM_FAULT);
      }
      const fault = await write(target, bytes, { original: file, mayReplace: options.mayReplace });
      if (fault !== null) return outcome.unread(target, fault);
      if (target !== STANDARD_OUTPUT) printError(target, 'written');
      return;
    }
    case 'unreadable':
      return outcome.unread(file, worked.reason);
    case 'failed':
      return outcome.failed(file, worked.error);
    case 'noLetter':
      return outcome.unread(file, worked.isEmpty ? 'it is empty' : NO_LETTER);
    default:
  }
}
