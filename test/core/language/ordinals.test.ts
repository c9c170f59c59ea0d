import { expect, test } from 'vitest';
import { ordinals } from '../../../server/src/language/values/ordinal.ts';
import { passageOfText } from '../../support/readings.ts';

const ordinalsOf = (text: string): readonly string[] => {
  const { reading } = passageOfText(text);
  return ordinals(reading).all.map(({ first, end, place }) => `${reading.tokens.slice(first, end)} = ${place}`);
};

test.each([
  ['the first and the twelfth visit', ['first = 1', 'twelfth = 12']],
  ['twenty-first, thirtieth, twentieth', ['twenty-first = 21', 'thirtieth = 30', 'twentieth = 20']],
  ['1st, 2nd, 3rd and 24th', ['1st = 1', '2nd = 2', '3rd = 3', '24th = 24']],
  ['12 visits, th, at St. Mary', []],
])('%s', (text, expected) => {
  expect(ordinalsOf(text)).toEqual(expected);
});
