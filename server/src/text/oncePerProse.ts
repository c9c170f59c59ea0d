import type { Prose } from './prose.ts';

/** Remembers what was read out of a prose for as long as that prose lives: several rules ask the same of one part. */
export function oncePerProse<T>(read: (prose: Prose) => T): (prose: Prose) => T {
  const known = new WeakMap<Prose, { readonly value: T }>();
  return (prose) => {
    const before = known.get(prose);
    if (before !== undefined) return before.value;
    const value = read(prose);
    known.set(prose, { value });
    return value;
  };
}
