import { type ClassEntry, WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Category, Treatment } from '../../model/treatment.ts';
import { CATEGORY_CLASSES } from './categoryClasses.ts';
import drugs from './drugs.json' with { type: 'json' };
import generalWords from './generalWords.json' with { type: 'json' };
import { REQUEST_CLASSES } from './requestWords.ts';
import treatments from './treatments.json' with { type: 'json' };

/** A treatment that a heading names; without a name where only a general word ('therapy', 'unit') gives its category. */
export type HeadingTreatment =
  | Treatment
  | { readonly category: Category; readonly name: null; readonly drugClass: null };

/** Categories that are counted in visits. */
export const THERAPY_CATEGORIES = [
  'physical-therapy',
  'occupational-therapy',
  'chiropractic',
  'acupuncture',
  'massage',
  'aquatic-therapy',
  'psychotherapy',
  'work-hardening',
  'functional-restoration',
] as const satisfies readonly Category[];

const OTHER_CATEGORIES = [
  'imaging',
  'diagnostic-test',
  'lab-test',
  'injection',
  'surgery',
  'dme',
  'consultation',
  'home-care',
  'other',
] as const satisfies readonly Category[];

/** By category: names and their other names. Under '*' are names that have no other. */
const NAMES_BY_CATEGORY: Readonly<Record<Category, Readonly<Record<string, readonly string[]>>>> = treatments;
/** By class: generic names and their other names. */
const DRUGS_BY_CLASS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = drugs;
const GENERAL_BY_CATEGORY: Readonly<Record<Category, readonly string[]>> = generalWords.words;

/** Drugs and classes of drugs: 'Norco', 'opioid'. */
export const DRUG_NAMES = new WordClass<Treatment>('drug', function* () {
  for (const entry of named('medication')) {
    yield entry;
    // 'An antidepressant drug', 'opioid medication'
    if (entry.value.name === entry.value.drugClass && !DRUG_NOUNS.some((noun) => entry.words.endsWith(noun)))
      for (const noun of DRUG_NOUNS) yield { ...entry, words: `${entry.words} ${noun}` };
  }
  for (const [drugClass, generics] of Object.entries(DRUGS_BY_CLASS)) {
    for (const [name, others] of Object.entries(generics)) {
      const drug: Treatment = { category: 'medication', name, drugClass };
      for (const words of [name, ...others]) yield { words, value: drug, bends: 'noun' };
    }
  }
});

const DRUG_NOUNS = ['drug', 'medication', 'medicine', 'agent'];

/** The other names of a drug, by its generic name: brands, salts, abbreviations. */
export const otherNames = (generic: string): readonly string[] =>
  Object.values(DRUGS_BY_CLASS).flatMap((generics) => generics[generic] ?? []);

/** What is counted in visits, by name: 'acupuncture', 'PT'. */
export const THERAPY_NAMES = new WordClass<Treatment>('therapy', function* () {
  for (const category of THERAPY_CATEGORIES) yield* named(category);
});

/** All other treatments, tests and things, by name. */
export const TREATMENT_NAMES = new WordClass<Treatment>('treatment', function* () {
  for (const category of OTHER_CATEGORIES) yield* named(category);
});

/** Words for a therapy that name none: 'therapy', 'rehab', 'manipulation'. */
export const THERAPY_WORDS = new WordClass<HeadingTreatment>('therapy word', function* () {
  for (const category of THERAPY_CATEGORIES) yield* general(category);
});

/** Words for the kind of any other treatment: 'unit', 'injection', 'surgery', 'visit'. */
export const TREATMENT_WORDS = new WordClass<HeadingTreatment>('treatment word', function* () {
  yield* general('medication');
  for (const category of OTHER_CATEGORIES) yield* general(category);
});

/** Groups of words that hold the name of a treatment and mean none: 'before surgery', 'ultrasound guided'. */
export const NO_TREATMENTS = new WordClass<null>('no treatment', function* () {
  for (const words of generalWords.noTreatment) yield { words, value: null, bends: 'noun' };
});

function* named(category: Category): Iterable<ClassEntry<Treatment>> {
  for (const [name, others] of Object.entries(NAMES_BY_CATEGORY[category])) {
    const isOne = name !== '*';
    const drugClass = category === 'medication' && isOne ? name : null;
    for (const words of isOne ? [name, ...others] : others) {
      yield { words, value: { category, name: isOne ? name : words, drugClass }, bends: 'noun' };
    }
  }
}

function* general(category: Category): Iterable<ClassEntry<HeadingTreatment>> {
  for (const words of GENERAL_BY_CATEGORY[category])
    yield { words, value: { category, name: null, drugClass: null }, bends: 'noun' };
}

export const TREATMENTS: readonly WordClass<unknown>[] = [
  DRUG_NAMES,
  THERAPY_NAMES,
  TREATMENT_NAMES,
  THERAPY_WORDS,
  TREATMENT_WORDS,
  NO_TREATMENTS,
  ...CATEGORY_CLASSES,
  ...REQUEST_CLASSES,
];
