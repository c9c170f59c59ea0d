import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { MOST_BYTES, MOST_BYTES_WORDS } from '../intake/letterNames.ts';

/** A file's bytes, or why they are not read: a sentence that continues “name: ”. */
export type FileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' | 'tooLarge' | 'unreadable'; readonly reason: string };

/** Total: no pipe, device or endless file holds it up, and an error is an answer. Links are followed. */
export async function readRegularFile(path: string): Promise<FileBytes> {
  try {
    // Looked at before it is opened: opening a device may do something.
    if (!(await stat(path)).isFile()) return NOT_REGULAR;
    // And after: what lay there may have been replaced by a pipe that nobody writes to.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readAll(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    return { kind: isAbsence(error) ? 'absent' : 'unreadable', reason: readingFault(error) };
  }
}

export const NOT_REGULAR: FileBytes & { readonly reason: string } = {
  kind: 'unreadable',
  reason: 'it is not a regular file but a folder, a pipe, a device, or the like',
};

const TOO_LARGE: FileBytes = {
  kind: 'tooLarge',
  reason: `it is larger than ${MOST_BYTES_WORDS}, and no letter is`,
};

/** The same at once, in a tenth of the time: for a thread that has nothing else to do meanwhile. */
export function readRegularFileNow(path: string): FileBytes {
  try {
    if (!statSync(path).isFile()) return NOT_REGULAR;
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readAllNow(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { kind: isAbsence(error) ? 'absent' : 'unreadable', reason: readingFault(error) };
  }
}

/** Some systems' files are longer than they say: what is read is bounded, too. */
async function readAll(file: FileHandle): Promise<FileBytes> {
  const stats = await file.stat();
  if (!stats.isFile()) return NOT_REGULAR;
  if (stats.size > MOST_BYTES) return TOO_LARGE;
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (true) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(Math.max(CHUNK, stats.size + 1 - length)));
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > MOST_BYTES) return TOO_LARGE;
    chunks.push(buffer.subarray(0, bytesRead));
  }
  return { kind: 'bytes', bytes: joined(chunks) };
}

function readAllNow(file: number): FileBytes {
  const stats = fstatSync(file);
  if (!stats.isFile()) return NOT_REGULAR;
  if (stats.size > MOST_BYTES) return TOO_LARGE;
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (true) {
    const buffer = new Uint8Array(Math.max(CHUNK, stats.size + 1 - length));
    const bytesRead = readSync(file, buffer);
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > MOST_BYTES) return TOO_LARGE;
    chunks.push(buffer.subarray(0, bytesRead));
  }
  return { kind: 'bytes', bytes: joined(chunks) };
}

const joined = ([first = new Uint8Array(), ...rest]: readonly Uint8Array[]): Uint8Array =>
  rest.length === 0 ? first : Buffer.concat([first, ...rest]);

const CHUNK = 4096;

/** Why a file or a folder cannot be read, for people. */
export function readingFault(error: unknown): string {
  const code = codeOf(error);
  return (code === null ? undefined : FAULTS[code]) ?? `it cannot be read (${code ?? 'unknown error'})`;
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EISDIR: 'it is a folder',
};

const isAbsence = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
