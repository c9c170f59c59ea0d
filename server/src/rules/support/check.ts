import type { Determination } from '../../determination/model.ts';
import { defaultCatalogue } from '../../guidelines/shipped.ts';
import { holds, type Span } from '../../text/span.ts';
import type { Finding, Report, Rule, RuleContext, Severity } from './rule.ts';

export type SeveritySetting = Severity | 'off';

/** Severities that a user set, by the rule's name. */
export type SeveritySettings = Readonly<Record<string, SeveritySetting>>;

/** The shipped facts, and no dictionary. */
export const defaultContext = (): RuleContext => ({ guidelines: defaultCatalogue(), dictionary: null });

/** Told of a rule that failed; the other rules' findings stand. */
export type OnFault = (rule: Rule, error: unknown) => void;

const rethrow: OnFault = (_, error) => {
  throw error;
};

/**
 * Runs `rules` over a letter. Reports come in the order of the letter; a text that is no letter has none. A rule reports
 * so many findings at most (`MOST_FINDINGS`); the last then says how many more there are (`leftOut`).
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

/**
 * The same check, a rule a step: yields each rule when it is done, so that a server can give way to typing in between, or
 * stop for good by asking no further. Returns the reports.
 */
export function* checkInSteps(
  letter: Determination,
  rules: readonly Rule[],
  settings: SeveritySettings = {},
  context: RuleContext = defaultContext(),
  onFault: OnFault = rethrow,
): Generator<Rule, readonly Report[], void> {
  if (letter.layout === 'unknown') return [];
  const reports: Report[] = [];
  for (const rule of rules) {
    const setting = settings[rule.name];
    if (setting === 'off') continue;
    for (const finding of boundedFindings(rule, letter, context, onFault)) {
      reports.push({ ...finding, rule, severity: setting ?? finding.severity ?? rule.severity });
    }
    yield rule;
  }
  reports.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return withoutDoubles(letter, reports);
}

/** Letters have some ten findings of one rule at most: what has more than these is no letter any more, or one that is full of one slip. */
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
  ...(severity !== undefined && { severity }),
  message: `And ${leftOut.toLocaleString('en-US')} more findings of this kind, here and elsewhere in the letter.`,
  leftOut,
});

/** One slip is reported once, by the rule that knows better. `reports` are in the order of the letter. */
function withoutDoubles({ issues }: Determination, reports: readonly Report[]): readonly Report[] {
  const byRule = new Map<string, Report[]>();
  for (const report of reports) {
    const own = byRule.get(report.rule.name);
    if (own === undefined) byRule.set(report.rule.name, [report]);
    else own.push(report);
  }
  /** Both stand in the rationale of one issue. */
  const shareRationale = (a: Report, b: Report): boolean => {
    const rationale = a.issue === null || a.issue !== b.issue ? null : (issues[a.issue]?.rationale ?? null);
    return rationale !== null && holds(rationale.range, a.span) && holds(rationale.range, b.span);
  };
  return reports.filter((report) => {
    const { yieldsTo = [], silencedBy = [] } = report.rule;
    return (
      !yieldsTo.some((better) => overlapsOne(byRule.get(better) ?? [], report.span)) &&
      !silencedBy.some((name) => byRule.get(name)?.some((other) => shareRationale(report, other)) === true)
    );
  });
}

/** A rule's own findings hardly overlap: the last that begins before the span's end tells. */
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
