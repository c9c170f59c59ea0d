import type { Clause } from '../../../../language/clauses.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Match } from '../../../../language/phrases/table.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { type VerbGroup, verbGroupBefore } from '../../../../language/verbGroup.ts';
import { type Heading, intersect, isDefinite, isNamed, namesIn } from '../about/referent.ts';
import { isInsteadOfIt } from '../clauses/denials.ts';
import { OF_MATRIX } from '../clauses/matrix.ts';
import { complementSign, REFUSING } from '../clauses/object.ts';
import type { Place } from '../clauses/place.ts';
import { predicateBefore } from '../clauses/predicate.ts';
import { isQualified } from '../clauses/scope.ts';
import { INDEFINITE, isOthers, type Subject, subjectOf } from '../clauses/subject.ts';
import type { Sign } from '../rows/constructions.ts';
import { type IdiomReading, type IdiomRole, mayBeOf, readingOfRole, sideOf } from '../rows/idioms.ts';
import { endsPhrase, isDeed } from '../rows/requirements.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { type Dropped, droppedAs, isEarlier, opensThen } from './dropped.ts';
import type { Statement } from './statement.ts';
import { strengthOf } from './strength.ts';

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
  // 'a reason to say yes'
  if (reading.tokens.lower(first - 1) === 'to' && reading.is(first - 2, CONCLUSION_WORDS['good ground'])) return null;
  const following = clauses.find((each) => each.first >= end);
  // 'It is beyond doubt that …': what is concluded comes after it.
  // Not so in 'It would be a poor economy that denied | her an hour'.
  const isOfRefusal = THAT.has(reading.tokens.lower(end)) && REFUSING.has(reading, end + 1);
  if (following?.matrix === clause && !isOfRefusal) return null;
  const isOfThing = idiom.of === 'a thing';
  const { group, object: judged } = isOfThing
    ? predicateBefore(reading, first, clause, Math.max(clause.first, floor), null)
    : { group: verbGroupBefore(reading, first, Math.max(clause.first, floor)), object: null };
  // 'To ask for it apart is to ask for it twice': no finding does.
  if (idiom.of === 'a thing or a record' && (group.isInfinitive || isNoun(reading, first))) return null;
  if (idiom.needs === 'a link' && !group.hasLink && !group.isJudged && !isInNote(reading, clause, end)) return null;
  const own = subjectOf(reading, clause, group.first);
  // 'Nobody would refuse it': its first words are themselves the subject.
  const isWhole = own.kind === 'none' && first < clause.verb;
  const speaker = isWhole ? own : inherited(own);
  const subject = judged ?? speaker;
  // 'Testing him now is good medicine.'
  if (!mayBeOf(idiom, subject.kind) && !(isOfThing && isDeed(reading, subject))) return null;
  const isCut = idiom.of === 'the reviewer or what is cut' && subject.kind !== 'reviewer' && subject.kind !== 'none';
  if (isCut && (!isCutNow(group, isOfIt(reading, subject, heading)) || DEGREES.has(reading.tokens.lower(end))))
    return null;
  if (ABOUT_IT.has(idiom.of) && isOfIt(reading, subject, heading) !== (idiom.of === 'what is asked')) return null;
  if (idiom.of === 'what comes before' && !isNamedBefore(reading, first, clause, heading)) return null;
  if (idiom.of === 'what follows' && !isOfTreatment(reading, end, clause, heading, subject)) return null;
  const isOfNone = subject.isDenied || (judged !== null && speaker.isDenied);
  const denials = group.negations + (isOfNone ? 1 : 0) + (isInsteadOfIt(reading, subject, heading) ? 1 : 0);
  if (idiom.needs === 'denial' && denials === 0) return null;
  const outcome = { id: row.id, ...idiom.outcome };
  const isOfAnother = row.role === 'as before' || row.role === 'unlike before';
  const said = isOfAnother
    ? outcome.sign * (last?.sign ?? 0)
    : idiom.of === 'a party' || idiom.of === 'whoever'
      ? outcome.sign * (sideOf(subject.kind) || (idiom.of === 'whoever' ? 1 : 0))
      : outcome.sign || saidBefore() * (row.role === 'other view' ? -1 : 1);
  const product =
    said *
    (denials % 2 === 1 ? -1 : 1) *
    matrix.sign *
    (MAY_BE_DENIAL.has(idiom.of) && subject.kind === 'denial' ? -1 : 1) *
    (isOfThing && isToRefuse(reading, end, clause, following) ? -1 : 1);
  if (product === 0) return null;
  const sign = product < 0 ? -1 : 1;
  const known = { row: outcome, group, clause, sentence, next: following, scope, subject, own, at: first, end, sign };
  const rated = strengthOf(reading, {
    hasTopic: topic !== null,
    isLast: false,
    isObject: judged !== null && !isOthers(speaker),
    hasCondition: clauses.some(({ kind }) => kind === 'condition'),
    heading: heading,
    ...known,
  });
  const strength = isOfThing && isOfSuch(reading, own, end, clause, sign) ? 1 : rated;
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
      (((isOfThing || idiom.needs === 'a link') && isOfBefore(reading, group, subject, heading)) ||
      wasReady(reading, group)
        ? 'of the past'
        : null) ??
      (isOfAnother ? last : null)?.dropped ??
      droppedAs(reading, {
        row: outcome,
        group,
        subject: speaker,
        clause,
        clauses,
        matrix,
        isOfEvidence: false,
        // 'What he does not need is a bed': such a clause describes nothing.
        isAdded: first === clause.first && idiom.of === 'what follows',
        isEarlier: isEarlier(reading, subject),
        isUntil: false,
        isOfThen: opensThen(reading, sentence),
        isByOthers: false,
        isLimited: false,
        isTold: false,
      }),
    isDenied: denials % 2 === 1,
    isPartial: idiom.isPartial && sign > 0,
    reach: end,
    construction: outcome,
    notes: [row.id, ...(denials % 2 === 1 ? ['denied'] : []), ...(matrix.sign < 0 ? [OF_MATRIX] : [])],
  };
}

/** 'no call for it', 'little real call for these' */
const isNoun = (reading: Reading, first: number): boolean =>
  reading.is(first, CONCLUSION_WORDS['good ground']) &&
  (reading.is(first - 1, ENGLISH.article) || reading.tokens.hasAny({ first: first - LONGEST_CALL, end: first }, NO));

/** In tokens. */
const LONGEST_CALL = 2;
const NO: ReadonlySet<string> = new Set(['no', 'little', 'any', 'scant', 'much', 'every']);

/** 'The request', 'this brace', 'it'; of what has no subject it is not known. */
const isOfIt = (reading: Reading, subject: Subject, { words }: Heading): boolean =>
  subject.kind === 'request' ||
  isNamed(reading, subject, words) ||
  (subject.kind === 'treatment' && isDefinite(reading, subject)) ||
  isPronoun(reading, subject.first);

/** 'Motion is limited to 30 degrees' */
const DEGREES: ReadonlySet<string> = new Set(['degrees', 'degree', 'percent', '%']);

/** 'The request is modified to six': not what was cut by others before. */
const isCutNow = ({ hasLink, isPast, isPerfect }: VerbGroup, isAsked: boolean): boolean =>
  isAsked && hasLink && !isPast && !isPerfect;

/** 'A scooter | it is.': nothing but a name of the treatment comes before. */
const isNamedBefore = (reading: Reading, first: number, clause: Clause, { words }: Heading): boolean =>
  first > clause.first && first - clause.first <= NEAR && isNamed(reading, { first: clause.first, end: first }, words);

const ABOUT_IT: ReadonlySet<IdiomReading['of']> = new Set(['what is asked', 'another thing']);

const MAY_BE_DENIAL: ReadonlySet<IdiomReading['of']> = new Set(['a ground', 'a thing']);

/** 'Walker a good choice.': a clause without a verb ends after it. */
const isInNote = (reading: Reading, clause: Clause, end: number): boolean =>
  clause.verb >= clause.end && endsPhrase(reading, end, clause);

/** 'nothing wrong with the brace', 'with it'; not 'with the knee' */
function isOfTreatment(reading: Reading, end: number, clause: Clause, heading: Heading, { kind }: Subject): boolean {
  const { words } = heading;
  // 'She has every need of them.'
  if (kind === 'patient' && isPronoun(reading, end)) return true;
  const after = { first: end, end: Math.min(clause.end, end + NEAR) };
  if (isNamed(reading, after, words) || reading.has(after, CONCLUSION_WORDS['the request'])) return true;
  for (let at = after.first; at < after.end; at++)
    if (
      reading.is(at, CONCLUSION_WORDS['request word']) &&
      IS_OF_IT.has(reading, at - 1) &&
      !isAny(reading, at, heading)
    )
      return true;
  return intersect(namesIn(reading, after, words), heading.names);
}

/** 'a test' where a splint is asked for */
const isAny = ({ tokens }: Reading, at: number, { names }: Heading): boolean =>
  names.size > 0 && INDEFINITE.has(tokens.lower(at - 1));

/** 'this scan', 'another scan' */
const IS_OF_IT = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.demonstrative, true],
  [ENGLISH.possessive, true],
  [CONCLUSION_WORDS['more of it'], true],
]);

/** 'a poor economy that denied her the hour', 'a bad idea to refuse it' */
function isToRefuse(reading: Reading, end: number, clause: Clause, following: Clause | undefined): boolean {
  const isThat = THAT.has(reading.tokens.lower(end)) || (following?.kind === 'relative' && following.first === end);
  return isThat ? REFUSING.has(reading, end + 1) : complementSign(reading, end, clause.end) < 0;
}

/** 'Rest is a good choice for sprains.' is said of all of them: it has no article, and what it is for has none. */
const isOfSuch = (reading: Reading, own: Subject, end: number, clause: Clause, sign: Sign): boolean =>
  sign > 0 &&
  own.end - own.first === 1 &&
  own.kind !== 'none' &&
  !isPronoun(reading, own.first) &&
  isQualified(reading, end, clause);

const isPronoun = ({ tokens }: Reading, at: number): boolean => PRONOUNS.has(tokens.lower(at));
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'this', 'that', 'these', 'they', 'them']);

/** What was a good idea then: the first scan, or a drug that was tried. What is asked for in retrospect is rated so, too. */
const isOfBefore = (
  reading: Reading,
  { isPast, isPerfect, isJudged }: VerbGroup,
  subject: Subject,
  heading: Heading,
): boolean =>
  !isJudged &&
  subject.kind !== 'request' &&
  ((isPast && !heading.isInRetrospect) || (isPerfect && !isNamed(reading, subject, heading.words)));

/** 'I was ready to say no.' */
const wasReady = ({ tokens }: Reading, { first, isPast, isInfinitive, modality }: VerbGroup): boolean =>
  isInfinitive &&
  modality === 'none' &&
  (isPast || (READY.has(tokens.lower(first - 1)) && tokens.hasAny({ first: first - 3, end: first - 1 }, WAS)));

const READY: ReadonlySet<string> = new Set('ready tempted set minded'.split(' '));
const WAS: ReadonlySet<string> = new Set(['was', 'were', 'had']);

const THAT: ReadonlySet<string> = new Set(['that', 'which']);

/** In tokens. */
const NEAR = 4;
