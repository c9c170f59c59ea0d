import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading } from '../../../../language/reading.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import { type Heading, isNamed } from '../about/referent.ts';
import type { Position } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isPassive } from './denials.ts';
import { denialsOfFront } from './inversion.ts';
import type { Place } from './place.ts';
import { INDEFINITE, type Subject, subjectIn, subjectOf } from './subject.ts';

/**
 * The subject of a verb group within its clause.
 *
 * @param opened the first token of the quotation that the group is in; 0 where it is in none
 */
export function subjectBefore(reading: Reading, group: VerbGroup, opened: number, { clause, own }: Place): Subject {
  // 'UR wrote "injection not appropriate"'
  if (opened > clause.first && opened <= group.first) return subjectIn(reading, { first: opened, end: group.first });
  // 'Nowhere do I find it necessary'
  if (group.first > clause.verb && denialsOfFront(reading, clause) !== null)
    return subjectIn(reading, { first: clause.verb + 1, end: group.first });
  // 'What the surgeon has requested is'
  const whole = { first: clause.first, end: group.first };
  const isSought = reading.tokens.lower(clause.first) === 'what' && reading.has(whole, CONCLUSION_WORDS.seeks);
  if (group.first > clause.verb && isSought) return subjectIn(reading, whole);
  if (isBeyondRelative(reading, group, clause.verb, own))
    return subjectIn(reading, { first: clause.first, end: own.first });
  // 'nothing | that would make an exception'
  const isRelative = clause.kind === 'content' && clause.verb === clause.first + 1 && group.first <= clause.verb;
  if (isRelative && reading.tokens.lower(clause.first) === 'that')
    return { first: clause.first, end: clause.verb, kind: 'thing', isDenied: false };
  if (group.first >= clause.verb) {
    const that = thatWithin(reading, clause.verb, group.first);
    return that < 0 ? own : subjectIn(reading, { first: that + 1, end: group.first });
  }
  return subjectOf(reading, clause, group.first);
}

/** 'Neither of the criteria I go by | is met': the 'I' has a verb of its own before. */
const isBeyondRelative = (reading: Reading, group: VerbGroup, verb: number, { kind, first }: Subject): boolean =>
  kind === 'reviewer' &&
  first < verb &&
  group.first > verb &&
  group.hasLink &&
  group.isFinite &&
  NOT_MINE.has(reading.tokens.lower(group.first)) &&
  !reading.is(group.first - 1, ENGLISH.coordinator);

const NOT_MINE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'has', 'have']);

/**
 * 'An assistant surgeon is not necessary' where one is asked for: a service, and nobody who says anything. So is 'the
 * examination' that is warranted, and no record.
 */
export function asService(
  reading: Reading,
  at: number,
  subject: Subject,
  position: Position,
  { words }: Heading,
): Subject {
  const isOne =
    subject.kind === 'physician' &&
    isPassive(position) &&
    INDEFINITE.has(reading.tokens.lower(subject.first)) &&
    isNamed(reading, subject, words);
  const isDone =
    subject.kind === 'record' &&
    (position === 'passive' || reading.is(at, CONCLUSION_WORDS['medically necessary'])) &&
    EXAMS.has(reading.tokens.lower(subject.end - 1));
  return isOne || isDone ? { ...subject, kind: 'treatment' } : subject;
}

const EXAMS: ReadonlySet<string> = new Set(['examination', 'exam']);

/** The 'that' of 'I agree with the carrier that the program would do'; -1 where none leads to a noun phrase. */
function thatWithin(reading: Reading, verb: number, end: number): number {
  for (let at = end - 2; at > Math.max(verb + 1, end - FARTHEST_THAT); at--)
    if (reading.tokens.written(at) === 'that' && BEGINS.has(reading, at + 1)) return at;
  return -1;
}

/** In tokens. */
const FARTHEST_THAT = 8;

const BEGINS = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.possessive, true],
]);
