import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { isEarlier } from '../statements/dropped.ts';
import type { Statement } from '../statements/statement.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isOtherTreatment } from './otherTreatment.ts';
import { type Heading, isNamed } from './referent.ts';

/**
 * It says of what is in dispute that it meets all criteria, or that it does not: 'The criteria for the scan have been met',
 * 'The scan does not meet the criteria'. Not of some of them, of another matter, of before, nor in contrast to what was said.
 */
export function isOfAllCriteria(reading: Reading, statement: Statement, heading: Heading): boolean {
  const { construction, subject, clause } = statement;
  if (construction === null || !OF_CRITERIA.has(construction.id) || clause.kind !== 'main') return false;
  // 'The scan met them all.'
  const isPast = reading.tokens.hasAny(statement, PAST) || reading.tokens.lower(statement.first) === 'met';
  if (isPast || isEarlier(reading, subject) || reading.is(clause.first, ENGLISH.contrast)) return false;
  if (reading.has(subject, CONCLUSION_WORDS['first part'])) return false;
  if (subject.kind === 'request' || subject.kind === 'treatment') return !isOtherTreatment(reading, subject, heading);
  if (subject.kind !== 'criteria') return isNamed(reading, subject, heading.words);
  for (let at = subject.first; at < subject.end; at++)
    if (!KNOWN.has(reading, at) && !isNamed(reading, { first: at, end: at + 1 }, heading.words)) return false;
  return !numbers(reading).hasBetween(subject.first, subject.end);
}

const OF_CRITERIA: ReadonlySet<string> = new Set([
  'criteria met',
  'meets criteria',
  'fails criteria',
  'criteria failed',
  'criteria lacking',
]);
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'had', 'did']);

const KNOWN = new ClassMap<true>([
  [CONCLUSION_WORDS.criteria, true],
  [CONCLUSION_WORDS['request word'], true],
  [ENGLISH.article, true],
  [ENGLISH.preposition, true],
  [ENGLISH.degree, true],
]);
