import { expect, test } from 'vitest';
import { daysOf, durations } from '../../../server/src/language/values/duration.ts';
import { passageOfText } from '../../support/readings.ts';

const durationsOf = (text: string): readonly string[] => {
  const { reading } = passageOfText(text);
  return durations(reading).all.map(
    ({ first, end, min, max, unit }) =>
      `${reading.tokens.slice(first, end)} = ${min === max ? min : `${min}-${max}`} ${unit}`,
  );
};

test.each([
  ['14 days, fourteen (14) days, 14-day', ['14 days = 14 day', 'fourteen (14) days = 14 day', '14-day = 14 day']],
  ['two to three weeks, 4-6 wks, 1 wk', ['two to three weeks = 2-3 week', '4-6 wks = 4-6 week', '1 wk = 1 week']],
  ['thirty-day, x30d, 30 D, 24h, 24 h', ['thirty-day = 30 day', '30d = 30 day', '24h = 24 hour']],
  [
    'six consecutive weeks, two full days, 3 more months, five business days',
    [
      'six consecutive weeks = 6 week',
      'two full days = 2 day',
      '3 more months = 3 month',
      'five business days = 5 day',
    ],
  ],
  [
    '10 whole weeks, 9 straight days, 8 continuous hours, 7 additional weeks',
    [
      '10 whole weeks = 10 week',
      '9 straight days = 9 day',
      '8 continuous hours = 8 hour',
      '7 additional weeks = 7 week',
    ],
  ],
  [
    '6 further weeks, 5 extra days, 4 calendar days, 3 working days',
    ['6 further weeks = 6 week', '5 extra days = 5 day', '4 calendar days = 4 day', '3 working days = 3 day'],
  ],
  [
    '7 day(s), 2 yrs, 1 year, 6 mos, 3 mths, 45 min, 2 minutes, 8 hrs, 1 hour',
    [
      '7 day(s) = 7 day',
      '2 yrs = 2 year',
      '1 year = 1 year',
      '6 mos = 6 month',
      '3 mths = 3 month',
      '45 min = 45 minute',
      '2 minutes = 2 minute',
      '8 hrs = 8 hour',
      '1 hour = 1 hour',
    ],
  ],
  ['over a fortnight, two fortnights, once a fortnight', ['a fortnight = 2 week', 'two fortnights = 4 week']],
  ['8 visits, 3 dozen, a day, twice a week', []],
  ['for a month, within an hour, over a year', ['a month = 1 month', 'an hour = 1 hour', 'a year = 1 year']],
  ['lasting a week, about a day, at least a year', ['a week = 1 week', 'a day = 1 day', 'a year = 1 year']],
])('%s', (text, expected) => {
  expect(durationsOf(text)).toEqual(expected);
});

test('in days a month has 28 to 31', () => {
  const days = durations(passageOfText('2 weeks, 2 months, 36 hours, 1 year, 1440 minutes').reading).all.map(daysOf);
  expect(days).toEqual([
    { min: 14, max: 14 },
    { min: 56, max: 62 },
    { min: 1.5, max: 1.5 },
    { min: 365, max: 366 },
    { min: 1, max: 1 },
  ]);
});
