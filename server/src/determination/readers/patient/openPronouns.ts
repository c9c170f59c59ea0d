import type { PatientWord } from './people.ts';
import type { Person, Persons } from './persons.ts';

/** How far back whoever a pronoun means may be, in tokens; a sentence may be longer. */
const REACH = 60;
const MOST_BEFORE_VERB = 3;

/**
 * The pronouns that may as well mean someone who treats the worker: whoever comes last before them, or does something to
 * the worker there, is somebody else ('The therapist saw the patient. She reports …'), and what is said does not show which.
 */
export function openPronouns(persons: Persons): ReadonlySet<Person> {
  const near = new Set<Person>();
  const open = new Set<Person>();
  for (const [i, person] of persons.all.entries()) {
    if (person.kind !== 'pronoun' || !isNearOther(persons, person, i, near)) continue;
    near.add(person);
    if (mayBeOfWhoTreats(persons, person)) open.add(person);
  }
  return open;
}

/**
 * Whether the last person before a pronoun, in its sentence or the one before, is somebody else, or is the worker to whom
 * somebody else does something.
 * @param near the earlier pronouns of which that is so
 */
function isNearOther(persons: Persons, pronoun: Person, i: number, near: ReadonlySet<Person>): boolean {
  const own = persons.startOfSentence(pronoun.first);
  const floor = Math.max(persons.startOfSentence(own - 1), pronoun.first - REACH);
  let worker: Person | null = null;
  for (let before = i - 1; before >= 0; before--) {
    const person = persons.all[before];
    if (person === undefined || person.first < floor) return false;
    if ((person.sex !== null && person.sex !== pronoun.sex) || persons.isPlural(person.end)) continue;
    if (worker !== null && person.end <= persons.startOfSentence(worker.first)) return false;
    if (person.kind === 'pronoun') {
      if (worker === null && person.first < own) return near.has(person);
      continue;
    }
    if (person.owner === 'other') return true;
    if (worker !== null) return false;
    worker = person;
  }
  return false;
}

/** 'She reports', 'in her note' */
const mayBeOfWhoTreats = (persons: Persons, { end }: Person): boolean =>
  mayTreat(persons, end) || OF_WHO_TREATS.some((name) => persons.is(end, name) || persons.is(end + 1, name));

const OF_WHO_TREATS: readonly PatientWord[] = ['writing of somebody', 'of who treats'];

/**
 * Whether the word after a pronoun is of what those who treat do, too: 'she recommended surgery', 'she reports progress'.
 * @param end after the pronoun
 */
export const mayTreat = (persons: Persons, end: number): boolean =>
  treats(persons, end) || persons.is(mainVerb(persons, end), 'says as anybody may');

/** Whether it is of what only they do: 'he requested an injection'. */
export const treats = (persons: Persons, end: number): boolean =>
  persons.is(mainVerb(persons, end), 'does what treats');

function mainVerb(persons: Persons, end: number): number {
  let at = end;
  for (let n = 0; n < MOST_BEFORE_VERB && persons.is(at, 'before a main verb'); n++)
    at = persons.endOf(at, 'before a main verb');
  return at;
}
