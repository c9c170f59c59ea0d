import { expect, test } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { wordingOf } from '../../../server/src/wording/language.ts';
import { LEFTOVER_ROWS, leftoversIn } from '../../../server/src/wording/leftovers/leftovers.ts';
import { testRows } from '../../support/rowTests.ts';

const read = (text: string) => wordingOf(new LetterText(text).prose);

testRows('words of a template', LEFTOVER_ROWS, read);

const found = (text: string): readonly string[] => {
  const passage = read(text);
  return [...leftoversIn(passage)].map(({ first, end }) => passage.reading.tokens.slice(first, end));
};

test.each([
  ['It is a(n) old a (n) sign.', ['a(n)']],
  ['Bread (Nan) and Nan, NaN mg.', ['NaN']],
  ['A note dated: , as dated, it is.', ['dated:']],
  ['A note dated , was read; a note undated, too.', ['dated']],
  ['Pain is /10 with rest, 6/10 with work, and 6 /10 at night.', ['/10']],
  ['DOI: , DOB ; dob, doi.', ['DOI:', 'DOB']],
  ['The scan of mm-dd-yyyy was read.', ['mm-dd-yyyy']],
  ['The rationale: Lorem ipsum.', ['Lorem ipsum']],
  ['She asks for: insert treatment here.', ['insert treatment here']],
  ['The worker (insert her age) rests.', ['(insert her age)']],
  ['The dose is #N/A.', ['#N/A']],
  ['He had undefined visits.', ['undefined']],
  ['The records dated show a sprain.', ['dated']],
])('%s', (text, words) => {
  expect(found(text)).toEqual(words);
});
