import type { PlacedPassage } from '../../../language/placed.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import type { Category, Request } from '../../model/determination.ts';
import type { Range, VisitCount, VisitRole } from '../../model/visits.ts';
import type { Count } from './counts/counts.ts';
import type { ToldRange } from './counts/element.ts';
import { derivationOf, derivationOfRecord } from './history/derivations.ts';
import { type History, rationaleHistory, summaryHistory } from './history/history.ts';
import { requestedCounts } from './visits.ts';
import { isCountedInVisits, type TherapyMention } from './words/therapyMentions.ts';

/** The numbers of visits that a heading gives: of the request, or of what it was, what was authorized of it and what is left. */
export function countsOfRequest(request: Request, category: Category): readonly VisitCount[] {
  const pieces: readonly (readonly [Prose | null, VisitRole])[] =
    request.kind === 'whole'
      ? [[request.treatment, 'requested']]
      : [
          [request.original, 'requested'],
          [request.authorized, 'authorized'],
          [request.treatment, 'requested'],
        ];
  return pieces.flatMap(([prose, role]) => {
    if (prose === null) return [];
    const passage = passageOf(prose);
    return requestedCounts(passage, category).map((count) => ({
      role,
      therapy: null,
      isOfOriginal: prose === (request.kind === 'whole' ? null : request.original),
      derivation: derivationOf(passage, count),
      ...told(passage, count),
    }));
  });
}

/** The numbers of visits that a rationale gives. */
export const countsOfRationale = (rationale: Prose): readonly VisitCount[] => countsOf(rationaleHistory(rationale));

/** The numbers of visits that the clinical summary gives. */
export const countsOfSummary = (summary: Prose): readonly VisitCount[] => countsOf(summaryHistory(summary));

const countsOf = ({ passage, records }: History): readonly VisitCount[] =>
  records.map((record) => ({
    role: record.role,
    therapy: categoryOf(record.therapy),
    isOfOriginal: record.isOfOriginal,
    derivation: derivationOfRecord(passage, record),
    ...told(passage, record.count),
  }));

const categoryOf = (therapy: TherapyMention | null): Category | null =>
  therapy === null ||
  therapy.category === 'any therapy' ||
  therapy.category === 'any program' ||
  !isCountedInVisits(therapy)
    ? null
    : therapy.category;

function told(
  passage: PlacedPassage,
  count: Count,
): Omit<VisitCount, 'role' | 'therapy' | 'isOfOriginal' | 'derivation'> {
  const foundRange = (range: ToldRange | null): Found<Range> | null =>
    range && found({ min: range.min, max: range.max }, passage.span(range));
  return {
    span: passage.span(count),
    stated: foundRange(count.stated),
    number: count.number && passage.span(count.number),
    perWeek: foundRange(count.perWeek),
    weeks: foundRange(count.weeks),
    computed: count.computed,
    total: count.total,
  };
}
