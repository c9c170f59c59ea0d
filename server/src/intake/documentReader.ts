import type { DocumentText, Refusal } from './documentText.ts';

/** What a worker is asked. */
export interface DocumentRequest {
  readonly id: number;
  readonly task: { readonly kind: 'read'; readonly bytes: Uint8Array };
}

/** What it answers. */
export interface DocumentAnswer {
  readonly id: number;
  readonly text: DocumentText;
}

/** A worker of any host: a thread of Node’s, or a web worker. */
export interface DocumentWorker {
  post(request: DocumentRequest): void;
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
}

/** Starts a worker that tells its answers, or that it has failed. */
export type StartWorker = (heard: (answer: unknown) => void, failed: () => void) => DocumentWorker;

/** A signal of cancellation, as every host has it. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Reading one file takes no longer, in milliseconds: a long letter takes a second on a slow machine. */
const MOST_TIME = 30_000;

/**
 * Reads the text of PDF and Word files in a worker, which is started when the first one is asked for. What hangs or fails
 * there is ended and costs its own answer alone. One file is read after the other.
 */
export class DocumentReader {
  readonly #start: StartWorker;
  readonly #mostTime: number;
  #worker: DocumentWorker | null = null;
  #waiting: { readonly id: number; readonly settle: (text: DocumentText) => void } | null = null;
  #before: Promise<unknown> = Promise.resolve();
  #count = 0;

  /** @param mostTime in milliseconds */
  constructor(start: StartWorker, mostTime = MOST_TIME) {
    this.#start = start;
    this.#mostTime = mostTime;
  }

  /** Total: why a text cannot be had is an answer. Null where it was canceled. */
  read(bytes: Uint8Array, canceled?: Cancellation): Promise<DocumentText | null> {
    const read = this.#before.then(() => this.#readNow(bytes, canceled));
    this.#before = read;
    return read;
  }

  dispose(): void {
    this.#end('failed');
  }

  async #readNow(bytes: Uint8Array, canceled: Cancellation | undefined): Promise<DocumentText | null> {
    const isCanceled = (): boolean => canceled?.aborted === true;
    if (isCanceled()) return null;
    const cancel = (): void => this.#end('failed');
    const timer = setTimeout(() => this.#end('too-slow'), this.#mostTime);
    canceled?.addEventListener('abort', cancel);
    try {
      const text = await this.#ask(bytes);
      return isCanceled() ? null : text;
    } finally {
      clearTimeout(timer);
      canceled?.removeEventListener('abort', cancel);
    }
  }

  #ask(bytes: Uint8Array): Promise<DocumentText> {
    return new Promise((settle) => {
      this.#count++;
      this.#waiting = { id: this.#count, settle };
      try {
        this.#worker ??= this.#started();
        this.#worker.post({ id: this.#count, task: { kind: 'read', bytes } });
      } catch {
        this.#end('failed');
      }
    });
  }

  #started(): DocumentWorker {
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
    waiting.settle(answer.text);
  }

  /** Ends the worker, and answers whoever waits for it. */
  #end(why: Refusal): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.settle({ kind: 'refused', why });
  }
}

/** Only our own worker answers. */
const isAnswer = (answer: unknown): answer is DocumentAnswer =>
  typeof answer === 'object' && answer !== null && 'id' in answer && 'text' in answer;

/** Every host has them; their types come with a host’s. */
declare function setTimeout(callback: () => void, delay: number): { readonly __timer?: never };
declare function clearTimeout(timer: { readonly __timer?: never }): void;
