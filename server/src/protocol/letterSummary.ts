/** What a document’s letters come to, for a view beside it. Plain data: a page shows it. */

/** A place in the letter's text, as LSP counts: 0-based lines and UTF-16 characters. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

export interface LetterSummaries {
  /** The version of the text that they are about. */
  readonly version: number;
  /** In their order; most documents hold one. */
  readonly letters: readonly LetterSummary[];
}

export interface LetterSummary {
  /** Which letter of the document it is, from 1 on; null where it is the only one. */
  readonly part: number | null;
  readonly caseNumber: string | null;
  /** 'Overturned in part'; null where the letter itself has no word of its outcome. */
  readonly outcome: SummaryValue | null;
  /** The case data in their usual order. */
  readonly facts: readonly SummaryFact[];
  /** In the order of the letter. */
  readonly issues: readonly SummaryIssue[];
  /** In the order of the letter. */
  readonly findings: readonly SummaryFinding[];
}

/** Words that are shown, and where they are in the letter. */
export interface SummaryValue {
  readonly words: string;
  readonly place: Place;
}

/** One thing about the case: what it is called, and what the letter says of it. */
export interface SummaryFact {
  readonly label: string;
  readonly values: readonly SummaryValue[];
  /** Why there is no value: 'not in the letter', 'left blank'. Null where there is one. */
  readonly lack: string | null;
}

type SummaryDecision = 'upheld' | 'overturned' | 'unclear';

export interface SummaryIssue {
  /** 1-based. */
  readonly number: number;
  readonly treatment: SummaryValue;
  readonly decision: SummaryDecision;
  /** 'Upheld', 'no decision', or the unusual word in its place. */
  readonly decisionWords: string;
  /** 'Physical therapy'. */
  readonly category: string;
  /** From the heading to the end of the rationale: the caret is in this issue. */
  readonly range: Place;
  /** What the rationale concludes, in its own words; null where it concludes nothing that is understood. */
  readonly conclusion: SummaryValue | null;
  /** The guidelines that the reviewer cites. */
  readonly guidelines: readonly SummaryValue[];
  readonly ledger: SummaryLedger | null;
}

/** The visits of an issue against what is allowed. */
export interface SummaryLedger {
  /** Bars, in their order: what is requested, what was had before. */
  readonly visits: readonly LedgerRow[];
  /** What counts against the limit. */
  readonly sum: number;
  readonly limits: readonly LedgerRow[];
  /** '10 over', 'within'; empty where neither can be said. */
  readonly standing: string;
  readonly isOver: boolean;
}

export interface LedgerRow {
  readonly what: string;
  readonly visits: number;
  readonly place: Place;
}

export interface SummaryFinding {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly rule: string;
  readonly message: string;
  readonly place: Place;
  /** 1-based; null where it belongs to no issue. */
  readonly issue: number | null;
}
