import type { Severity } from '../checking/rule.ts';
import type { IsoDate } from '../determination/model/determination.ts';
import type { FileReport } from './fileReport.ts';

/** Makes one document of many reports, piece by piece, so that who writes it need not keep it. */
export interface ReportWriter {
  begin(): string;
  add(report: FileReport): string;
  end(run: Run): Iterable<string>;
}

/** What there is to say of a run as a whole. */
export interface Run {
  /** Whether every file could be read and checked. */
  readonly succeeded: boolean;
  readonly made: IsoDate;
  /** The program's. */
  readonly version: string;
  /** Rules that the user or the team has turned off for some letter. */
  readonly rulesOff: readonly string[];
  /** By whom, as in 'by the team, in .imr.json'. */
  readonly rulesOffBy: string;
  /** Which findings are wanted; all where neither is set. */
  readonly only: Asked;
  /** Why the spelling was not checked; null where it was. */
  readonly spellingFault: string | null;
  /** PDF and Word files that were skipped, and are counted among no others. */
  readonly documents: number;
  /** Files that were not looked at, as the run was stopped before. */
  readonly stopped: number;
}

/** Which findings are wanted. */
export interface Asked {
  readonly rules: readonly string[] | null;
  /** The least severity. */
  readonly severity: Severity | null;
}

/** How the documents call what lies on a disk; only the host knows. */
export interface Naming {
  /** A file's address, in SARIF's way. */
  readonly artifact: (file: string) => { readonly uri: string; readonly uriBaseId?: string };
  /** A file's path from where the run began, parted by `/`. */
  readonly path: (file: string) => string;
  /** The address of a rule's page. */
  readonly rulePage: (rule: string) => string;
}
