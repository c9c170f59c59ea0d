import { describe, expect, test } from 'vitest';
import { workerMentionsIn } from '../../../server/src/determination/readers/patient/workerMentions.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { rowsOf, wordRowsOf } from '../support/tables.ts';

/** The words that plainly give the worker's age or sex. */
function mentionedIn(rationale: string): string {
  const { prose } = new LetterText(rationale);
  const words = workerMentionsIn(prose, 0).map(({ span }) => prose.within(span).text.toLowerCase());
  return words.length === 0 ? '-' : words.join();
}

describe('words that plainly give the worker’s age or sex', () => {
  test.each(rowsOf('workerMentions.tsv'))('%s: %s', (told, rationale) => {
    expect(mentionedIn(rationale)).toBe(told);
  });
});

describe('each word that leaves it open', () => {
  test.each(wordRowsOf('workerMentionWords.tsv'))('%s: %s', (told, rationale) => {
    expect(mentionedIn(rationale)).toBe(told);
  });
});
