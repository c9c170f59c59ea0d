/** What was found out about a letter, as plain data: it goes from one thread to another, and is kept for thousands of letters. */

import type { Report, Severity } from '../checking/rule.ts';
import {
  asRead,
  type Category,
  type ConclusionKind,
  type Decision,
  type Determination,
  type IsoDate,
} from '../determination/model/determination.ts';
import type { CheckedLetter } from '../pipeline/checkLetter.ts';
import { fingerprint } from '../team/fingerprint.ts';
import type { Span } from '../text/span.ts';

/** A file that was looked into. */
export type FileReport =
  | LetterReport
  /** It is not a letter. `isNamed`: somebody named it, or it calls itself a letter. */
  | { readonly kind: 'noLetter'; readonly file: string; readonly isNamed: boolean }
  /** `reason` continues “file: ”. */
  | { readonly kind: 'unread'; readonly file: string; readonly reason: string };

export interface LetterReport {
  readonly kind: 'letter';
  readonly file: string;
  /** Which letter of the file it is, from 1 on; null where it is the only one. */
  readonly part: number | null;
  readonly caseNumber: string | null;
  readonly decisionDate: IsoDate | null;
  /** In the order of the letter. */
  readonly issues: readonly IssueReport[];
  /** In the order of the letter. */
  readonly findings: readonly FindingReport[];
  readonly putAside: readonly FindingReport[];
  /** What of it could not be read, as pages that are pictures; continues “file: ”. Empty where nothing is. */
  readonly missing: string;
  /** Names of rules that failed on it. */
  readonly failedRules: readonly string[];
}

export interface IssueReport {
  /** The heading's line, 1-based. */
  readonly line: number;
  readonly treatment: string;
  readonly category: Category;
  readonly decision: Decision | null;
  readonly conclusion: ConclusionKind;
}

/** Lines and columns (UTF-16) are 1-based; the end column is after the last character. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FindingReport extends Place {
  readonly rule: string;
  readonly severity: Severity;
  /** 0-based; null where it belongs to no issue. */
  readonly issue: number | null;
  readonly message: string;
  /** The words that it disagrees with. */
  readonly related: readonly (Place & { readonly message: string })[];
  /** Set where it stands for this many findings that are not listed one by one. */
  readonly leftOut: number | null;
  /** Null unless it is wanted: it takes longer than everything else here. */
  readonly fingerprint: string | null;
}

/** @param file as the user calls it */
export function letterReport(
  file: string,
  { determination, shown, putAside, faults }: CheckedLetter,
  { fingerprints = false, missing = '' }: { readonly fingerprints?: boolean; readonly missing?: string } = {},
): LetterReport {
  const finding = (report: Report): FindingReport => findingReport(determination, report, fingerprints);
  return {
    kind: 'letter',
    file,
    part: determination.part,
    caseNumber: asRead(determination.header.caseNumber)?.value ?? null,
    decisionDate: asRead(determination.header.decisionDate)?.value ?? null,
    issues: determination.issues.map(({ range, request, category, decision, rationale }) => ({
      line: determination.text.lineNumber(range.start),
      treatment: request.treatment.text,
      category,
      decision: decision?.kind === 'decided' ? decision.decision : null,
      conclusion: rationale?.conclusion.kind ?? 'none',
    })),
    findings: shown.map(finding),
    putAside: putAside.map(finding),
    missing,
    failedRules: faults.map(({ rule }) => rule),
  };
}

function findingReport(letter: Determination, report: Report, fingerprints: boolean): FindingReport {
  const { rule, severity, span, issue, message, related = [], leftOut = null } = report;
  return {
    rule: rule.name,
    severity,
    ...placeOf(letter, span),
    issue,
    message,
    related: related.map((words) => ({ ...placeOf(letter, words.span), message: words.message })),
    leftOut,
    fingerprint: fingerprints ? fingerprint(letter, report) : null,
  };
}

function placeOf({ text }: Determination, { start, end }: Span): Place {
  const from = text.lines.positionAt(start);
  const to = text.lines.positionAt(end);
  return {
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
