import { basename } from 'node:path';
import { readDocument } from '../host/documents.ts';
import { searchFiles } from '../host/fileSearch.ts';
import { readRegularFile } from '../host/regularFile.ts';
import type { Format } from '../intake/decodeText.ts';
import { isNamedAsDocument, missingPages, REFUSALS } from '../intake/documentText.ts';
import { lookInto } from '../intake/letterFile.ts';
import { isNamedAsLetter, isNamedAsText } from '../intake/letterNames.ts';
import { looksLikeLetter } from '../intake/recognition.ts';

/** A file that was named or found. */
export type LetterFile =
  /** A letter, or any text that the user named. */
  | {
      readonly kind: 'text';
      readonly file: string;
      readonly source: string;
      readonly isNamed: boolean;
      /** The text was read out of a PDF or Word file: its lines are those of no file. */
      readonly isExtracted: boolean;
      /** What of it is missing; goes on from “file: ”. Empty where nothing is. */
      readonly missing: string;
    }
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
  if (found.kind === 'noText' && isDocument(found.format)) {
    if (isNamed || isText || isNamedAsDocument(file)) return await readInDocument(file, read.bytes, isNamed);
  }
  if (found.kind === 'noText') {
    if (!isNamed && !isText) return { kind: 'passedOver', file, isText };
    return { kind: 'unreadable', file, reason: FORMAT_REASONS[found.format] };
  }
  if (found.kind === 'noLetter' && !isNamed) return { kind: 'passedOver', file, isText };
  const { text: source } = found;
  return { kind: 'text', file, source, isNamed: isNamed || isNamedAsLetter(file), isExtracted: false, missing: '' };
}

const isDocument = (format: Format): boolean => format === 'pdf' || format === 'word';

async function readInDocument(file: string, bytes: Uint8Array, isNamed: boolean): Promise<LetterFile> {
  const read = await readDocument(bytes);
  if (read.kind === 'refused') return { kind: 'unreadable', file, reason: REFUSALS[read.why] };
  const { text: source } = read;
  if (!isNamed && !looksLikeLetter(source)) return { kind: 'passedOver', file, isText: false };
  return { kind: 'text', file, source, isNamed, isExtracted: true, missing: missingPages(read) };
}

const FORMAT_REASONS: Readonly<Record<Format, string>> = {
  pdf: 'it is a PDF',
  word: 'it is a Word document or an archive',
  rtf: 'it is rich text (RTF); save it as plain text first',
  binary: 'it is not text',
};
