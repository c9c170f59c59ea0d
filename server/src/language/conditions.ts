import { PRONOUNS } from './contentClauses.ts';
import { isAuxiliary, TAKES_CONTENT } from './finiteVerbs.ts';
import { ENGLISH } from './lexicon/english.ts';
import { Form } from './lexicon/forms.ts';
import type { Reading } from './reading.ts';

/** 'Were it …' at a sentence's beginning, '… had he got there' within. */
export function isInverted(reading: Reading, at: number, where: 'first' | 'within'): boolean {
  const { tokens } = reading;
  if (!INVERTED.has(tokens.lower(at))) return false;
  if (where === 'first')
    return tokens.isWord(at + 1) && (!tokens.isCapitalized(at + 1) || tokens.written(at + 1) === 'I');
  return PRONOUNS.has(tokens.lower(at + 1)) || ANYBODY.has(tokens.lower(at + 1));
}

/** 'had the first been given', after a verb */
export function isHadBeen(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (tokens.lower(at) !== 'had' || !reading.is(at + 1, ENGLISH.article)) return false;
  for (let next = at + 2; next <= at + LONGEST_NOUN; next++) {
    if (tokens.lower(next) === 'been') return true;
    if (!tokens.isWord(next) || reading.is(next, ENGLISH.relative) || isAuxiliary(reading, next)) return false;
  }
  return false;
}

/** In tokens: 'the first injection'. */
const LONGEST_NOUN = 5;

/** 'should weakness appear', after a verb */
export const isShouldIt = (reading: Reading, at: number): boolean =>
  reading.tokens.lower(at) === 'should' &&
  reading.tokens.isWord(at + 1) &&
  isNoun(reading, at + 1) &&
  !reading.is(at + 1, ENGLISH.degree) &&
  !reading.is(at + 1, ENGLISH.negation) &&
  !isAuxiliary(reading, at + 2) &&
  (reading.formAt(at + 2) & Form.base) !== 0;

const ANYBODY: ReadonlySet<string> = new Set(['anyone', 'anybody', 'someone', 'somebody']);

const INVERTED: ReadonlySet<string> = new Set(['were', 'had', 'should']);

/** 'If the joint were loose | I would agree' */
export const isOwnWould = (reading: Reading, at: number): boolean =>
  reading.tokens.written(at) === 'I' &&
  reading.is(at + 1, ENGLISH.modal) &&
  reading.tokens.isWord(at - 1) &&
  !TAKES_CONTENT.has(reading, at - 1) &&
  !reading.is(at - 1, ENGLISH.coordinator) &&
  !reading.is(at - 1, ENGLISH.relative) &&
  !reading.is(at - 1, ENGLISH.preposition);

/** Neither a verb, which 'it' may be the object of, nor a word that leads to a clause. */
export const isNoun = (reading: Reading, at: number): boolean =>
  reading.formAt(at) === 0 &&
  !reading.is(at, ENGLISH.preposition) &&
  !reading.is(at, ENGLISH.subordinator) &&
  !reading.is(at, ENGLISH.coordinator);
