import type { Determination } from './model/determination.ts';

/** A reader that reads a whole letter once, as several rules ask for the same: the letter keeps it (`Reads`). */
export const oncePerLetter =
  <T extends object | string | number | boolean | null>(
    read: (letter: Determination) => T,
  ): ((letter: Determination) => T) =>
  (letter) =>
    letter.text.reads.once(read, letter);
