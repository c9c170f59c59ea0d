import type { Passage, TokenRange } from '../../../../language/reading.ts';

/** The sentence around a position; of one that goes on and on the stretch of it, for what is compared with all around it. */
export function stretchAt(passage: Passage, at: number): TokenRange {
  const { first, end } = passage.sentenceAt(at);
  if (end - first <= LONGEST) return { first, end };
  const from = first + Math.floor((at - first) / LONGEST) * LONGEST;
  return { first: from, end: Math.min(end, from + LONGEST) };
}

/** In tokens. */
const LONGEST = 240;
