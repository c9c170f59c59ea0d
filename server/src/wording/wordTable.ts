import { KeySet } from './keySet.ts';
import { keyOf, type Word } from './wording.ts';

interface Entries<T> {
  /** What is tried whatever word comes next. */
  readonly whatever: T[];
  /** What is tried before a word, by its key; `whatever` included. */
  readonly before: Map<number, T[]>;
}

/** Entries by the word at which they are tried and, where it is known, by the word after it: most places try none. */
export class WordTable<T> {
  readonly #byKey = new Map<number, Entries<T>>();
  readonly #keys = new KeySet(LIKELY);

  /** Adds an entry that is tried at each of `words`, before each of `next`; before any word where that is null. */
  add(entry: T, words: readonly string[], next: readonly string[] | null): void {
    const nextKeys = next && new Set(next.map(keyOf));
    for (const key of new Set(words.map(keyOf))) {
      const { whatever, before } = this.#entriesAt(key);
      if (nextKeys === null) {
        whatever.push(entry);
        for (const entries of before.values()) entries.push(entry);
      } else {
        for (const nextKey of nextKeys) {
          const entries = before.get(nextKey);
          if (entries === undefined) before.set(nextKey, [...whatever, entry]);
          else entries.push(entry);
        }
      }
    }
  }

  /** What is to be tried at a word, in the order in which it was added: few words that do not belong get through. */
  at(words: readonly Word[], index: number): readonly T[] {
    const key = words[index]?.key ?? 0;
    const entries = this.#keys.has(key) ? this.#byKey.get(key) : undefined;
    if (entries === undefined) return NONE;
    const next = words[index + 1];
    return (next === undefined ? undefined : entries.before.get(next.key)) ?? entries.whatever;
  }

  #entriesAt(key: number): Entries<T> {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const entries: Entries<T> = { whatever: [], before: new Map() };
    this.#byKey.set(key, entries);
    this.#keys.add(key);
    return entries;
  }
}

/** The longest table has some nine hundred words. */
const LIKELY = 1000;

const NONE: readonly never[] = [];
