import { expect, test } from 'vitest';
import { numbers } from '../../../server/src/language/values/number.ts';
import { passageOfText } from '../../support/readings.ts';

const numbersOf = (text: string): readonly string[] => {
  const { reading } = passageOfText(text);
  return numbers(reading).all.map(
    ({ first, end, min, max }) => `${reading.tokens.slice(first, end)} = ${min === max ? min : `${min}-${max}`}`,
  );
};

test.each([
  ['twelve (12) visits', ['twelve (12) = 12']],
  ['12 (twelve) visits (4)', ['12 (twelve) = 12', '4 = 4']],
  [
    'two dozen, a dozen, a couple of visits, dozens',
    ['two dozen = 24', 'a dozen = 12', 'a couple of = 2', 'dozens = 12'],
  ],
  ['twenty-four or twenty four', ['twenty-four = 24', 'twenty four = 24']],
  [
    'between four and six, between 8 and 8 and 10, from four and six, a dozen and a half, a dozen and half, a couple and a half',
    [
      'four and six = 4-6',
      '8 = 8',
      '8 = 8',
      '10 = 10',
      'four = 4',
      'six = 6',
      'a dozen and a half = 18',
      'a dozen = 12',
      'a couple = 2',
    ],
  ],
  ['9-10 over six to eight, three or four', ['9-10 = 9-10', 'six to eight = 6-8', 'three or four = 3-4']],
  ['six- to eight-week', ['six- to eight = 6-8']],
  ['six-to-eight-week, 6-to-8-week, 6 to -8', ['six-to-eight = 6-8', '6-to-8 = 6-8', '6 = 6', '8 = 8']],
  ['from 12 to 6', ['12 = 12', '6 = 6']],
  ['1,200 and 7.5 and 2½', ['1,200 = 1200', '7.5 = 7.5', '2½ = 2.5']],
  ['.5 and 0.25 (.75), p.5', ['.5 = 0.5', '0.25 = 0.25', '.75 = 0.75', '5 = 5']],
  ['two hundred', ['two hundred = 200']],
  [
    'half a dozen, a half dozen, half-dozen, half of a dozen, a half hour',
    ['half a dozen = 6', 'a half dozen = 6', 'half-dozen = 6', 'a dozen = 12'],
  ],
  ['three score, a score of 14, her score', ['three score = 60', '14 = 14']],
  ['1234567890123', []],
  ['12, 14', ['12 = 12', '14 = 14']],
  ['1O, l2, 8-l0, 8-1O, 12-l, 5-O, 6 l, 7', ['12 = 12', '5 = 5', '6 = 6', '7 = 7']],
])('%s', (text, expected) => {
  expect(numbersOf(text)).toEqual(expected);
});
