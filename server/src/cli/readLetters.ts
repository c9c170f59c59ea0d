import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A letter's file, or the sentence that says why it cannot be read. */
export type LetterFile =
  | { readonly kind: 'text'; readonly file: string; readonly source: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string };

const LETTERS_IN_A_FOLDER = '**/*.{txt,imr}';

/** Reads the named files one after the other; a folder stands for the letters in it, a pattern for the files it matches. */
export async function* readLetters(names: readonly string[]): AsyncIterable<LetterFile> {
  for (const name of names) {
    const kind = await kindOf(name);
    if (kind === 'file') {
      yield await read(name);
    } else if (kind === 'folder') {
      yield* readMatches(name, LETTERS_IN_A_FOLDER);
    } else if (isDynamicPattern(name)) {
      yield* readMatches(name, name);
    } else {
      yield { kind: 'unreadable', file: name, reason: 'there is no such file or folder' };
    }
  }
}

async function* readMatches(name: string, pattern: string): AsyncIterable<LetterFile> {
  const folder = pattern === name ? '.' : name;
  const matches = (await glob(pattern, { cwd: folder, expandDirectories: false })).sort();
  if (matches.length === 0) yield { kind: 'unreadable', file: name, reason: 'no letter is found there' };
  for (const match of matches) yield await read(folder === '.' ? match : join(folder, match));
}

async function kindOf(name: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(name)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

async function read(file: string): Promise<LetterFile> {
  try {
    const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
    return { kind: 'text', file, source };
  } catch (error) {
    const reason =
      error instanceof TypeError
        ? 'it is not UTF-8 text; save it as UTF-8 (a PDF must be turned into text first)'
        : `it cannot be read (${error instanceof Error ? error.message : String(error)})`;
    return { kind: 'unreadable', file, reason };
  }
}
