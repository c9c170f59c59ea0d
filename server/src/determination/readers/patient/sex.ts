import type { PlacedPassage } from '../../../language/placed.ts';
import { type Derived, derived, readAs } from '../../model/derivation.ts';
import type { Sex } from '../../model/determination.ts';
import type { Age } from './ages.ts';
import { openPronouns } from './openPronouns.ts';
import { PATIENT_WORDS, type PersonKind } from './people.ts';
import type { Owner, Person, Persons } from './persons.ts';

/** The worker's sex: by a word for it, by what someone is called, or by the pronouns that prevail. */
export function sexIn(passage: PlacedPassage, persons: Persons, ages: readonly Age[]): Derived<Sex> | null {
  return (
    bySexWord(passage, persons) ??
    byLetter(passage, ages) ??
    byName(passage, persons, ADULTS) ??
    byLoneLetter(passage) ??
    byName(passage, persons, NAMES) ??
    byName(passage, persons, ADULTS, 'introduced') ??
    byName(passage, persons, NAMES, 'introduced') ??
    byPronouns(passage, persons) ??
    byName(passage, persons, ADULTS, 'maybe')
  );
}

const ADULTS: ReadonlySet<PersonKind> = new Set<PersonKind>(['adult', 'title']);
const NAMES: ReadonlySet<PersonKind> = new Set<PersonKind>(['trade', 'kin']);

function bySexWord(passage: PlacedPassage, { all }: Persons): Derived<Sex> | null {
  const words = all.filter(({ kind }) => kind === 'sex');
  // Where only one sex is named, it is the worker's, whatever is around it.
  const told =
    words.find(({ owner }) => owner === 'worker') ??
    words.find(({ owner }) => owner === 'introduced') ??
    words.find(({ owner }) => owner === 'maybe');
  return told === undefined ? null : sexOf(passage, told, 'the sex of the worker');
}

function byLetter(passage: PlacedPassage, ages: readonly Age[]): Derived<Sex> | null {
  const age = ages.find(({ sex, owner }) => sex !== null && owner !== 'other');
  if (age === undefined || age.sex === null) return null;
  const span = passage.span({ first: age.first, end: age.wordsEnd + 1 });
  return derived(age.sex, span, readAs(span, 'the letter after an age'));
}

function byName(
  passage: PlacedPassage,
  { all }: Persons,
  kinds: ReadonlySet<PersonKind>,
  owner: Owner = 'worker',
): Derived<Sex> | null {
  const person = all.find((each) => kinds.has(each.kind) && each.sex !== null && each.owner === owner);
  return person === undefined ? null : sexOf(passage, person, 'what the worker is called');
}

/** 'No age given. M. DOI 2/28/2017.' */
function byLoneLetter(passage: PlacedPassage): Derived<Sex> | null {
  const { reading, first, end } = passage;
  const { tokens } = reading;
  for (let at = first; at < Math.min(end, first + FURTHEST_LETTER); at++) {
    if (!tokens.isCapitals(at) || reading.endOfClass(at, PATIENT_WORDS['letter of a sex']) < 0) continue;
    const opens = at === first || ENDS.has(tokens.written(at - 1));
    const closes = at + 1 >= end || (ENDS.has(tokens.written(at + 1)) && !tokens.isGlued(at + 2));
    if (opens && closes && !(tokens.isWord(at - 2) && isInitial(tokens.written(at - 2), tokens.written(at - 1)))) {
      const span = passage.span({ first: at, end: at + 1 });
      return derived(tokens.written(at) === 'M' ? 'male' : 'female', span, readAs(span, 'the letter of a sex'));
    }
  }
  return null;
}

const FURTHEST_LETTER = 80;
const ENDS: ReadonlySet<string> = new Set(['.', ',', ';', ':', '/', '(', ')']);
const isInitial = (before: string, mark: string): boolean => mark === '.' && before.length <= 2;

/** Where nothing else shows it: the pronouns that prevail, if they clearly do. */
function byPronouns(passage: PlacedPassage, persons: Persons): Derived<Sex> | null {
  const counts: Record<Sex, number> = { male: 0, female: 0 };
  const firsts: Partial<Record<Sex, Person>> = {};
  const open = openPronouns(persons);
  for (const person of persons.all) {
    if (person.kind !== 'pronoun' || person.sex === null || person.owner === 'other' || open.has(person)) continue;
    counts[person.sex] += person.owner === 'maybe' ? 1 : 2;
    firsts[person.sex] ??= person;
  }
  const sex = counts.male > 2 * counts.female ? 'male' : counts.female > 2 * counts.male ? 'female' : null;
  const first = sex === null ? undefined : firsts[sex];
  return first === undefined ? null : sexOf(passage, first, 'the pronouns that prevail');
}

function sexOf(passage: PlacedPassage, person: Person, as: string): Derived<Sex> | null {
  const span = passage.span(person);
  return person.sex === null ? null : derived(person.sex, span, readAs(span, as));
}
