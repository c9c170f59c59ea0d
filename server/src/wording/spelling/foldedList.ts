/**
 * A sorted list of words as it is shipped: each begins like the one before, so a line has how many of its characters
 * are the same (as a character, from '0' on), and the rest. Packed, it takes half the room. `scripts/dictionaries.mjs`
 * folds them.
 */

/** Every host has it; its type comes with a host’s. */
declare const TextDecoder: new (label: 'utf-16le') => { decode(bytes: Uint16Array): string };

/** Unfolds a list: one word on each line. Written into one array, because a string for each word takes four times as long. */
export function unfoldedList(folded: string): string {
  const codes = new Uint16Array(folded.length * MOST_GROWTH);
  let length = 0;
  let before = 0;
  for (let at = 0; at < folded.length; at++) {
    const start = length;
    const shared = folded.charCodeAt(at) - ZERO;
    for (let i = 0; i < shared; i++) codes[length++] = codes[before + i] ?? 0;
    for (at++; at < folded.length; at++) {
      const code = folded.charCodeAt(at);
      if (code === NEW_LINE) break;
      codes[length++] = code;
    }
    codes[length++] = NEW_LINE;
    before = start;
  }
  return new TextDecoder('utf-16le').decode(codes.subarray(0, Math.max(0, length - 1)));
}

/** Unfolded, a list of English words has twice as many characters. */
const MOST_GROWTH = 4;
const ZERO = 48;
const NEW_LINE = 10;
