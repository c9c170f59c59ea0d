import { fstatSync } from 'node:fs';
import yoctoSpinner, { type Spinner } from 'yocto-spinner';
import { counted } from './output.ts';

/** A run that takes no longer than this shows no progress. */
const SILENT_MS = 800;
const EVERY_MS = 100;

/** How far a long run has come, on a terminal and nowhere else; what is printed meanwhile goes above it. */
export class Progress {
  readonly #letters: number;
  #done = 0;
  #spinner: Spinner | null = null;
  #shownAt = 0;
  readonly #timer: NodeJS.Timeout | null;

  constructor(letters: number) {
    this.#letters = letters;
    this.#timer = isWatched() ? setTimeout(() => this.#show(), SILENT_MS) : null;
  }

  #show(): void {
    this.#spinner = yoctoSpinner({ text: this.#words }).start();
  }

  get #words(): string {
    return `${this.#done.toLocaleString('en-US')} of ${counted(this.#letters, 'letter')}`;
  }

  /** A file is done. */
  step(): void {
    this.#done = Math.min(this.#letters, this.#done + 1);
    const now = performance.now();
    if (this.#spinner === null || now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.#spinner.text = this.#words;
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#spinner?.stop();
  }
}

/** Whether a person looks at standard error. Where the results go into a pipe, a pager may have the terminal. */
function isWatched(): boolean {
  return process.stderr.isTTY && process.env['TERM'] !== 'dumb' && process.env['CI'] === undefined && !isPiped();
}

function isPiped(): boolean {
  try {
    return !process.stdout.isTTY && fstatSync(process.stdout.fd).isFIFO();
  } catch {
    return true;
  }
}
