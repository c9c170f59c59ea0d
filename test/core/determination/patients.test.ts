import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { NO_HEADER } from '../../../server/src/determination/lines/header.ts';
import { readDates } from '../../../server/src/determination/readers/dates/dates.ts';
import { readPatient } from '../../../server/src/determination/readers/patient/patient.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** Openings of summaries as different people write them; '-' where nothing is told. */
const rows = readFileSync(fileURLToPath(new URL('patients.tsv', import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'));

describe('who was injured, and when', () => {
  test.each(rows)('%s', (summary = '', age, sex, dateOfInjury) => {
    const text = new LetterText(summary);
    const patient = readPatient(
      text.prose,
      readDates(text, { sections: [], header: NO_HEADER, headerBlocks: [], issues: [] }),
    );
    const told = [patient.age, patient.sex, patient.dateOfInjury].map((found) => String(found?.value ?? '-'));
    expect(told).toEqual([age, sex, dateOfInjury]);
  });
});
