/** A report about all letters of the opened folders. */

export interface WorkspaceReportParams {
  /** PDF and Word files in the folders: they are read one by one when they are opened, and the report says so. */
  readonly documents: number;
}

export interface WorkspaceReport {
  /** A page of its own: it loads nothing, and obeys no script but its own. Its places are buttons, which send an `OpenPlace`. */
  readonly html: string;
  readonly letters: number;
  readonly findings: number;
  /** The address of each file that the page names. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Whether it ended before the last file: the user stopped it. */
  readonly stopped: boolean;
}

/** What the page says when a place is pressed; lines and columns are 1-based. */
export interface OpenPlace {
  readonly kind: 'open';
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the last report can be saved as: a page, a table of decisions or of findings, a log for code hosts. */
export type ReportFileFormat = 'html' | 'decisions' | 'findings' | 'sarif';
