import { isNoun } from './conditions.ts';
import { isAuxiliary, isFiniteAt } from './finiteVerbs.ts';
import { ENGLISH } from './lexicon/english.ts';
import { Form } from './lexicon/forms.ts';
import type { Reading, TokenRange } from './reading.ts';

/**
 * Whether a clause that 'that' or 'which' begins is over where an auxiliary comes: 'The brace that is before me | is'.
 * @param verb its finite verb; -1 where none is known
 */
export function endsRelative(reading: Reading, { first, end }: TokenRange, verb: number): boolean {
  const last = end - 1;
  // 'more of what has not helped | is'
  if (endsPerfect(reading, last)) return true;
  // 'the unit that goes with it | is'
  if (verb < 0)
    return last > first + 1 && reading.tokens.lower(first + 1).endsWith('s') && endsPrepositional(reading, last);
  const isOver = endsPrepositional(reading, last) || endsPassive(reading, last) || isStranded(reading, last);
  return verb < last && isOver && isFiniteAt(reading, end);
}

/** The last word of what a preposition leads: 'before me', 'in dispute', 'for the knee'; no word that may lead to a verb. */
const endsPrepositional = (reading: Reading, at: number): boolean =>
  (reading.is(at - 1, ENGLISH.preposition) || reading.is(at - 2, ENGLISH.preposition)) &&
  reading.tokens.isWord(at) &&
  isNoun(reading, at) &&
  !isAuxiliary(reading, at) &&
  !reading.is(at, ENGLISH.negation) &&
  !reading.is(at, ENGLISH.degree) &&
  !reading.is(at, ENGLISH.relative) &&
  (!SUBJECTS.has(reading.tokens.lower(at)) || ONLY_PREPOSITIONS.has(reading.tokens.lower(at - 1)));

/** 'with it | is', not 'before it is' */
const ONLY_PREPOSITIONS: ReadonlySet<string> = new Set('at by from in of on to with'.split(' '));

/** The last word of 'was requested', 'have been tried', 'was never tried' */
const endsPassive = (reading: Reading, at: number): boolean =>
  (reading.formAt(at) & Form.participle) !== 0 && (reading.is(at - 1, ENGLISH.be) || reading.is(at - 2, ENGLISH.be));

/** The last word of 'has not worked', 'have failed'; such words may be one entry. */
function endsPerfect(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const before = NOT.has(tokens.lower(at - 1)) ? at - 2 : at - 1;
  const isParticiple = (reading.formAt(at) & Form.participle) !== 0 || tokens.lower(at).endsWith(REGULAR);
  return HAVE.has(tokens.lower(before)) && isParticiple;
}

const REGULAR = 'ed';
const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had']);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never']);

const SUBJECTS: ReadonlySet<string> = new Set(['i', 'he', 'she', 'it', 'they', 'we', 'you', 'who', 'which', 'that']);

/** The last word of 'that is asked for', 'that was sent in' */
const isStranded = (reading: Reading, at: number): boolean =>
  STRANDED.has(reading.tokens.written(at)) && reading.formAt(at - 1) !== 0;

const STRANDED: ReadonlySet<string> = new Set('about at for in of on to with'.split(' '));
