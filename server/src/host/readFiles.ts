import { fileURLToPath } from 'node:url';
import type { ReadText } from '../config/teamFiles.ts';
import { type LetterFile, letterFile } from '../intake/letterFile.ts';
import { readRegularFile } from './regularFile.ts';

/** Reads a file of this machine; null where there is none. Fails with a sentence where it cannot be read. */
export const readText: ReadText = async (uri) => {
  const path = pathOf(uri);
  if (path === null) return null;
  const file = await readRegularFile(path);
  if (file.kind === 'bytes') return new TextDecoder('utf-8').decode(file.bytes);
  if (file.kind === 'absent') return null;
  throw new Error(file.reason);
};

/** Reads a file of this machine that may be a letter. Never fails. */
export async function readLetter(uri: string): Promise<LetterFile> {
  const path = pathOf(uri);
  if (path === null) return { skipped: 'unreadable' };
  const file = await readRegularFile(path);
  if (file.kind === 'bytes') return letterFile(path, file.bytes);
  return { skipped: file.kind === 'tooLarge' ? 'tooLarge' : 'unreadable' };
}

/** Null for an address that is none of this machine. */
function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
