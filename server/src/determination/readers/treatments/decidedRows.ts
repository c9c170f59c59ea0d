import { PhraseTable } from '../../../language/phrases/table.ts';
import rows from './decidedRows.json' with { type: 'json' };

/** Phrases that make the treatment after them the one that is being decided: 'the requested …'. */
export const DECIDED_AFTER = new PhraseTable<string>(rows.before);

/** The same of the treatment before them: '… at issue'. */
export const DECIDED_BEFORE = new PhraseTable<string>(rows.after);
