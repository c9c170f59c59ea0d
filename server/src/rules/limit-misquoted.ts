import type { DisputedIssue, QuotedLimit } from '../determination/model.ts';
import { certaintyOf, type GuidelineCatalogue, limitFigure } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedInIssue } from '../guidelines/citedGuidelines.ts';
import { type Limit, type Section, usable } from '../guidelines/facts.ts';
import { citeAs } from '../guidelines/words.ts';
import type { LetterText } from '../text/letterText.ts';
import { mentionsIn } from './support/mentions.ts';
import { listed } from './support/names.ts';
import type { Finding, Fix, Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'limit-misquoted',
  title: 'A figure that the cited guideline does not have',
  category: 'citations',
  severity: 'warning',
  basis: 'Labor Code 4610.6(e): what a determination quotes of a guideline must stand in the edition it cites.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      const quoted = issue.rationale?.quotedLimits ?? [];
      if (quoted.length === 0) continue;
      const cited = [...citedInIssue(letter, issue, guidelines)].filter(({ side }) => side === 'reviewer');
      const table = citedTable(cited, guidelines);
      if (table === null) continue;
      for (const figure of quoted) {
        if (!isOfMtus(issue, cited, figure) || has(table, figure)) continue;
        yield finding(letter.text, issue, figure, table);
      }
    }
  },
};
export default rule;

/** The sections cited, and all their figures. */
interface Table {
  readonly cited: CitedGuideline;
  readonly sections: readonly Section[];
  readonly limits: readonly Limit[];
}

/** Null where any section that is cited from the MTUS may have figures that the catalogue does not know. */
function citedTable(cited: readonly CitedGuideline[], guidelines: GuidelineCatalogue): Table | null {
  const [only, second] = cited.filter(({ citation }) => citation.source === 'MTUS');
  if (only === undefined || second !== undefined || only.resolution.edition === null) return null;
  const { edition } = only.resolution;
  const sections = only.resolution.sections.flatMap(({ section }) => section ?? []);
  if (sections.length === 0 || sections.length < only.resolution.sections.length) return null;
  if (!sections.every(({ figuresComplete, edition: of }) => figuresComplete && of === edition.id)) return null;
  const names = new Set(sections.map(({ name }) => name.toLowerCase()));
  const limits = guidelines
    .limitsOf(edition)
    .filter(({ section, visitsMax }) => visitsMax !== null && names.has(section?.toLowerCase() ?? ''));
  return limits.length === 0 ? null : { cited: only, sections, limits };
}

/** Quoted behind the MTUS's name, or in a part that cites nothing else. */
function isOfMtus(issue: DisputedIssue, cited: readonly CitedGuideline[], { span }: QuotedLimit): boolean {
  const last = mentionsIn(issue).findLast((mention) => mention.span.start < span.start);
  return last === undefined ? cited.every(({ citation }) => citation.source === 'MTUS') : last.source === 'MTUS';
}

const TRIAL = /\b(?:trial|initial|first)\b/i;

function has({ limits }: Table, { text, visitsMax, weeksMax }: QuotedLimit): boolean {
  // A first course of which the section says nothing comes from the general rules of the guideline.
  if (TRIAL.test(text) && !limits.some(({ kind }) => kind === 'trial')) return true;
  return limits.some((limit) => {
    const use = usable(certaintyOf(limit, 'visits'));
    const sameWeeks = weeksMax !== null && limit.weeksMax === weeksMax;
    // Of a figure that is not certain, either half will do.
    if (use === 'hover' || use === 'nothing') return sameWeeks || limit.visitsMax === visitsMax;
    return limit.visitsMax === visitsMax;
  });
}

function finding(
  text: LetterText,
  issue: DisputedIssue,
  quoted: QuotedLimit,
  { cited, sections, limits }: Table,
): Finding {
  const { citation, resolution } = cited;
  const edition = resolution.edition === null ? citation.title.value : citeAs(resolution.edition);
  const known = limits.filter((limit) => isReportable(limit) && limit.kind !== 'maintenance');
  const fixes = correction(text, quoted, known);
  return {
    span: quoted.span,
    message: `${listed(sections.map(({ name }) => `“${name}”`))} of ${edition} has no figure of ${quoted.visitsMax} visits: it has ${listed([...new Set(known.map(inWords))])}.`,
    issue: issue.index,
    severity: known.some((limit) => usable(certaintyOf(limit, 'visits')) === 'warning') ? rule.severity : 'information',
    related: [{ span: citation.span, message: 'The guideline is cited here.' }],
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function isReportable(limit: Limit): boolean {
  const use = usable(certaintyOf(limit, 'visits'));
  return use === 'warning' || use === 'information';
}

const inWords = (limit: Limit): string =>
  limit.kind === 'trial' ? `a trial of ${limitFigure(limit)}` : limitFigure(limit);

/** The figure of the same kind, where there is one only. */
function correction(
  { source }: LetterText,
  { span, text, visitsMin, visitsMax }: QuotedLimit,
  limits: readonly Limit[],
): readonly Fix[] {
  const kind = TRIAL.test(text) ? 'trial' : 'total';
  const [only, second] = limits.filter((limit) => limit.kind === kind);
  const figure = String(visitsMax);
  const at = source.slice(span.start, span.end).search(new RegExp(`\\b${figure}\\b`));
  if (only?.visitsMax == null || second !== undefined || visitsMin !== null || at < 0) return [];
  const start = span.start + at;
  return [
    {
      title: `Change ${figure} to ${only.visitsMax}`,
      edits: [{ span: { start, end: start + figure.length }, newText: String(only.visitsMax) }],
      kind: 'judgement',
    },
  ];
}
