import { describe, expect, it } from 'vitest';
import { NO_HEADER } from '../../../server/src/determination/lines/header.ts';
import type { CaseHeader } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { readDates } from '../../../server/src/determination/readers/dates/dates.ts';
import { readPatient } from '../../../server/src/determination/readers/patient/patient.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { letter } from '../fixtures/letters.ts';

const patientOf = (source: string, header: CaseHeader = NO_HEADER) => {
  const text = new LetterText(source);
  return readPatient(text.prose, readDates(text, { sections: [], header, headerBlocks: [], issues: [] }));
};

const read = (source: string): readonly (number | string | null)[] => {
  const { age, sex, dateOfInjury } = patientOf(source);
  return [age?.value ?? null, sex?.value ?? null, dateOfInjury?.value ?? null];
};

describe('the injured worker', () => {
  it.each([
    [
      'The injured worker is a 31 year old female, who sustained an industrial injury on 4-9-2016.',
      31,
      'female',
      '2016-04-09',
    ],
    [
      'The injured worker is a(n) 44 year old male who sustained an industrial-work injury on 04-09-16.',
      44,
      'male',
      '2016-04-09',
    ],
    [
      'This case involves a now 52-year-old male with a history of an occupational claim from 04/09/ 2016.',
      52,
      'male',
      '2016-04-09',
    ],
    [
      'The patient is a 61-year-old woman with a date of injury of April 9, 2016. Diagnoses are sprains.',
      61,
      'female',
      '2016-04-09',
    ],
    [
      'The applicant is a 28-year-old male who has filed a claim for wrist pain reportedly associated with an industrial injury of April 9, 2016.In a report of May 2, 2016',
      28,
      'male',
      '2016-04-09',
    ],
    [
      'According to medical records available for review, the IW is a 39 y/o right-hand-dominant gentleman. DOI: 4/9/16.',
      39,
      'male',
      '2016-04-09',
    ],
    [
      'The 45 year old female injured worker suffered an injury April 09, 2016 when she fell.',
      45,
      'female',
      '2016-04-09',
    ],
    ['The patient is a forty-three year old man who reported a slip and fall on 04/09/2016.', 43, 'male', '2016-04-09'],
    [
      'The patient is a fifty year-old Spanish-speaking lady who injured her back on 4/9/16 while lifting.',
      50,
      'female',
      '2016-04-09',
    ],
    ['The claimant, a woman aged 57, was injured in an accident on 4.9.2016.', 57, 'female', '2016-04-09'],
    ['The employee is a female who sustained an industrial injury on 04-09-2016.', null, 'female', '2016-04-09'],
    ['Mr. X hurt his knee. He is 36 years of age. The date of injury is 9 April 2016.', 36, 'male', '2016-04-09'],
    ['The injured worker was hurt on the job. She complained of pain and her sleep was poor.', null, 'female', null],
    [
      'The employee, age 58, reports cumulative trauma injury from 1/1/2010 to 04/09/2016. He is retired.',
      58,
      'male',
      null,
    ],
    [
      'On May 3, 2016 the patient was seen. She is a 40 yo female. She had a previous injury on 2/2/2009. Date of injury: 04/09/2016',
      40,
      'female',
      '2016-04-09',
    ],
    ['Her 12-year-old son drove the patient, a 41-year-old male, to the clinic.', 41, 'male', null],
    [
      'The worker has a 20 year old injury of 4/9/96 and was seen on 5/6/2016; he is a 55 year old male.',
      55,
      'male',
      '1996-04-09',
    ],
    [
      'The injured worker is being treated for male erectile disorder. Her husband was present, she said.',
      null,
      'female',
      null,
    ],
    ['He/she has been in active practice. The reports do not tell who was hurt.', null, null, null],
    ['The worker was seen on 5/6/2016 and rated pain 7/10 since 4/9/2016.', null, null, '2016-04-09'],
    ['The worker was seen on 5/6/2016 and has taken naproxen since 4/9/2016.', null, null, null],
    ['The patient is a 45 male injured on 4/9/2016.', 45, 'male', '2016-04-09'],
    ['The patient is a 45 year female injured on 4/9/2016.', 45, 'female', '2016-04-09'],
    ['', null, null, null],
  ])('%s', (source, age, sex, dateOfInjury) => {
    expect(read(source)).toEqual([age, sex, dateOfInjury]);
  });

  it('completes two-digit years by the decision', () => {
    const source = 'The patient is a 42 year old male with an injury date on 11/10/03.';
    const place = new LetterText('').whole;
    const decisionDate = { kind: 'read', value: '2014-12-30', span: place, label: place } as const;
    const header = { ...NO_HEADER, decisionDate };
    expect(patientOf(source, header).dateOfInjury).toMatchObject({
      value: '2003-11-10',
      span: { start: 57, end: 65 },
      told: 'injury',
      derivation: { reasons: [{ span: { start: 42, end: 53 }, as: 'the date of injury' }] },
    });
  });

  it.each([
    [
      'is the injury’s where something happened to the worker',
      'stepped off a curb on 10/21/2016',
      '2016-10-21',
      'event',
    ],
    ['and where it is the header’s, whatever the words', 'saw stars on 10/19/2016', '2016-10-19', 'event'],
    ['is the one that is called so', 'was hurt on 10/21/2016', '2016-10-21', 'injury'],
  ])('the day %s', (_, words, expected, told) => {
    const summary = `The worker is a 43-year-old roofer who ${words}, twisting a knee.`;
    const source = letter('d3-single').replace(/The injured worker is a 47[\s\S]*?(?=IMR ISSUES)/, `${summary}\n\n`);
    expect(source).toContain(summary);
    expect(parseDetermination(source).patient.dateOfInjury).toMatchObject({ value: expected, told });
  });
});
