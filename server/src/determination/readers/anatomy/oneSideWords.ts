import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import words from './oneSideWords.json' with { type: 'json' };

/** What sets what is said of one side apart from what is said of the other. They are no words of anatomy. */
export const ONE_SIDE_WORDS = classesOf(words);

export const ONE_SIDE_CLASSES: readonly WordClass<unknown>[] = Object.values(ONE_SIDE_WORDS);
