import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { levels } from '../../anatomy/levels.ts';
import { INDEFINITE } from '../clauses/subject.ts';
import type { Statement } from '../statements/statement.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isOfFewer } from './fewer.ts';
import { type Heading, intersect, namesIn } from './referent.ts';
import type { About } from './sameThing.ts';

/** 'I would grant the first bottle only', 'thirty of the sixty days', 'certified without the tenodesis': the rest is not. */
export function isOfPart(reading: Reading, { statement, referent }: About, asked: Heading): boolean {
  const heading = asked.names;
  if (statement.subject.kind === 'criteria') return false;
  if (statement.isPartial || isNotAll(reading, statement)) return true;
  if (statement.sign < 0) return false;
  const end = Math.min(statement.object.end, statement.object.first + FARTHEST);
  if (isCountOf(reading, statement.subject.first)) return true;
  if (isOfThose(reading, statement)) return true;
  if (isAllBut(reading, statement, heading)) return true;
  for (let at = Math.max(statement.object.first, statement.end); at < end; at++) {
    if (isButNot(reading, at, end, heading)) return true;
    const only = reading.endOfClass(at, ENGLISH.only);
    // 'so much and no more'
    if (only > at + 1) return true;
    if (only > at) return referent.part === 'first' || referent.side !== 'none' || referent.numbers.size > 0;
    const except = reading.endOfClass(at, ENGLISH.except);
    if (except > at && isOfSome(reading, { first: except, end }, heading)) return true;
    if (isCountOf(reading, at)) return true;
  }
  // 'Half of these I can support.'
  const isOfHalf = referent.part === 'first' && isHalf(reading, statement.clause);
  if (isOfHalf || isInPart(reading, statement)) return true;
  // 'Sixty tablets are authorized': what is found necessary, or granted by the reviewer, counts as a part only as the last word.
  const isSure = referent.part === 'first' || statement.subject.kind !== 'reviewer';
  return isSure && statement.construction?.isDecision === true && isOfFewer(reading, statement, referent, asked);
}

/** 'Of the twelve, six are needed' */
function isOfThose(reading: Reading, { clause: { first }, subject }: Statement): boolean {
  const { tokens } = reading;
  if (tokens.lower(first) !== 'of' || tokens.lower(first + 1) !== 'the') return false;
  const all = numbers(reading).at(first + 2);
  const some = numbers(reading).at(subject.first);
  return all !== undefined && some !== undefined && some.first > all.first && some.max < all.max;
}

/** 'All but the bed are needed', 'With the exception of the bed, …', 'In lieu of purchase, a rental is approved' */
function isAllBut(
  reading: Reading,
  { clause, sentence, first, subject, object, construction }: Statement,
  heading: ReadonlySet<string>,
): boolean {
  const { tokens } = reading;
  const isOne = INDEFINITE.has(tokens.lower(subject.first)) || INDEFINITE.has(tokens.lower(object.first));
  const isGranted = isOne && construction?.isDecision === true;
  for (let at = clause.first; at < clause.end; at++) {
    const but = BUT.at(reading, at);
    if (but === null || (but.value ? at >= first : !isGranted)) continue;
    if (isOfSome(reading, { first: but.end, end: Math.min(clause.end, but.end + NEAR) }, heading)) return true;
  }
  // 'a trial, which is needed, but not purchase'
  for (let at = object.first; at < Math.min(sentence.end, object.first + FARTHEST_BUT); at++) {
    const except = reading.tokens.written(at - 1) === ',' ? reading.endOfClass(at, ENGLISH.except) : -1;
    if (except > at && isOfSome(reading, { first: except, end: Math.min(sentence.end, except + NEAR) }, heading))
      return true;
  }
  return false;
}

/** In tokens. */
const FARTHEST_BUT = 20;

/** True where it takes a part away from all of it, false where it takes the place of what was asked for. */
const BUT = new ClassMap<boolean>([
  [CONCLUSION_WORDS['conclusion all but'], true],
  [CONCLUSION_WORDS['conclusion in lieu'], false],
]);

/** ', not the purchase', ', not for five' */
function isButNot(reading: Reading, at: number, end: number, heading: ReadonlySet<string>): boolean {
  const { tokens } = reading;
  const not = tokens.lower(at + 1) === 'and' ? at + 2 : at + 1;
  if (tokens.written(at) !== ',' || tokens.lower(not) !== 'not') return false;
  const start = reading.is(not + 1, ENGLISH.preposition) ? not + 2 : not + 1;
  const isNumber = numbers(reading).at(start) !== undefined;
  return isNumber || isOfSome(reading, { first: start, end: Math.min(end, start + NEAR) }, heading);
}

const isHalf = ({ tokens }: Reading, { first }: TokenRange): boolean =>
  tokens.lower(first) === 'half' || tokens.lower(first + 1) === 'half';

const isNotAll = (reading: Reading, { subject }: Statement): boolean =>
  reading.is(subject.first, CONCLUSION_WORDS['not all']);

/** Words after 'but not' name a part: 'for the right', 'the tenodesis'. */
function isOfSome(reading: Reading, range: TokenRange, heading: ReadonlySet<string>): boolean {
  if (intersect(namesIn(reading, range), heading) || [...levels(reading).between(range.first, range.end)].length > 0)
    return true;
  return reading.tokens.hasAny({ first: range.first, end: Math.min(range.end, range.first + 4) }, SIDES);
}

const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'rest', 'remainder', 'second', 'other']);

/** 'is partially medically necessary', 'is certified in part' */
function isInPart(reading: Reading, { first, end, subject }: Statement): boolean {
  if (PARTIAL.has(reading, subject.first) || PARTIAL.has(reading, subject.first - 1)) return true;
  return reading.has({ first, end: end + 2 }, CONCLUSION_WORDS['in part']);
}

/** 'Not all of the visits are …', 'Only six are …' */
const PARTIAL = new ClassMap<true>([
  [CONCLUSION_WORDS['not all'], true],
  [ENGLISH.only, true],
]);

/** 'thirty of the sixty' */
function isCountOf(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const count = numbers(reading).at(at);
  if (count === undefined || tokens.written(count.end) !== 'of' || tokens.written(count.end + 1) !== 'the')
    return false;
  return numbers(reading).at(count.end + 2) !== undefined;
}

/** In tokens. */
const FARTHEST = 12;
const NEAR = 6;
