import type { Determination, DisputedIssue, VisitCount, VisitRole } from '../../determination/model/determination.ts';
import { type LedgerLimit, type VisitLedger, visitLedger } from '../../guidelines/visitLedger.ts';
import { contains, type Span } from '../../text/span.ts';
import { computedWords } from '../inlayHints.ts';
import { comparedLimit, limitFigureWords, standing } from '../ledgerWords.ts';
import { lineLink, type Markdown, md, NOTHING, paragraphs, table } from '../markdown.ts';
import type { Card, CardProvider } from './card.ts';

/** On a count of visits: what it is, and the ledger of its issue. */
export const visitsCard: CardProvider = (letter, offset, { guidelines, uri }) => {
  const hovered = countAt(letter, offset);
  if (hovered === null) return null;
  const { issue, span, reading } = hovered;
  const ledger = issue && visitLedger(letter, issue, guidelines);
  const text = paragraphs([md`${reading}`, ledger ? ledgerTable(letter, issue, ledger, uri) : NOTHING]);
  return text.isEmpty ? null : { span, text };
};

interface Hovered extends Pick<Card, 'span'> {
  /** The issue whose ledger it belongs to; null where that is not certain. */
  readonly issue: DisputedIssue | null;
  /** What the count itself says, where its words do not say it plainly. */
  readonly reading: string;
}

function countAt(letter: Determination, offset: number): Hovered | null {
  const { issues, sections, text } = letter;
  const holds = ({ range }: { readonly range: Span }): boolean => contains(range, offset);
  const requested = issues.find(({ visits }) => visits !== null && contains(visits.span, offset));
  if (requested?.visits) {
    const count = countIn(requested.visitCounts, offset);
    return { issue: requested, span: requested.visits.span, reading: count ? computation(count, text.source) : '' };
  }
  const prior = issues.find(({ priorVisits }) => priorVisits !== null && contains(priorVisits.span, offset));
  const issue = issues.find(holds);
  const rationale = issue?.rationale && holds(issue.rationale) ? issue.rationale : null;
  const isSummary = sections.some((section) => section.kind === 'clinical-summary' && holds(section.body));
  const counts = rationale?.visitCounts ?? (isSummary ? letter.visitCounts : []);
  const count = countIn(counts, offset);
  if (count === null) return null;
  const reading = [ROLES[count.role], computation(count, text.source)];
  return {
    // In the summary a count may belong to any issue about visits: where there is one only, to that one.
    issue: issue ?? prior ?? only(issues.filter(({ visits }) => visits !== null)),
    span: count.span,
    reading: reading.filter((words) => words !== '').join(' '),
  };
}

const countIn = (counts: readonly VisitCount[], offset: number): VisitCount | null =>
  counts.find(({ span }) => contains(span, offset)) ?? null;

/** What the words around a count say of it. */
const ROLES: Readonly<Record<VisitRole, string>> = {
  guideline: 'A figure of a guideline.',
  requested: 'Visits requested.',
  authorized: 'Visits authorized before.',
  attended: 'Visits already had.',
  denied: 'Visits denied.',
  unused: 'Visits not had.',
  reckoned: 'Calculated from other numbers.',
  other: 'Another person’s visits.',
  unknown: '',
};

function computation(count: VisitCount, source: string): string {
  const { perWeek, weeks, stated } = count;
  const words = computedWords(count, source);
  if (words === null || perWeek === null || weeks === null) return '';
  const range = ({ min, max }: { min: number; max: number }): string => (min === max ? `${max}` : `${min}-${max}`);
  const reading = `${range(perWeek.value)} a week × ${range(weeks.value)} weeks = ${words}`;
  const differs = stated !== null && stated.value.max !== count.computed;
  return differs ? `${reading}; the letter says ${stated.value.max}.` : `${reading}.`;
}

/** Requested, had before, limit and difference, each with the line it is on. */
function ledgerTable(
  { text }: Determination,
  issue: DisputedIssue,
  ledger: VisitLedger,
  uri: string | undefined,
): Markdown {
  const { requested, prior, sum, total, trial } = ledger;
  const line = ({ start }: Span): Markdown => lineLink(uri, text.lineNumber(start));
  const rows: (readonly [what: Markdown, visits: Markdown, where: Markdown])[] = [
    [md`Requested`, md`${requested.value}`, line(requested.span)],
  ];
  if (prior !== null) {
    rows.push([md`Had or authorized before`, md`${prior.value}`, line(prior.span)]);
    if (prior.value > 0) rows.push([md`**Together**`, md`**${sum}**`, NOTHING]);
  }
  for (const limit of [trial, total]) {
    if (limit !== null) rows.push([md`${limitRow(limit)}`, md`${limit.visits}`, line(limit.span)]);
  }
  const difference = standing(issue, ledger);
  if (difference !== '') {
    rows.push([md`**${differenceRow(comparedLimit(issue, ledger))}**`, md`**${difference}**`, NOTHING]);
  }
  const unverified = [trial, total].some((limit) => limit?.use === 'information');
  return paragraphs([
    table([NOTHING, md`Visits`, NOTHING], rows, [':--', '--:', ':--']),
    prior === null ? md`The letter mentions no earlier visits.` : NOTHING,
    unverified ? md`*The guideline’s figure has not been verified against its text.*` : NOTHING,
    total === null && trial === null ? md`No figure of a cited guideline is known for this treatment.` : NOTHING,
  ]);
}

function limitRow(limit: LedgerLimit): string {
  const words = limit.basis === 'guideline' ? limit.words : limitFigureWords(limit);
  return `${limit.basis === 'guideline' ? 'Guideline' : 'Quoted in the rationale'}: ${words}`;
}

const differenceRow = (limit: LedgerLimit | null): string =>
  limit?.kind === 'trial' ? 'Against the trial' : 'Against the limit';

const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null);
