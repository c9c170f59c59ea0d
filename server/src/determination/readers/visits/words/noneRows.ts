import { PhraseTable, type Row } from '../../../../language/phrases/table.ts';
import { numbers } from '../../../../language/values/number.ts';
import rows from './noneRows.json' with { type: 'json' };
import { therapyMentions } from './therapyMentions.ts';

/** Phrases that say that there were no visits before. The captured `therapy` is the one that there were none of. */
export const NONE_ROWS = new PhraseTable<'none'>(
  rows.map((row): Row<'none'> => ({ role: 'none', ...row })),
  { number: numbers, therapy: therapyMentions },
);
