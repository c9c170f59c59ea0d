/** Whether a letter may go out, and all that speaks against it: one answer for the page, the JSON and the command line. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SeveritySettings } from '../../checking/check.ts';
import type { Report, Severity } from '../../checking/rule.ts';
import {
  asRead,
  type ConclusionKind,
  type Decision,
  type Determination,
  type FinalDetermination,
} from '../../determination/model/determination.ts';
import type { CheckedLetter } from '../../pipeline/checkLetter.ts';
import { everywhere } from '../../text/pattern.ts';
import type { Prose } from '../../text/prose.ts';
import { type FindingReport, letterReport } from '../fileReport.ts';
import { titleOf } from '../kinds.ts';
import { counted } from '../words.ts';

/** `look-again`: nothing is known to be wrong, and something is left to a person. */
type Verdict = 'ready' | 'look-again' | 'not-ready';

/** The public JSON of `imr check --ready`: `schemas/imr-ready.schema.json`. Lines and columns are 1-based. */
export interface ReadyVerdict {
  readonly file: string;
  /** Of the letter's text, not counting line ends: a changed letter has a different one. */
  readonly fingerprint: string;
  /** The day, `YYYY-MM-DD`. */
  readonly made: string;
  /** The program's. */
  readonly version: string;
  /** Null where the file holds several letters; so are the date and the final determination. */
  readonly caseNumber: string | null;
  readonly decisionDate: string | null;
  readonly verdict: Verdict;
  /** One sentence. */
  readonly summary: string;
  readonly finalDetermination: FinalDetermination | null;
  readonly decisions: readonly ReadyDecision[];
  readonly open: readonly ReadyFinding[];
  readonly putAside: readonly (ReadyFinding & { readonly reason: string })[];
  readonly notRead: readonly NotRead[];
  /** The names of rules that were not asked. */
  readonly rulesOff: readonly string[];
}

export interface ReadyDecision {
  /** Which letter of the file it is of, from 1 on; null where there is one. */
  readonly part: number | null;
  readonly line: number;
  readonly treatment: string;
  readonly decision: Decision | null;
  readonly conclusion: ConclusionKind;
}

export interface ReadyFinding {
  readonly rule: string;
  /** What the rule looks for. */
  readonly title: string;
  readonly severity: Severity;
  /** Which letter of the file it is of, from 1 on; null where there is one. */
  readonly part: number | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** 0-based; null where it belongs to no issue. */
  readonly issue: number | null;
  /** The letter's, white space folded. */
  readonly words: string;
  readonly message: string;
}

/** What the program could not read, or not look for. */
export interface NotRead {
  readonly what: string;
  /** Which letter of the file it is of, from 1 on; null where there is one, or it is of none. */
  readonly part: number | null;
  readonly line: number | null;
  readonly words: string | null;
}

export interface ReadyContext {
  /** As the user calls it. */
  readonly file: string;
  readonly made: string;
  readonly version: string;
  /** What of the file could not be read; continues “file: ”. Empty where nothing is. */
  readonly missing: string;
  /** Names of rules that are off for this letter. */
  readonly rulesOff: readonly string[];
  /** Whether the spelling was checked. */
  readonly isSpelled: boolean;
}

/** What a checked file comes to: its letter, or all of them. */
export function readyVerdict(letters: CheckedLetters, context: ReadyContext): ReadyVerdict {
  const { file, made, version, rulesOff } = context;
  const [first, ...others] = letters;
  const read = letters.map((checked) => readLetter(file, checked));
  const decisions = read.flatMap((each) => each.decisions);
  const open = read.flatMap((each) => each.open);
  const notRead = [...notReadOf(letters, context), ...letters.flatMap(notReadIn)];
  const only = others.length === 0 ? first.determination : null;
  return {
    file,
    fingerprint: letterFingerprint(first.determination.text.source),
    made,
    version,
    caseNumber: (only && asRead(only.header.caseNumber)?.value) ?? null,
    decisionDate: (only && asRead(only.header.decisionDate)?.value) ?? null,
    ...judged(decisions, open, notRead, letters.length, rulesOff),
    finalDetermination: only?.finalDetermination?.value ?? null,
    decisions,
    open,
    putAside: read.flatMap((each) => each.putAside),
    notRead,
    rulesOff: [...rulesOff].sort(),
  };
}

/** The letters of a file, each checked as a letter of its own. */
export type CheckedLetters = readonly [CheckedLetter, ...CheckedLetter[]];

function readLetter(file: string, checked: CheckedLetter): Pick<ReadyVerdict, 'decisions' | 'open' | 'putAside'> {
  const { determination, shown, putAside, reasons } = checked;
  const { part } = determination;
  const report = letterReport(file, checked);
  const finding = readyFinding(determination);
  return {
    decisions: report.issues.map(({ line, treatment, decision, conclusion }) => ({
      part,
      line,
      treatment,
      decision,
      conclusion,
    })),
    open: report.findings.map((each, i) => finding(each, shown[i])),
    putAside: report.putAside.map((each, i) => {
      const put = putAside[i];
      return { ...finding(each, put), reason: (put && reasons.get(put)) ?? '' };
    }),
  };
}

/** The decisions with their numbers in their letters, from 1 on. */
export function numberedIssues(
  decisions: readonly ReadyDecision[],
): readonly (ReadyDecision & { readonly number: number })[] {
  const counts = new Map<number | null, number>();
  return decisions.map((decision) => {
    const number = (counts.get(decision.part) ?? 0) + 1;
    counts.set(decision.part, number);
    return { ...decision, number };
  });
}

/** The names of the rules that settings turn off. */
export const rulesOffIn = (severities: SeveritySettings): readonly string[] =>
  Object.entries(severities).flatMap(([rule, setting]) => (setting === 'off' ? [rule] : []));

/** Names a letter's text: the same words have the same, whatever ends their lines. */
export const letterFingerprint = (source: string): string =>
  `sha256:${bytesToHex(sha256(utf8ToBytes(LINE_ENDS.replaceIn(source, '\n'))))}`;

const LINE_ENDS = everywhere(/\r\n?/);

const readyFinding =
  ({ text, part }: Determination) =>
  (
    { rule, severity, line, column, endLine, endColumn, issue, message }: FindingReport,
    report?: Report,
  ): ReadyFinding => ({
    rule,
    title: titleOf(rule),
    severity,
    part,
    line,
    column,
    endLine,
    endColumn,
    issue,
    words: report === undefined ? '' : shortened(text.prose.within(report.span)),
    message,
  });

/** Longer words are cut, in UTF-16 code units. */
const LONGEST_WORDS = 160;

const shortened = ({ text }: Prose): string =>
  text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS - 1).trimEnd()}…` : text;

function judged(
  decisions: readonly ReadyDecision[],
  open: readonly ReadyFinding[],
  notRead: readonly NotRead[],
  letters: number,
  rulesOff: readonly string[],
): Pick<ReadyVerdict, 'verdict' | 'summary'> {
  const count = (severity: Severity): number => open.filter((each) => each.severity === severity).length;
  const undecided = decisions.filter(({ decision }) => decision === null).length;
  const wrong = [
    ...tally(count('error'), 'error'),
    ...tally(count('warning'), 'warning'),
    ...(letters > 1 ? [`${letters} letters in one file`] : []),
    ...(decisions.length === 0 ? ['no issue is decided'] : []),
    ...(undecided === 0 ? [] : [`${counted(undecided, 'issue')} without a decision`]),
  ];
  if (wrong.length > 0) return { verdict: 'not-ready', summary: `Not ready to issue: ${listed(wrong)}.` };
  const left = [
    ...tally(count('information'), 'smaller finding'),
    ...tally(notRead.length, 'passage that could not be read', 'passages that could not be read'),
    ...tally(rulesOff.length, 'rule that was off', 'rules that were off'),
  ];
  if (left.length > 0) return { verdict: 'look-again', summary: `Look again before issuing: ${listed(left)}.` };
  return { verdict: 'ready', summary: 'Ready to issue: nothing is open.' };
}

const tally = (count: number, one: string, many = `${one}s`): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

const listed = (items: readonly string[]): string =>
  items.length < 3 ? items.join(' and ') : `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`;

function notReadOf(letters: CheckedLetters, { missing, isSpelled }: ReadyContext): readonly NotRead[] {
  const failed = new Set(letters.flatMap(({ faults }) => faults.map(({ rule }) => rule)));
  const whole = (what: string): NotRead => ({ what, part: null, line: null, words: null });
  return [
    ...(missing === '' ? [] : [whole(`Of the file: ${missing}`)]),
    ...[...failed].map((rule) => whole(`The rule “${rule}” failed on this letter.`)),
    ...(isSpelled ? [] : [whole('The spelling was not checked.')]),
  ];
}

function notReadIn({ determination }: CheckedLetter): readonly NotRead[] {
  const { text, part, issues } = determination;
  const passage = (what: string, prose: Prose): NotRead => ({
    what,
    part,
    line: text.lineNumber(prose.range.start),
    words: shortened(prose),
  });
  return [
    ...issues.flatMap(({ index, claimsGuideline, reviewerGuideline, rationale }) => [
      ...(claimsGuideline?.unread ?? []).map((each) =>
        passage(`What the claims administrator cites for issue ${index + 1}`, each),
      ),
      ...(reviewerGuideline?.unread ?? []).map((each) =>
        passage(`What the reviewer cites for issue ${index + 1}`, each),
      ),
      ...(rationale?.conclusion.unread ?? []).map((each) =>
        passage(`Whether this concludes on issue ${index + 1}, and what`, each),
      ),
    ]),
  ];
}
