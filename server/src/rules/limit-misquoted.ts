import type { Finding, Fix, Rule } from '../checking/rule.ts';
import type { Determination, DisputedIssue, QuotedLimit } from '../determination/model/determination.ts';
import { certaintyOf, type GuidelineCatalogue, limitFigure } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedInIssue } from '../guidelines/citedGuidelines.ts';
import { type Limit, type Section, usable } from '../guidelines/facts.ts';
import { plainWords } from '../guidelines/names.ts';
import { type VisitLedger, visitLedger } from '../guidelines/visitLedger.ts';
import { citeAs } from '../guidelines/words.ts';
import type { LetterText } from '../text/letterText.ts';
import { mentionsIn } from './support/mentions.ts';
import { listed } from './support/names.ts';
import { quoted, shortened } from './support/quoted.ts';

const rule: Rule = {
  name: 'limit-misquoted',
  title: 'A figure that the cited guideline does not have',
  category: 'citations',
  severity: 'warning',
  basis: 'Labor Code 4610.6(e): what a determination quotes from a guideline must be in the edition it cites.',
  *check(letter, { guidelines }) {
    for (const issue of letter.issues) {
      const quoted = issue.rationale?.quotedLimits ?? [];
      if (quoted.length === 0) continue;
      const cited = [...citedInIssue(letter, issue, guidelines)].filter(({ side }) => side === 'reviewer');
      const table = citedTable(cited, guidelines);
      for (const figure of quoted) {
        const named = namedLimit(cited, figure, guidelines) ?? limitInSentence(cited, figure, quoted, guidelines);
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

/** A figure of a cited guideline, identified by its condition. */
interface NamedLimit {
  readonly cited: CitedGuideline;
  readonly limit: Limit;
}

/** The row of the guideline's table that a quotation names: '(ICD9 729.1): 9-10 visits', 'Time to produce functional improvement: 3 to 6 treatments'. */
function namedLimit(
  cited: readonly CitedGuideline[],
  { condition }: QuotedLimit,
  guidelines: GuidelineCatalogue,
): NamedLimit | null {
  if (condition === null) return null;
  const label = condition.toLowerCase();
  for (const each of cited) {
    const { edition } = each.resolution;
    if (each.citation.source !== 'MTUS' || edition === null) continue;
    const limit = guidelines
      .limitsOf(edition)
      .find(
        (row) =>
          row.visitsMax !== null &&
          isReportable(row) &&
          (row.icd9.includes(condition) || row.other?.toLowerCase().startsWith(`${label}: `) === true),
      );
    if (limit !== undefined) return { cited: each, limit };
  }
  return null;
}

/**
 * The row of the cited sections whose condition the sentence of a figure names, where it names no other and quotes no other
 * figure: 'after a cervical fusion the schedule has 34 visits over 16 weeks'. Only the visits of the same weeks are compared.
 */
function limitInSentence(
  cited: readonly CitedGuideline[],
  { kind, weeksMax, sentence }: QuotedLimit,
  quoted: readonly QuotedLimit[],
  guidelines: GuidelineCatalogue,
): NamedLimit | null {
  if (kind !== 'total' || weeksMax === null) return null;
  if (quoted.filter((each) => each.sentence.from === sentence.from).length > 1) return null;
  const words = plainWords(sentence.text);
  for (const each of cited) {
    const { edition, sections } = each.resolution;
    if (each.citation.source !== 'MTUS' || edition === null) continue;
    const names = namesOf(sections.flatMap(({ section }) => section ?? []));
    const [only, second] = guidelines
      .limitsOf(edition)
      .filter(
        ({ section, terms, visitsMax }) =>
          visitsMax !== null && isIn(names, section) && terms.some((term) => words.includes(` ${term} `)),
      );
    const isSure = only !== undefined && second === undefined && only.kind === 'total' && isReportable(only);
    if (isSure && only.weeksMax === weeksMax) return { cited: each, limit: only };
  }
  return null;
}

const namesOf = (sections: readonly Section[]): ReadonlySet<string> =>
  new Set(sections.map(({ name }) => name.toLowerCase()));

const isIn = (names: ReadonlySet<string>, section: string | null): boolean => names.has(section?.toLowerCase() ?? '');

const isFigureOf = (limit: Limit, { visitsMax, weeksMax }: QuotedLimit): boolean =>
  limit.visitsMax === visitsMax && (weeksMax === null || limit.weeksMax === null || limit.weeksMax === weeksMax);

function misquoted(issue: DisputedIssue, { span, text }: QuotedLimit, { cited, limit }: NamedLimit): Finding {
  const { citation, resolution } = cited;
  const edition = resolution.edition === null ? citation.title.value : citeAs(resolution.edition);
  return {
    span,
    message: `${quoted(text, 28)} here; the cited guideline has ${limitFigure(limit)}.`,
    issue: issue.index,
    severity: usable(certaintyOf(limit, 'visits')) === 'warning' ? rule.severity : 'information',
    related: [{ span: citation.span, message: `${edition} is cited here.` }],
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
  const names = namesOf(sections);
  const limits = guidelines
    .limitsOf(edition)
    .filter(({ section, visitsMax }) => visitsMax !== null && isIn(names, section));
  return limits.length === 0 ? null : { cited: only, sections, limits };
}

/** Quoted after the MTUS's name, or in a part that cites nothing else. */
function isOfMtus(issue: DisputedIssue, cited: readonly CitedGuideline[], { span }: QuotedLimit): boolean {
  const last = mentionsIn(issue).findLast((mention) => mention.span.start < span.start);
  return last === undefined ? cited.every(({ citation }) => citation.source === 'MTUS') : last.source === 'MTUS';
}

function has({ limits }: Table, { kind, visitsMax, weeksMax }: QuotedLimit): boolean {
  // A trial, or visits at intervals, about which the section says nothing, come from the guideline's general rules.
  if (kind === 'trial' && !limits.some((limit) => limit.kind === 'trial')) return true;
  if (kind === 'recurring' && !limits.some((limit) => limit.kind === 'maintenance')) return true;
  return limits.some((limit) => {
    const use = usable(certaintyOf(limit, 'visits'));
    const sameWeeks = weeksMax !== null && limit.weeksMax === weeksMax;
    // Where a figure is not certain, either half of it may be quoted.
    if (use === 'hover' || use === 'nothing') return sameWeeks || limit.visitsMax === visitsMax;
    return limit.visitsMax === visitsMax;
  });
}

function finding(
  letter: Determination,
  issue: DisputedIssue,
  figure: QuotedLimit,
  { cited, sections, limits }: Table,
  guidelines: GuidelineCatalogue,
): Finding {
  const { citation, resolution } = cited;
  const edition = resolution.edition === null ? citation.title.value : citeAs(resolution.edition);
  const known = limits.filter((limit) => isReportable(limit) && limit.kind !== 'maintenance');
  const names = listed(sections.map(({ name }) => `“${name}”`));
  const ledger = visitLedger(letter, issue, guidelines);
  const fixes = correction(letter.text, figure, known, ledger, `${names} of ${edition}`);
  return {
    span: figure.span,
    message: `${figure.visitsMax} visits here; the cited guideline has ${shortened(listed([...new Set(known.map(inBrief))]), 44)}.`,
    issue: issue.index,
    severity: known.some((limit) => usable(certaintyOf(limit, 'visits')) === 'warning') ? rule.severity : 'information',
    related: [
      { span: citation.span, message: `${names} of ${edition} has ${listed([...new Set(known.map(inWords))])}.` },
    ],
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function isReportable(limit: Limit): boolean {
  const use = usable(certaintyOf(limit, 'visits'));
  return use === 'warning' || use === 'information';
}

const inWords = (limit: Limit): string =>
  limit.kind === 'trial' ? `a trial of ${limitFigure(limit)}` : limitFigure(limit);
const inBrief = ({ kind, visitsMax }: Limit): string => `${visitsMax ?? 0}${kind === 'trial' ? ' (trial)' : ''}`;

/**
 * The figure of the same kind and duration, where there is one only: then the row is certain, and the letter cites what it
 * quotes. No fix where the request is over either, for then the conclusion may go by it.
 */
function correction(
  { prose }: LetterText,
  { span, kind, visitsMin, visitsMax, weeksMax }: QuotedLimit,
  limits: readonly Limit[],
  ledger: VisitLedger | null,
  source: string,
): readonly Fix[] {
  const [only, second] = limits.filter((limit) => limit.kind === kind);
  const words = prose.within(span);
  const at = new RegExp(`\\b${visitsMax}\\b`).exec(words.text);
  if (only?.visitsMax == null || second !== undefined || visitsMin !== null || at === null) return [];
  if (weeksMax === null || only.weeksMax !== weeksMax || decidesOn(ledger, visitsMax, only.visitsMax)) return [];
  return [
    {
      title: `Change ${visitsMax} to ${only.visitsMax}, as in ${source}`,
      edits: [{ span: words.spanOf(at), newText: String(only.visitsMax) }],
      kind: 'judgment',
    },
  ];
}

/** Whether the visits in dispute, alone or with those already had, are over either figure: the conclusion may go by it. */
const decidesOn = (ledger: VisitLedger | null, one: number, other: number): boolean =>
  ledger !== null && Math.max(ledger.requested.value, ledger.sum) > Math.min(one, other);
