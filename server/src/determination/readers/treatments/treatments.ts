import { oncePerProse } from '../../../text/oncePerProse.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import type { Category } from '../../model/determination.ts';
import { Lexicon, type Mention } from '../shared/lexicon.ts';
import drugs from './drugs.json' with { type: 'json' };
import headingWords from './headingWords.json' with { type: 'json' };
import vocabulary from './treatments.json' with { type: 'json' };

/** A treatment, test or thing that letters decide on. */
export interface Treatment {
  readonly category: Category;
  /** One name for all its names: 'hydrocodone' for Norco, 'MRI' for magnetic resonance imaging. */
  readonly name: string;
  /** Of a drug: its class ('opioid'), which is also the name of a treatment where a text names the class alone. */
  readonly drugClass: string | null;
}

/** The treatments that a text names, in its order. General words ('therapy', 'unit', 'injection') name none. */
export const findTreatments: (prose: Prose) => readonly Found<Treatment>[] = oncePerProse((prose) =>
  SPECIFIC.find(prose.text).flatMap(({ value, start, end }) =>
    value === null ? [] : [found(value, prose.span(start, end))],
  ),
);

/** A treatment that a heading names; `general` where only a general word tells its category. */
export type HeadingTreatment =
  | Treatment
  | { readonly category: Category; readonly name: null; readonly drugClass: null };

/** What a heading's words tell of its category: names of treatments and general words. Indexes are into the text. */
export function headingMentions(
  text: string,
  spelling: 'as-is' | 'corrected' = 'as-is',
): readonly Mention<HeadingTreatment>[] {
  const mentions = spelling === 'as-is' ? HEADING.find(text) : HEADING.findMisspelt(text);
  return mentions.flatMap(({ value, start, end }) => (value === null ? [] : [{ value, start, end }]));
}

const CATEGORIES: readonly Category[] = [
  'medication',
  'imaging',
  'diagnostic-test',
  'lab-test',
  'physical-therapy',
  'occupational-therapy',
  'chiropractic',
  'acupuncture',
  'massage',
  'aquatic-therapy',
  'psychotherapy',
  'work-hardening',
  'functional-restoration',
  'injection',
  'surgery',
  'dme',
  'consultation',
  'home-care',
  'other',
];

/** By category: names and their other names. Under '*' stand names that have no other. */
const TREATMENTS: Readonly<Record<Category, Readonly<Record<string, readonly string[]>>>> = vocabulary;
/** By class: generic names and their other names. */
const DRUGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = drugs;
const GENERAL: Readonly<Record<Category, readonly string[]>> = headingWords.words;

function* specificEntries(): Iterable<readonly [string, Treatment | null]> {
  for (const category of CATEGORIES) {
    for (const [name, others] of Object.entries(TREATMENTS[category])) {
      const drugClass = category === 'medication' ? name : null;
      if (name !== '*') yield [name, { category, name, drugClass }];
      for (const other of others)
        yield [other, { category, name: name === '*' ? other : name, drugClass: name === '*' ? null : drugClass }];
    }
  }
  for (const [drugClass, generics] of Object.entries(DRUGS)) {
    for (const [name, others] of Object.entries(generics)) {
      const drug: Treatment = { category: 'medication', name, drugClass };
      yield [name, drug];
      for (const other of others) yield [other, drug];
    }
  }
  for (const term of headingWords.noTreatment) yield [term, null];
}

function* headingEntries(): Iterable<readonly [string, HeadingTreatment | null]> {
  for (const category of CATEGORIES) {
    for (const word of GENERAL[category]) yield [word, { category, name: null, drugClass: null }];
  }
  yield* specificEntries();
}

const SPECIFIC = new Lexicon<Treatment | null>(specificEntries);
const HEADING = new Lexicon<HeadingTreatment | null>(headingEntries);
