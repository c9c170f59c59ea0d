import { printError, printFault } from './output.ts';

/** How a command ends. If several apply, the greatest. */
export const EXIT_OK = 0;
export const SOMETHING_FOUND = 1;
/** Wrong usage, or some input could not be read. */
export const NOT_READ = 2;
/** A fault of the program itself. */
export const PROGRAM_FAULT = 3;

export type ExitStatus = typeof EXIT_OK | typeof SOMETHING_FOUND | typeof NOT_READ | typeof PROGRAM_FAULT;

/** The worst that a run has come to. */
export class Outcome {
  #status: ExitStatus = EXIT_OK;

  get status(): ExitStatus {
    return this.#status;
  }

  note(status: ExitStatus): void {
    if (status > this.#status) this.#status = status;
  }

  /** Reports an input that could not be read, or not be used. */
  unread(file: string, reason: string): void {
    printError(file, reason);
    this.note(NOT_READ);
  }

  /** Works on one file. A fault of the program is reported, and does not stop the work on others. */
  async guard(file: string, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failed(file, faultKind(error));
    }
  }

  /** Reports a fault of the program on one file. */
  failed(file: string, kind: string): void {
    printError(file, `${programFailed(kind)}; ${PLEASE}`);
    this.note(PROGRAM_FAULT);
  }
}

/** A fault that belongs to no file, in one sentence. */
export function reportFault(error: unknown): void {
  printFault(`the program failed (${faultKind(error)}); ${PLEASE}`);
}

export const programFailed = (kind: string): string => `the program failed on it (${kind})`;

const PLEASE = 'please report it';

/** The kind only: an error's message may hold words of a letter. */
export function faultKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name}, ${error.code}` : error.name;
}
