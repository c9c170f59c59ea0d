import type { SpellingDictionary } from '../checking/rule.ts';
import { loadDictionary, type ReadWordList } from '../wording/spelling/shipped.ts';

/** Between the first answer and the loading of the dictionary, in milliseconds. */
const PAUSE = 200;

/** The dictionary, loaded when the first findings are out: no letter waits for it. */
export class Spelling {
  readonly #loaded: () => void;
  readonly #failed: (reason: string) => void;
  #dictionary: SpellingDictionary | null = null;
  #loading: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #read: ReadWordList;

  /**
   * @param loaded called once, when the dictionary is there: every letter is to be checked again
   * @param failed called instead where it cannot be had
   */
  constructor(read: ReadWordList, loaded: () => void, failed: (reason: string) => void) {
    this.#read = read;
    this.#loaded = loaded;
    this.#failed = failed;
  }

  /** Null until it is loaded; the first request starts that. */
  get dictionary(): SpellingDictionary | null {
    if (this.#loading === null) this.#timer ??= setTimeout(() => void this.ready(), PAUSE);
    return this.#dictionary;
  }

  /** Loads the dictionary at once; fulfilled when it is there or cannot be had. */
  ready(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      this.#dictionary = await loadDictionary(this.#read);
    } catch (error) {
      this.#failed(error instanceof Error ? error.message : String(error));
      return;
    }
    this.#loaded();
  }
}
