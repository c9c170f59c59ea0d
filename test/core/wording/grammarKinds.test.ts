import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { grammarSlips } from '../../../server/src/wording/grammar/grammar.ts';
import { wordingOf } from '../../../server/src/wording/language.ts';

const SENTENCES = readFileSync(new URL('./grammarKinds.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

test.each(SENTENCES)('%s', (marked) => {
  const passage = wordingOf(new LetterText(marked.replace(/[[\]]/g, '')).prose);
  const slips = grammarSlips(passage, false).map(({ first, end }) => passage.reading.tokens.slice(first, end));
  expect(slips).toEqual([...marked.matchAll(/\[(.*?)\]/g)].map(([, words]) => words));
});
