import type { WordClass } from '../lexicon/wordClass.ts';
import { DATE_CLASSES } from './date.ts';
import { DOSE_CLASSES } from './dose.ts';
import { DURATION_CLASSES } from './duration.ts';
import { FREQUENCY_CLASSES } from './frequency.ts';
import { NUMBER_WORDS, RANGE_WORDS } from './number.ts';

/** The classes of words that the values are read from. A new kind of value adds its classes here. */
export const VALUE_CLASSES: readonly WordClass<unknown>[] = [
  NUMBER_WORDS,
  RANGE_WORDS,
  ...DURATION_CLASSES,
  ...FREQUENCY_CLASSES,
  ...DOSE_CLASSES,
  ...DATE_CLASSES,
];
