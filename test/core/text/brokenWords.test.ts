import { expect, it } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';

const folded = (source: string): string => new LetterText(source).prose.text;

it.each([
  ['a word of the form', 'knee: Over-\nturned', 'knee: Overturned'],
  ['in capitals', 'MAXI-\nMUS guideline', 'MAXIMUS guideline'],
  ['a label', 'Deci-\n   sion ration-\nale: It', 'Decision rationale: It'],
  ['a common word', 'not medi-\ncally neces-\nsary', 'not medically necessary'],
  [
    'with an ending that is no word',
    'the arthrod-\nesis was radio-\ngraphic, decompres-\nsion',
    'the arthrod-esis was radio-graphic, decompression',
  ],
  ['a word that the letter has elsewhere', 'an arthrodesis. The arthrod-\nesis', 'an arthrodesis. The arthrodesis'],
  ['over a blank line', 'medi-\n\ncally', 'medically'],
  ['over a page number', 'medi-\n\n  Page 3\n\fcally', 'medically'],
])('joins %s', (_, source, expected) => {
  expect(folded(source)).toBe(expected);
});

it('joins and keeps alike however many lines end with a hyphen', () => {
  const line = 'an arthrodesis, the arthrod-\nesis and a cross-\nover of the medi-\ncally minded; ';
  const read = 'an arthrodesis, the arthrodesis and a cross-over of the medically minded;';
  expect(folded(line.repeat(40))).toBe(Array.from({ length: 40 }, () => read).join(' '));
});

it('a soft hyphen at a line’s end cuts a word, or is nothing', () => {
  expect(
    folded(
      'the arthro\u00ad\ndesis was Upheld\u00ad\n\nClaims of the\u00ad\nemployer were\u00ad\nnot heard. He and the others were',
    ),
  ).toBe('the arthrodesis was Upheld Claims of the employer were not heard. He and the others were');
});

it.each([
  ['a compound', 'a follow-\nup visit', 'a follow-up visit'],
  [
    'prefixes',
    'anti-\ninflammatory, non-\ncertified, post-\noperative',
    'anti-inflammatory, non-certified, post-operative',
  ],
  ['two parts with capitals', 'Non-\nMTUS', 'Non-MTUS'],
  ['a chain', 'range-of-\nmotion, over-\nthe-counter', 'range-of-motion, over-the-counter'],
  ['figures', '11-\n28-2016, H2-\nreceptor, 9-\n10', '11-28-2016, H2-receptor, 9-10'],
  [
    'a compound that the letter has elsewhere',
    'the cross-over. A crossover-study, cross-\nover',
    'the cross-over. A crossover-study, cross-over',
  ],
])('keeps the hyphen of %s', (_, source, expected) => {
  expect(folded(source)).toBe(expected);
});
