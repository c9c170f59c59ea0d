import { classesOf, type WordClass } from '../../../../language/lexicon/wordClass.ts';
import data from './turnedWords.json' with { type: 'json' };

export const TURNED_WORDS = classesOf(data);

export const TURNED_CLASSES: readonly WordClass<unknown>[] = Object.values(TURNED_WORDS);
