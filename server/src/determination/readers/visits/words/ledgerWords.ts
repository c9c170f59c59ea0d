import { classesOf, type WordClass } from '../../../../language/lexicon/wordClass.ts';
import words from './ledgerWords.json' with { type: 'json' };

/** Words that decide which numbers of visits are added up and compared, each class under its name. */
export const LEDGER_WORDS = classesOf(words);

export const LEDGER_CLASSES: readonly WordClass<unknown>[] = Object.values(LEDGER_WORDS);
