import { classesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Sex } from '../../model/determination.ts';
import patientWords from './patientWords.json' with { type: 'json' };
import data from './people.json' with { type: 'json' };

/** A word for someone, and what it says about them. */
export interface PersonWord {
  /**
   * `worker`: the injured worker's names in letters; `sex`: 'male', 'female'; `adult`: man, widow; `trade`: what someone
   * works as; `kin`; `other`: who treats, reviews, is served or met; `title`: Mr.; `pronoun`.
   */
  readonly kind: PersonKind;
  readonly sex: Sex | null;
}

const KINDS = ['worker', 'sex', 'adult', 'trade', 'kin', 'other', 'title', 'pronoun'] as const;
export type PersonKind = (typeof KINDS)[number];

const kindOf = (written: string): PersonKind => {
  const kind = KINDS.find((each) => each === written);
  if (kind === undefined) throw new Error(`“${written}” is no kind of person.`);
  return kind;
};

const sexOf = (written: string | undefined): Sex | null => {
  if (written !== undefined && written !== 'male' && written !== 'female') throw new Error(`“${written}” is no sex.`);
  return written ?? null;
};

const classOfPeople = (name: string, isOfInjured: boolean): WordClass<PersonWord> =>
  new WordClass(
    name,
    function* () {
      for (const { kind, sex, nouns = [], words = [] } of data) {
        const value = { kind: kindOf(kind), sex: sexOf(sex) };
        for (const noun of nouns) {
          if (noun.startsWith('injured') === isOfInjured) yield { words: noun, value, bends: 'noun' };
        }
        if (!isOfInjured) for (const word of words) yield { words: word, value, bends: 'fixed' };
      }
    },
    { hidesParts: isOfInjured },
  );

/** 'Injured worker' says no word of when someone was injured. */
const INJURED = classOfPeople('injured worker', true);
const OTHERS = classOfPeople('person', false);

/** Words for people. */
export const PEOPLE: readonly WordClass<PersonWord>[] = [INJURED, OTHERS];

/** Small words around people and their ages. */
export const PATIENT_WORDS = classesOf(patientWords);

export type PatientWord = keyof typeof PATIENT_WORDS;

/** Words for the patient. */
export const PATIENT_CLASSES: readonly WordClass<unknown>[] = [...PEOPLE, ...Object.values(PATIENT_WORDS)];
