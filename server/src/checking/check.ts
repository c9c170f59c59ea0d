import type { Determination } from '../determination/model/determination.ts';
import { readThrough } from '../determination/parse.ts';
import { defaultCatalogue } from '../guidelines/shipped.ts';
import { holds, type Span } from '../text/span.ts';
import type { Finding, Report, Rule, RuleContext, Severity } from './rule.ts';

export type SeveritySetting = Severity | 'off';

/** Severities that a user set, by the rule's name. */
export type SeveritySettings = Readonly<Record<string, SeveritySetting>>;

/** The shipped facts, and no dictionary. */
export const defaultContext = (): RuleContext => ({ guidelines: defaultCatalogue(), dictionary: null });

/** Called for a rule that failed; the other rules' findings remain. */
export type OnFault = (rule: Rule, error: unknown) => void;

const rethrow: OnFault = (_, error) => {
  throw error;
};

/**
 * Runs `rules` over a letter. Reports come in the order of the letter; a text that is not a letter has none. A rule reports
 * at most `MOST_FINDINGS` findings; the last then says how many more there are (`leftOut`).
 */
export function checkDetermination(
  letter: Determination,
  rules: readonly Rule[],
  settings: SeveritySettings = {},
  context: RuleContext = defaultContext(),
  onFault: OnFault = rethrow,
): readonly Report[] {
  const steps = checkInSteps(letter, rules, settings, context, onFault);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The reports so far, in the order of the letter. A report may still yield to one that is found later. */
export type SoFar = () => readonly Report[];

/**
 * The same check in steps, so that a server can give way to typing in between, show what has been found so far, or stop
 * for good by asking no further. First come the rules that see only where the letter's parts are, and until then nothing
 * is worth showing (null); then the parts are read, an issue a step; then the other rules. Returns the reports.
 */
export function* checkInSteps(
  letter: Determination,
  rules: readonly Rule[],
  settings: SeveritySettings = {},
  context: RuleContext = defaultContext(),
  onFault: OnFault = rethrow,
): Generator<SoFar | null, readonly Report[], void> {
  if (letter.layout === 'unknown') return [];
  const byRule = new Map<Rule, readonly Report[]>();
  // In the order of the rules, where spans are the same.
  const soFar: SoFar = () =>
    inOrder(
      letter,
      rules.flatMap((rule) => byRule.get(rule) ?? []),
    );
  const wanted = rules.filter(({ name }) => settings[name] !== 'off');
  const ask = function* (asked: readonly Rule[]): Generator<void, void, void> {
    for (const rule of asked) {
      const setting = settings[rule.name];
      const found = boundedFindings(rule, letter, context, onFault);
      byRule.set(
        rule,
        found.map((finding) => ({ rule, ...finding, severity: severityOf(rule, finding, setting) })),
      );
      yield;
    }
  };
  for (const _ of ask(wanted.filter(({ category }) => category === 'structure'))) yield null;
  for (const _ of readThrough(letter)) yield soFar;
  for (const _ of ask(wanted.filter(({ category }) => category !== 'structure'))) yield soFar;
  return soFar();
}

const severityOf = (rule: Rule, finding: Finding, setting: SeveritySetting | undefined): Severity =>
  (setting === 'off' ? undefined : setting) ?? finding.severity ?? rule.severity;

const inOrder = (letter: Determination, reports: readonly Report[]): readonly Report[] =>
  withoutDoubles(
    letter,
    reports.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  );

/** Letters have at most some ten findings of one rule: a text with more than these is no longer a letter, or is full of one mistake. */
export const MOST_FINDINGS = 100;

/** The first findings of a rule; where there are more, the one after them stands for all the rest. */
function boundedFindings(rule: Rule, letter: Determination, context: RuleContext, onFault: OnFault): Finding[] {
  const findings: Finding[] = [];
  let last: Finding | null = null;
  let leftOut = 0;
  try {
    for (const finding of rule.check(letter, context)) {
      if (findings.length < MOST_FINDINGS) findings.push(finding);
      else if (leftOut++ === 0) last = finding;
    }
  } catch (error) {
    onFault(rule, error);
  }
  if (last !== null) findings.push(leftOut === 1 ? last : moreLike(last, leftOut));
  return findings;
}

/** `first`: the first finding that is left out. */
const moreLike = ({ span, issue, severity }: Finding, leftOut: number): Finding => ({
  span,
  issue,
  message: `And ${leftOut.toLocaleString('en-US')} more findings of this kind, here and elsewhere in the letter.`,
  leftOut,
  ...(severity !== undefined && { severity }),
});

/** One mistake is reported once, by the rule that explains it best. `reports` are in the order of the letter. */
function withoutDoubles({ issues }: Determination, reports: readonly Report[]): readonly Report[] {
  const byRule = new Map<string, Report[]>();
  for (const report of reports) {
    const own = byRule.get(report.rule.name);
    if (own === undefined) byRule.set(report.rule.name, [report]);
    else own.push(report);
  }
  /** Both are in the rationale of one issue. */
  const shareRationale = (a: Report, b: Report): boolean => {
    const rationale = a.issue === null || a.issue !== b.issue ? null : (issues[a.issue]?.rationale ?? null);
    return rationale !== null && holds(rationale.range, a.span) && holds(rationale.range, b.span);
  };
  return reports.filter((report, i) => {
    if (isAgain(report, reports[i - 1])) return false;
    const { yieldsTo = [], silencedBy = [] } = report.rule;
    return (
      !yieldsTo.some((better) => overlapsOne(byRule.get(better) ?? [], report.span)) &&
      !silencedBy.some((name) => byRule.get(name)?.some((other) => shareRationale(report, other)) === true)
    );
  });
}

/** What is said of one place for an issue, and again for another that shares the part. */
const isAgain = ({ rule, span, message }: Report, before: Report | undefined): boolean =>
  before?.rule === rule &&
  before.span.start === span.start &&
  before.span.end === span.end &&
  before.message === message;

/** A rule's own findings hardly overlap: the last that begins before the span's end decides. */
function overlapsOne(reports: readonly Report[], { start, end }: Span): boolean {
  let low = 0;
  let high = reports.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reports[middle]?.span.start ?? end) < end) low = middle + 1;
    else high = middle;
  }
  return (reports[low - 1]?.span.end ?? start) > start;
}
