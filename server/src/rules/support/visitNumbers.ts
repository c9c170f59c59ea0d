import type { Finding } from '../../checking/rule.ts';
import {
  asRead,
  type Category,
  type Determination,
  type DisputedIssue,
  type IsoDate,
  type VisitCount,
} from '../../determination/model/determination.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';
import { findBodyParts } from '../../determination/readers/anatomy/bodyMentions.ts';
import { addDays } from '../../determination/readers/dates/calendar.ts';
import { clauseAround, isOfOtherOccasion } from '../../determination/readers/shared/otherOccasion.ts';
import { reviewDenialAfter, reviewDenialsIn } from '../../determination/readers/statements/reviewDenials.ts';
import { isTherapy } from '../../determination/readers/treatments/therapies.ts';
import type { Prose } from '../../text/prose.ts';
import { type Found, found, holds } from '../../text/span.ts';
import { SpanIndex } from '../../text/spanIndex.ts';
import { areNear } from './nearParts.ts';

/** A number of visits that is another than the heading's: in the conclusion, in what the rationale calls requested, in what the summary says was denied or requested. */
export function* visitMismatches(
  letter: Determination,
  issue: DisputedIssue,
  sentences: readonly Prose[],
): Iterable<Finding> {
  const inConclusion = [...compareConcluded(letter, issue, sentences)];
  yield* inConclusion;
  if (inConclusion.length > 0) return;
  yield* compareRequested(letter, issue);
  yield* compareSummary(letter, issue, sentences);
}

/** The counts that are in some sentences, by the sentence. */
function countsBy(
  sentences: readonly Prose[],
  counts: readonly VisitCount[],
): (sentence: Prose) => readonly VisitCount[] {
  const index = new SpanIndex(sentences.map((sentence) => [sentence.range, sentence]));
  const found = new Map<Prose, VisitCount[]>();
  for (const count of counts) {
    const sentence = index.at(count.span.start);
    if (sentence === undefined || !holds(sentence.range, count.span)) continue;
    const own = found.get(sentence);
    if (own === undefined) found.set(sentence, [count]);
    else own.push(count);
  }
  return (sentence) => found.get(sentence) ?? [];
}

function* compareConcluded(
  letter: Determination,
  issue: DisputedIssue,
  sentences: readonly Prose[],
): Iterable<Finding> {
  const { index, visits, priorVisits, rationale } = issue;
  if (visits?.total == null || rationale === null) return;
  const countsIn = countsBy(sentences, rationale.visitCounts);
  for (const sentence of sentences) {
    const [count, ...others] = countsIn(sentence);
    if (count?.stated == null || others.length > 0 || !isOfRequest(count) || count.isOfOriginal) continue;
    const { min, max } = count.stated.value;
    if (min !== max || max === visits.total || max === priorVisits?.value) continue;
    if (isOfOtherRequest(letter, issue, count)) continue;
    yield {
      span: count.stated.span,
      message: `${max} visits in the conclusion, ${visits.total} visits in the heading.`,
      issue: index,
      related: [{ span: visits.span, message: `${visits.total} visits here.` }],
    };
  }
}

const isOfRequest = ({ role }: VisitCount): boolean => role === 'requested' || role === 'unknown';

/** Visits that the rationale calls requested: those of the heading, or of the original request that it mentions. */
function* compareRequested(letter: Determination, issue: DisputedIssue): Iterable<Finding> {
  const { index, visits, priorVisits, category, rationale, visitCounts } = issue;
  if (visits?.total == null) return;
  const counts = rationale?.visitCounts ?? [];
  // 'Utilization review added the eight visits of 2009 to the four requested now': it knows the heading's number.
  if (counts.some(({ total, role }) => total === visits.total && role !== 'guideline')) return;
  for (const count of counts) {
    const { total, role, isOfOriginal, therapy } = count;
    if (total === null || total === visits.total || total === priorVisits?.value || !isFixed(count)) continue;
    if (role !== 'requested' || isOfOriginal || (therapy !== null && therapy !== category)) continue;
    if (visitCounts.some((asked) => asked.total === total)) continue;
    if (isOfOtherRequest(letter, issue, count)) continue;
    yield {
      span: count.span,
      message: `${total} visits requested in the rationale, ${visits.total} visits in the heading.`,
      issue: index,
      related: [{ span: visits.span, message: `${visits.total} visits here.` }],
    };
    return;
  }
}

/**
 * A count of another time, of another part of the body, or of what is requested and something else: 'the eight visits of
 * 2009', 'the twelve that were asked for the neck', 'twelve in all'.
 */
function isOfOtherRequest(
  letter: Determination,
  { visits, priorVisits, bodyParts, rationale }: DisputedIssue,
  { total, span }: VisitCount,
): boolean {
  if (isOfOtherOccasion(letter.text.prose, span, requestedSince(letter))) return true;
  if (total !== null && isOfSum(total, visits?.total ?? 0, rationale?.visitCounts ?? [], priorVisits?.value))
    return true;
  const named = bodyParts.length === 0 ? [] : findBodyParts(clauseAround(letter.text.prose, span));
  return named.length > 0 && !named.some(({ value }) => bodyParts.some((own) => areNear(own.value, value)));
}

/** 'With the eight had before it comes to twelve', where four are requested: neither eight nor twelve are the request. */
function isOfSum(total: number, own: number, counts: readonly VisitCount[], before: number | undefined): boolean {
  const rest = total - own;
  if (rest > 0 && before === rest) return true;
  return counts.some(
    (other) => other.role !== 'guideline' && ((rest > 0 && other.total === rest) || other.total === total + own),
  );
}

/** No range, neither of visits nor of weeks. */
const isFixed = ({ stated, perWeek, weeks }: VisitCount): boolean =>
  (stated === null ? [perWeek, weeks] : [stated]).every((each) => each === null || each.value.min === each.value.max);

/** How many issues are about a therapy. */
const issuesOf = oncePerLetter(({ issues }) => {
  const counts = new Map<Category, number>();
  for (const { category } of issues) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
});

/**
 * Visits that the summary says were denied, or else requested. Where the conclusion repeats the heading's number, the
 * summary is wrong; otherwise, the heading.
 */
function* compareSummary(letter: Determination, issue: DisputedIssue, sentences: readonly Prose[]): Iterable<Finding> {
  const { index, visits, request, category, rationale } = issue;
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  if (summary === undefined || visits?.total == null || request.kind !== 'whole' || !isTherapy(category)) return;
  if ((issuesOf(letter).get(category) ?? 0) > 1) return;
  const own = found(visits.total, visits.span);
  const since = requestedSince(letter);
  const now = letter.visitCounts.filter(({ span }) => !isOfOtherOccasion(letter.text.prose, span, since));
  const denials = reviewDenialsIn(summary);
  const deniedIn = countsBy(denials, now);
  const denied = denials.flatMap((sentence) => onlyVisits(deniedIn(sentence), category) ?? []);
  const told = denied.length > 0 ? denied : requestedIn(letter, summary, issue, now);
  const [first] = told;
  if (first === undefined || told.some(({ value }) => value === own.value)) return;
  const repeatedIn = countsBy(sentences, rationale?.visitCounts ?? []);
  const isRepeated = sentences.some((sentence) => onlyVisits(repeatedIn(sentence), category)?.value === own.value);
  const [wrong, right] = isRepeated ? [first, own] : [own, first];
  const message = isRepeated
    ? `${wrong.value} visits ${denied.length > 0 ? 'denied' : 'requested'} in the summary, ${right.value} visits in the heading.`
    : `${wrong.value} visits in the heading, ${right.value} visits in the summary.`;
  const related = [{ span: right.span, message: `${right.value} visits here.` }];
  yield { span: wrong.span, message, issue: index, related };
}

/** The one number that the summary says was requested; none where some of the visits were authorized, or it has others. */
function requestedIn(
  letter: Determination,
  summary: Prose,
  { category, visits, priorVisits, rationale }: DisputedIssue,
  counts: readonly VisitCount[],
): readonly Found<number>[] {
  const isGranted = letter.reviewed.some((item) => item.category === category && item.value !== 'denied');
  const ofTherapy = counts.filter(({ therapy }) => therapy === null || therapy === category);
  const isKnown = ofTherapy.some(
    ({ role, total }) => role === 'authorized' || (role !== 'guideline' && total === visits?.total),
  );
  if (isGranted || isKnown) return [];
  // What is mentioned right before the denial is what was denied.
  const asked = ofTherapy.filter(({ role, span }) => role === 'requested' && reviewDenialAfter(summary, span) !== null);
  const [first] = asked;
  if (first?.total == null || first.therapy === null || first.isOfOriginal || !isFixed(first)) return [];
  if (asked.some(({ total }) => total !== first.total)) return [];
  const others = [...ofTherapy, ...(rationale?.visitCounts ?? [])].filter(({ total }) => total !== visits?.total);
  return isOfSum(first.total, visits?.total ?? 0, others, priorVisits?.value) ? [] : [found(first.total, first.span)];
}

/** The one number of visits among some, where it is of the therapy, and neither authorized nor had. */
function onlyVisits(counts: readonly VisitCount[], category: Category): Found<number> | null {
  const [count, ...others] = counts;
  if (count?.total == null || others.length > 0 || count.therapy !== category) return null;
  if (count.role === 'authorized' || count.role === 'attended') return null;
  return count.stated === null || count.stated.value.min === count.stated.value.max
    ? found(count.total, count.span)
    : null;
}

/** Utilization review decides on a request within days, and a letter within a year: an earlier day is another request's. */
const BEFORE_DENIAL = 120;
const BEFORE_DECISION = 366;

/** The first day on which what is in dispute may have been requested; null where the header has no later one. */
export const requestedSince = ({ header }: Determination): IsoDate | null => {
  const denied = asRead(header.urDenialDate)?.value;
  if (denied !== undefined) return addDays(denied, -BEFORE_DENIAL);
  const decided = asRead(header.decisionDate)?.value;
  return decided === undefined ? null : addDays(decided, -BEFORE_DECISION);
};
