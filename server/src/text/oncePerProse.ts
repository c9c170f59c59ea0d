import type { Prose } from './prose.ts';

/** A reader that reads a piece of a letter once, because several rules need the same: the piece keeps the result (`Reads`). */
export const oncePerProse =
  <T extends object | string | number | boolean | null>(read: (prose: Prose) => T): ((prose: Prose) => T) =>
  (prose) =>
    prose.reads.once(read, prose);
