import type { Clause } from '../../../../language/clauses.ts';
import { isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { DETERMINERS } from './subject.ts';

/**
 * How often the words before an auxiliary with its subject after it deny it: 'Nowhere do I', 'Under no circumstances would I' (1),
 * 'Not without regret do I' (2), 'Only with regret do I' (0); null where the subject comes first.
 */
export function denialsOfFront(reading: Reading, { first, verb, end }: Clause): number | null {
  if (verb + 2 >= end || !isAuxiliary(reading, verb)) return null;
  const isSubject = reading.is(verb + 1, ENGLISH["reviewer's I"]) || DETERMINERS.has(reading, verb + 1);
  if (!isSubject) return null;
  // 'Not without regret, as the signs are slight, | do I'
  const start = verb > first ? first : reading.startOfSentence(first);
  const front = { first: start, end: verb > first ? verb : start + LONGEST_FRONT };
  if (verb === start || !FRONTS.has(reading.tokens.lower(start))) return null;
  const denials = countIn(reading, front);
  const isOnly = reading.is(start, ENGLISH.only) || reading.is(start, ENGLISH['no denial']);
  return denials > 0 || isOnly ? denials : null;
}

function countIn(reading: Reading, { first, end }: TokenRange): number {
  let count = 0;
  for (let at = first; at < end && reading.tokens.written(at) !== ','; at++) {
    // 'Not without doubt'
    if (reading.tokens.lower(at) === 'not' && reading.tokens.lower(at + 1) === 'without') {
      count += 2;
      at++;
      continue;
    }
    const barely = reading.endOfClass(at, ENGLISH.barely);
    if (barely > at || reading.is(at, ENGLISH.negation)) count++;
    if (barely > at) at = barely - 1;
  }
  return count;
}

/** In tokens: 'Not without some hesitation'. */
const LONGEST_FRONT = 6;
const FRONTS: ReadonlySet<string> = new Set(
  'not never nowhere under at in on only seldom rarely hardly scarcely'.split(' '),
);
