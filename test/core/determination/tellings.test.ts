import { describe, expect, test } from 'vitest';
import { tellingsIn } from '../../../server/src/determination/readers/patient/tellings.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { rowsOf, wordRowsOf } from '../support/tables.ts';

/** The words that plainly give the worker's age or sex. */
function toldIn(rationale: string): string {
  const { prose } = new LetterText(rationale);
  const words = tellingsIn(prose, 0).map(({ span }) => prose.within(span).text.toLowerCase());
  return words.length === 0 ? '-' : words.join();
}

describe('words that plainly give the worker’s age or sex', () => {
  test.each(rowsOf('tellings.tsv'))('%s: %s', (told, rationale) => {
    expect(toldIn(rationale)).toBe(told);
  });
});

describe('each word that leaves it open', () => {
  test.each(wordRowsOf('tellingWords.tsv'))('%s: %s', (told, rationale) => {
    expect(toldIn(rationale)).toBe(told);
  });
});
