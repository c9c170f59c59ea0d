import { classesOf, type WordClass } from '../../../../language/lexicon/wordClass.ts';
import data from './ownClauseWords.json' with { type: 'json' };

/** Words by which the clause that a predicate belongs to is distinguished from those around it. */
export const OWN_CLAUSE_WORDS = classesOf(data);

export const OWN_CLAUSE_CLASSES: readonly WordClass<unknown>[] = Object.values(OWN_CLAUSE_WORDS);
