/**
 * Answers that are remembered, this many at least and twice as many at most. When there are too many, the older half is
 * forgotten at once: to forget one by one takes longer the more there are.
 */
export class Memory<T> {
  readonly #most: number;
  #recent = new Map<string, T>();
  #older: ReadonlyMap<string, T> = new Map();

  constructor(most: number) {
    this.#most = most;
  }

  /** The remembered answer, or a new one. */
  answer(question: string, find: () => T): T {
    const recent = this.#recent.get(question);
    if (recent !== undefined) return recent;
    const fresh = this.#older.get(question) ?? find();
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(question, fresh);
    return fresh;
  }
}
