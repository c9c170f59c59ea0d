/**
 * What has been read out of a letter so far. A letter has one, and with the letter it goes: nothing that is read of one
 * is kept anywhere else, and no module holds a table of letters.
 */
export class Reads {
  /** By how it is read. */
  readonly #kept = new Map<unknown, WeakMap<object, unknown>>();

  /**
   * What `read` reads out of `of`: the letter, or a piece of it. It is read when it is first asked for. A piece that was
   * cut out for one question takes with it what was read of it.
   * @param read the same function for the same question; it depends on `of` alone
   */
  once<Of extends object, T extends object | string | number | boolean | null>(read: (of: Of) => T, of: Of): T {
    const known = this.#keptBy(read);
    const before = known.get(of);
    if (before !== undefined) return before;
    const value = read(of);
    known.set(of, value);
    return value;
  }

  /** The one place that knows what is kept by which function: what it has returned, and nothing else. */
  #keptBy<Of extends object, T>(read: (of: Of) => T): WeakMap<Of, T> {
    const known = this.#kept.get(read) ?? new WeakMap();
    this.#kept.set(read, known);
    return known as WeakMap<Of, T>;
  }
}
