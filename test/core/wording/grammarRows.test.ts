import { LetterText } from '../../../server/src/text/letterText.ts';
import { GRAMMAR_ROWS } from '../../../server/src/wording/grammar/rows.ts';
import { wordingOf } from '../../../server/src/wording/language.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('phrases that are slips of grammar', GRAMMAR_ROWS, (text) => wordingOf(new LetterText(text).prose));
