import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import { PhraseTable } from '../../../language/phrases/table.ts';
import rows from './rows.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

export const LEAD_IN_WORDS = classesOf(words);

export const LEAD_IN_CLASSES: readonly WordClass<unknown>[] = Object.values(LEAD_IN_WORDS);

/** Phrases that announce what comes below, by what it is. */
export const LEAD_INS = new PhraseTable<'papers' | 'summary'>(
  rows.map(({ announces, ...row }) => ({ role: announces === 'summary' ? 'summary' : 'papers', ...row })),
);
