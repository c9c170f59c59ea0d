/**
 * The messages that the language server protocol does not have. Client and server both name them, so each name is
 * written here once: a name is a value, and a type alone cannot send it. There is nothing else in this folder but types.
 */

import type { ReportFileFormat } from './workspaceReport.ts';

/** What is about one file. */
export interface OfFile {
  /** The file's address. */
  readonly uri: string;
}

/**
 * Asks the client for a file; the answer is a `FileText` (`intake/fileText.ts`). A client that answers says so with `InitializationOptions.readsFiles`: it
 * can reach file systems that the server cannot (in the browser, in a remote repository).
 */
export const READ_FILE = 'imr/readFile';

/**
 * Asks a client that answers `READ_FILE` to open a file that is to be changed, shown or not: its edits are then about a
 * version of it, and refused where someone else was quicker. Not every client knows it.
 */
export const OPEN_FILE = 'imr/openFile';

/**
 * Asks the client for the text of a letter that is not open; the answer is a `LetterFile` (`intake/letterFile.ts`). The
 * client decides what a letter is, as it does when a file is opened. The same clients answer it as answer `READ_FILE`.
 */
export const READ_LETTER = 'imr/readLetter';

/**
 * Asks the client for the addresses of all files in the opened folders that may be letters, without what the user excludes.
 * The same clients answer it as answer `READ_FILE`.
 */
export const LIST_LETTERS = 'imr/listLetters';

/**
 * Asks the server what the other letters of the opened folders decided about the treatment of the issue at a line; the
 * answer is a `Precedents`, or null where no issue is there. It reads the folders first, and shows its progress.
 */
export const PRECEDENTS = 'imr/precedents';

/** A line of an open letter, 0-based. */
export interface OfLine extends OfFile {
  readonly line: number;
}

/**
 * Asks the server for a report about all letters of the opened folders, which it checks first; it shows its progress, and
 * the user may stop it. It takes `WorkspaceReportParams` and answers a `WorkspaceReport`.
 */
export const WORKSPACE_REPORT = 'imr/workspaceReport';

/** Asks the server for the last such report as the text of a file; null where there is none. */
export const REPORT_AS = 'imr/reportAs';

export interface ReportAsParams {
  readonly format: ReportFileFormat;
}

/** Asks the server for the findings that some files put aside; it takes `PutAsideListParams` and answers a list of `PutAsideItem`. */
export const PUT_ASIDE_LIST = 'imr/putAsideList';

/**
 * Asks the server for the address of a letter of the opened folders by what a team's file calls it: its case number, or its
 * file's name. Null where there is none.
 */
export const LETTER_CALLED = 'imr/letterCalled';

export interface LetterCalledParams {
  readonly name: string;
}

/**
 * Asks the server for the catalogue as a Markdown document: with the facts that apply to the letter at `uri`; without
 * one, to any in the first folder that is open.
 */
export const GUIDELINE_CATALOGUE = 'imr/guidelineCatalogue';

export interface GuidelineCatalogueParams {
  readonly uri?: string | null;
}

/**
 * Asks the server to lay out an open letter again, for a file that the client makes of it; the answer is a `PrintedFile`, or
 * null where no letter is open there.
 */
export const PRINTED_LETTER = 'imr/printedLetter';

export interface PrintedLetterParams extends OfFile {
  /** As notes, those that show in the editor. */
  readonly withFindings: boolean;
}

/**
 * Asks the server what the letters of an open document come to; the answer is `LetterSummaries`, of the text as it is when
 * the answer comes, or null where no letter is open there.
 */
export const LETTER_SUMMARY = 'imr/letterSummary';
/** Asks the server what an open letter comes to; the answer is a `LetterOverview`, or null where no letter is open there. It takes an `OfFile`. */
export const LETTER_OVERVIEW = 'imr/letterOverview';

/** Asks the server whether an open letter may go out; the answer is a `ReadyLetter`, or null where no letter is open there. It takes an `OfFile`. */
export const READY_LETTER = 'imr/readyLetter';

/** Asks the server for a text as plain letter text; the answer is a `CleanedText`. It takes a `CleanTextParams`. */
export const CLEAN_TEXT = 'imr/cleanText';

export interface CleanTextParams {
  readonly text: string;
  /** It is a piece of a letter. Else it is all of one, or several. */
  readonly isFragment?: boolean;
}

/** What came of cleaning a text. */
export type CleanedText =
  | { readonly kind: 'cleaned'; readonly text: string }
  /** It is as clean as it gets. */
  | { readonly kind: 'clean' }
  /** A cleaned text would be read otherwise, so it is left as it is. */
  | { readonly kind: 'unsure' };

/**
 * Asks the server for the edit that rewraps the paragraph at a place of an open letter to the letter's width; the
 * answer is a `TextEdit`, or null where there is nothing to do. It takes a `RewrapParams`.
 */
export const REWRAP = 'imr/rewrap';

export interface RewrapParams extends OfFile {
  /** 0-based line and UTF-16 character. */
  readonly position: { readonly line: number; readonly character: number };
}

/** A client that said `InitializationOptions.isTrusted: false` reports that the user trusts the folders after all. */
export const TRUST_GRANTED = 'imr/trustGranted';
