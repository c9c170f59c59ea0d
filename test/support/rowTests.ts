import { describe, expect, test } from 'vitest';
import type { PhraseTable } from '../../server/src/language/phrases/table.ts';
import type { Passage } from '../../server/src/language/reading.ts';
import { passageOfText } from './readings.ts';

type Read = (text: string) => Passage;

/**
 * The tests of a table of rows, one for each example: one that should hold is found by its own row, with no other row of
 * the same length at the same place (a tie); no near miss is found by its row; every row has at least one of each.
 * @param read reads an example; with the lexicon of letters if nothing else is said
 */
export function testRows<Role>(name: string, table: PhraseTable<Role>, read: Read = passageOfText): void {
  describe(name, () => {
    for (const row of table.rows) {
      test(`${row.id}: has examples`, () => {
        expect(row.holds.length, '“holds” needs an example').toBeGreaterThan(0);
        expect(row.misses.length, '“misses” needs a near miss').toBeGreaterThan(0);
      });
      test.each(row.holds)(`${row.id}: is in “%s”`, (example) => {
        const passage = read(example);
        const found = table.find(passage);
        const match = found.find((each) => each.row === row);
        const others = found.length === 0 ? 'by no row' : `by ${idsOf(found).join(', ')}`;
        expect(match, `“${example}” is read ${others}, and should be by ${row.id}`).toBeDefined();
        if (match !== undefined)
          expect(idsOf(table.allAt(passage, match.first)), `“${example}” is read by these alike (a tie)`).toEqual([
            row.id,
          ]);
      });
      test.each(row.misses)(`${row.id}: is not in “%s”`, (miss) => {
        expect(idsOf(table.find(read(miss))), `“${miss}” is read by ${row.id}, and should not be`).not.toContain(
          row.id,
        );
      });
    }
  });
}

const idsOf = (matches: readonly { readonly row: { readonly id: string } }[]): readonly string[] =>
  matches.map(({ row }) => row.id);
