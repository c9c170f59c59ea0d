import type { TokenRange } from '../../language/reading.ts';

/** A slip of wording. Positions are of tokens, `end` excluded. */
export interface WordingSlip extends TokenRange {
  readonly message: string;
  /** What may replace the words, the likeliest first; '' takes them away. */
  readonly rights: readonly string[];
  /** What an earlier version marked of it. */
  readonly former?: readonly TokenRange[];
}
