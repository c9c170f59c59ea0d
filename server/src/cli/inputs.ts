import { stat } from 'node:fs/promises';
import { searchFiles } from '../host/fileSearch.ts';
import { MOST_BYTES, MOST_BYTES_WORDS } from '../intake/letterNames.ts';
import type { Input } from './work.ts';

/** The name that stands for standard input. */
const STANDARD_INPUT = '-';

/** All files that the names stand for, in their order: a folder for the letters in it, a pattern for those that it matches. Total. */
export async function findInputs(names: readonly string[], stdinFilename: string): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  let start = 0;
  for (let i = 0; i <= names.length; i++) {
    if (i < names.length && names[i] !== STANDARD_INPUT) continue;
    for await (const candidate of searchFiles(names.slice(start, i))) inputs.push(candidate);
    // Nothing is read twice.
    if (i < names.length && i === names.indexOf(STANDARD_INPUT)) inputs.push(await readStandardInput(stdinFilename));
    start = i + 1;
  }
  return inputs;
}

async function readStandardInput(path: string): Promise<Input> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BYTES) {
      return { kind: 'fault', path, reason: `it is larger than ${MOST_BYTES_WORDS}, and no letter is` };
    }
    chunks.push(bytes);
  }
  return { kind: 'given', path, bytes: Buffer.concat(chunks) };
}

/** How many of them are read. */
export const letterCount = (inputs: readonly Input[]): number =>
  inputs.filter(({ kind }) => kind === 'named' || kind === 'found' || kind === 'given').length;

/** Those of the names that are folders. */
export async function foldersAmong(names: readonly string[]): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const name of names) {
    const isFolder = await stat(name).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) folders.push(name);
  }
  return folders;
}
