import type { Match } from '../../../language/phrases/table.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import { verbGroupBefore } from '../../../language/verbGroup.ts';
import { type Dropped, droppedAs, isEarlier, opensThen } from './dropped.ts';
import { type IdiomRole, mayBeOf, readingOfRole, sideOf } from './idioms.ts';
import { OF_MATRIX } from './matrix.ts';
import type { Place } from './place.ts';
import type { Heading } from './referent.ts';
import type { Statement } from './statement.ts';
import { strengthOf } from './strength.ts';
import { type Subject, subjectOf } from './subject.ts';

/** Where a phrase is, and what was said before it. */
export interface IdiomSite {
  readonly reading: Reading;
  readonly place: Place;
  /** The end of what was read of the clause before. */
  readonly floor: number;
  readonly topic: TokenRange | null;
  readonly heading: Heading;
  readonly inherited: (own: Subject) => Subject;
  /** The sign of what others said; 0 where nothing is known of it. */
  readonly saidBefore: () => number;
  /** What was said last, which 'the same goes for' says of another thing; null where nothing was. */
  readonly last: Statement | null;
  readonly elsewhere: (at: number) => Dropped | null;
}

/** What a phrase that concludes as a whole states; null where it cannot be said of its subject. */
export function idiomStatement(
  { row, first, end }: Match<IdiomRole>,
  { reading, place, floor, topic, heading, inherited, saidBefore, last, elsewhere }: IdiomSite,
): Statement | null {
  const { clause, clauses, sentence, matrix, scope } = place;
  const idiom = readingOfRole(row.role);
  const following = clauses.find((each) => each.first >= end);
  // 'It is beyond doubt that …': what is concluded comes after it.
  if (following?.matrix === clause) return null;
  const group = verbGroupBefore(reading, first, Math.max(clause.first, floor));
  if (idiom.needs === 'a link' && !group.hasLink) return null;
  const own = subjectOf(reading, clause, group.first);
  // 'Nobody would refuse it': its first words are themselves the subject.
  const isWhole = own.kind === 'none' && first < clause.verb;
  const subject = isWhole ? own : inherited(own);
  if (!mayBeOf(idiom, subject.kind)) return null;
  const denials = group.negations + (subject.isDenied ? 1 : 0);
  if (idiom.needs === 'denial' && denials === 0) return null;
  const outcome = { id: row.id, ...idiom.outcome };
  const isOfAnother = row.role === 'as before' || row.role === 'unlike before';
  const said = isOfAnother
    ? outcome.sign * (last?.sign ?? 0)
    : idiom.of === 'a party'
      ? outcome.sign * sideOf(subject.kind)
      : outcome.sign || saidBefore() * (row.role === 'other view' ? -1 : 1);
  const product =
    said * (denials % 2 === 1 ? -1 : 1) * matrix.sign * (idiom.of === 'a ground' && subject.kind === 'denial' ? -1 : 1);
  if (product === 0) return null;
  const sign = product < 0 ? -1 : 1;
  const known = { row: outcome, group, clause, sentence, next: following, scope, subject, own, at: first, end, sign };
  const strength = strengthOf(reading, {
    hasTopic: topic !== null,
    isLast: false,
    isObject: false,
    hasCondition: clauses.some(({ kind }) => kind === 'condition'),
    heading: heading,
    ...known,
  });
  return {
    first: group.first,
    end,
    sign,
    strength: isOfAnother ? Math.min(strength, last?.strength ?? 0) : strength,
    clause,
    sentence,
    subject: isOfAnother ? { first: end, end: clause.end, kind: 'thing', isDenied: false } : subject,
    topic,
    object: { first, end: Math.max(end, clause.end) },
    dropped:
      elsewhere(first) ??
      (isOfAnother ? last : null)?.dropped ??
      droppedAs(reading, {
        row: outcome,
        group,
        subject,
        clause,
        clauses,
        matrix,
        isOfEvidence: false,
        isAdded: false,
        isEarlier: isEarlier(reading, subject),
        isUntil: false,
        isOfThen: opensThen(reading, sentence),
        isByOthers: false,
        isTold: false,
      }),
    isDenied: denials % 2 === 1,
    isPartial: idiom.isPartial && sign > 0,
    reach: end,
    construction: outcome,
    notes: [row.id, ...(denials % 2 === 1 ? ['denied'] : []), ...(matrix.sign < 0 ? [OF_MATRIX] : [])],
  };
}
