import type { Finding } from '../../checking/rule.ts';
import type { Category, Determination, DisputedIssue } from '../../determination/model/determination.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';
import { endOfSentence, startOfSentence } from '../../determination/readers/shared/sentenceBounds.ts';
import { isTherapy } from '../../determination/readers/treatments/therapies.ts';
import { findTreatments } from '../../determination/readers/treatments/treatments.ts';
import { findVisitCounts, type VisitCount } from '../../determination/readers/visits/visitCounts.ts';
import { readRole } from '../../determination/readers/visits/visitRole.ts';
import type { Prose } from '../../text/prose.ts';
import { type Found, found } from '../../text/span.ts';
import { denialsIn } from './denials.ts';

/** A number of visits that is another than the heading's: in the conclusion, in what the rationale calls requested, in what the summary tells was denied. */
export function* visitMismatches(
  letter: Determination,
  issue: DisputedIssue,
  sentences: readonly Prose[],
): Iterable<Finding> {
  const inConclusion = [...compareConcluded(issue, sentences)];
  yield* inConclusion;
  if (inConclusion.length > 0) return;
  yield* compareRequested(issue);
  yield* compareDenied(letter, issue, sentences);
}

function* compareConcluded(
  { index, visits, priorVisits }: DisputedIssue,
  sentences: readonly Prose[],
): Iterable<Finding> {
  if (visits?.total == null) return;
  for (const sentence of sentences) {
    const [count, ...others] = findVisitCounts(sentence);
    if (count?.stated == null || others.length > 0 || !isOfRequest(sentence, count)) continue;
    const { min, max } = count.stated.value;
    if (min !== max || max === visits.total || max === priorVisits?.value) continue;
    yield {
      span: count.stated.span,
      message: `The conclusion speaks of ${max} visits, but ${visits.total} visits are in dispute.`,
      issue: index,
      related: [{ span: visits.span, message: `${visits.total} visits in the heading.` }],
    };
  }
}

function isOfRequest(sentence: Prose, count: VisitCount): boolean {
  const { role } = readRole(sentence.text, count);
  return role === 'requested' || role === 'unknown';
}

/** Visits that the rationale calls requested: those of the heading, or of the original request that it tells of. */
function* compareRequested({
  index,
  visits,
  priorVisits,
  heading,
  category,
  rationale,
}: DisputedIssue): Iterable<Finding> {
  if (visits?.total == null || rationale === null) return;
  const { body } = rationale;
  for (const count of findVisitCounts(body)) {
    const { total } = count;
    if (total === null || total === visits.total || total === priorVisits?.value || !isFixed(count)) continue;
    const { role, sentence } = readRole(body.text, count);
    if (role !== 'requested' || OF_THE_ORIGINAL.test(sentence)) continue;
    if (findVisitCounts(heading, { bareNumbers: true }).some((asked) => asked.total === total)) continue;
    const named = findTreatments(sentenceOf(body, count));
    if (named.length > 0 && named.every(({ value }) => value.category !== category)) continue;
    yield {
      span: count.span,
      message: `The rationale speaks of ${total} visits as requested, but ${visits.total} visits are in dispute.`,
      issue: index,
      related: [{ span: visits.span, message: `${visits.total} visits in the heading.` }],
    };
    return;
  }
}

/** No range, neither of visits nor of weeks. */
const isFixed = ({ stated, perWeek, weeks }: VisitCount): boolean =>
  (stated === null ? [perWeek, weeks] : [stated]).every((each) => each === null || each.value.min === each.value.max);

const sentenceOf = (prose: Prose, { start, end }: VisitCount): Prose =>
  prose.slice(startOfSentence(prose.text, start), endOfSentence(prose.text, end));

/** A rationale may speak of the original request as such. */
const OF_THE_ORIGINAL = /\boriginal/i;

/** Whether a sentence speaks of another request than the one in dispute. */
export const isOfOriginal = (sentence: Prose): boolean => OF_THE_ORIGINAL.test(sentence.text);

/** How many issues are about a therapy. */
const issuesOf = oncePerLetter(({ issues }) => {
  const counts = new Map<Category, number>();
  for (const { category } of issues) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
});

/** Visits that the summary tells were denied. Where the conclusion repeats the heading's number the summary is wrong, else the heading. */
function* compareDenied(letter: Determination, issue: DisputedIssue, sentences: readonly Prose[]): Iterable<Finding> {
  const { index, visits, request, category } = issue;
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  if (summary === undefined || visits?.total == null || request.kind !== 'whole' || !isTherapy(category)) return;
  if ((issuesOf(letter).get(category) ?? 0) > 1) return;
  const own = found(visits.total, visits.span);
  const [first, ...others] = denialsIn(summary).flatMap((sentence) => onlyVisits(sentence, issue) ?? []);
  if (first === undefined || [first, ...others].some(({ value }) => value === own.value)) return;
  const isRepeated = sentences.some((sentence) => onlyVisits(sentence, issue)?.value === own.value);
  const [wrong, right] = isRepeated ? [first, own] : [own, first];
  const message = isRepeated
    ? `The summary tells of a denial of ${wrong.value} visits, but the heading speaks of ${right.value} visits.`
    : `The heading speaks of ${wrong.value} visits, but the summary tells of ${right.value} visits.`;
  const related = [{ span: right.span, message: `It is ${right.value} visits here.` }];
  yield { span: wrong.span, message, issue: index, related };
}

/** The one number of visits that a sentence tells of the issue's therapy. */
function onlyVisits(sentence: Prose, { category }: DisputedIssue): Found<number> | null {
  const [count, ...others] = findVisitCounts(sentence);
  if (count?.total == null || others.length > 0) return null;
  if (count.stated !== null && count.stated.value.min !== count.stated.value.max) return null;
  const named = findTreatments(sentence).filter(({ value }) => isTherapy(value.category));
  return named.length > 0 && named.every(({ value }) => value.category === category)
    ? found(count.total, count.span)
    : null;
}
