import { Prose } from './prose.ts';
import { LetterSpan, moved } from './span.ts';

/**
 * Takes what was read of some words of a letter to where the same words are in another version of it: spans and proses go
 * with the words, and all else stays as it is.
 */
export class Move {
  readonly #to: Prose;
  readonly #indexes: number;
  readonly #offsets: number;

  private constructor(to: Prose, indexes: number, offsets: number) {
    this.#to = to;
    this.#indexes = indexes;
    this.#offsets = offsets;
  }

  /**
   * From words to the same words; null where what lies between them in the original is not the same, too: line ends,
   * blanks, the head of a page.
   */
  static between(from: Prose, to: Prose): Move | null {
    const offsets = from.distanceTo(to);
    return offsets === null ? null : new Move(to, to.from - from.from, offsets);
  }

  /**
   * The same value of the other words. What holds no place is the same object. Null where the value holds something that
   * is made for its place in a way that is not known here.
   */
  of<T>(value: T): { readonly value: T } | null {
    const result = this.#of(value);
    // What goes with the words is of the type that it was.
    return result === UNKNOWN ? null : { value: result as T };
  }

  #of(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return typeof value === 'function' ? UNKNOWN : value;
    if (value instanceof LetterSpan) return moved(value, this.#offsets);
    if (value instanceof Prose) return value.movedTo(this.#to, this.#indexes);
    if (Array.isArray(value)) return this.#ofArray(value);
    const shape: unknown = Object.getPrototypeOf(value);
    return shape === Object.prototype || shape === null ? this.#ofObject(value) : UNKNOWN;
  }

  #ofArray(values: readonly unknown[]): unknown {
    let changed: unknown[] | null = null;
    for (let i = 0; i < values.length; i++) {
      const result = this.#of(values[i]);
      if (result === UNKNOWN) return UNKNOWN;
      if (result === values[i]) continue;
      changed ??= [...values];
      changed[i] = result;
    }
    return changed ?? values;
  }

  #ofObject(value: object): unknown {
    let changed: Record<string, unknown> | null = null;
    for (const [name, each] of Object.entries(value)) {
      const result = this.#of(each);
      if (result === UNKNOWN) return UNKNOWN;
      if (result === each) continue;
      changed ??= { ...value };
      changed[name] = result;
    }
    return changed ?? value;
  }
}

const UNKNOWN = Symbol('unknown');
