/** Letters as they are laid out again, for a Word file or a page of HTML. Plain data: a worker makes the file. */

/** What one file is made of. */
export interface PrintedFile {
  /** What the file is called inside: its title as a document. */
  readonly title: string;
  /** Each begins a page. */
  readonly letters: readonly PrintedLetter[];
}

export interface PrintedLetter {
  /** Printed at the foot of each page, before the page’s number. */
  readonly foot: string;
  /** In the order of the letter. */
  readonly blocks: readonly PrintedBlock[];
  /** Findings, in the order of the letter; empty where none are wanted. */
  readonly notes: readonly PrintedNote[];
}

export type PrintedBlock =
  /** A table: the case data of the header. A row is divided into cells. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly Run[])[][] }
  | { readonly kind: 'section'; readonly runs: readonly Run[] }
  /** The heading of a disputed issue, with its decision. `isNumbered`: the letter itself gives it no number. */
  | { readonly kind: 'issue'; readonly isNumbered: boolean; readonly runs: readonly Run[] }
  /** An item of a list, with its mark. */
  | { readonly kind: 'item'; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] };

/** Words that look alike and that the same notes are about. */
export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  /** Positions of the notes about them, ascending. */
  readonly notes: readonly number[];
}

export interface PrintedNote {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly rule: string;
  readonly message: string;
}
