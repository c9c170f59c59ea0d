import { PhraseTable, type Row } from '../../../../language/phrases/table.ts';
import { numbers } from '../../../../language/values/number.ts';
import rows from './sumRows.json' with { type: 'json' };

/** Phrases that say what the visits would come to together with those that are requested: the captured `whole`. */
export const SUM_ROWS = new PhraseTable<'sum'>(
  rows.map((row): Row<'sum'> => ({ role: 'sum', ...row })),
  { number: numbers },
);
