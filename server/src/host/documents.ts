import type { DocumentText } from '../intake/documentText.ts';
import { DocumentWork, type ExportFormat } from '../intake/documentWork.ts';
import type { PrintedFile } from '../protocol/printedLetter.ts';
import { startDocumentThread } from './documentThread.ts';

const work = new DocumentWork(startDocumentThread);

/** The text of a PDF or Word file. Total. The first call here starts a thread, which goes when the program ends. */
export async function readDocument(bytes: Uint8Array): Promise<DocumentText> {
  return (await work.read(bytes)) ?? { kind: 'refused', why: 'failed' };
}

/** The bytes of a file with a letter that is laid out again; null where it could not be made. */
export const writeDocument = (letter: PrintedFile, format: ExportFormat): Promise<Uint8Array | null> =>
  work.write(letter, format);
