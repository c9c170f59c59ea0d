import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './requestWords.json' with { type: 'json' };

/** Words of the story of a request of which a part was authorized. */
export const REQUEST_WORDS = classesOf(data);

export const REQUEST_CLASSES: readonly WordClass<unknown>[] = Object.values(REQUEST_WORDS);
