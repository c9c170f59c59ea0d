import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { pMapIterable } from 'p-map';
import { type Pool, pool } from 'workerpool';
import { faultKind } from './exitStatus.ts';
import { LetterWork } from './letterWork.ts';
import type { PolicyText } from './policyText.ts';
import type { Batch, Input, Task, Worked } from './work.ts';

/** Threads beyond these wait for the disk and for the thread that prints, and each takes some 100 MB. */
const MOST_THREADS = 8;
/** This many letters are needed to make up for the time that a thread takes to start and to warm up. */
const LETTERS_WORTH_A_THREAD = 100;
/** For this many letters, handing over costs little compared with the work, and at the end no thread waits long for another. */
const MOST_IN_A_BATCH = 16;
/** How many batches may be done before the one that has to be printed next. */
const MOST_DONE_AHEAD = 64;

/** How much code a function runs, in bytes, before the engine thinks of optimizing it. */
const USUAL_BUDGET = 67_584;

/** How many threads to use for a number of letters. */
export function threadsFor(letters: number, asked: number | null): number {
  if (asked !== null) return asked;
  return Math.max(1, Math.min(availableParallelism(), MOST_THREADS, Math.floor(letters / LETTERS_WORTH_A_THREAD)));
}

export interface CrewOptions {
  /** This one counts. */
  readonly threads: number;
  /** What a letter is checked by; null where it is only read. */
  readonly policyOf: (input: Input) => Promise<PolicyText | null>;
}

/**
 * Works on files with several threads, of which this one is the first: few files it does alone, and starts no other.
 * Results come in the order of the files, whichever is done first. What ends a thread costs the file that
 * ended it, and no other.
 */
export async function* workInOrder(
  inputs: readonly Input[],
  task: Task,
  { threads, policyOf }: CrewOptions,
): AsyncGenerator<Worked, void, void> {
  const crew = new Crew(threads);
  try {
    const done = pMapIterable(
      parts(inputs, Math.min(MOST_IN_A_BATCH, Math.ceil(inputs.length / threads))),
      async (part) => {
        const items = await Promise.all(part.map(async (input) => ({ input, policy: await policyOf(input) })));
        return crew.do({ task, items });
      },
      { concurrency: threads, backpressure: Math.max(threads, MOST_DONE_AHEAD) },
    );
    for await (const files of done) yield* files;
  } finally {
    await crew.dismiss();
  }
}

/** The threads of a run. Each works on one batch at a time; those who use no more batches than there are threads never wait. */
class Crew {
  readonly #own = new LetterWork();
  #isAtWork = false;
  readonly #others: Pool | null;

  constructor(threads: number) {
    // The engine optimizes a function that has run a while, which took a third of all time: most ran a while, and no longer.
    setFlagsFromString(`--interrupt-budget=${8 * USUAL_BUDGET}`);
    if (threads < 2) {
      this.#others = null;
      return;
    }
    // A thread needs some 50 MB; without this, the engine lets it grow to 200 before it frees memory.
    setFlagsFromString('--heap-growing-percent=80');
    this.#others = pool(__filename, { workerType: 'thread', minWorkers: threads - 1, maxWorkers: threads - 1 });
  }

  async do(batch: Batch): Promise<readonly Worked[]> {
    if (this.#others !== null && this.#isAtWork) return handOver(batch, this.#others);
    this.#isAtWork = true;
    try {
      return await this.#own.do(batch);
    } finally {
      this.#isAtWork = false;
    }
  }

  async dismiss(): Promise<void> {
    await this.#others?.terminate(true);
  }
}

/** A batch that ended its thread is repeated, file by file: one of them is to blame. */
async function handOver(batch: Batch, others: Pool): Promise<readonly Worked[]> {
  try {
    return await others.exec('work', [batch]);
  } catch (error) {
    const [first, ...rest] = batch.items;
    if (first === undefined) return [];
    if (rest.length === 0) return [{ kind: 'failed', file: first.input.path, error: faultKind(error) }];
    const files: Worked[] = [];
    for (const item of batch.items) files.push(...(await handOver({ ...batch, items: [item] }, others)));
    return files;
  }
}

function* parts<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
