import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DocumentText } from '../../../server/src/intake/documentText.ts';
import {
  type DocumentRequest,
  DocumentWork,
  type DocumentWorker,
  type StartWorker,
} from '../../../server/src/intake/documentWork.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker that answers only when the test lets it. */
class Worker implements DocumentWorker<string> {
  readonly asked: DocumentRequest<string>[] = [];
  isEnded = false;
  readonly heard: (answer: unknown) => void;
  readonly failed: () => void;

  constructor(heard: (answer: unknown) => void, failed: () => void) {
    this.heard = heard;
    this.failed = failed;
  }

  post(request: DocumentRequest<string>): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(text: string): void {
    this.heard({ id: this.asked.at(-1)?.id, result: textOf(text) });
  }
}

function workers(): { readonly started: Worker[]; readonly start: StartWorker<string> } {
  const started: Worker[] = [];
  return {
    started,
    start: (heard, failed) => {
      const worker = new Worker(heard, failed);
      started.push(worker);
      return worker;
    },
  };
}

const textOf = (text: string): DocumentText => ({ kind: 'text', text, pictures: [] });
const bytes = new Uint8Array(3);
/** Lets what waits for a promise go on. */
const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

it('starts a worker at the first file, keeps it, and asks it for one after the other', async () => {
  const { started, start } = workers();
  const work = new DocumentWork(start);
  expect(started).toEqual([]);
  const [one, other] = [work.read(bytes), work.read(bytes)];
  await turn();
  expect(started.map(({ asked }) => asked.length)).toEqual([1]);
  started[0]?.answer('one');
  expect(await one).toEqual(textOf('one'));
  await turn();
  started[0]?.answer('other');
  expect(await other).toEqual(textOf('other'));
  expect(started).toHaveLength(1);
});

it('ends a worker that takes too long, and reads the next file with another', async () => {
  const { started, start } = workers();
  const work = new DocumentWork(start, 1000);
  const [slow, next] = [work.read(bytes), work.read(bytes)];
  await vi.advanceTimersByTimeAsync(999);
  expect(started[0]?.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await slow).toEqual({ kind: 'refused', why: 'too-slow' });
  expect(started[0]?.isEnded).toBe(true);
  await turn();
  // What the first one says in the end is for nobody.
  started[0]?.failed();
  started[0]?.heard({ id: 1, result: textOf('late') });
  started[1]?.answer('next');
  expect(await next).toEqual(textOf('next'));
});

it('answers where a worker fails, or cannot be started', async () => {
  const { started, start } = workers();
  const work = new DocumentWork(start);
  const read = work.read(bytes);
  await turn();
  started[0]?.failed();
  expect(await read).toEqual({ kind: 'refused', why: 'failed' });
  const none = new DocumentWork<string>(() => {
    throw new Error('There are no workers here.');
  });
  expect(await none.read(bytes)).toEqual({ kind: 'refused', why: 'failed' });
});

it('gives nothing where it was canceled, and ends what was at work', async () => {
  const { started, start } = workers();
  const work = new DocumentWork(start);
  const cancel = new AbortController();
  const read = work.read(bytes, cancel.signal);
  await turn();
  cancel.abort();
  expect(await read).toBeNull();
  expect(started[0]?.isEnded).toBe(true);
  expect(await work.read(bytes, cancel.signal)).toBeNull();
  expect(started).toHaveLength(1);
});

it('has files made by the same worker', async () => {
  const { started, start } = workers();
  const work = new DocumentWork(start);
  const [file, none] = [work.write('letter', 'html'), work.write('letter', 'docx')];
  await turn();
  expect(started[0]?.asked[0]?.task).toEqual({ kind: 'write', letter: 'letter', format: 'html' });
  started[0]?.heard({ id: 1, result: { kind: 'file', bytes } });
  expect(await file).toBe(bytes);
  await turn();
  started[0]?.failed();
  expect(await none).toBeNull();
});
