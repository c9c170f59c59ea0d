import { readingFault } from '../host/regularFile.ts';
import { threadsFor, workInOrder } from './crew.ts';
import { type ExitStatus, Outcome } from './exitStatus.ts';
import { EXTRACT_CSV_HEAD } from './extractCsv.ts';
import { findInputs, letterCount } from './inputs.ts';
import { LetterWork } from './letterWork.ts';
import { linesOf } from './lines.ts';
import { isRead, STANDARD_OUTPUT } from './output.ts';
import { Progress } from './progress.ts';
import type { ExtractFormat, Task, Worked } from './work.ts';

export interface ExtractOptions {
  readonly format: 'text' | 'json' | 'ndjson' | 'csv';
  /** Also say why each value was read so. */
  readonly explains: boolean;
  /** What a letter on standard input is called. */
  readonly stdinFilename: string;
  /** Null: as many as help. */
  readonly threads: number | null;
}

/** `imr extract`: prints what each letter says. Returns the exit status. */
export async function extract(names: readonly string[], options: ExtractOptions): Promise<ExitStatus> {
  const outcome = new Outcome();
  const printer = new ExtractPrinter(options, outcome);
  const inputs = await findInputs(names, options.stdinFilename);
  const letters = letterCount(inputs);
  const crew = { threads: threadsFor(letters, options.threads), policyOf: async () => null };
  const progress = new Progress(letters);
  printer.begin();
  for await (const worked of workInOrder(inputs, printer.task, crew)) {
    await outcome.guard(worked.file, () => printer.print(worked));
    progress.step();
  }
  progress.end();
  printer.end();
  return outcome.status;
}

/**
 * `imr extract --from-list`: reads names, one on each line, and prints each letter as soon as its name is read. Nothing is kept
 * from one letter to the next, so that many of these can run on many lists. Ends when nobody reads any longer.
 * @param name the list's, for people
 */
export async function extractListed(
  list: AsyncIterable<string | Buffer>,
  name: string,
  options: Pick<ExtractOptions, 'format' | 'explains'>,
): Promise<ExitStatus> {
  const outcome = new Outcome();
  const printer = new ExtractPrinter(options, outcome);
  const work = new LetterWork();
  printer.begin();
  try {
    for await (const path of linesOf(list)) {
      if (!isRead()) break;
      const item = { input: { kind: 'named', path }, policy: null } as const;
      for (const worked of await work.do({ task: printer.task, items: [item] })) {
        await outcome.guard(worked.file, () => printer.print(worked));
      }
    }
  } catch (error) {
    outcome.unread(name, readingFault(error));
  }
  printer.end();
  return outcome.status;
}

class ExtractPrinter {
  readonly #format: ExtractOptions['format'];
  readonly #explains: boolean;
  readonly #outcome: Outcome;
  #isFirst = true;

  constructor({ format, explains }: Pick<ExtractOptions, 'format' | 'explains'>, outcome: Outcome) {
    this.#format = format;
    this.#explains = explains;
    this.#outcome = outcome;
  }

  get task(): Task {
    const format: ExtractFormat = this.#format === 'ndjson' ? 'json' : this.#format;
    return { kind: 'extract', format, explains: this.#explains };
  }

  begin(): void {
    if (this.#format === 'json') STANDARD_OUTPUT.write('[\n');
    if (this.#format === 'csv') STANDARD_OUTPUT.write(EXTRACT_CSV_HEAD);
  }

  print(worked: Worked): void {
    const { file } = worked;
    if (worked.kind === 'unreadable') this.#outcome.unread(file, worked.reason);
    if (worked.kind === 'failed') this.#outcome.failed(file, worked.error);
    if (worked.kind !== 'extracted') return;
    if (worked.missing !== '') this.#outcome.unread(file, worked.missing);
    STANDARD_OUTPUT.write(this.#framed(worked.text));
  }

  #framed(text: string): string {
    if (this.#format === 'ndjson') return `${text}\n`;
    if (this.#format !== 'json') return text;
    const comma = this.#isFirst ? '' : ',\n';
    this.#isFirst = false;
    return comma + text;
  }

  end(): void {
    if (this.#format === 'json') STANDARD_OUTPUT.write('\n]\n');
  }
}
