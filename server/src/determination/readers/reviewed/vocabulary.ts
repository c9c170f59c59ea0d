import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './reviewWords.json' with { type: 'json' };

export const REVIEW_WORDS = classesOf(data);

export const REVIEW_CLASSES: readonly WordClass<unknown>[] = Object.values(REVIEW_WORDS);
