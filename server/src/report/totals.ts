import { SEVERITIES, type Severity } from '../checking/rule.ts';
import type { Category } from '../determination/model/determination.ts';
import type { FileReport, LetterReport } from './fileReport.ts';
import { type FindingKind, kindOf, titleOf } from './kinds.ts';
import { counted } from './words.ts';
import type { Run } from './writer.ts';

/** What a folder's letters come to. Grows with the rules and with what could not be read, not with the letters. */
export interface Totals {
  readonly letters: number;
  readonly decisions: DecisionCounts;
  readonly findings: Readonly<Record<FindingKind, number>>;
  readonly severities: Readonly<Record<Severity, number>>;
  /** Letters in which nothing was found. */
  readonly lettersWithoutFindings: number;
  /** Most decisions first. */
  readonly decisionsByCategory: readonly (DecisionCounts & { readonly category: Category })[];
  /** Most findings first. */
  readonly findingsByRule: readonly RuleCount[];
  /** The letters to look at first, the most serious first. */
  readonly lookFirst: readonly LetterToLookAt[];
  readonly notRead: readonly { readonly file: string; readonly reason: string }[];
  readonly leftOut: readonly LeftOut[];
}

export interface DecisionCounts {
  readonly upheld: number;
  readonly overturned: number;
  /** Issues whose heading says neither. */
  readonly undecided: number;
}

export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  readonly kind: FindingKind;
  readonly findings: number;
  /** In how many letters. */
  readonly letters: number;
}

export interface LetterToLookAt {
  readonly file: string;
  readonly caseNumber: string | null;
  /** Of substance. */
  readonly errors: number;
  /** Of substance. */
  readonly warnings: number;
  /** Where its most serious finding is, 1-based, and what it says. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Something that is not in the report, and why. */
export interface LeftOut {
  readonly kind:
    | 'notRead'
    | 'stopped'
    | 'noLetter'
    | 'document'
    | 'putAside'
    | 'notListed'
    | 'failedRule'
    | 'spelling'
    | 'ruleOff'
    | 'onlyRules'
    | 'onlySeverity';
  /** How many files, findings, letters or rules. */
  readonly count: number;
  readonly sentence: string;
}

/** As many as a person looks at in a morning. */
const MOST_TO_LOOK_AT = 20;

/** Counts reports, one after the other. */
export class Counting {
  #letters = 0;
  #withoutFindings = 0;
  #others = 0;
  #putAside = 0;
  readonly #decisions = { upheld: 0, overturned: 0, undecided: 0 };
  readonly #findings = { substance: 0, wording: 0 };
  readonly #severities = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #categories = new Map<Category, { upheld: number; overturned: number; undecided: number }>();
  readonly #rules = new Map<string, { findings: number; letters: number; leftOut: number }>();
  readonly #failedRules = new Map<string, number>();
  readonly #notRead: { readonly file: string; readonly reason: string }[] = [];
  #lookFirst: LetterToLookAt[] = [];

  add(report: FileReport): void {
    if (report.kind === 'letter') this.#addLetter(report);
    else if (report.kind === 'noLetter') this.#others++;
    else this.#notRead.push({ file: report.file, reason: report.reason });
  }

  #addLetter(letter: LetterReport): void {
    const { file, issues, findings, putAside, missing, failedRules } = letter;
    if (missing !== '') this.#notRead.push({ file, reason: missing });
    this.#letters++;
    this.#putAside += putAside.length;
    if (findings.length === 0) this.#withoutFindings++;
    for (const { category, decision } of issues) {
      const counts = this.#categories.get(category) ?? { upheld: 0, overturned: 0, undecided: 0 };
      this.#categories.set(category, counts);
      counts[decision ?? 'undecided']++;
      this.#decisions[decision ?? 'undecided']++;
    }
    const seen = new Set<string>();
    for (const { rule, severity, leftOut } of findings) {
      const counts = this.#rules.get(rule) ?? { findings: 0, letters: 0, leftOut: 0 };
      this.#rules.set(rule, counts);
      counts.findings++;
      counts.leftOut += leftOut ?? 0;
      if (!seen.has(rule)) counts.letters++;
      seen.add(rule);
      this.#findings[kindOf(rule)]++;
      this.#severities[severity]++;
    }
    for (const rule of failedRules) this.#failedRules.set(rule, (this.#failedRules.get(rule) ?? 0) + 1);
    this.#noteGravity(letter);
  }

  #noteGravity({ file, caseNumber, findings }: LetterReport): void {
    const grave = findings.filter(({ rule, severity }) => kindOf(rule) === 'substance' && isGrave(severity));
    const [first] = grave.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
    if (first === undefined) return;
    const errors = grave.filter(({ severity }) => severity === 'error').length;
    const { line, column, message } = first;
    const letter = { file, caseNumber, errors, warnings: grave.length - errors, line, column, message };
    const last = this.#lookFirst.at(-1);
    if (this.#lookFirst.length === MOST_TO_LOOK_AT && last !== undefined && byGravity(last, letter) <= 0) return;
    this.#lookFirst = [...this.#lookFirst, letter].sort(byGravity).slice(0, MOST_TO_LOOK_AT);
  }

  totals(run: Run): Totals {
    const byRule = [...this.#rules].map(([rule, { findings, letters }]) => ({
      rule,
      title: titleOf(rule),
      kind: kindOf(rule),
      findings,
      letters,
    }));
    return {
      letters: this.#letters,
      decisions: this.#decisions,
      findings: this.#findings,
      severities: this.#severities,
      lettersWithoutFindings: this.#withoutFindings,
      decisionsByCategory: [...this.#categories]
        .map(([category, counts]) => ({ category, ...counts }))
        .sort((a, b) => decisionsIn(b) - decisionsIn(a) || byName(a.category, b.category)),
      findingsByRule: byRule.sort((a, b) => b.findings - a.findings || byName(a.rule, b.rule)),
      lookFirst: this.#lookFirst,
      notRead: this.#notRead,
      leftOut: [...this.#leftOut(run)],
    };
  }

  *#leftOut({ rulesOff, rulesOffBy, only, spellingFault, documents, stopped }: Run): Iterable<LeftOut> {
    const leftOut = (kind: LeftOut['kind'], count: number, sentence: string): LeftOut => ({ kind, count, sentence });
    const unread = this.#notRead.length;
    if (unread > 0) {
      yield leftOut(
        'notRead',
        unread,
        `${counted(unread, 'file')} could not be read, or not in full; the reasons are listed.`,
      );
    }
    if (stopped > 0) {
      const files = counted(stopped, 'file was', 'files were');
      yield leftOut('stopped', stopped, `The report was stopped: ${files} not read.`);
    }
    if (documents > 0) {
      const files = counted(documents, 'PDF or Word file was', 'PDF or Word files were');
      yield leftOut('document', documents, `${files} skipped: their text is read when they are opened.`);
    }
    if (this.#others > 0) {
      const others = counted(this.#others, 'other file is not a letter', 'other files are not letters');
      yield leftOut('noLetter', this.#others, `${others}.`);
    }
    if (this.#putAside > 0) {
      const findings = counted(this.#putAside, 'finding was', 'findings were');
      yield leftOut('putAside', this.#putAside, `${findings} put aside by the team, in .imr-ignore.json.`);
    }
    for (const [rule, { leftOut: count }] of this.#rules) {
      if (count === 0) continue;
      const findings = counted(count, 'finding is', 'findings are');
      yield leftOut(
        'notListed',
        count,
        `${findings} not listed one by one: of ${rule}, as of any rule, a letter lists a hundred.`,
      );
    }
    for (const [rule, count] of this.#failedRules) {
      const letters = counted(count, 'letter was', 'letters were');
      yield leftOut('failedRule', count, `${letters} not checked by ${rule}: the rule failed. Please report it.`);
    }
    if (spellingFault !== null) {
      yield leftOut('spelling', this.#letters, `The spelling was not checked: ${spellingFault}.`);
    }
    if (rulesOff.length > 0) {
      yield leftOut('ruleOff', rulesOff.length, `Turned off ${rulesOffBy}: ${rulesOff.join(', ')}.`);
    }
    if (only.rules !== null) {
      yield leftOut('onlyRules', only.rules.length, `Only these rules were run: ${only.rules.join(', ')}.`);
    }
    if (only.severity !== null && only.severity !== 'hint') {
      yield leftOut('onlySeverity', 1, `Findings below ${only.severity} were left out.`);
    }
  }
}

const isGrave = (severity: Severity): boolean => severity === 'error' || severity === 'warning';

/** Errors count before any number of warnings; where both are the same, the name. */
const byGravity = (a: LetterToLookAt, b: LetterToLookAt): number =>
  b.errors - a.errors || b.warnings - a.warnings || byName(a.file, b.file);

const decisionsIn = ({ upheld, overturned, undecided }: DecisionCounts): number => upheld + overturned + undecided;

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
