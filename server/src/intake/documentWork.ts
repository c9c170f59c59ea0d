import type { DocumentText, Refusal } from './documentText.ts';

/** What a letter can be exported to, by the ending of the file. */
export type ExportFormat = 'docx' | 'html';

/** What a worker is to do. `Letter`: how a letter is set that it writes (`protocol/printedLetter.ts`). */
export type DocumentTask<Letter> =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'write'; readonly letter: Letter; readonly format: ExportFormat };

/** What came of it. */
export type DocumentResult = DocumentText | { readonly kind: 'file'; readonly bytes: Uint8Array };

export interface DocumentRequest<Letter> {
  readonly id: number;
  readonly task: DocumentTask<Letter>;
}

export interface DocumentAnswer {
  readonly id: number;
  readonly result: DocumentResult;
}

/** A worker of any host: a thread of Node’s, or a web worker. */
export interface DocumentWorker<Letter> {
  post(request: DocumentRequest<Letter>): void;
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
}

/** Starts a worker that reports its answers, or that it has failed. */
export type StartWorker<Letter> = (heard: (answer: unknown) => void, failed: () => void) => DocumentWorker<Letter>;

/** A signal of cancellation, as every host has it. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** One file takes no longer, in milliseconds: a long letter takes a second on a slow machine. */
const MOST_TIME = 30_000;

/**
 * Has PDF and Word files read, and Word and HTML files made, in a worker that is started for the first of them.
 * A task that hangs or fails is ended and loses only its own answer. Files are worked on one after the other.
 */
export class DocumentWork<Letter> {
  readonly #start: StartWorker<Letter>;
  readonly #mostTime: number;
  #worker: DocumentWorker<Letter> | null = null;
  #waiting: { readonly id: number; readonly settle: (result: DocumentResult) => void } | null = null;
  #before: Promise<unknown> = Promise.resolve();
  #count = 0;

  /** @param mostTime in milliseconds */
  constructor(start: StartWorker<Letter>, mostTime = MOST_TIME) {
    this.#start = start;
    this.#mostTime = mostTime;
  }

  /** The text of a PDF or Word file. Total: why it cannot be had is an answer. Null where it was canceled. */
  async read(bytes: Uint8Array, canceled?: Cancellation): Promise<DocumentText | null> {
    const result = await this.#do({ kind: 'read', bytes }, canceled);
    return result?.kind === 'file' ? FAILED : result;
  }

  /** The bytes of a file with a letter that is laid out again; null where it could not be made. */
  async write(letter: Letter, format: ExportFormat): Promise<Uint8Array | null> {
    const result = await this.#do({ kind: 'write', letter, format });
    return result?.kind === 'file' ? result.bytes : null;
  }

  dispose(): void {
    this.#end('failed');
  }

  #do(task: DocumentTask<Letter>, canceled?: Cancellation): Promise<DocumentResult | null> {
    const done = this.#before.then(() => this.#doNow(task, canceled));
    this.#before = done;
    return done;
  }

  async #doNow(task: DocumentTask<Letter>, canceled: Cancellation | undefined): Promise<DocumentResult | null> {
    const isCanceled = (): boolean => canceled?.aborted === true;
    if (isCanceled()) return null;
    const cancel = (): void => this.#end('failed');
    const timer = setTimeout(() => this.#end('too-slow'), this.#mostTime);
    canceled?.addEventListener('abort', cancel);
    try {
      const result = await this.#ask(task);
      return isCanceled() ? null : result;
    } finally {
      clearTimeout(timer);
      canceled?.removeEventListener('abort', cancel);
    }
  }

  #ask(task: DocumentTask<Letter>): Promise<DocumentResult> {
    return new Promise((settle) => {
      this.#count++;
      this.#waiting = { id: this.#count, settle };
      try {
        this.#worker ??= this.#started();
        this.#worker.post({ id: this.#count, task });
      } catch {
        this.#end('failed');
      }
    });
  }

  #started(): DocumentWorker<Letter> {
    const worker = this.#start(
      (answer) => this.#heard(answer),
      // One that was ended may still say that it failed.
      () => void (this.#worker === worker && this.#end('failed')),
    );
    return worker;
  }

  #heard(answer: unknown): void {
    const waiting = this.#waiting;
    if (waiting === null || !isAnswer(answer) || answer.id !== waiting.id) return;
    this.#waiting = null;
    waiting.settle(answer.result);
  }

  /** Ends the worker, and answers all who wait for it. */
  #end(why: Refusal): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.settle({ kind: 'refused', why });
  }
}

const FAILED: DocumentText = { kind: 'refused', why: 'failed' };

/** Only our own worker answers. */
const isAnswer = (answer: unknown): answer is DocumentAnswer =>
  typeof answer === 'object' && answer !== null && 'id' in answer && 'result' in answer;

/** Every host has them; their types come with a host’s. */
declare function setTimeout(callback: () => void, delay: number): { readonly __timer?: never };
declare function clearTimeout(timer: { readonly __timer?: never }): void;
