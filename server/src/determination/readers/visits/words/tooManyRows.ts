import { PhraseTable, type Row } from '../../../../language/phrases/table.ts';
import { numbers } from '../../../../language/values/number.ts';
import rows from './tooManyRows.json' with { type: 'json' };

/** Phrases that say that something is more than what it is compared with. */
export const TOO_MANY_ROWS = new PhraseTable<'too many'>(
  rows.map((row): Row<'too many'> => ({ role: 'too many', ...row })),
  { number: numbers },
);
