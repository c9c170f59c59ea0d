import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import words from './twoSidesWords.json' with { type: 'json' };

/** What joins a part of the body to a finding, and what sets two sides apart. */
export const TWO_SIDES_WORDS = classesOf(words);

export const TWO_SIDES_CLASSES: readonly WordClass<unknown>[] = Object.values(TWO_SIDES_WORDS);
