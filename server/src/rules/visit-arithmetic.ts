import type { Finding, Fix, Rule } from '../checking/rule.ts';
import type { DisputedIssue } from '../determination/model/determination.ts';
import type { Range } from '../determination/readers/shared/quantity.ts';
import { findVisitCounts, type VisitCount } from '../determination/readers/visits/visitCounts.ts';
import { readRole } from '../determination/readers/visits/visitRole.ts';
import { type VisitLedger, visitLedger } from '../guidelines/visitLedger.ts';
import { oncePerProse } from '../text/oncePerProse.ts';
import { everywhere } from '../text/pattern.ts';
import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';

const rule: Rule = {
  name: 'visit-arithmetic',
  title: 'The numbers of a request do not add up',
  category: 'visits',
  severity: 'warning',
  basis: 'What was asked for, per week and in all, and what remains of it, is what is decided.',
  *check(letter, { guidelines }) {
    const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body ?? null;
    for (const issue of letter.issues) {
      const { heading, index } = issue;
      const rationale = issue.rationale?.body ?? null;
      const elsewhere = [askedFor(summary), askedFor(rationale)];
      if (TWO_NUMBERS.test(heading.text)) {
        const isWithin = (visits: number): boolean => exceedsNothing(visitLedger(letter, issue, guidelines), visits);
        yield* products({ prose: heading, issue: index, elsewhere, isWithin }, () => true);
      }
      yield* remainder(issue);
      if (rationale === null) continue;
      const inHeading = totalsOf(findVisitCounts(heading, { bareNumbers: true }));
      yield* products(
        { prose: rationale, issue: index, elsewhere: [inHeading, askedFor(summary)] },
        isRequested(rationale),
      );
    }
    if (summary === null) return;
    const inHeadings = letter.issues.flatMap(({ heading }) => findVisitCounts(heading, { bareNumbers: true }));
    yield* products({ prose: summary, issue: null, elsewhere: [totalsOf(inHeadings)] }, isRequested(summary));
  },
};
export default rule;

/** Prose whose numbers are added up. */
interface Place {
  readonly prose: Prose;
  readonly issue: number | null;
  /** The totals that other parts of the letter tell of what is asked for. */
  readonly elsewhere: readonly ReadonlySet<number>[];
  /** Of a heading: whether so many visits are over no limit. Where they are, the conclusion goes by the number. */
  readonly isWithin?: (visits: number) => boolean;
}

function exceedsNothing(ledger: VisitLedger | null, visits: number): boolean {
  const sum = visits + (ledger?.prior?.value ?? 0);
  return [ledger?.total, ledger?.trial].every((limit) => limit == null || sum <= limit.visits);
}

const askedFor = (prose: Prose | null): ReadonlySet<number> => (prose === null ? NONE : totalsAskedFor(prose));

/** Once for the summary, which every issue is held against. */
const totalsAskedFor = oncePerProse((prose) => totalsOf(findVisitCounts(prose).filter(isRequested(prose))));
const NONE: ReadonlySet<number> = new Set();

const totalsOf = (counts: readonly VisitCount[]): ReadonlySet<number> =>
  new Set(counts.flatMap(({ total }) => total ?? []));

/** A frequency, a duration and a total are three numbers, of which two at least are figures or one has its unit: most headings have none. */
const TWO_NUMBERS = /\d\D+\d|week|wk/i;

/** A guideline's own figures are not ours to add up. */
const isRequested =
  ({ text }: Prose) =>
  (count: VisitCount): boolean =>
    // '#60' in a list of requests counts tablets.
    !text.slice(count.start, count.end).includes('#') && readRole(text, count).role === 'requested';

/** Frequency × duration against the total that stands beside them. */
function* products(place: Place, counts: (count: VisitCount) => boolean): Iterable<Finding> {
  const { prose, issue } = place;
  // Prose without weeks has no product: most is done with here.
  if (issue === null && !/week|wk/i.test(prose.text)) return;
  for (const count of findVisitCounts(prose, { bareNumbers: issue !== null })) {
    const { stated, perWeek, weeks } = count;
    if (stated === null || perWeek === null || weeks === null || !counts(count)) continue;
    const least = perWeek.value.min * weeks.value.min;
    const most = perWeek.value.max * weeks.value.max;
    if (stated.value.max >= least && stated.value.max <= most) continue;
    const product = least === most ? String(most) : `${least} to ${most}`;
    yield {
      span: stated.span,
      message: `${rangeWords(perWeek.value)} a week for ${rangeWords(weeks.value)} weeks is ${product} visits, not ${rangeWords(stated.value)}.`,
      issue,
      ...(least === most && isBorneOut(place, stated.value, most) ? { fixes: [correct(prose, stated, most)] } : {}),
      related: [
        { span: perWeek.span, message: 'The frequency.' },
        { span: weeks.span, message: 'The duration.' },
      ],
    };
  }
}

/** Only the total can be wrong where the rest of the letter tells of the product, and nowhere of the total. */
const isBorneOut = ({ elsewhere, isWithin = () => true }: Place, { min, max }: Range, product: number): boolean =>
  min === max &&
  elsewhere.some((totals) => totals.has(product)) &&
  !elsewhere.some((totals) => totals.has(max)) &&
  isWithin(max) &&
  isWithin(product);

/** 'ten (10)' says its number twice, and both are changed. */
const WORD_AND_FIGURES = /^[a-z]+(?:-[a-z]+)? ?\(\d+\)|\d+/i;

function correct(prose: Prose, { span }: Found<unknown>, product: number): Fix {
  const words = prose.within(span);
  const digits = WORD_AND_FIGURES.exec(words.text);
  return {
    title: `Change “${words.text}” to ${product}, as frequency and duration and the rest of the letter have it`,
    edits: [
      digits === null
        ? { span, newText: words.text.replace(/^\S+/, String(product)) }
        : { span: words.spanOf(digits), newText: String(product) },
    ],
    kind: 'judgement',
  };
}

const rangeWords = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  min === max ? String(max) : `${min}-${max}`;

/** Original − authorized = remaining, for visits and for things counted with '#'. */
function* remainder({ request, index }: DisputedIssue): Iterable<Finding> {
  if (request.kind !== 'remaining' || request.authorized === null) return;
  // '#60 with 2 refills' asks for more than sixty.
  if ([request.original, request.authorized, request.treatment].some(({ text }) => REFILLS.test(text))) return;
  for (const count of [onlyVisits, onlyPieces]) {
    const original = count(request.original);
    const authorized = count(request.authorized);
    const remaining = count(request.treatment);
    if (original === null || authorized === null || remaining === null) continue;
    const difference = original.value - authorized.value;
    if (difference === remaining.value) return;
    yield {
      span: remaining.span,
      message: `${original.value} requested − ${authorized.value} authorized leaves ${difference}, not ${remaining.value}.`,
      issue: index,
      related: [
        { span: original.span, message: 'The original request.' },
        { span: authorized.span, message: 'What was authorized of it.' },
      ],
    };
    return;
  }
}

/** Null where there is no total, or more than one: they may be of several therapies. */
function onlyVisits(prose: Prose): Found<number> | null {
  const [count, ...others] = findVisitCounts(prose, { bareNumbers: true });
  return count?.total == null || others.length > 0 ? null : found(count.total, count.span);
}

const REFILLS = /\brefills?\b/i;

const PIECES = everywhere(/# ?(\d{1,4})\b/);

function onlyPieces(prose: Prose): Found<number> | null {
  const [match, ...others] = PIECES.in(prose.text);
  return match === undefined || others.length > 0 ? null : found(Number(match[1]), prose.spanOf(match));
}
