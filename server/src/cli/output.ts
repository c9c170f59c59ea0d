import { relative, resolve } from 'node:path';

/** The command's only ways to speak: results on standard output, reasons on standard error. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a JSON array, an element a line, so that a diff of two runs shows the letters that changed. */
export function printArray(elements: readonly object[]): void {
  process.stdout.write(`[\n${elements.map((element) => JSON.stringify(element)).join(',\n')}\n]\n`);
}

export function printError(file: string, reason: string): void {
  process.stderr.write(`imr: ${file}: ${reason}\n`);
}

/** A path as the user would write it in the current folder; the whole of it for a file elsewhere. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return shown.startsWith('..') ? resolve(path) : shown;
}

export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
