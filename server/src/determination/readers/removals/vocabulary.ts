import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import { PhraseTable } from '../../../language/phrases/table.ts';
import { numbers } from '../../../language/values/number.ts';
import rows from './rows.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** What is written with names, and what is left of a sentence without them. */
export const NAME_WORDS = classesOf(words);

export const REMOVAL_CLASSES: readonly WordClass<unknown>[] = Object.values(NAME_WORDS);

/** What is left of a sentence where something was taken out, by what it was. */
export const BREAKS = new PhraseTable<'name' | 'amount'>(
  rows.map(({ what, ...row }) => ({ role: what === 'amount' ? 'amount' : 'name', ...row })),
  { number: numbers },
);
