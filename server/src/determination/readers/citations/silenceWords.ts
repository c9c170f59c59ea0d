import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './silenceWords.json' with { type: 'json' };

/** Words that introduce what a guideline is silent on. */
export const SILENCE_WORDS = classesOf(data);

export const SILENCE_CLASSES: readonly WordClass<unknown>[] = Object.values(SILENCE_WORDS);
