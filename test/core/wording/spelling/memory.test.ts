import { expect, it } from 'vitest';
import { Memory } from '../../../../server/src/wording/spelling/memory.ts';

it('a memory finds an answer once, and forgets what has not been asked for some time', () => {
  const memory = new Memory<string>(3);
  const found: string[] = [];
  const ask = (question: string): string =>
    memory.answer(question, () => {
      found.push(question);
      return question.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'd', 'a'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'D', 'A']);
  expect(found).toEqual(['a', 'b', 'c', 'd']);
  for (const question of ['e', 'f', 'g']) ask(question);
  ask('b');
  expect(found).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']);
});
