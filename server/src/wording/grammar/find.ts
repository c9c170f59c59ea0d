import type { Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

/** Looks for a slip at a token of a sentence, the word of which called for it; null where there is none. */
export type Find = (sentence: Sentence, at: number) => WordingSlip | null;
