import { describe, expect, test } from 'vitest';
import type { PhraseTable } from '../../server/src/language/phrases/table.ts';
import type { Passage } from '../../server/src/language/reading.ts';
import { passageOfText } from './readings.ts';

type Read = (text: string) => Passage;

/**
 * The tests of a table of rows: each example that should hold is found by its own row, with no other row of the same
 * length at the same place (a tie); no near miss is found by its row; every row has at least one of each.
 * @param read reads an example; with the lexicon of letters if nothing else is said
 */
export function testRows<Role>(name: string, table: PhraseTable<Role>, read: Read = passageOfText): void {
  describe(name, () => {
    for (const row of table.rows) {
      test(row.id, () => {
        expect(row.holds.length, 'examples that hold').toBeGreaterThan(0);
        expect(row.misses.length, 'near misses').toBeGreaterThan(0);
        for (const example of row.holds) {
          const match = table.find(read(example)).find((each) => each.row === row);
          expect(match, `“${example}” is not read`).toBeDefined();
          if (match !== undefined)
            expect(idsOf(table.allAt(read(example), match.first)), `“${example}” is a tie`).toEqual([row.id]);
        }
        for (const miss of row.misses) {
          expect(idsOf(table.find(read(miss))), `“${miss}” is read`).not.toContain(row.id);
        }
      });
    }
  });
}

const idsOf = (matches: readonly { readonly row: { readonly id: string } }[]): readonly string[] =>
  matches.map(({ row }) => row.id);
