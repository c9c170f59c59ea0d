import type { Clause } from '../../../../language/clauses.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import { type Heading, isCalled, isNamed } from '../about/referent.ts';
import type { Subject } from '../clauses/subject.ts';
import type { Outcome, Position } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import type { Statement } from './statement.ts';
import { PERMITTED } from './strength.ts';

/** 'no more are permitted'; 'that ground is not tenable', after what others decided */
export function isOfNothing(
  reading: Reading,
  at: number,
  { kind, first, end, isDenied }: Subject,
  row: Outcome,
  last: Statement | undefined,
): boolean {
  if (UNSURE.has(row.id) && isOfCarrier(reading, at)) return true;
  if (kind === 'ground')
    return isDemonstrated(reading, first, end) && last?.construction?.sign === -1 && last.dropped !== null;
  const isPermitted = row.isDecision !== true || PERMITTED.has(reading.tokens.lower(at));
  return end - first === 2 && isDenied && isPermitted && reading.tokens.lower(first + 1) === 'more';
}

/** 'The carrier took a page to explain it. I was not convinced.': of what it is that one is not convinced is not known. */
function isOfCarrier(reading: Reading, at: number): boolean {
  const start = reading.startOfSentence(at);
  const before = { first: reading.startOfSentence(start - 1), end: start };
  return (
    start > 0 &&
    reading.has(before, CONCLUSION_WORDS['review party']) &&
    !reading.has(before, CONCLUSION_WORDS['physician party'])
  );
}

const UNSURE: ReadonlySet<string> = new Set(['I am persuaded', 'I am not persuaded']);

/** 'That ground', 'This ground' */
const isDemonstrated = (reading: Reading, first: number, end: number): boolean =>
  reading.is(first === end - 1 ? first - 1 : first, ENGLISH.demonstrative) && end - first <= 2;

/** 'I cannot recommend | that it be authorized': what is recommended is read with it. */
export function isRecommended({ tokens }: Reading, group: VerbGroup, earlier: Statement | null): boolean {
  if (earlier === null || group.isFinite || tokens.lower(group.first) !== 'be') return false;
  for (let at = earlier.end; at < group.first; at++) if (tokens.written(at) === 'that') return true;
  return false;
}

/**
 * 'I allow that in the first year it was suitable', 'It must be granted that he is right', 'I agree with the surgeon that he is
 * no addict'
 */
export function takesContent(
  reading: Reading,
  at: number,
  end: number,
  position: Position,
  clause: Clause,
  heading: Heading,
): boolean {
  if (position === 'predicate') return isOfOtherDeed(reading, end, clause, heading);
  if (position === 'passive') return reading.is(at, CONCLUSION_WORDS.grants) && reading.tokens.lower(end) === 'that';
  return (position === 'active' || position === 'command') && leadsToContent(reading, end, clause);
}

/** 'It is not necessary for her to try another tablet', where that is not what is asked for. */
function isOfOtherDeed(reading: Reading, end: number, clause: Clause, heading: Heading): boolean {
  const { tokens } = reading;
  if (heading.names.size === 0) return false;
  // 'It is appropriate that he rest'
  if (tokens.written(end) === 'that' && tokens.lower(clause.first) === 'it')
    return !isOfIt(reading, { first: end + 1, end: clause.end }, heading);
  if (tokens.written(end) !== 'for') return false;
  let to = end + 1;
  while (to < Math.min(clause.end, end + LONGEST_PERSON) && tokens.written(to) !== 'to') to++;
  const deed = { first: to + 1, end: clause.end };
  // 'for her to wait'
  if (tokens.written(to) !== 'to' || reading.formAt(to + 1) === 0 || tokens.isMark(to + 2)) return false;
  return !isOfIt(reading, deed, heading);
}

interface Leading {
  readonly clause: Clause;
  readonly at: number;
  readonly position: Position;
  readonly following: Clause;
}

/** 'It is necessary that he have the brace': what is asked for, and not after something else. */
export function isForIt(
  reading: Reading,
  { clause, at, position, following: { first, end, verb } }: Leading,
  heading: Heading,
): boolean {
  const { tokens } = reading;
  const isIt = position === 'predicate' && tokens.lower(clause.first) === 'it' && tokens.lower(first) === 'that';
  if (
    !isIt ||
    tokens.lower(first + 1) === 'one' ||
    !isToBe(reading, first, verb, end) ||
    !reading.is(at, CONCLUSION_WORDS.necessary)
  )
    return false;
  let stop = first + 1;
  while (stop < end && !LATER.has(tokens.lower(stop))) stop++;
  return isOfIt(reading, { first: first + 1, end: stop }, heading) && !tokens.hasAny({ first, end }, FIRST);
}

/** 'that it be done', 'that he have it' */
export const isToBe = ({ tokens }: Reading, first: number, verb: number, end: number): boolean =>
  verb < end && verb > first + 1 && BARE.has(tokens.lower(verb));

const BARE: ReadonlySet<string> = new Set(['be', 'have', 'get', 'receive', 'undergo']);
const LATER: ReadonlySet<string> = new Set(['before', 'until', 'after', 'instead', 'without', 'once']);
const FIRST: ReadonlySet<string> = new Set(['first']);

const isOfIt = (reading: Reading, deed: TokenRange, heading: Heading): boolean =>
  isNamed(reading, deed, heading.words) ||
  isCalled(reading, deed, heading) ||
  (heading.isOfSurgery && reading.has(deed, CONCLUSION_WORDS['operation word'])) ||
  reading.tokens.hasAny(deed, OF_IT) ||
  reading.has(deed, CONCLUSION_WORDS['the request']);

/** In tokens: 'for the injured worker to'. */
const LONGEST_PERSON = 6;
const OF_IT: ReadonlySet<string> = new Set(['it', 'this', 'these', 'them', 'one', 'so']);

function leadsToContent(reading: Reading, end: number, clause: Clause): boolean {
  const { tokens } = reading;
  const isWith = tokens.written(end) === 'with';
  const start = isWith ? end + 1 : end;
  for (let at = start; at < Math.min(clause.end - 1, start + FARTHEST_THAT); at++) {
    if (tokens.isMark(at)) return false;
    // 'reverse that of the other'
    if (tokens.written(at) === 'that' && tokens.written(at + 1) === 'of') return false;
    if (tokens.written(at) === 'that') return (isWith ? PATIENT : CLAUSE_OPENERS).has(reading, at + 1);
  }
  return false;
}

/** In tokens. */
const FARTHEST_THAT = 5;

const PATIENT = new ClassMap<true>([
  [ENGLISH.he, true],
  [ENGLISH.she, true],
  [CONCLUSION_WORDS['patient party'], true],
]);

/** Not the 'view' of 'that view'. */
const CLAUSE_OPENERS = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.possessive, true],
  [ENGLISH.preposition, true],
  [ENGLISH.he, true],
  [ENGLISH.she, true],
]);

/** What is said last is of the same clause, or right before it: 'was well chosen | and well placed'. */
export const isJoined = (reading: Reading, last: Statement | undefined, { first }: Clause): last is Statement =>
  last !== undefined &&
  (last.clause.first === first || (last.end === first && reading.is(first, ENGLISH['clause coordinator'])));
