import { DocumentReader } from '../intake/documentReader.ts';
import type { DocumentText } from '../intake/documentText.ts';
import { startDocumentThread } from './documentThread.ts';

const reader = new DocumentReader(startDocumentThread);

/** The text of a PDF or Word file. Total. The first call starts a thread, which goes when the program ends. */
export async function readDocument(bytes: Uint8Array): Promise<DocumentText> {
  return (await reader.read(bytes)) ?? { kind: 'refused', why: 'failed' };
}
