/**
 * Answers to questions asked before. Questions come from what someone is typing: the memory starts afresh when it is
 * full, and does not grow with the session.
 */
export class Memory<T> {
  readonly #most: number;
  readonly #answers = new Map<string, { readonly answer: T }>();

  constructor(most = 500) {
    this.#most = most;
  }

  /** `find` is called where `question` was not asked before. */
  recall(question: string, find: () => T): T {
    const known = this.#answers.get(question);
    if (known !== undefined) return known.answer;
    const answer = find();
    if (this.#answers.size >= this.#most) this.#answers.clear();
    this.#answers.set(question, { answer });
    return answer;
  }
}
