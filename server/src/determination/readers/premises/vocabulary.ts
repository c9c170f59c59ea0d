import { classesOf, type WordClass } from '../../../language/lexicon/wordClass.ts';
import { PhraseTable, type Row } from '../../../language/phrases/table.ts';
import rows from './premiseRows.json' with { type: 'json' };
import data from './premiseWords.json' with { type: 'json' };

export const PREMISE_WORDS = classesOf(data);

export const PREMISE_CLASSES: readonly WordClass<unknown>[] = Object.values(PREMISE_WORDS);

/** What a phrase says of the thing that is named right after it. */
export type PremiseRole = 'necessary' | 'not-necessary';

const roleOf = (role: string): PremiseRole => (role === 'necessary' ? 'necessary' : 'not-necessary');

/** Phrases that say what became of the treatment named after them: 'given the medical necessity of', 'the denied'. */
export const PREMISE_ROWS = new PhraseTable<PremiseRole>(
  rows.map((row): Row<PremiseRole> => ({ ...row, role: roleOf(row.role) })),
);
