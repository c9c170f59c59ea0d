import { basename } from 'node:path';
import { readDocument } from '../host/documents.ts';
import { readRegularFileNow } from '../host/regularFile.ts';
import type { Format } from '../intake/decodeText.ts';
import { isNamedAsDocument, missingPages, REFUSALS } from '../intake/documentText.ts';
import { lookInto } from '../intake/letterFile.ts';
import { isNamedAsText } from '../intake/letterNames.ts';
import { looksLikeLetter } from '../intake/recognition.ts';
import type { Input, TextSource, Worked } from './work.ts';

/** A letter, or any text that the user named; or what it is instead. */
export type ReadInput =
  | { readonly kind: 'text'; readonly file: string; readonly source: string; readonly from: TextSource }
  | Extract<Worked, { readonly kind: 'passedOver' | 'unreadable' }>;

/** Why a file that was named, or that calls itself a letter, is not one. */
export const NO_LETTER = 'it is not an IMR final determination letter of a known form';

/** Total. */
export async function readInput(input: Input): Promise<ReadInput> {
  const file = input.path;
  switch (input.kind) {
    case 'fault':
      return { kind: 'unreadable', file, reason: input.reason };
    case 'passedOver':
      return { kind: 'passedOver', file, isText: false };
    case 'given':
      return await looked(file, input.bytes, true);
    case 'named':
    case 'found': {
      const read = readRegularFileNow(file);
      if (read.kind !== 'bytes') return { kind: 'unreadable', file, reason: read.reason };
      return await looked(file, read.bytes, input.kind === 'named');
    }
  }
}

async function looked(file: string, bytes: Uint8Array, isNamed: boolean): Promise<ReadInput> {
  const isText = isNamedAsText(file);
  const found = lookInto(basename(file), bytes);
  if (found.kind === 'noText' && isDocument(found.format)) {
    if (isNamed || isText || isNamedAsDocument(file)) return await readInDocument(file, bytes, isNamed);
  }
  if (found.kind === 'noText') {
    if (!isNamed && !isText) return { kind: 'passedOver', file, isText };
    return { kind: 'unreadable', file, reason: FORMAT_REASONS[found.format] };
  }
  if (found.kind === 'noLetter' && !isNamed) return { kind: 'passedOver', file, isText };
  return { kind: 'text', file, source: found.text, from: { isExtracted: false, missing: '' } };
}

const isDocument = (format: Format): boolean => format === 'pdf' || format === 'word';

async function readInDocument(file: string, bytes: Uint8Array, isNamed: boolean): Promise<ReadInput> {
  const read = await readDocument(bytes);
  if (read.kind === 'refused') return { kind: 'unreadable', file, reason: REFUSALS[read.why] };
  const { text: source } = read;
  if (!isNamed && !looksLikeLetter(source)) return { kind: 'passedOver', file, isText: false };
  return { kind: 'text', file, source, from: { isExtracted: true, missing: missingPages(read) } };
}

const FORMAT_REASONS: Readonly<Record<Format, string>> = {
  pdf: 'it is a PDF',
  word: 'it is a Word document or an archive',
  rtf: 'it is rich text (RTF); save it as plain text first',
  binary: 'it is not text',
};
