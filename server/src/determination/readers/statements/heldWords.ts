import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './heldWords.json' with { type: 'json' };

/** Words that say whether something happened. */
export const HELD_WORDS = classesOf(data);

export const HELD_CLASSES: readonly WordClass<unknown>[] = Object.values(HELD_WORDS);
