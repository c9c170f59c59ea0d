import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { StartWorker } from '../intake/documentWork.ts';
import type { PrintedFile } from '../protocol/printedLetter.ts';

/** Starts the worker that reads and makes PDF, Word, and HTML files as a thread; its bundle lies beside this one. */
export const startDocumentThread: StartWorker<PrintedFile> = (heard, failed) => {
  const thread = new Worker(LIKE_A_WEB_WORKER, {
    eval: true,
    workerData: pathToFileURL(join(__dirname, 'documents.js')).href,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    // What a library prints is for nobody.
    stdout: true,
    stderr: true,
  });
  thread.on('message', heard);
  thread.on('error', failed);
  // It waits for the next file, and keeps no program from ending; while it reads, the reader’s timer keeps it running.
  thread.unref();
  return {
    post: (request) => {
      thread.postMessage(request);
    },
    terminate: () => void thread.terminate(),
  };
};

/** A letter takes some 100; what takes more than this is made to. */
const MOST_MEGABYTES = 1024;

/** The bundle is written for a web worker, and is one file for all hosts. */
const LIKE_A_WEB_WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  globalThis.self = globalThis;
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  const queue = [];
  let ready = false;
  parentPort.on('message', (data) => (ready ? self.onmessage({ data }) : queue.push(data)));
  import(workerData).then(() => {
    ready = true;
    for (const data of queue) self.onmessage({ data });
  });
`;
