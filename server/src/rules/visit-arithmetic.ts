import type { Finding, Fix, Rule } from '../checking/rule.ts';
import type { DisputedIssue, Range, VisitCount } from '../determination/model/determination.ts';
import type { Order } from '../determination/model/order.ts';
import { type VisitLedger, visitLedger } from '../guidelines/visitLedger.ts';
import type { Prose } from '../text/prose.ts';
import { contains, type Found, found, type Span } from '../text/span.ts';

const rule: Rule = {
  name: 'visit-arithmetic',
  title: 'The numbers of a request do not add up',
  category: 'visits',
  severity: 'warning',
  basis: 'The numbers per week, in all, and remaining are what is decided.',
  *check(letter, { guidelines }) {
    const inSummary = letter.visitCounts.filter(isRequested);
    for (const issue of letter.issues) {
      const { index, heading, visitCounts } = issue;
      const inRationale = issue.rationale?.visitCounts.filter(isRequested) ?? [];
      const isWithin = (visits: number): boolean => exceedsNothing(visitLedger(letter, issue, guidelines), visits);
      const elsewhere = [totalsOf(inSummary), totalsOf(inRationale)];
      yield* products({ prose: heading, issue: index, elsewhere, isWithin }, visitCounts);
      yield* remainder(issue);
      if (issue.rationale === null) continue;
      const place = { prose: issue.rationale.body, issue: index };
      yield* products({ elsewhere: [totalsOf(visitCounts), totalsOf(inSummary)], ...place }, inRationale);
    }
    const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
    if (summary === undefined) return;
    const inHeadings = letter.issues.flatMap(({ visitCounts }) => visitCounts);
    yield* products({ prose: summary, issue: null, elsewhere: [totalsOf(inHeadings)] }, inSummary);
  },
};
export default rule;

/** Prose whose numbers are added up. */
interface Place {
  readonly prose: Prose;
  readonly issue: number | null;
  /** The totals that other parts of the letter give for the request. */
  readonly elsewhere: readonly ReadonlySet<number>[];
  /** For a heading: whether this many visits exceed no limit. Where they exceed one, the conclusion depends on the number. */
  readonly isWithin?: (visits: number) => boolean;
}

/** A guideline's own figures are not checked. */
const isRequested = ({ role }: VisitCount): boolean => role === 'requested';

const totalsOf = (counts: readonly VisitCount[]): ReadonlySet<number> =>
  new Set(counts.flatMap(({ total }) => total ?? []));

function exceedsNothing(ledger: VisitLedger | null, visits: number): boolean {
  const sum = visits + (ledger?.prior?.value ?? 0);
  return [ledger?.total, ledger?.trial].every((limit) => limit == null || sum <= limit.visits);
}

/** Frequency × duration, compared with the total beside them. */
function* products(place: Place, counts: readonly VisitCount[]): Iterable<Finding> {
  const { prose, issue } = place;
  for (const { stated, number, perWeek, weeks } of counts) {
    if (stated === null || perWeek === null || weeks === null) continue;
    const least = perWeek.value.min * weeks.value.min;
    const most = perWeek.value.max * weeks.value.max;
    if (stated.value.max >= least && stated.value.max <= most) continue;
    const product = least === most ? String(most) : `${least} to ${most}`;
    yield {
      span: stated.span,
      message: `${rangeWords(stated.value)} visits here; ${rangeWords(perWeek.value)} a week for ${rangeWords(weeks.value)} weeks is ${product}.`,
      issue,
      related: [
        { span: perWeek.span, message: 'Frequency.' },
        { span: weeks.span, message: 'Duration.' },
      ],
      ...(number !== null && least === most && isBorneOut(place, stated.value, most)
        ? { fixes: [correct(prose, number, most)] }
        : {}),
    };
  }
}

/** Only the total can be wrong where the rest of the letter gives the product, and never the total. */
const isBorneOut = ({ elsewhere, isWithin = () => true }: Place, { min, max }: Range, product: number): boolean =>
  min === max &&
  elsewhere.some((totals) => totals.has(product)) &&
  !elsewhere.some((totals) => totals.has(max)) &&
  isWithin(max) &&
  isWithin(product);

/** 'ten (10)' says its number twice, and both are changed. */
const correct = (prose: Prose, number: Span, product: number): Fix => ({
  title: `Change “${prose.within(number).text}” to ${product}, to match the frequency, the duration, and the rest of the letter`,
  edits: [{ span: number, newText: String(product) }],
  kind: 'judgment',
});

const rangeWords = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  min === max ? String(max) : `${min}-${max}`;

/** Original − authorized = remaining, for visits and for pieces. */
function* remainder({ request, index, visitCounts, orders, ordersBefore }: DisputedIssue): Iterable<Finding> {
  if (request.kind !== 'remaining' || request.authorized === null) return;
  const all = [...ordersBefore, ...orders];
  // '#60 with 2 refills' asks for more than sixty.
  if (all.some(({ refills }) => refills !== null)) return;
  const counts: readonly ((prose: Prose) => Found<number> | null)[] = [
    ({ range }) => onlyVisitsIn(range, visitCounts),
    ({ range }) => onlyPiecesIn(range, all),
  ];
  for (const count of counts) {
    const original = count(request.original);
    const authorized = count(request.authorized);
    const remaining = count(request.treatment);
    if (original === null || authorized === null || remaining === null) continue;
    const difference = original.value - authorized.value;
    if (difference === remaining.value) return;
    yield {
      span: remaining.span,
      message: `${remaining.value} here; ${original.value} requested − ${authorized.value} authorized leaves ${difference}.`,
      issue: index,
      related: [
        { span: original.span, message: 'The original request.' },
        { span: authorized.span, message: 'The part that was authorized.' },
      ],
    };
    return;
  }
}

/** Null where there is no total, or more than one: they may be of several therapies. */
function onlyVisitsIn(range: Span, counts: readonly VisitCount[]): Found<number> | null {
  const [count, ...others] = counts.filter(({ span }) => contains(range, span.start));
  return count?.total == null || others.length > 0 ? null : found(count.total, count.span);
}

/** Null where there is no number of pieces, or more than one, or a range. */
function onlyPiecesIn(range: Span, orders: readonly Order[]): Found<number> | null {
  const pieces = orders
    .flatMap(({ quantities }) => quantities)
    .filter(({ span, value: { measure } }) => measure === 'piece' && contains(range, span.start));
  const [only, ...others] = pieces;
  return only === undefined || others.length > 0 || only.value.min !== only.value.max
    ? null
    : found(only.value.max, only.span);
}
