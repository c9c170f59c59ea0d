import { LetterText } from '../../../server/src/text/letterText.ts';
import { CONFUSION_ROWS } from '../../../server/src/wording/confusions/rows.ts';
import { wordingOf } from '../../../server/src/wording/language.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('words in the place of others', CONFUSION_ROWS, (text) => wordingOf(new LetterText(text).prose));
