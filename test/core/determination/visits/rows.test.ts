import { NONE_ROWS } from '../../../../server/src/determination/readers/visits/words/noneRows.ts';
import { SUM_ROWS } from '../../../../server/src/determination/readers/visits/words/sumRows.ts';
import { TOO_MANY_ROWS } from '../../../../server/src/determination/readers/visits/words/tooManyRows.ts';
import { testRows } from '../../../support/rowTests.ts';

testRows('no visits before', NONE_ROWS);
testRows('what visits come to', SUM_ROWS);
testRows('too many', TOO_MANY_ROWS);
