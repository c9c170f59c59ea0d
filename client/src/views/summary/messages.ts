/** What the view with a letter's summary and its page say to each other. */
import type { LetterSummaries, Place } from '../../../../server/src/protocol/letterSummary.ts';

export type ToPage =
  /** `name`: the letter's file. Null: no letter is open there any more. */
  | { readonly kind: 'letter'; readonly name: string; readonly summary: LetterSummaries | null }
  /** Where the caret is in the letter, 0-based. */
  | { readonly kind: 'caret'; readonly line: number; readonly character: number };

export type FromPage =
  /** It can show what comes. */
  | { readonly kind: 'ready' }
  /** The user wants to see these words in the letter. */
  | { readonly kind: 'show'; readonly place: Place }
  /** The user wants to read about a rule. */
  | { readonly kind: 'explain'; readonly rule: string };
