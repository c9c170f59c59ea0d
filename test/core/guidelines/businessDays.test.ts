import { expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../../server/src/determination/readers/dates/calendar.ts';
import { nextBusinessDay } from '../../../server/src/guidelines/businessDays.ts';

test.each([
  ['2023-01-26', '2023-01-26', 'a Thursday stays'],
  ['2023-01-28', '2023-01-30', 'a Saturday moves to Monday'],
  ['2023-01-29', '2023-01-30', 'a Sunday moves to Monday'],
  ['2023-01-01', '2023-01-03', "New Year's Day on a Sunday is kept on the Monday"],
  ['2023-01-14', '2023-01-17', 'a weekend before the third Monday of January'],
  ['2022-11-24', '2022-11-28', 'Thanksgiving, the day after it, and the weekend'],
  ['2019-11-29', '2019-12-02', 'the day after Thanksgiving where November begins on a Friday'],
  ['2021-05-31', '2021-06-01', 'the last Monday of May'],
  ['2021-05-24', '2021-05-24', 'not the last Monday of May'],
  ['2024-03-31', '2024-04-02', 'Cesar Chavez Day on a Sunday'],
] as const)('the first business day from %s is %s: %s', (day, expected, _why) => {
  expect(nextBusinessDay(day)).toBe(expected);
});

test('days are added over months and leap years, both ways', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(daysBetween('2016-12-07', addDays('2016-12-07', 400))).toBe(400);
  expect(weekdayOf('2026-11-29')).toBe(0);
  expect(weekdayOf('1999-12-31')).toBe(5);
});
