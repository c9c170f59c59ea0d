/** Letters like one: what was decided about the same treatment. Plain data: a view shows it, the command line prints it. */

export interface Precedents {
  /** The issue that is compared. */
  readonly asked: AskedIssue;
  /** How many letters were searched, not counting the letter itself. */
  readonly letters: number;
  /** How the issues fared that are like it, those of the same case too. */
  readonly fared: Fared;
  /** The same by the guideline that the reviewer cites; the most decisions first. */
  readonly byGuideline: readonly FaredBy[];
  /** The same by what the rationale calls missing; the most decisions first. */
  readonly byMissing: readonly FaredBy[];
  /** All issues of the other letters with the same case number, those that are like it first. */
  readonly sameCase: readonly Precedent[];
  /** The issues of other cases that are like it, the most similar first. */
  readonly alike: readonly Precedent[];
  /** How many more of them there are. */
  readonly notListed: number;
}

export interface AskedIssue {
  /** 1-based. */
  readonly number: number;
  readonly treatment: string;
  /** What is compared: 'physical therapy of the neck', 'hydrocodone (opioid)'. */
  readonly kind: string;
}

export interface Fared {
  readonly upheld: number;
  readonly overturned: number;
  /** Issues whose heading says neither. */
  readonly undecided: number;
}

export interface FaredBy extends Fared {
  readonly what: string;
}

export interface Precedent {
  /** The letter's address, or its name as the user gave it. */
  readonly file: string;
  /** The heading's line, 1-based. */
  readonly line: number;
  readonly caseNumber: string | null;
  /** `YYYY-MM-DD` */
  readonly decisionDate: string | null;
  readonly treatment: string;
  readonly decision: 'upheld' | 'overturned' | null;
  /** Therapy visits in dispute. */
  readonly visits: number | null;
  readonly guidelines: readonly string[];
  /** The sentence that concludes; null where none is understood. */
  readonly conclusion: string | null;
  /** What the rationale calls missing. */
  readonly missing: readonly string[];
  /** From 0 to 1. */
  readonly likeness: number;
}
