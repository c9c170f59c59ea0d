import { describe, expect, it } from 'vitest';
import { readConclusion } from '../../../server/src/determination/readers/conclusion/conclusion.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { gapRowsOf } from '../support/tables.ts';

const HEADING = 'Knee brace';
const kindOf = (text: string): string => {
  const { prose } = new LetterText(`${HEADING}\n\n${text.charAt(0).toUpperCase()}${text.slice(1)}`);
  return readConclusion(prose.slice(HEADING.length), prose.slice(0, HEADING.length)).kind;
};

/** Kind, sentence with a gap, and the words that it is read with. */
const TABLE = gapRowsOf(new URL('./conclusionWords.txt', import.meta.url));

describe('each word that conclusions are made of does its work', () => {
  it.each(TABLE)('%s: %s', (kind, sentence, words) => {
    const others = words.filter((word) => kindOf(sentence.replace('{}', word)) !== kind);
    expect(others).toEqual([]);
  });
});
