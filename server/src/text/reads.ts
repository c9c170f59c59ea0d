interface Kept<Of, T> {
  readonly of: Of;
  readonly value: T;
}

/**
 * What has been read so far in a letter, or in a piece of it. Each has one of its own, and what was read goes
 * when the letter goes or the piece does: nothing is kept anywhere else, and no module holds a table of letters.
 */
export class Reads {
  /** By how it is read. */
  readonly #kept = new Map<unknown, Kept<unknown, unknown>>();

  /**
   * What `read` reads out of `of`, which is whose reads these are or stands for it. It is read when it is first asked
   * for, and again where something else was asked about in between.
   * @param read the same function for the same question; it depends on `of` alone
   */
  once<Of extends object, T extends object | string | number | boolean | null>(read: (of: Of) => T, of: Of): T {
    const before = this.#keptBy(read);
    if (before?.of === of) return before.value;
    const value = read(of);
    this.#kept.set(read, { of, value });
    return value;
  }

  /** The one place that knows that what is kept for a function is what the function returned. */
  #keptBy<Of extends object, T>(read: (of: Of) => T): Kept<Of, T> | undefined {
    return this.#kept.get(read) as Kept<Of, T> | undefined;
  }
}
