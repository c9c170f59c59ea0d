/** Work on files, as one thread hands it to another: plain data. */
import type { Candidate } from '../host/fileSearch.ts';
import type { RuleFault } from '../pipeline/checkLetter.ts';
import type { LetterEntry } from '../precedents/letterEntry.ts';
import type { PrintedFile } from '../protocol/printedLetter.ts';
import type { LetterReport } from '../report/fileReport.ts';
import type { ReadyVerdict } from '../report/ready/verdict.ts';
import type { LetterNames } from '../team/letterNames.ts';
import type { PolicyText } from './policyText.ts';

/** What is to be done with each letter. */
export type Task =
  | { readonly kind: 'check'; readonly fingerprints: boolean }
  /** Whether it may go out; `made` is the day. */
  | { readonly kind: 'ready'; readonly made: string; readonly version: string }
  /** Keeps what its decisions are found again by. */
  | { readonly kind: 'index' }
  | { readonly kind: 'extract'; readonly format: ExtractFormat; readonly explains: boolean }
  /** Lays out a letter, for a file that is made of it. */
  | { readonly kind: 'print'; readonly withFindings: boolean };

export type ExtractFormat = 'text' | 'json' | 'csv';

/** A file that was named or found, or what was given on standard input. */
export type Input = Candidate | { readonly kind: 'given'; readonly path: string; readonly bytes: Uint8Array };

export interface WorkItem {
  readonly input: Input;
  /** What the letter is checked by; null where it is only read. */
  readonly policy: PolicyText | null;
}

export interface Batch {
  readonly task: Task;
  readonly items: readonly WorkItem[];
}

/** What became of a file, or of each letter of a file that holds several. */
export type Worked =
  | CheckedFile
  /** What the letter says, as it is printed. */
  | ({ readonly kind: 'extracted'; readonly file: string; readonly text: string } & TextSource)
  | ({ readonly kind: 'judged'; readonly file: string; readonly verdict: ReadyVerdict } & TextSource)
  | ({ readonly kind: 'indexed'; readonly file: string; readonly entry: LetterEntry } & TextSource)
  | ({ readonly kind: 'printed'; readonly file: string; readonly printed: PrintedFile } & TextSource)
  /** What was found in a folder and is not a letter. `isText` where its name promises text. */
  | { readonly kind: 'passedOver'; readonly file: string; readonly isText: boolean }
  /** A text that was named, or calls itself a letter, and is not one. */
  | ({ readonly kind: 'noLetter'; readonly file: string; readonly isEmpty: boolean } & TextSource)
  /** `reason` continues “file: ”. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string }
  /** A fault of the program. `error`: its kind only, as its message may hold words of the letter. */
  | { readonly kind: 'failed'; readonly file: string; readonly error: string };

/** Where a text comes from. */
export interface TextSource {
  /** It was read out of a PDF or Word file: its lines are those of no file. */
  readonly isExtracted: boolean;
  /** What of it is missing; continues “file: ”. Empty where nothing is. */
  readonly missing: string;
}

export interface CheckedFile extends TextSource {
  readonly kind: 'checked';
  readonly file: string;
  readonly report: LetterReport;
  readonly faults: readonly RuleFault[];
  readonly names: LetterNames;
  /** The put-aside entries of this letter that nothing was found for, by their position in their file. */
  readonly unused: readonly number[];
  /** Why the spelling was not checked; null where it was. */
  readonly spellingFault: string | null;
}
