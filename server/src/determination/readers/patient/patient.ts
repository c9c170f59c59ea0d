import type { PlacedPassage } from '../../../language/placed.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { type Derived, derived, readAs } from '../../model/derivation.ts';
import type { LetterDate, Patient } from '../../model/determination.ts';
import { severalInjuriesIn } from '../dates/injuryNames.ts';
import { type Age, agesIn } from './ages.ts';
import { injuryDayIn } from './injuryDay.ts';
import { Persons } from './persons.ts';
import { sexIn } from './sex.ts';

export const NO_PATIENT: Patient = { age: null, sex: null, dateOfInjury: null, severalInjuries: null };

/**
 * Reads who was injured and when, from the clinical summary alone.
 * @param dates those of the whole letter, in its order
 */
export function readPatient(summary: Prose, dates: readonly LetterDate[]): Patient {
  const passage = passageOf(summary);
  const persons = new Persons(passage);
  const ages = agesIn(passage, persons);
  const several = severalInjuriesIn(passage);
  return {
    age: ageNow(passage, ages),
    sex: sexIn(passage, persons, ages),
    dateOfInjury: injuryDayIn(passage, persons, ages, dates),
    severalInjuries: several === null ? null : passage.span(several),
  };
}

/** The worker's age as of the letter: the first that is given, except for one at another time. */
function ageNow(passage: PlacedPassage, ages: readonly Age[]): Derived<number> | null {
  const best =
    ages.find(({ owner, time }) => owner === 'worker' && time === 'now') ??
    ages.find(({ owner, time }) => owner === 'worker' && time === 'given') ??
    ages.find(({ owner, time, isStated }) => owner !== 'other' && time !== 'then' && isStated) ??
    ages.find(({ owner, time }) => owner === 'introduced' && time !== 'then') ??
    ages.find(({ owner, time }) => owner === 'maybe' && time !== 'then');
  if (best === undefined) return null;
  const span = passage.span({ first: best.first, end: Math.max(best.end, best.wordsEnd) });
  return derived(best.years, span, readAs(span, 'the age of the worker'));
}
