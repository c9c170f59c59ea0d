/** How far a sentence is followed, in characters. */
const reach = 600;

/**
 * The sentence that is unfinished while someone types at `offset`; blank lines end it as well, and so a heading is one.
 * Offsets are UTF-16 code units, the end is excluded.
 */
export function sentenceAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  const floor = Math.max(0, offset - reach);
  let start = floor;
  for (const match of text.slice(floor, offset).matchAll(ends)) start = floor + match.index + match[0].length;
  const rest = text.slice(offset, offset + reach);
  const [first] = rest.matchAll(ends);
  return { start, end: first === undefined ? offset + rest.length : offset + first.index + first[0].length };
}

const ends = /[.!?]\s|\n\s*\n/g;
