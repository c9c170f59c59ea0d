import { type ClassData, classesOf, entriesOf, WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { Category } from '../../../model/determination.ts';
import cues from './cues.json' with { type: 'json' };
import noneWords from './noneWords.json' with { type: 'json' };
import sumWords from './sumWords.json' with { type: 'json' };
import therapyWords from './therapyWords.json' with { type: 'json' };
import units from './visitUnits.json' with { type: 'json' };
import visitWords from './visitWords.json' with { type: 'json' };

/** What visits are counted in: sessions, 'ten times', the days of a program; visits to a physician are not a therapy's. */
export type VisitUnit = keyof typeof units;

export const VISIT_UNITS = new WordClass<VisitUnit>('unit of visits', function* () {
  for (const [unit, data] of groupsOf<VisitUnit, ClassData>(units)) yield* entriesOf(data, unit);
});

/**
 * What a word says about the number of visits near it: that they were had ('attended', 'undergone', 'told', 'before',
 * 'after'), authorized, requested, denied or not used; that a guideline allows them ('guideline', 'book', 'usual', 'limit', 'trial',
 * 'over', 'earning', 'extent'); that someone has an opinion of them ('opinion', 'thinking'), or gives, allows or recommends them, who has to be asked; that they come on top of others
 * ('more', 'and then'); 'nothing': it only seems to say something.
 */
export type CueKind = keyof typeof cues;

export const VISIT_CUES = new WordClass<CueKind>('cue of visits', function* () {
  for (const [kind, data] of groupsOf<CueKind, ClassData>(cues)) yield* entriesOf(data, kind);
});

/** Small words around numbers of visits, each class under its name. */
export const VISIT_WORDS = classesOf(visitWords);

/** Who gives, allows or recommends. */
export type Agent = keyof typeof therapyWords.agents | 'guideline';

export const AGENTS = new WordClass<Agent>('agent of visits', function* () {
  for (const [agent, data] of groupsOf<keyof typeof therapyWords.agents, ClassData>(therapyWords.agents))
    yield* entriesOf(data, agent);
  for (const { people } of Object.values(therapyWords.therapies))
    yield* entriesOf<Agent>({ nouns: people }, 'physician');
  for (const { nouns, words } of [cues.guideline, cues.book]) yield* entriesOf<Agent>({ nouns, words }, 'guideline');
});

/** Colloquial words for a therapy, and those who give it: 'the therapist', 'needles', 'on land'. */
export interface TherapyWord {
  /** `any program`: 'the program'. `not counted`: what is done at home, and words that name a therapy in other places only. */
  readonly category: Category | 'any therapy' | 'any program' | 'not counted';
  /** One name for all its names; null where it has no name of its own. */
  readonly name: string | null;
  /** The word names who gives it: what is counted is visits to them, never they. */
  readonly isProvider: boolean;
}

export const THERAPY_COLLOQUIAL = new WordClass<TherapyWord>('colloquial therapy', function* () {
  for (const [category, { nouns, people }] of groupsOf(therapyWords.therapies)) {
    yield* entriesOf({ nouns }, { category, name: null, isProvider: false });
    yield* entriesOf({ nouns: people }, { category, name: null, isProvider: true });
  }
  for (const [name, nouns] of Object.entries(therapyWords.named)) {
    yield* entriesOf({ nouns }, { category: 'other', name, isProvider: true });
  }
});

/** Kinds of one therapy that are counted apart: 'group' and 'individual' sessions, biofeedback. */
export type TherapyKind = keyof typeof therapyWords.kinds;

export const THERAPY_KINDS = new WordClass<TherapyKind>('kind of therapy', function* () {
  for (const [kind, words] of groupsOf(therapyWords.kinds)) {
    yield* entriesOf({ words }, kind);
  }
});

export const VISIT_CLASSES: readonly WordClass<unknown>[] = [
  VISIT_UNITS,
  VISIT_CUES,
  ...Object.values(VISIT_WORDS),
  AGENTS,
  THERAPY_COLLOQUIAL,
  THERAPY_KINDS,
  ...Object.values(classesOf(noneWords)),
  ...Object.values(classesOf(sumWords)),
];

/** The groups of a data file, each with its name. */
function* groupsOf<Name extends string, Data>(file: Readonly<Record<Name, Data>>): Iterable<readonly [Name, Data]> {
  for (const name in file) yield [name, file[name]];
}
