import type { Finding, Fix, Rule } from '../checking/rule.ts';
import type { Determination, DisputedIssue, QuotedLimit } from '../determination/model/determination.ts';
import { certaintyOf, type GuidelineCatalogue, limitFigure } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedInIssue } from '../guidelines/citedGuidelines.ts';
import { type Limit, type Section, usable } from '../guidelines/facts.ts';
import { type VisitLedger, visitLedger } from '../guidelines/visitLedger.ts';
import { citeAs } from '../guidelines/words.ts';
import type { LetterText } from '../text/letterText.ts';
import { mentionsIn } from './support/mentions.ts';
import { listed } from './support/names.ts';

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
      for (const figure of quoted) {
        const named = namedLimit(letter.text, cited, figure, guidelines);
        if (named !== null) {
          if (!isFigureOf(named.limit, figure)) yield misquoted(issue, figure, named);
        } else if (table !== null && isOfMtus(issue, cited, figure) && !has(table, figure)) {
          yield finding(letter, issue, figure, table, guidelines);
        }
      }
    }
  },
};
export default rule;

/** A figure of a cited guideline, told by its condition. */
interface NamedLimit {
  readonly cited: CitedGuideline;
  readonly limit: Limit;
}

/** How far before a figure its condition may stand, in characters. */
const REACH = 60;

/** The row of the guideline's table that a quotation names: '(ICD9 729.1): 9-10 visits', 'Time to produce functional improvement: 3 to 6 treatments'. */
function namedLimit(
  { prose }: LetterText,
  cited: readonly CitedGuideline[],
  { span }: QuotedLimit,
  guidelines: GuidelineCatalogue,
): NamedLimit | null {
  const at = prose.indexOf(span.start);
  const before = prose.text.slice(Math.max(0, at - REACH), at);
  const code = CODE.exec(before)?.[1];
  const label = LABEL.exec(before)?.[1]?.toLowerCase();
  if (code === undefined && label === undefined) return null;
  for (const each of cited) {
    const { edition } = each.resolution;
    if (each.citation.source !== 'MTUS' || edition === null) continue;
    const limit = guidelines
      .limitsOf(edition)
      .find(
        (row) =>
          row.visitsMax !== null &&
          isReportable(row) &&
          (code === undefined
            ? label !== undefined && row.other?.toLowerCase().startsWith(`${label}: `) === true
            : row.icd9.includes(code)),
      );
    if (limit !== undefined) return { cited: each, limit };
  }
  return null;
}

/** The code in brackets right before the figure, or the words in front of its colon. */
const CODE = /\b(\d{3}(?:\.\d{1,2})?)\)?:? ?$/;
const LABEL = /(?:^|[.;)] )([A-Za-z][a-z ]{11,50}): ?$/;

const isFigureOf = (limit: Limit, { visitsMax, weeksMax }: QuotedLimit): boolean =>
  limit.visitsMax === visitsMax && (weeksMax === null || limit.weeksMax === null || limit.weeksMax === weeksMax);

function misquoted(issue: DisputedIssue, { span, text }: QuotedLimit, { cited, limit }: NamedLimit): Finding {
  const { citation, resolution } = cited;
  const edition = resolution.edition === null ? citation.title.value : citeAs(resolution.edition);
  return {
    span,
    message: `${edition} has ${limitFigure(limit)} for this, not ${text}.`,
    issue: issue.index,
    severity: usable(certaintyOf(limit, 'visits')) === 'warning' ? rule.severity : 'information',
    related: [{ span: citation.span, message: 'The guideline is cited here.' }],
  };
}

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
  letter: Determination,
  issue: DisputedIssue,
  quoted: QuotedLimit,
  { cited, sections, limits }: Table,
  guidelines: GuidelineCatalogue,
): Finding {
  const { citation, resolution } = cited;
  const edition = resolution.edition === null ? citation.title.value : citeAs(resolution.edition);
  const known = limits.filter((limit) => isReportable(limit) && limit.kind !== 'maintenance');
  const names = listed(sections.map(({ name }) => `“${name}”`));
  const ledger = visitLedger(letter, issue, guidelines);
  const fixes = correction(letter.text, quoted, known, ledger, `${names} of ${edition}`);
  return {
    span: quoted.span,
    message: `${names} of ${edition} has no figure of ${quoted.visitsMax} visits: it has ${listed([...new Set(known.map(inWords))])}.`,
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

/**
 * The figure of the same kind and duration, where there is one only: then the row is certain, and the letter cites what it
 * quotes. No fix where the request is over either, for then the conclusion may go by it.
 */
function correction(
  { prose }: LetterText,
  { span, text, visitsMin, visitsMax, weeksMax }: QuotedLimit,
  limits: readonly Limit[],
  ledger: VisitLedger | null,
  source: string,
): readonly Fix[] {
  const kind = TRIAL.test(text) ? 'trial' : 'total';
  const [only, second] = limits.filter((limit) => limit.kind === kind);
  const words = prose.within(span);
  const at = new RegExp(`\\b${visitsMax}\\b`).exec(words.text);
  if (only?.visitsMax == null || second !== undefined || visitsMin !== null || at === null) return [];
  if (weeksMax === null || only.weeksMax !== weeksMax || decidesOn(ledger, visitsMax, only.visitsMax)) return [];
  return [
    {
      title: `Change ${visitsMax} to ${only.visitsMax}, the figure of ${source}`,
      edits: [{ span: words.spanOf(at), newText: String(only.visitsMax) }],
      kind: 'judgement',
    },
  ];
}

/** Whether the visits in dispute, alone or with those already had, are over either figure: the conclusion may go by it. */
const decidesOn = (ledger: VisitLedger | null, one: number, other: number): boolean =>
  ledger !== null && Math.max(ledger.requested.value, ledger.sum) > Math.min(one, other);
