import type { Reading } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import { VISIT_WORDS } from '../words/vocabulary.ts';

/**
 * Whether a number that ends before `last` is called more than another: 'twelve is more than the ten of the guideline',
 * 'eighteen would be nearly twice the ten'.
 */
export function isMoreThan(reading: Reading, last: number): boolean {
  const end = pastWhatFor(reading, last);
  let at = end;
  while (at < end + LONGEST_GROUP && (reading.is(at, ENGLISH.modal) || reading.is(at, ENGLISH.be))) at++;
  if (at === end) return false;
  if (reading.is(at, VISIT_WORDS.comparator) || reading.is(at + 1, VISIT_WORDS.comparator)) return true;
  while (at < end + LONGEST_GROUP && reading.is(at, VISIT_WORDS['light word'])) at++;
  return reading.is(numbers(reading).at(at)?.end ?? at, VISIT_WORDS.multiple);
}

/** Past the 'of massage', 'for the neck' of 'eight sessions of massage are more than six'. */
function pastWhatFor(reading: Reading, end: number): number {
  if (!reading.is(end, ENGLISH.preposition)) return end;
  let at = end + 1;
  while (at < end + LONGEST_PURPOSE && reading.tokens.isWord(at) && !reading.is(at, ENGLISH.be)) at++;
  return reading.is(at, ENGLISH.be) ? at : end;
}

/** Whether a number is one that others are more than: 'more than ten', 'beyond the ten'. */
export function isCompared(reading: Reading, first: number): boolean {
  for (let at = first - 1; at >= first - 4; at--) if (reading.is(at, VISIT_WORDS.comparator)) return true;
  return false;
}

/** In tokens: 'would be nearly'. */
const LONGEST_GROUP = 4;
/** 'of massage for the lower back' */
const LONGEST_PURPOSE = 7;
