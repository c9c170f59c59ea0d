import { realpath } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ABSENT, unreadable, utf8Text } from '../intake/fileText.ts';
import { type LetterFile, letterFile } from '../intake/letterFile.ts';
import { isFoundInSearch, MOST_BYTES_WORDS } from '../intake/letterNames.ts';
import type { RealAddress } from '../team/guidelinePaths.ts';
import type { ReadText } from '../team/teamFiles.ts';
import { readRegularFile } from './regularFile.ts';
import { THIS_MACHINE, walk } from './walk.ts';

/** Reads a file of this machine. Never fails. */
export const readText: ReadText = async (uri) => {
  const path = pathOf(uri);
  if (path === null) return ABSENT;
  const file = await readRegularFile(path);
  switch (file.kind) {
    case 'bytes':
      return utf8Text(file.bytes);
    case 'absent':
      return ABSENT;
    case 'tooLarge':
      return unreadable(`it is larger than ${MOST_BYTES_WORDS}`);
    case 'unreadable':
      return unreadable(file.reason);
  }
};

/** Where a file of this machine really lies. Never fails. */
export const realAddress: RealAddress = async (uri) => {
  const path = pathOf(uri);
  if (path === null) return null;
  return realpath(path).then(
    (real) => pathToFileURL(real).href,
    () => null,
  );
};

/** Reads a file of this machine that may be a letter. Never fails. */
export async function readLetter(uri: string): Promise<LetterFile> {
  const path = pathOf(uri);
  if (path === null) return { skipped: 'unreadable' };
  const file = await readRegularFile(path);
  if (file.kind === 'bytes') return letterFile(path, file.bytes);
  return { skipped: file.kind === 'tooLarge' ? 'tooLarge' : 'unreadable' };
}

/** The addresses of all files in some folders of this machine that may be letters, each once. Never fails. */
export async function listLetters(folders: readonly string[]): Promise<readonly string[]> {
  const uris = new Set<string>();
  for (const folder of folders) {
    const path = pathOf(folder);
    if (path === null) continue;
    for (const each of await walk(THIS_MACHINE, { folder: path, wants: isFoundInSearch, depth: Infinity })) {
      if (each.kind === 'file') uris.add(pathToFileURL(each.path).href);
    }
  }
  return [...uris];
}

/** Null for an address that is not on this machine. */
function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
