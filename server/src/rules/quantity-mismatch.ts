import type { Finding, Rule } from '../checking/rule.ts';
import type { Determination, DisputedIssue } from '../determination/model/determination.ts';
import type { OrderRole } from '../determination/model/order.ts';
import { oncePerLetter } from '../determination/oncePerLetter.ts';
import { isOfOtherOccasion } from '../determination/readers/shared/otherOccasion.ts';
import type { Prose } from '../text/prose.ts';
import { SpanIndex } from '../text/spanIndex.ts';
import { type Comparable, comparables, isAbout, onlyTreatment } from './support/orders.ts';
import { requestedSince, visitMismatches } from './support/visitNumbers.ts';

const rule: Rule = {
  name: 'quantity-mismatch',
  title: 'The number differs between heading, conclusion, and summary',
  category: 'visits',
  severity: 'warning',
  basis: 'The number in the heading is what was requested and what is decided.',
  silencedBy: ['treatment-mismatch'],
  *check(letter) {
    for (const issue of letter.issues) {
      // The numbers may be of another item of the list.
      if (issue.sharesParts) continue;
      const sentences = concludingSentences(issue);
      yield* visitMismatches(letter, issue, issue.rationale?.necessitySentences ?? []);
      const concluded = concludedValues(issue, sentences);
      const inConclusion = [...compareConcluded(letter, issue, concluded)];
      yield* inConclusion;
      const inBody = inConclusion.length === 0 ? [...compareBody(letter, issue)] : [];
      yield* inBody;
      if (inConclusion.length + inBody.length === 0) yield* compareSummary(letter, issue, concluded);
    }
  },
};
export default rule;

/** The sentences in which a rationale concludes, whether or not it is understood what. */
function concludingSentences({ rationale }: DisputedIssue): readonly Prose[] {
  if (rationale === null) return [];
  const { body, conclusion, necessitySentences } = rationale;
  const understood = conclusion.statements.map(({ sentence }) => body.within(sentence));
  const sentences = [...understood, ...conclusion.unread, ...necessitySentences];
  return [...new Map(sentences.map((sentence) => [sentence.from, sentence])).values()];
}

/** What each concluding sentence says about the treatment in dispute. */
function concludedValues(issue: DisputedIssue, sentences: readonly Prose[]): readonly (readonly Comparable[])[] {
  const concluding = new SpanIndex(sentences.map((sentence) => [sentence.range, sentence] as const));
  const bySentence = new Map<Prose, Comparable[]>();
  for (const order of issue.rationale?.orders ?? []) {
    const sentence = isAbout(order, issue) ? concluding.at(order.span.start) : undefined;
    if (sentence === undefined) continue;
    const values = bySentence.get(sentence) ?? [];
    values.push(...comparables(order));
    bySentence.set(sentence, values);
  }
  return [...bySentence.values()];
}

/** What a conclusion decides on; not a part that was granted, what was received before, or a guideline's figures. */
const DECIDED: ReadonlySet<OrderRole> = new Set<OrderRole>(['requested', 'denied', 'told']);

function* compareConcluded(
  letter: Determination,
  issue: DisputedIssue,
  concluded: readonly (readonly Comparable[])[],
): Iterable<Finding> {
  const asked = [...issue.orders, ...issue.ordersBefore].flatMap(comparables);
  for (const own of singles(issue.orders.flatMap(comparables))) {
    const ofKind = asked.filter(({ kind }) => kind === own.kind);
    for (const sentence of concluded) {
      const told = sentence.filter(({ kind, role }) => kind === own.kind && DECIDED.has(role));
      for (const wrong of singles(told)) {
        if (ofKind.some((each) => each.isSame(wrong)) || isPart(wrong, own) || isOfBefore(letter, wrong)) continue;
        yield {
          span: wrong.span,
          message: `${wrong.words} in the conclusion, ${own.words} in the heading.`,
          issue: issue.index,
          related: [{ span: own.span, message: `${own.words} here.` }],
        };
      }
    }
  }
}

/**
 * What the rationale says about the drug in dispute before it concludes: another strength or number than the heading's,
 * which neither the heading nor the summary has, and never the heading's own.
 */
function* compareBody(letter: Determination, issue: DisputedIssue): Iterable<Finding> {
  const own = onlyTreatment(issue);
  if (issue.category !== 'medication' || own === null || issuesOf(letter).get(own.name) !== 1) return;
  const orders = (issue.rationale?.orders ?? []).filter(({ treatment }) => treatment?.value.name === own.name);
  const told = orders.flatMap(comparables);
  const known = [...issue.ordersBefore.flatMap(comparables), ...(summaryOf(letter).get(own.name) ?? [])];
  for (const asked of singles(issue.orders.flatMap(comparables))) {
    const ofKind = told.filter(({ kind }) => kind === asked.kind);
    const knownOfKind = known.filter(({ kind }) => kind === asked.kind);
    // What the worker takes may differ from what is requested, unless the summary says that it does not.
    const isTaken = knownOfKind.some((each) => each.role === 'had' && each.isSame(asked));
    const counts = ({ role }: Comparable): boolean => DECIDED.has(role) || (isTaken && role === 'had');
    const [other] = singles(ofKind.filter(counts));
    if (other === undefined || !ofKind.every(counts) || isPart(other, asked) || isOfBefore(letter, other)) continue;
    if (ofKind.some((each) => each.isSame(asked)) || knownOfKind.some((each) => each.isSame(other))) continue;
    yield {
      span: other.span,
      message: `${other.words} in the rationale, ${asked.words} in the heading.`,
      issue: issue.index,
      related: [{ span: asked.span, message: `${asked.words} here.` }],
    };
  }
}

/** 'The request of 2014 was for #90.' */
const isOfBefore = (letter: Determination, { span }: Comparable): boolean =>
  isOfOtherOccasion(letter.text.prose, span, requestedSince(letter));

/** 'Twenty tablets are enough; the rest is not needed.' */
const isPart = (told: Comparable, own: Comparable): boolean =>
  told.mayBePart && (told.amounts[0] ?? 0) < (own.amounts[0] ?? 0);

/** For each kind, its value, where there is only one. */
function singles(values: readonly Comparable[]): readonly Comparable[] {
  const byKind = new Map<string, Comparable | null>();
  for (const value of values) {
    const known = byKind.get(value.kind);
    if (known === undefined) byKind.set(value.kind, value);
    else if (known?.isSame(value) === false) byKind.set(value.kind, null);
  }
  return [...byKind.values()].flatMap((value) => value ?? []);
}

/** What the summary says about each treatment. */
const summaryOf = oncePerLetter(({ summaryOrders }) => {
  const byName = new Map<string, Comparable[]>();
  for (const order of summaryOrders) {
    const name = order.treatment?.value.name;
    if (name === undefined) continue;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [...comparables(order)]);
    else known.push(...comparables(order));
  }
  return byName;
});

/** How many issues are about a treatment. */
const issuesOf = oncePerLetter(({ issues }) => {
  const counts = new Map<string, number>();
  for (const issue of issues) {
    const name = onlyTreatment(issue)?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
});

/**
 * What the summary says was denied or requested, against the heading. Where the conclusion repeats the heading's number,
 * the summary is wrong; otherwise, the heading.
 */
function* compareSummary(
  letter: Determination,
  issue: DisputedIssue,
  concluded: readonly (readonly Comparable[])[],
): Iterable<Finding> {
  const own = onlyTreatment(issue);
  if (issue.request.kind !== 'whole' || own === null || issuesOf(letter).get(own.name) !== 1) return;
  const told = summaryOf(letter).get(own.name) ?? [];
  const again = concluded.flat();
  for (const heading of singles(issue.orders.flatMap(comparables))) {
    const ofKind = told.filter(({ kind }) => kind === heading.kind);
    const denied = ofKind.filter(({ role }) => role === 'denied');
    const decisive = denied.length > 0 ? denied : ofKind.filter(({ role }) => role === 'requested');
    const [other] = singles(decisive);
    if (other === undefined || other.isSame(heading) || isOfBefore(letter, other)) continue;
    const isRepeated = again.some((each) => each.kind === heading.kind && each.isSame(heading));
    yield isRepeated
      ? {
          span: other.span,
          message: `${other.words} ${denied.length > 0 ? 'denied' : 'requested'} in the summary, ${heading.words} in the heading.`,
          issue: issue.index,
          related: [{ span: heading.span, message: `${heading.words} here.` }],
        }
      : {
          span: heading.span,
          message: `${heading.words} in the heading, ${other.words} in the summary.`,
          issue: issue.index,
          related: [{ span: other.span, message: `${other.words} here.` }],
        };
  }
}
