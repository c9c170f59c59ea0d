import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import data from './statementWords.json' with { type: 'json' };
import { TOPIC_NAMES } from './topicNames.ts';

/** Words of which statements are made; each class names a role. */
export const STATEMENT_WORDS = classesOf(data);

export const STATEMENT_CLASSES: readonly WordClass<unknown>[] = [...Object.values(STATEMENT_WORDS), TOPIC_NAMES];
