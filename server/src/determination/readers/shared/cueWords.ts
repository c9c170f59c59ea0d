import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './cues.json' with { type: 'json' };

export const CUE_WORDS = classesOf(data);

export const CUE_CLASSES: readonly WordClass<unknown>[] = Object.values(CUE_WORDS);
