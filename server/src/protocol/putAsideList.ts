/** What was put aside, for a view. */
import type { Place } from './letterSummary.ts';

export interface PutAsideListParams {
  /** The addresses of the files that say what is put aside. */
  readonly files: readonly string[];
}

/** In the order of the file. */
export interface PutAsideItem {
  /** The address of the file that says so. */
  readonly file: string;
  readonly rule: string;
  /** What the rule looks for, in a few words; its name where the rule no longer exists. */
  readonly title: string;
  /** What the file calls the letter: its case number, or its file's name. */
  readonly letter: string;
  readonly reason: string;
  /** `YYYY-MM-DD`; empty where the file says none. */
  readonly date: string;
  /** Who did it; empty where the file says none. */
  readonly by: string;
  readonly fingerprint: string;
  /** Where the letter is open, its address, and the words that were put aside; no words where they are not found any more. */
  readonly open: { readonly uri: string; readonly words: string; readonly place: Place | null } | null;
}
