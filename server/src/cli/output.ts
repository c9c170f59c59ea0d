import { relative, resolve } from 'node:path';

/** The command's only ways to speak: results on standard output, reasons on standard error. */
export function printLine(line: string): void {
  print(`${line}\n`);
}

/** Prints a letter's text as it is, its page breaks too. */
export function printText(text: string): void {
  if (isRead) process.stdout.write(text.split('\f').map(harmless).join('\f'));
}

/** Prints a JSON array, an element a line, so that a diff of two runs shows the letters that changed. */
export function printArray(elements: readonly object[]): void {
  print(`[\n${elements.map((element) => JSON.stringify(element)).join(',\n')}\n]\n`);
}

export function printError(file: string, reason: string): void {
  printFault(`${file}: ${reason}`);
}

/** For what belongs to no file. */
export function printFault(sentence: string): void {
  process.stderr.write(`imr: ${inOneLine(sentence)}\n`);
}

let isRead = true;

function print(text: string): void {
  if (isRead) process.stdout.write(harmless(text));
}

/**
 * Words of letters, names of files and notes of guideline files may hold what a terminal obeys: it is shown as JSON
 * writes it, in which it means the same.
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

/**
 * Who reads the first lines only (`imr check . | head -1`) closes the pipe: nothing more is printed then, and the work
 * goes on, as its exit status is still to be told.
 * @param failed called where what is printed cannot be written for any other reason
 */
export function watchOutput(failed: (code: string) => void): void {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (isRead && code !== 'EPIPE') failed(code ?? 'unknown error');
    isRead = false;
  });
  // Nobody is left to tell.
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
