import { PhraseTable } from '../../../language/phrases/table.ts';
import rows from './silenceRows.json' with { type: 'json' };

/** Phrases that say after a guideline's name that it has nothing on a matter. */
export const SILENT_AFTER = new PhraseTable<string>(rows.after);

/** The same before its name: 'is not addressed in the …'. */
export const SILENT_BEFORE = new PhraseTable<string>(rows.before);

/** What the MTUS is called without its name: 'the state's guidelines', 'California's own treatment schedule'. */
export const STATE_GUIDELINES = new PhraseTable<string>(rows.state);
