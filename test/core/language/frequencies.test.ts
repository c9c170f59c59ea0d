import { expect, test } from 'vitest';
import { frequencies, timesADay } from '../../../server/src/language/values/frequency.ts';
import { passageOfText } from '../../support/readings.ts';

const range = (min: number, max: number): string => (min === max ? `${min}` : `${min}-${max}`);

const frequenciesOf = (text: string): readonly string[] => {
  const { reading } = passageOfText(text);
  return frequencies(reading).all.map(
    ({ first, end, timesMin, timesMax, everyMin, everyMax, unit }) =>
      `${reading.tokens.slice(first, end)} = ${range(timesMin, timesMax)} in ${range(everyMin, everyMax)} ${unit}`,
  );
};

test.each([
  [
    'once a day, twice daily, thrice per week',
    ['once a day = 1 in 1 day', 'twice daily = 2 in 1 day', 'thrice per week = 3 in 1 week'],
  ],
  [
    '3 times a day, three times daily, 2-3 times per week',
    ['3 times a day = 3 in 1 day', 'three times daily = 3 in 1 day', '2-3 times per week = 2-3 in 1 week'],
  ],
  [
    '2x/day, 2 x day, 3 x daily, 2× per week',
    ['2x/day = 2 in 1 day', '2 x day = 2 in 1 day', '3 x daily = 3 in 1 day', '2× per week = 2 in 1 week'],
  ],
  ['x 2 daily, x3/week', ['x 2 daily = 2 in 1 day', 'x3/week = 3 in 1 week']],
  [
    'three-times-a-day, twice-weekly, once-monthly',
    ['three-times-a-day = 3 in 1 day', 'twice-weekly = 2 in 1 week', 'once-monthly = 1 in 1 month'],
  ],
  [
    'every 4 to 6 hours, every eight hours, every 72 hrs',
    ['every 4 to 6 hours = 1 in 4-6 hour', 'every eight hours = 1 in 8 hour', 'every 72 hrs = 1 in 72 hour'],
  ],
  [
    'every day, each night, every other day, every second week',
    [
      'every day = 1 in 1 day',
      'each night = 1 in 1 day',
      'every other day = 1 in 2 day',
      'every second week = 1 in 2 week',
    ],
  ],
  [
    'once every two weeks, twice each morning, twice in a week, once in every month',
    [
      'once every two weeks = 1 in 2 week',
      'twice each morning = 2 in 1 day',
      'twice in a week = 2 in 1 week',
      'once in every month = 1 in 1 month',
    ],
  ],
  [
    'daily, nightly, weekly, monthly, hourly, yearly, annually',
    [
      'daily = 1 in 1 day',
      'nightly = 1 in 1 day',
      'weekly = 1 in 1 week',
      'monthly = 1 in 1 month',
      'hourly = 1 in 1 hour',
      'yearly = 1 in 1 year',
      'annually = 1 in 1 year',
    ],
  ],
  [
    'two tablets a day, one an hour, 4 hours/day, two visits per week',
    ['a day = 1 in 1 day', 'an hour = 1 in 1 hour', '/day = 1 in 1 day', 'per week = 1 in 1 week'],
  ],
  [
    'one time a day, every evening, every afternoon, every noon, every bedtime',
    [
      'one time a day = 1 in 1 day',
      'every evening = 1 in 1 day',
      'every afternoon = 1 in 1 day',
      'every noon = 1 in 1 day',
      'every bedtime = 1 in 1 day',
    ],
  ],
  ['for a week, in a month, within a year, over a week, after a day, about a week, of a month', []],
  ['through a day, during a week, until a month, till a day, since a week, by a day, than a week', []],
  [
    "seen a week ago, seen a day later, met a day earlier, was a year prior, two a day apart, wants a month's supply",
    [],
  ],
  ['once, twice, 3 times, every visit, x 6, x 30 days, a tablet', []],
])('%s', (text, expected) => {
  expect(frequenciesOf(text)).toEqual(expected);
});

test('times a day', () => {
  const { reading } = passageOfText('every 4 to 6 hours, 2-3 times a day, every other day, weekly');
  expect(frequencies(reading).all.map(timesADay)).toEqual([
    { min: 4, max: 6 },
    { min: 2, max: 3 },
    { min: 0.5, max: 0.5 },
    { min: 1 / 7, max: 1 / 7 },
  ]);
});
