import type { CancellationToken } from 'vscode-languageserver';
import { cancelled } from './answers.ts';

/** How long the server works on one thing before it looks for messages, in milliseconds: a keystroke waits no longer for its turn. */
const SLICE = 12;

/**
 * Takes step after step, and lets everything else that waits go first whenever a slice of time is over. A single step should be
 * short.
 * @param isStopped asked after each pause
 * @param paused called with the last step before each pause
 * @returns what the steps come to; null where they were stopped
 */
export async function inTurns<S, T>(
  steps: Iterator<S, T>,
  isStopped: () => boolean,
  paused: (step: S) => void = () => {},
): Promise<T | null> {
  for (;;) {
    const end = performance.now() + SLICE;
    let last: S;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
      last = step.value;
    } while (performance.now() < end);
    paused(last);
    await turn();
    if (isStopped()) return null;
  }
}

/** Fulfilled when the messages that have come in by now were looked at. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Waits for work that others may wait for too: those who cancel stop waiting, and the work goes on. */
export function unlessCancelled<T>(work: Promise<T>, token: CancellationToken): Promise<T> {
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => reject(cancelled()));
    work.then(resolve, reject).finally(() => listening.dispose());
  });
}

/** How many files are requested at a time: the editor's own requests come between any two. */
const AT_A_TIME = 4;

/** Visits some things in their order, a few at a time. */
export async function fewAtATime<T>(
  items: readonly T[],
  isStopped: () => boolean,
  visit: (item: T) => Promise<unknown>,
): Promise<void> {
  const rest = items.values();
  const oneAfterTheOther = async (): Promise<void> => {
    for (const item of rest) {
      if (isStopped()) return;
      await visit(item);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, oneAfterTheOther));
}

/** Waits for work, but no longer than this many milliseconds; then the work goes on, and nobody waits for it. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
