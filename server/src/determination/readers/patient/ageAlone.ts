import type { Reading } from '../../../language/reading.ts';
import { ENGLISH } from '../../language.ts';
import type { Sex } from '../../model/determination.ts';
import type { Persons } from './persons.ts';

/** 'Sixty-five. Woman.', 'Male. Fell at work. 55.': an age is a sentence, and so is a sex, after it or first of all. */
export function isAgeAlone(persons: Persons, { tokens }: Reading, end: number, opening: number): boolean {
  const isSex = (at: number): boolean => {
    const kind = persons.firstFrom(at, at + 1)?.kind;
    return (kind === 'sex' || kind === 'adult') && tokens.written(at + 1) === '.';
  };
  return tokens.written(end) === '.' && !tokens.isGlued(end + 1) && (isSex(end + 1) || isSex(opening));
}

/** 'Mr. [redacted] turned 63': whoever is called by a title shortly before is the worker, and no reviewer; null for nobody. */
export function sexOfTitle({ tokens }: Reading, at: number): Sex | null {
  for (let before = at - 1; before >= Math.max(0, at - FURTHEST_TITLE); before--) {
    const sex = TITLES.get(tokens.lower(before));
    if (sex !== undefined) return sex;
  }
  return null;
}

const TITLES: ReadonlyMap<string, Sex> = new Map([
  ['mr', 'male'],
  ['ms', 'female'],
  ['mrs', 'female'],
]);
/** In tokens: 'Mr. [name redacted] turned'. */
const FURTHEST_TITLE = 7;

/** 'He was 44 then, and', 'she was 40 then and is'; not '44 then some'. */
export function isThenAfter(reading: Reading, end: number): boolean {
  if (reading.tokens.lower(end) !== 'then') return false;
  return reading.tokens.isMark(end + 1) || reading.endOfClass(end + 1, ENGLISH.coordinator) > end + 1;
}
