import { PhraseTable, type Row } from '../../../language/phrases/table.ts';
import { numbers } from '../../../language/values/number.ts';
import data from './findingRows.json' with { type: 'json' };

const ROWS: readonly Row<string>[] = data;

/** Findings and facts that take a phrase: 'decreased sensation', 'pain radiating into the leg', 'rated 6 out of 10'. */
export const FINDING_ROWS = new PhraseTable<string>(ROWS, { number: numbers });
