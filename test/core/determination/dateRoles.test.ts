import { describe, expect, test } from 'vitest';
import { rolesOf } from '../../../server/src/determination/readers/dates/dateRoles.ts';
import { isDay } from '../../../server/src/determination/readers/dates/days.ts';
import { dates } from '../../../server/src/language/values/date.ts';
import { passageOfText } from '../../support/readings.ts';
import { rowsOf, wordRowsOf } from '../support/tables.ts';

const rolesIn = (text: string): string => {
  const passage = passageOfText(text);
  const days = dates(passage.reading).all.filter(isDay);
  return rolesOf(passage, days)
    .map(({ role }) => role)
    .join();
};

describe('roles of dates by the words around them', () => {
  test.each(rowsOf('dateRoles.tsv'))('%s: %s', (roles, text) => {
    expect(rolesIn(text)).toBe(roles);
  });
});

describe('each word that shows a role', () => {
  test.each(wordRowsOf('dateRoleWords.tsv'))('%s: %s', (roles, text) => {
    expect(rolesIn(text)).toBe(roles);
  });
});
