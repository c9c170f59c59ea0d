import { describe, expect, test } from 'vitest';
import type { Match, PhraseTable, Row } from '../../server/src/language/phrases/table.ts';
import { passageOfText } from './readings.ts';

/**
 * The tests of a table of rows: each example that should hold is found by its own row, with no other row of the same
 * length at the same place (a tie); no near miss is found by its row; every row has at least one of each.
 */
export function testRows<Role>(name: string, table: PhraseTable<Role>): void {
  describe(name, () => {
    for (const row of table.rows) {
      test(row.id, () => {
        expect(row.holds.length, 'examples that hold').toBeGreaterThan(0);
        expect(row.misses.length, 'near misses').toBeGreaterThan(0);
        for (const example of row.holds) {
          const match = found(table, example).find((each) => each.row === row);
          expect(match, `“${example}” is not read`).toBeDefined();
          if (match !== undefined) expect(idsAt(table, example, match), `“${example}” is a tie`).toEqual([row.id]);
        }
        for (const miss of row.misses) {
          expect(idsOf(found(table, miss)), `“${miss}” is read`).not.toContain(row.id);
        }
      });
    }
  });
}

const found = <Role>(table: PhraseTable<Role>, text: string): readonly Match<Role>[] => table.find(passageOfText(text));

const idsOf = <Role>(matches: readonly { readonly row: Row<Role> }[]): readonly string[] =>
  matches.map(({ row }) => row.id);

const idsAt = <Role>(table: PhraseTable<Role>, text: string, { first }: Match<Role>): readonly string[] =>
  idsOf(table.allAt(passageOfText(text), first));
