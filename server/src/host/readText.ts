import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ReadText } from '../config/teamFiles.ts';

/** Reads a file of this machine. */
export const readText: ReadText = async (uri) => {
  if (!uri.startsWith('file:')) return null;
  try {
    return (await readFile(fileURLToPath(uri), 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
};

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
