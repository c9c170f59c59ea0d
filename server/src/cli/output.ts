import { closeSync, openSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { codeOf } from '../host/regularFile.ts';
import { BYTE_ORDER_MARK } from '../report/csv.ts';

/** Where results go. */
export interface Destination {
  write(text: string): void;
}

/** Where they go unless the user says otherwise. */
export const STANDARD_OUTPUT: Destination = {
  write(text) {
    if (text !== '' && isRead()) process.stdout.write(harmless(text));
  },
};

/** A file that the user named. Errors do not stop the work: the first is kept. */
export class FileOutput implements Destination {
  readonly #path: string;
  #file: number | null = null;
  #fault: string | null = null;

  /** @param forSpreadsheets whether it begins with a byte order mark, without which they take UTF-8 for another encoding */
  constructor(path: string, forSpreadsheets: boolean) {
    this.#path = path;
    this.#try(() => {
      this.#file = openSync(path, 'w');
    });
    if (forSpreadsheets) this.write(BYTE_ORDER_MARK);
  }

  write(text: string): void {
    const file = this.#file;
    if (file !== null && text !== '') this.#try(() => writeFileSync(file, text));
  }

  /** Reports where the results are, or returns why they could not be written. */
  close(): string | null {
    const file = this.#file;
    if (file !== null) this.#try(() => closeSync(file));
    if (this.#fault === null) printError(this.#path, 'written');
    return this.#fault;
  }

  #try(act: () => void): void {
    if (this.#fault !== null) return;
    try {
      act();
    } catch (error) {
      this.#fault = `it cannot be written (${codeOf(error) ?? 'unknown error'})`;
    }
  }
}

/** Results on standard output, reasons on standard error. */
export function printLine(line: string): void {
  STANDARD_OUTPUT.write(`${line}\n`);
}

/** Prints a letter's text as it is, its page breaks too. */
export function printText(text: string): void {
  if (isRead()) process.stdout.write(text.split('\f').map(harmless).join('\f'));
}

/** Prints a JSON array, one element on each line, so that a diff of two runs shows what changed. */
export function printArray(elements: readonly object[]): void {
  STANDARD_OUTPUT.write(`[\n${elements.map((element) => JSON.stringify(element)).join(',\n')}\n]\n`);
}

export function printError(file: string, reason: string): void {
  printFault(`${file}: ${reason}`);
}

/** For what belongs to no file. */
export function printFault(sentence: string): void {
  process.stderr.write(`imr: ${inOneLine(sentence)}\n`);
}

/**
 * Words of letters, names of files, and notes of guideline files may contain control sequences for a terminal: they are shown as JSON
 * writes them, in which they mean the same.
 */
const harmless = (text: string): string =>
  text.replace(
    // Control characters but tab and line feed, and those that turn the direction of writing.
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    escaped,
  );

/** The same for what must not look like two lines: the name of a file may hold a line end. */
export const inOneLine = (text: string): string => harmless(text).replace(/[\n\t\u2028\u2029]/g, escaped);

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

let isClosed = false;

/** Whether anyone still reads what is printed. Who reads the first lines only (`imr check . | head -1`) closes the pipe. */
export const isRead = (): boolean => !isClosed;

/**
 * When nobody reads any longer, nothing more is printed, but the work goes on, because its exit status still counts.
 * @param failed called where what is printed cannot be written for any other reason
 */
export function watchOutput(failed: (code: string) => void = () => {}): void {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (!isClosed && code !== 'EPIPE') failed(code ?? 'unknown error');
    isClosed = true;
  });
  // Nobody is left to read it.
  process.stderr.on('error', () => {});
}

/** A path as the user would write it in the current folder; the whole of it for a file elsewhere. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return shown.startsWith('..') ? resolve(path) : shown;
}

export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
