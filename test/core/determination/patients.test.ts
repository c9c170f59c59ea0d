import { describe, expect, test } from 'vitest';
import { NO_HEADER } from '../../../server/src/determination/lines/header.ts';
import { readDates } from '../../../server/src/determination/readers/dates/dates.ts';
import { readPatient } from '../../../server/src/determination/readers/patient/patient.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { rowsOf, wordRowsOf } from '../support/tables.ts';

/** Age, sex and day of injury; '-' for what is not given. */
function patientOf(summary: string): readonly string[] {
  const text = new LetterText(summary);
  const dates = readDates(text, { sections: [], header: NO_HEADER, headerBlocks: [], issues: [] });
  const { age, sex, dateOfInjury } = readPatient(text.prose, dates);
  return [age, sex, dateOfInjury].map((found) => String(found?.value ?? '-'));
}

describe('who was injured, and when, as different people write it', () => {
  test.each(rowsOf('patients.tsv'))('%s', (summary, ...expected) => {
    expect(patientOf(summary)).toEqual(expected);
  });
});

describe('each word about people, ages, and injuries', () => {
  test.each(wordRowsOf('patientWords.tsv'))('%s: %s', (expected, summary) => {
    expect(patientOf(summary).join(' ')).toBe(expected);
  });
});
