import { expect, test } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { CONFUSION_ROWS } from '../../../server/src/wording/confusions/rows.ts';
import { GRAMMAR_ROWS, rowSlips } from '../../../server/src/wording/grammar/rows.ts';
import { wordingOf } from '../../../server/src/wording/language.ts';
import { barredRowsOf } from '../support/tables.ts';

/** Each row is in a sentence that is not its own example: what takes a row away fails here. */
const TABLE = barredRowsOf(new URL('./rowSlips.txt', import.meta.url));

const said = (right: string | undefined): string => (right === undefined ? '?' : right || '-');

test.each(TABLE)('%s | %s', (marked = '', right = '') => {
  const passage = wordingOf(new LetterText(marked.replace(/[[\]]/g, '')).prose);
  const slips = [GRAMMAR_ROWS, CONFUSION_ROWS].flatMap((table) => [...rowSlips(table, passage)]);
  expect(slips.map(({ first, end, rights: [each] }) => [passage.reading.tokens.slice(first, end), said(each)])).toEqual(
    [[/\[(.*)\]/.exec(marked)?.[1], right]],
  );
});
