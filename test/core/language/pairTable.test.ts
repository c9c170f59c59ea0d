import { expect, test } from 'vitest';
import { PairTable } from '../../../server/src/language/lexicon/pairTable.ts';

test('a table of pairs keeps each under its own, however many there are', () => {
  const table = new PairTable(4);
  const pairs = Array.from({ length: 5000 }, (_, i) => [i % 71, Math.floor(i / 71)] as const);
  for (const [i, [first, second]] of pairs.entries()) table.add(first, second, i);
  expect(pairs.map(([first, second]) => table.get(first, second))).toEqual(pairs.map((_, i) => i));
  expect([table.get(71, 0), table.get(0, 71), table.get(70, 70)]).toEqual([-1, -1, -1]);
});
