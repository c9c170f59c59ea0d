import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ANATOMY } from '../../anatomy/vocabulary.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { type Heading, intersect, isNamed, wordsIn } from './referent.ts';

/** It is about what is added to the treatment alone: 'the refills', 'a stay of three days'. */
export function isOfAddition(
  reading: Reading,
  ranges: readonly TokenRange[],
  { additions, mains }: Pick<Heading, 'additions' | 'mains'>,
): boolean {
  if (additions.size === 0) return false;
  const words = new Set<string>();
  for (const { first, end } of ranges)
    for (let at = first; at < end; at++) {
      // 'the scan without contrast'
      const isWithout = reading.tokens.lower(at) === 'without';
      if (isWithout && intersect(wordsIn(reading, { first: at + 1, end: at + 2 }), additions)) return false;
      // The 'medical' of 'medical necessity' begins like 'medial', and names nothing.
      if (!MEDICAL.has(reading.tokens.lower(at)))
        for (const each of wordsIn(reading, { first: at, end: at + 1 })) words.add(each);
    }
  return intersect(words, additions) && !intersect(words, mains);
}

const MEDICAL: ReadonlySet<string> = new Set(['medical', 'medically']);

/** Words that name a part and nothing else: 'Six', 'the rest', 'Left leg', 'Refills'; not 'left leg pain'. */
export function isOnlyPart(reading: Reading, { first, end }: TokenRange, heading: Heading): boolean {
  const { tokens } = reading;
  let isPart = false;
  for (let at = first; at < end; at++) {
    const number = numbers(reading).at(at);
    const names = PARTS.at(reading, at);
    if (number !== undefined) at = number.end - 1;
    else if (names !== null) at = names.end - 1;
    const isSide = SIDES.has(tokens.lower(at));
    isPart ||= number !== undefined || isSide || names?.value === true;
    const isKnown = number !== undefined || isSide || names !== null || tokens.isMark(at);
    if (!isKnown && !isNamed(reading, { first: at, end: at + 1 }, heading.words)) return false;
  }
  return isPart;
}

/** A side is named: 'the right foot', 'the left one'. */
export const isOfSide = ({ tokens }: Reading, range: TokenRange): boolean => tokens.hasAny(range, SIDES);

/** 'Six', 'this month's supply', 'the first fill', or 'filled once'. */
export function isShare(reading: Reading, subject: TokenRange, end: number): boolean {
  if (reading.tokens.lower(end) === 'once') return true;
  if (reading.has(subject, CONCLUSION_WORDS['amount word']) || reading.has(subject, CONCLUSION_WORDS['first part']))
    return true;
  return numbers(reading).hasBetween(subject.first, subject.end);
}

const SIDES: ReadonlySet<string> = new Set(['left', 'right']);

/** True where the word itself names a part. */
const PARTS = new ClassMap<boolean>([
  [CONCLUSION_WORDS['first part'], true],
  [CONCLUSION_WORDS['other part'], true],
  [CONCLUSION_WORDS['more of it'], true],
  [CONCLUSION_WORDS['refill word'], true],
  [CONCLUSION_WORDS['request word'], false],
  [CONCLUSION_WORDS['part word'], false],
  [CONCLUSION_WORDS['time unit'], false],
  [ENGLISH.article, false],
  [ENGLISH.possessive, false],
  [ENGLISH.demonstrative, false],
  ...ANATOMY.map((each) => [each, false] as const),
]);

/** '(was right) as to one of the two only', 'for six of the twelve', 'in part' */
export function isInPartOnly(reading: Reading, { first, end }: TokenRange): boolean {
  const after = { first, end: Math.min(end, first + FARTHEST_PART) };
  if (reading.is(first, CONCLUSION_WORDS['in part'])) return true;
  const start = reading.endOfClass(first, ENGLISH.only) > first ? first + 1 : first;
  if (!ABOUT.has(reading.tokens.lower(start)) || reading.has(after, CONCLUSION_WORDS['good ground'])) return false;
  if (start > first || reading.has(after, ENGLISH.only)) return true;
  for (let at = start; at < after.end; at++) {
    const number = numbers(reading).at(at);
    if (number !== undefined && reading.tokens.written(number.end) === 'of') return true;
  }
  return false;
}

/** In tokens. */
const FARTHEST_PART = 12;
const ABOUT: ReadonlySet<string> = new Set(['as', 'for', 'regarding', 'concerning', 'about', 'with']);
