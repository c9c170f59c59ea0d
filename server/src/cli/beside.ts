import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { codeOf } from '../host/regularFile.ts';
import { isRead } from './output.ts';

/** The name of standard output where a file is named. */
export const STANDARD_OUTPUT = '-';

/** 'letters/A.imr.txt' → 'letters/A.docx'. Null for what has no name of its own. */
export function besideOf(file: string, to: string): string | null {
  if (file.startsWith('<')) return null;
  return `${file.replace(/(?:\.imr)?(?:\.(?:txt|text|imr|pdf|docx))?$/i, '')}.${to}`;
}

/** Returns why it is not written; continues “name: ”. */
export async function write(
  target: string,
  bytes: Uint8Array | string,
  { original, mayReplace }: { readonly original: string; readonly mayReplace: boolean },
): Promise<string | null> {
  if (target === STANDARD_OUTPUT) {
    if (isRead()) process.stdout.write(bytes);
    return null;
  }
  if (resolve(target) === resolve(original)) return 'it is the letter itself; say with --output where to write';
  try {
    const file = await open(target, mayReplace ? 'w' : 'wx');
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return 'it is there already; --force replaces it';
    return `it cannot be written (${code ?? 'unknown error'})`;
  }
}
