import { expect, it } from 'vitest';
import { unfoldedList } from '../../../../server/src/wording/spelling/foldedList.ts';
import { WordList } from '../../../../server/src/wording/spelling/wordList.ts';
import { shippedList } from '../../support/dictionary.ts';

it('a word is what it shares with the one before, and the rest', () => {
  expect(unfoldedList('0radial\n6ly\n4us\n2sh\n4\n4es')).toBe('radial\nradially\nradius\nrash\nrash\nrashes');
  expect(unfoldedList('')).toBe('');
});

it.each(['english.list.gz', 'usual-english.list.gz'])('%s is whole, and sorted', async (file) => {
  const words = unfoldedList(await shippedList(file)).split('\n');
  expect(words.length).toBeGreaterThan(30_000);
  expect(words).toEqual([...new Set(words)].sort());
  expect(words).toContain('patient');
  expect(words.filter((word) => !/^[a-zA-Z\u00c0-\u00ff'-]+$/.test(word))).toEqual([]);
  expect(new WordList(words.join('\n')).size).toBe(words.length);
});
