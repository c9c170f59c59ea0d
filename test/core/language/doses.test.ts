import { expect, test } from 'vitest';
import { doses } from '../../../server/src/language/values/dose.ts';
import { passageOfText } from '../../support/readings.ts';

const dosesOf = (text: string): readonly string[] => {
  const { reading } = passageOfText(text);
  return doses(reading).all.map(({ first, end, amounts, unit, per }) => {
    const of = per === null ? '' : ` per ${per.amount} ${per.unit}`;
    return `${reading.tokens.slice(first, end)} = ${amounts.join('+')} ${unit}${of}`;
  });
};

test.each([
  ['10 mg, 10mg, ten milligrams, 10-mg', ['10 mg = 10 mg', '10mg = 10 mg', 'ten milligrams = 10 mg', '10-mg = 10 mg']],
  ['7.5/325 mg and 7.5-325mg', ['7.5/325 mg = 7.5+325 mg', '7.5-325mg = 7.5+325 mg']],
  ['5 mg/325 mg, 50-325-40 mg', ['5 mg/325 mg = 5+325 mg', '50-325-40 mg = 50+325+40 mg']],
  ['5%, 0.025 percent, five per cent', ['5% = 5 %', '0.025 percent = 0.025 %', 'five per cent = 5 %']],
  [
    '100 mcg/hr, 25 mcg an hour, 50 ug',
    ['100 mcg/hr = 100 mcg per 1 hour', '25 mcg an hour = 25 mcg per 1 hour', '50 ug = 50 mcg'],
  ],
  ['50mg/ml, 10 mg per 5 ml', ['50mg/ml = 50 mg per 1 ml', '10 mg per 5 ml = 10 mg per 5 ml']],
  [
    '60 mg a day, 20 mg each day, 5 mg every 6 hours',
    ['60 mg a day = 60 mg per 1 day', '20 mg each day = 20 mg per 1 day', '5 mg every 6 hours = 5 mg per 6 hour'],
  ],
  [
    '120 gm, 1 gram, 2 grammes, 30 g, 4 grams',
    ['120 gm = 120 g', '1 gram = 1 g', '2 grammes = 2 g', '30 g = 30 g', '4 grams = 4 g'],
  ],
  [
    '15 cc of 3 milliliters, 4 millilitres, 8 oz, 1 ounce, 2 fl oz, 6 fluid ounces',
    [
      '15 cc = 15 ml',
      '3 milliliters = 3 ml',
      '4 millilitres = 4 ml',
      '8 oz = 8 oz',
      '1 ounce = 1 oz',
      '2 fl oz = 2 oz',
      '6 fluid ounces = 6 oz',
    ],
  ],
  [
    '155 units, 400 IU, 20 meq, 3 milliequivalents, 5 international units',
    [
      '155 units = 155 unit',
      '400 IU = 400 unit',
      '20 meq = 20 meq',
      '3 milliequivalents = 3 meq',
      '5 international units = 5 unit',
    ],
  ],
  [
    '50 mgs, 5 mgm, 2 micrograms, 1,000 mg, .5 mg, 3 µg, 4 μg',
    [
      '50 mgs = 50 mg',
      '5 mgm = 5 mg',
      '2 micrograms = 2 mcg',
      '1,000 mg = 1000 mg',
      '.5 mg = 0.5 mg',
      '3 µg = 3 mcg',
      '4 μg = 4 mcg',
    ],
  ],
  ['a 25G needle, 6 of 10, L4-5, 12/05/2016', []],
])('%s', (text, expected) => {
  expect(dosesOf(text)).toEqual(expected);
});
