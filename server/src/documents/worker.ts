// A worker of its own, the same in Node and in a browser: whatever a file does to the libraries, it does here.
import type { DocumentAnswer, DocumentRequest } from '../intake/documentReader.ts';
import { documentText } from './documentText.ts';

/** A web worker’s scope; `host/documentThread.ts` gives a thread of Node’s the same. */
declare const self: {
  onmessage: ((event: { readonly data: DocumentRequest }) => void) | null;
  postMessage(answer: DocumentAnswer): void;
};

self.onmessage = async ({ data: { id, task } }) => {
  self.postMessage({ id, text: await documentText(task.bytes) });
};
