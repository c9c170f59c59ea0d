import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading } from '../../../../language/reading.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import { type Heading, isDefinite, isNamed } from '../about/referent.ts';
import { isPassive } from '../clauses/denials.ts';
import type { Place } from '../clauses/place.ts';
import { isGivenBefore } from '../clauses/position.ts';
import { isOfHow, isToldOfOthers } from '../clauses/scope.ts';
import { INDEFINITE, type Subject } from '../clauses/subject.ts';
import type { Outcome, Position } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isConcession } from './conceded.ts';
import { isByOthers, isDecidedAbove, isRecalled } from './dropped.ts';
import type { Statement } from './statement.ts';

/** A deciding word, and what it is said of. */
interface Said {
  readonly at: number;
  readonly end: number;
  readonly position: Position;
  readonly group: VerbGroup;
  readonly subject: Subject;
}

/** 'With the brace approved above, …', 'How long it is to be worn the note does not say', 'It is useful, to be fair, but …' */
export const isInPassing = (
  reading: Reading,
  { clause, sentence }: Place,
  { at, end, position, group, subject }: Said,
  before: readonly Statement[],
): boolean =>
  (position === 'passive' && !group.hasLink && isGivenBefore(reading, clause, at)) ||
  isOfHow(reading, clause, group.first) ||
  isConcession(reading, at, sentence, before) ||
  (group.isJudged && isRecalled(reading, clause, at, subject)) ||
  isDecidedAbove(reading, group, end, clause, subject);

/** 'found unnecessary by the carrier', 'is needed, according to the surgeon' */
export const isOthersWord = (
  reading: Reading,
  { clause, sentence }: Place,
  { end, position, group, subject }: Said,
  row: Outcome,
): boolean =>
  (isPassive(position) && isByOthers(reading, end, clause, group, row)) ||
  (subject.kind !== 'reviewer' && isToldOfOthers(reading, clause, end, sentence));

/** 'The request may be certified', 'the test may be regarded as necessary': it is permitted, of what is asked for and without a condition. */
export function isAllowed(
  reading: Reading,
  { clause, clauses, sentence, scope }: Place,
  { at, end, position, group, subject }: Said,
  row: Outcome,
  heading: Heading,
): boolean {
  const { tokens } = reading;
  const isRated = row.isGuidelines !== true && (row.isDecision === true || group.isJudged);
  if (!isRated || !isPassive(position) || scope !== 'own' || clause.kind !== 'main') return false;
  const isMay = tokens.hasAny({ first: group.first, end: at }, MAY);
  const isOne =
    subject.kind === 'request' || reading.is(subject.first, ENGLISH.article) || isDefinite(reading, subject);
  if (
    !isMay ||
    !isOne ||
    (group.isJudged && INDEFINITE.has(tokens.lower(subject.first))) ||
    clauses.some(({ kind }) => kind === 'condition')
  )
    return false;
  const isOfIt = subject.kind === 'request' || subject.kind === 'treatment' || isNamed(reading, subject, heading.words);
  if (!isOfIt || reading.has(subject, CONCLUSION_WORDS['more of it'])) return false;
  return (
    !tokens.hasAny({ first: end, end: sentence.end }, LATER) &&
    !reading.has({ first: sentence.first, end: at }, ENGLISH.usually)
  );
}

const MAY: ReadonlySet<string> = new Set(['may']);
const LATER: ReadonlySet<string> = new Set('if when once after later until where unless in for by future'.split(' '));

/** 'is/is not necessary', '[necessary / not necessary]', 'is (is not) necessary': a form that nobody has filled in. */
export function isChoice(reading: Reading, first: number, end: number): boolean {
  const { tokens } = reading;
  for (let at = first - 1; at <= end; at++)
    if (tokens.written(at) === '/' && CHOSEN.has(reading, at - 1))
      for (let next = at + 1; next <= at + 2; next++) if (NOT.has(tokens.lower(next))) return true;
  return tokens.written(first - 1) === ')' && NOT.has(tokens.lower(first - 2)) && reading.is(first - 3, ENGLISH.be);
}

const CHOSEN = new ClassMap<true>([
  [ENGLISH.be, true],
  [CONCLUSION_WORDS.necessary, true],
  [CONCLUSION_WORDS.grants, true],
]);
const NOT: ReadonlySet<string> = new Set(['not', 'unnecessary', 'non']);
