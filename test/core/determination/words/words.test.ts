import { describe, expect, it } from 'vitest';
import { LetterText } from '../../../../server/src/text/letterText.ts';
import { barredRowsOf } from '../../support/tables.ts';
import { READERS } from './readers.ts';

/** Reader, what it reads, a sentence with a gap, and the words that it reads so, which what it reads may name. */
const TABLE = barredRowsOf(new URL('./words.txt', import.meta.url));

describe('each word of a class does its work', () => {
  it.each(TABLE)('%s: %s: %s', (reader = '', expected = '', sentence = '', words = '') => {
    const misread = words.split('; ').filter((word) => {
      const read = READERS[reader]?.(new LetterText(sentence.replaceAll('{}', word)).prose);
      return read !== expected.replaceAll('{}', word);
    });
    expect(misread).toEqual([]);
  });
});
