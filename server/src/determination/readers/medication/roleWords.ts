import { type ClassData, entriesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './roles.json' with { type: 'json' };

/** What a word says of the numbers near it. */
export type Cue = keyof typeof data;

const CUES_DATA: Readonly<Record<Cue, ClassData>> = data;
const CUES: readonly Cue[] = [
  'requested',
  'denied',
  'changed',
  'granted',
  'allowed',
  'part',
  'had',
  'guideline',
  'exceeds',
  'weaning',
];

export const ROLE_WORDS = new WordClass<Cue>('cue of an order', function* () {
  for (const cue of CUES) yield* entriesOf(CUES_DATA[cue], cue);
});

/** What sets a cue farther from a number than the words between say, by how many words. */
export const ROLE_GAPS = new WordClass<number>('gap before an order', function* () {
  const gaps: readonly (readonly [number, string])[] = [
    [3, ','],
    [80, 'but while although though whereas yet however'],
  ];
  for (const [value, list] of gaps) {
    for (const words of list.split(' ')) yield { words, value, bends: 'fixed' };
  }
});

/** What comes before that which a change leaves: 'modified to #30', 'certified as #30'. */
export const CHANGE_RESULTS = new WordClass('result of a change', function* () {
  for (const words of ['to', 'as', 'at']) yield { words, value: true, bends: 'fixed' };
});

export const ROLE_CLASSES: readonly WordClass<unknown>[] = [ROLE_WORDS, ROLE_GAPS, CHANGE_RESULTS];
