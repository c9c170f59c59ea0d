import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../../server/src/determination/readers/shared/sentences.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** The sentence that holds the word 'here'. */
function sentenceOf(text: string): string {
  const letter = new LetterText(text);
  const at = text.indexOf('here');
  return sentenceAround(letter, letter.prose.span(at, at + 4)).text;
}

describe('a full stop ends no sentence', () => {
  it.each([
    'She was treated by Dr. Roe here on 05/01/2015.',
    'She was treated by Drs. Roe and Doe here.',
    'He saw Mr. Roe, Mrs. Doe and Ms. Poe here.',
    'Rest vs. Surgery was weighed here.',
    'It is No. 5 here.',
    'See Fig. A and Sec. B here.',
    'He saw Dr. J. Q. Roe here.',
    'It is e.g. Tylenol here.',
    'The clinic of St. Mary is here.',
    'It was Prof. Roe here.',
    'See pg. 607 and 3.3.9 here.',
  ])('in: %s', (sentence) => {
    expect(sentenceOf(`First. ${sentence} Last one.`)).toBe(sentence);
  });
});

describe('a full stop ends a sentence', () => {
  it.each([
    ['after an initialism', 'She works for the U.S. It is here.', 'It is here.'],
    ['after a unit', 'He rested 6 wks. It is here.', 'It is here.'],
    ['without a blank', 'It is documented.It is here.', 'It is here.'],
    ['after a letter', 'She takes vitamin D. It is here.', 'It is here.'],
  ])('%s', (_, text, sentence) => {
    expect(sentenceOf(text)).toBe(sentence);
  });
});

describe('a page that had room for the next word, which has a capital, ends a sentence', () => {
  const first = 'The letter was read with care by everyone who took part in it.';
  it.each([['after a word that may be the last', `${first}\nDone at last\n\fRoe was here.`, 'Roe was here.']])(
    '%s',
    (_, text, sentence) => {
      expect(sentenceOf(text)).toBe(sentence);
    },
  );

  it('but not after a word that leads on', () => {
    const words =
      'a an the his her their its this these of to for from with without by in on at as than and or nor but is are was were';
    const ended = words
      .split(' ')
      .filter((word) => sentenceOf(`${first}\nIt came ${word}\n\fRoe here.`) === 'Roe here.');
    expect(ended).toEqual([]);
  });
});
