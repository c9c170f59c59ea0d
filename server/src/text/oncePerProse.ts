import type { Prose } from './prose.ts';

/** Remembers what was read out of a prose for as long as that prose lives: several rules ask the same of one part. */
export const oncePerProse = <T>(read: (prose: Prose) => T): ((prose: Prose) => T) => oncePer(read);

/** The same of anything else that a letter is read into, and of the letter itself. */
export function oncePer<Key extends object, T>(read: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, { readonly value: T }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = read(key);
    known.set(key, { value });
    return value;
  };
}
