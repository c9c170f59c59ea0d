import { basename } from 'node:path';
import { searchFiles } from '../host/fileSearch.ts';
import { readRegularFile } from '../host/regularFile.ts';
import type { Format } from '../intake/decodeText.ts';
import { lookInto } from '../intake/letterFile.ts';
import { isNamedAsLetter, isNamedAsText } from '../intake/letterNames.ts';

/** A file that was named or found. */
export type LetterFile =
  /** A letter, or any text that the user named. */
  | { readonly kind: 'text'; readonly file: string; readonly source: string; readonly isNamed: boolean }
  /** What was found in a folder and is no letter. `isText` where its name promises text. */
  | { readonly kind: 'passedOver'; readonly file: string; readonly isText: boolean }
  /** `reason` goes on from “file: ”. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string };

/** Why a file that was named, or that calls itself a letter, is none. */
export const NO_LETTER = 'it is no IMR final determination letter that is known here';

/** Reads the named files one after the other; a folder stands for the letters in it, a pattern for the letters it matches. Total. */
export async function* readLetters(names: readonly string[]): AsyncIterable<LetterFile> {
  for await (const candidate of searchFiles(names)) {
    const { kind, path: file } = candidate;
    if (kind === 'fault') yield { kind: 'unreadable', file, reason: candidate.reason };
    else if (kind === 'passedOver') yield { kind, file, isText: false };
    else yield await read(file, kind === 'named');
  }
}

async function read(file: string, isNamed: boolean): Promise<LetterFile> {
  const isText = isNamedAsText(file);
  const read = await readRegularFile(file);
  if (read.kind !== 'bytes') return { kind: 'unreadable', file, reason: read.reason };
  const found = lookInto(basename(file), read.bytes);
  if (found.kind === 'noText') {
    if (!isNamed && !isText) return { kind: 'passedOver', file, isText };
    return { kind: 'unreadable', file, reason: FORMAT_REASONS[found.format] };
  }
  if (found.kind === 'noLetter' && !isNamed) return { kind: 'passedOver', file, isText };
  return { kind: 'text', file, source: found.text, isNamed: isNamed || isNamedAsLetter(file) };
}

const FORMAT_REASONS: Readonly<Record<Format, string>> = {
  pdf: 'it is a PDF, not text; turn it into text first',
  word: 'it is a Word document or an archive, not text; save it as plain text first',
  rtf: 'it is rich text (RTF); save it as plain text first',
  binary: 'it is not text',
};
