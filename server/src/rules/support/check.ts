import type { Determination } from '../../determination/model.ts';
import { defaultCatalogue } from '../../guidelines/shipped.ts';
import type { Span } from '../../text/span.ts';
import type { Report, Rule, RuleContext, Severity } from './rule.ts';

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

/** Runs `rules` over a letter. Reports come in the order of the letter; a text that is no letter has none. */
export function checkDetermination(
  letter: Determination,
  rules: readonly Rule[],
  settings: SeveritySettings = {},
  context: RuleContext = defaultContext(),
  onFault: OnFault = rethrow,
): readonly Report[] {
  if (letter.layout === 'unknown') return [];
  const reports: Report[] = [];
  for (const rule of rules) {
    const setting = settings[rule.name];
    if (setting === 'off') continue;
    try {
      for (const finding of rule.check(letter, context)) {
        reports.push({ ...finding, rule, severity: setting ?? finding.severity ?? rule.severity });
      }
    } catch (error) {
      onFault(rule, error);
    }
  }
  reports.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return withoutDoubles(reports);
}

/** One slip is reported once, by the rule that knows better. `reports` are in the order of the letter. */
function withoutDoubles(reports: readonly Report[]): readonly Report[] {
  const byRule = new Map<string, Report[]>();
  for (const report of reports) {
    const own = byRule.get(report.rule.name);
    if (own === undefined) byRule.set(report.rule.name, [report]);
    else own.push(report);
  }
  return reports.filter(
    ({ rule, span }) => !(rule.yieldsTo ?? []).some((better) => overlapsOne(byRule.get(better) ?? [], span)),
  );
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
