import type { Reading } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import type { Statement } from '../statements/statement.ts';
import { PERMITTED } from '../statements/strength.ts';
import type { Heading, Referent } from './referent.ts';

/** 'I would okay the first six' of twelve, 'Sixty tablets are authorized' of a hundred and twenty, 'I would allow six' */
export function isOfFewer(
  reading: Reading,
  { construction, strength, subject, object, ...statement }: Statement,
  referent: Referent,
  { amounts, words }: Heading,
): boolean {
  if ((construction?.isDecision !== true && strength < 3) || strength < 2) return false;
  const most = Math.max(0, ...amounts);
  const isFewer = (each: number): boolean => !amounts.has(each) && each < most;
  if (referent.part === 'first') return [...referent.numbers].some(isFewer);
  const isOwn = subject.kind === 'reviewer';
  const range = isOwn ? object : subject;
  const at = isOwn && reading.tokens.written(range.first) === '#' ? range.first + 1 : range.first;
  const count = numbers(reading).at(at);
  if (referent.part !== 'none' || count === undefined || !isFewer(count.max)) return false;
  // What is permitted is so by a guideline.
  if (reading.tokens.hasAny(statement, PERMITTED) && !isOwn) return false;
  const isCounted = isUnit(reading, count.end) || words.has(reading.tokens.word(count.end));
  const end = isCounted ? count.end + 1 : count.end;
  return isOwn ? end >= range.end || reading.tokens.isMark(end) : isCounted || count.end >= range.end;
}

const isUnit = ({ tokens }: Reading, at: number): boolean => UNITS.has(tokens.lower(at));
const UNITS: ReadonlySet<string> = new Set('visits sessions tablets pills capsules patches'.split(' '));
