import type { Determination, IsoDate, LetterDate } from '../../determination/model/determination.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';
import { tellsOfRepeatedRequest, tellsOfRequest } from '../../determination/readers/shared/cues.ts';
import { sentenceAround } from '../../determination/readers/shared/sentences.ts';
import { reviewDenialAfter } from '../../determination/readers/statements/reviewDenials.ts';
import { findTreatments } from '../../determination/readers/treatments/treatments.ts';
import { holds } from '../../text/span.ts';
import type { Conflict, DatedEvent } from './chronology.ts';

const LAST_DAY: IsoDate = '9999-12-31';

/** Authorization that was requested after the review that denied it. */
export function* requestsAfterDenial(
  letter: Determination,
  { all, denial: filed }: { readonly all: readonly DatedEvent[]; readonly denial: DatedEvent | null },
): Iterable<Conflict> {
  const denial = filed ?? onlyDenial(all);
  if (denial === null) return;
  // Where the summary dates the denial otherwise, a request is compared with the header's day only if that one fits it.
  const others = all.filter((event) => event.role === 'denial' && event !== denial).map(({ day }) => day);
  const [first = LAST_DAY] = others.sort();
  for (const event of all) {
    if (event.role !== 'request-for-authorization' || event.day <= denial.day || first < event.day) continue;
    if (!event.dates.some((date) => asksForDisputed(letter, date))) continue;
    // 'An amended request', 'he asked again': such a request comes after a denial.
    if (event.dates.some((date) => tellsOfRepeatedRequest(sentenceAround(letter.text, date.span)))) continue;
    // Without a header it is known only that the request is mentioned first.
    if (filed === null && event.dates[0].span.start > denial.dates[0].span.start) continue;
    yield { kind: 'order', earlier: event, later: denial, suspect: event };
  }
  for (const event of all)
    if (event.role === 'visit' && event.day > denial.day && first >= event.day && isToldBefore(letter, event, denial))
      yield { kind: 'order', earlier: event, later: denial, suspect: event };
}

/**
 * 'On May 28, the physician requested an MRI. On May 19, utilization review denied it': mentioned in the order in which it
 * happened, one sentence after the other. A request that comes after a denial is mentioned after it.
 */
function isToldBefore(letter: Determination, { dates: [date, ...others] }: DatedEvent, denial: DatedEvent): boolean {
  if (others.length > 0 || date.field !== null) return false;
  const sentence = sentenceAround(letter.text, date.span);
  if (!tellsOfRequest(sentence) || tellsOfRepeatedRequest(sentence)) return false;
  if (findTreatments(sentence).length === 0 || !asksForDisputed(letter, date)) return false;
  const summary = letter.sections.find(({ kind }) => kind === 'clinical-summary')?.body;
  const next = summary === undefined ? null : reviewDenialAfter(summary, date.span);
  return next !== null && denial.dates.some(({ field, span }) => field === null && holds(next.range, span));
}

/** The one day of a denial that a letter gives without a header. */
function onlyDenial(all: readonly DatedEvent[]): DatedEvent | null {
  const [only, ...others] = all.filter(({ role }) => role === 'denial');
  return only === undefined || others.length > 0 ? null : only;
}

/** Where the request's own sentence names treatments, one of them is in dispute; other requests may come at any time. */
function asksForDisputed(letter: Determination, { span }: LetterDate): boolean {
  const named = findTreatments(sentenceAround(letter.text, span));
  const disputed = categoriesIn(letter);
  return named.length === 0 || named.some(({ value }) => disputed.has(value.category));
}

const categoriesIn = oncePerLetter(({ issues }) => new Set(issues.map(({ category }) => category)));
