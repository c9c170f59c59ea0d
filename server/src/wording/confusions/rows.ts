import { PhraseTable } from '../../language/phrases/table.ts';
import { SLIP_VALUES, type SlipRole } from '../grammar/rows.ts';
import rows from './rows.json' with { type: 'json' };

/** Words that sound like others, or differ from them by a letter, where only the others can be right. */
export const CONFUSION_ROWS = new PhraseTable<SlipRole>(rows, SLIP_VALUES);
