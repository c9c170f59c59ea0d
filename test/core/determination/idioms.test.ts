import { IDIOM_ROWS } from '../../../server/src/determination/readers/conclusion/rows/idioms.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('phrases that conclude as a whole', IDIOM_ROWS);
