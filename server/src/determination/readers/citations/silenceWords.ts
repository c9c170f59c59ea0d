import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './silenceWords.json' with { type: 'json' };

/** Words that tell on what a guideline is silent. */
export const SILENCE_WORDS = classesOf(data);

export const SILENCE_CLASSES: readonly WordClass<unknown>[] = Object.values(SILENCE_WORDS);
