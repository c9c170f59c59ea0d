// A worker of its own, the same in Node and in a browser: whatever a file does to the libraries, it does here.
import type { DocumentAnswer, DocumentRequest, DocumentResult, DocumentTask } from '../intake/documentWork.ts';
import type { PrintedFile } from '../protocol/printedLetter.ts';
import { documentText } from './documentText.ts';
import { htmlPage } from './write/html.ts';

/** A web worker’s scope; `host/documentThread.ts` gives a thread of Node’s the same. */
declare const self: {
  onmessage: ((event: { readonly data: DocumentRequest<PrintedFile> }) => void) | null;
  postMessage(answer: DocumentAnswer): void;
};

self.onmessage = async ({ data: { id, task } }) => {
  self.postMessage({
    id,
    result: await resultOf(task).catch((): DocumentResult => ({ kind: 'refused', why: 'failed' })),
  });
};

async function resultOf(task: DocumentTask<PrintedFile>): Promise<DocumentResult> {
  if (task.kind === 'read') return documentText(task.bytes);
  if (task.format === 'html') return { kind: 'file', bytes: new TextEncoder().encode(htmlPage(task.letter)) };
  const { wordFile } = await import('./write/word.ts');
  return { kind: 'file', bytes: await wordFile(task.letter) };
}

/** Every host has it; its type comes with a host’s. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
