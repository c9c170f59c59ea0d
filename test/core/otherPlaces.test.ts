import { expect, test } from 'vitest';
import { checkDetermination } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { CLEAN_LETTER } from '../support/letters.ts';

/** What `unknown-citation` says of a section that the Knee Complaints chapter of 2004 does not have. */
const found = (section: string): readonly string[] =>
  checkDetermination(
    parseDetermination(
      CLEAN_LETTER.replaceAll(
        'MTUS Knee Complaints 2004, Section(s): Special Studies.',
        `MTUS Knee Complaints 2004, Section(s): ${section}.`,
      ),
    ),
    RULES,
  ).flatMap(({ rule, message }) => (rule.name === 'unknown-citation' ? [message] : []));

test('a section that the guideline does not have is reported', () => {
  expect(found('Special Meals')).not.toEqual([]);
});

/** Places that no list of sections has, and words that lead to one. */
test.each(
  `Algorithm|Algorithms|Appendix|Box|Boxes|Chapter|Diagram|Exhibit|Fig|Figure|Figures|Footnote|Graph|Introduction|Page|Part|Preface|Step|Table|Tables|
  See|In|At|On|From|Under|With|All|Summary of`
    .split('|')
    .map((word) => `${word.trim()} Meals`),
)('%s', (section) => expect(found(section)).toEqual([]));
