import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_HEADER } from '../../../server/src/determination/lines/header.ts';
import type { DateRole } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import {
  daysBetween,
  fullYear,
  isoDate,
  longDate,
  yearsBetween,
} from '../../../server/src/determination/readers/dates/calendar.ts';
import { rolesOf } from '../../../server/src/determination/readers/dates/dateRoles.ts';
import {
  datesIn,
  dayOf,
  isDay,
  type PlacedDate,
  pivotYear,
} from '../../../server/src/determination/readers/dates/days.ts';
import { dates } from '../../../server/src/language/values/date.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { passageOfText } from '../../support/readings.ts';
import { letter } from '../fixtures/letters.ts';
import { wordsOf } from '../support/reading.ts';

const findDates = (text: string): readonly PlacedDate[] => datesIn(new LetterText(text).prose);

describe('forms of dates', () => {
  const days = (text: string): readonly (string | null)[] => findDates(text).map(({ date }) => dayOf(date, 2017).day);

  it.each([
    ['on 02/03/2016 and 2/3/2016', ['2016-02-03', '2016-02-03']],
    ['on 02-03-2016, 2-3-2016, 02-03-16, 2-3-16', ['2016-02-03', '2016-02-03', '2016-02-03', '2016-02-03']],
    ['2/3/16; (2/3/03); 12/31/99', ['2016-02-03', '2003-02-03', '1999-12-31']],
    ['a blank that a line’s end left: 02/ 03/2016, 02-03- 2016, 2- 3-16', ['2016-02-03', '2016-02-03', '2016-02-03']],
    ['a hyphen that an extractor lost: 02-032016', ['2016-02-03']],
    [
      'February 3, 2016; February 03, 2016; Feb. 3, 2016; Feb 3rd, 2016; February 3 2016; Sept. 3,2016',
      ['2016-02-03', '2016-02-03', '2016-02-03', '2016-02-03', '2016-02-03', '2016-09-03'],
    ],
    [
      '3 February 2016; 3rd of February, 2016; 2016-02-03; 2.3.2016',
      ['2016-02-03', '2016-02-03', '2016-02-03', '2016-02-03'],
    ],
    ['DOS:2/3/16, (updated 2/3/16), 02/03/2016The', ['2016-02-03', '2016-02-03', '2016-02-03']],
    [
      '01/02/2016-02/03/2016; 1/2/16-2/3/16; 01-02-2016-02-03-2016',
      ['2016-01-02', '2016-02-03', '2016-01-02', '2016-02-03', '2016-01-02', '2016-02-03'],
    ],
    [
      'February 29, 2016; February 29, 2015; 02/30/2016; 13/45/2016; on 13/14/16',
      ['2016-02-29', null, null, null, null],
    ],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it.each([
    'October 2016, in 2016, the 2004 edition, May of 2015',
    'rated 7-8/10, 7- 8/10, 9/10 to 10/10, 2-3/10 with and 9/10 without',
    'Trezix 320.5/30/16mg, Norco 10/325mg, 5/325 mg, 5/10/20 mg, 7.5-325mg',
    'section 3.3.7.1, 3.3.9 Opioids, 9792.24.2, ICD 724.4',
    '#12-12-12, 10-10-10 reps, 1-2-3 tabs, 5-10-15 degrees, 8-8-8 sessions',
    'levels L4-5, L3-4-5, C5-6-7, 4-5-6 and 24-48-72',
    'pain rated 8/10/10, a ratio of 1/2/3, 30/60/90 days',
    'CM16-0912345, 123-45-6789, (800) 555-0100, 06-12-2016-001, 12-34-567890',
    'blood pressure 120/80, 1/2, 3/4, 02/2016, 10/14',
  ])('no date in: %s', (text) => {
    expect(findDates(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });
});

describe('figures that are nearly a date, and none', () => {
  const near = (text: string): readonly string[] =>
    findDates(text).flatMap(({ date, start, end }) => (date.kind === 'mistyped' ? [text.slice(start, end)] : []));

  it.each([
    ['a year of five figures: seen on 11/5/20116 again, (11-05-20116)', ['11/5/20116', '11-05-20116']],
    ['a year of three: 01/06/217, 1/6/201, on 01-06-217', ['01/06/217', '1/6/201', '01-06-217']],
    ['a year of no case: 01/06/3017, on 1-6-0217', ['01/06/3017', '1-6-0217']],
    [
      'letters for figures: 09/06/20l6, O9/06/2016, 1O/I2/2016, 9-6-2O16, on 11-5-l6',
      ['09/06/20l6', 'O9/06/2016', '1O/I2/2016', '9-6-2O16', '11-5-l6'],
    ],
    ['a separator lost or doubled: 11/052016, 11//05/2016', ['11/052016', '11//05/2016']],
    ['a day or month of three figures: 011/05/2016, 11/005/2016', ['011/05/2016', '11/005/2016']],
    ['a year cut in two: on 11/05/20 16, and then', ['11/05/20 16']],
    [
      'by the month’s name: November 18, 20116; Nov l8, 2016; December 9, 3026',
      ['November 18, 20116', 'Nov l8, 2016', 'December 9, 3026'],
    ],
    ['with dots or two separators: seen 11.5.20116, on 11/05-2016', ['11.5.20116', '11/05-2016']],
    ['in a range: from 11/1/20116-11/9/2016', ['11/1/20116']],
  ])('%s', (text, expected) => {
    expect(near(text)).toEqual(expected);
  });

  it('is read as none, not as the date that it begins with', () => {
    expect(findDates('on 09/06/20l6 and 9/7/2016').map(({ date }) => dayOf(date, 2017))).toEqual([
      { day: null, flaw: 'mistyped' },
      { day: '2016-09-07', flaw: null },
    ]);
  });

  it.each([
    'Exforge 5/160/12.5 mg, Fioricet 50/325/40, 5/10/325 tablets, 10/20/200 mg',
    'levels L3-4-5, C5/6/7, S1/2/3, rated 8/10/10',
    'SSN 123-45-6789, (800) 555-0100, claim 06-12-20161, No. 11-05-20116, ICD 724.4',
    'I/O was noted, O2 at 2/3, SOB/CP, B/S clear, L/S spine, 1/2, 3/4',
    'BP 120/80, on 120/80/72, pages 10-12-2009-001, 2016-11-05',
    '7/5-8/2016, 7-8/2016 and 11/2016, 11/16, section 3.3.9, 9792.24.2, 320.5/30/16, 2.5.1',
    'On May 12, 300 mg were given. November 2016, in November 20 of 27',
  ])('nothing in: %s', (text) => {
    expect(near(text)).toEqual([]);
  });
});

describe('the year by which two-digit years are completed', () => {
  const pivotOf = (header: string): number => pivotYear(parseDetermination(`${header}\n\n${letter('d2')}`).header, []);

  it.each([
    ['the decision’s', 'Case Number: CM14-0955001\nDate Assigned: 12/01/2014\nDecision Date: 01/09/2015', 2015],
    ['the assignment’s where the decision is mistyped', 'Date Assigned: 12/01/2014\nDecision Date: 01/09/215', 2014],
    [
      'not one that lies far from the others',
      'Date Assigned: 12/01/2014 UR Denial Date: 10/30/2014\nDecision Date: 01/09/2051',
      2014,
    ],
    [
      'not one that lies far back',
      'Date Assigned: 12/01/2014 UR Denial Date: 10/30/2014\nDecision Date: 01/09/1915',
      2014,
    ],
  ])('is %s', (_, header, year) => {
    expect(pivotOf(header)).toBe(year);
  });

  it.each([
    ['the one after the decision', '(4-9-', 1],
    ['ten years after it where a word announces the date', 'on 4-9-', 10],
    ['ten years after it where slashes make it plain', '(4/9/', 10],
  ])('a year of two figures is the last such year up to %s', (_, words, ahead) => {
    fc.assert(
      fc.property(fc.integer({ min: 2013, max: 2039 }), fc.integer({ min: 0, max: 99 }), (decided, figures) => {
        const two = String(figures).padStart(2, '0');
        const source = `Decision Date: 06/09/${decided}\n\n${letter('d2')} She was hurt in an accident ${words}${two}.`;
        const years = parseDetermination(source).dates.map(({ day }) => Number(day?.slice(0, 4)));
        const last = Array.from({ length: 100 }, (_, i) => decided + ahead - i).find((year) => year % 100 === figures);
        expect(years.at(-1)).toBe(last);
      }),
    );
  });

  it.each([
    ['the latest written out', 'in 3/2/01, on 4/5/2012 and 6/7/2013', 2013],
    ['the latest of two figures', 'in 3/2/01, on 4/5/12 and 6/7/98', 2012],
    ['of none', 'no date', 2049],
  ])('is, without a header, %s', (_, text, year) => {
    expect(
      pivotYear(
        NO_HEADER,
        findDates(text).map(({ date }) => date),
      ),
    ).toBe(year);
  });
});

const rolesIn = (text: string): readonly DateRole[] => {
  const passage = passageOfText(text);
  return rolesOf(passage, dates(passage.reading).all.filter(isDay)).map(({ role }) => role);
};

describe('roles of dates', () => {
  it.each([
    ['who sustained an industrial injury on 4-9-16.', 'injury'],
    ['The injured worker’s pain level on 4-9-16 was 7 out of 10.', 'visit'],
    ['with a prior industrial injury on 4-9-16', 'other'],
    ['In a progress note dated 4-9-16, she reported pain.', 'visit'],
    ['Doctor’s First Report of Occupational Injury or Illness done on 4-9-16', 'visit'],
    ['as stated in the 4-9-16 report', 'visit'],
    ['were not beneficial (4-9-16 note).', 'visit'],
    ['On 4-9-16, the injured worker complained of low back pain.', 'visit'],
    ['On 4-9-16 the treating physician requested an MRI of the knee.', 'visit'],
    ['As of the 4-9-16 clinic visit, no medication was used.', 'visit'],
    ['An MRI of the left knee, dated 4-9-16, revealed a tear.', 'study'],
    ['X-rays of the hip were taken on 4-9-16.', 'study'],
    ['The physician requested an MRI of the knee on 4-9-16.', 'other'],
    ['status post fusion at L5-S1 on 4-9-16', 'surgery'],
    ['The Request for Authorization was noted to be signed on 4-9-16.', 'request-for-authorization'],
    ['RFA dated 4-9-16 asks for therapy.', 'request-for-authorization'],
    ['On 4-9-16, the Request for Authorization asked for therapy.', 'request-for-authorization'],
    ['The original utilization review (4-9-16) non-certified the request for MRI.', 'denial'],
    ['On 4-9-16, Utilization Review non-certified the request for an MRI.', 'denial'],
    ['In a utilization review report dated 4-9-16, the request was not approved.', 'denial'],
    ['Utilization review denied a request for an MRI of the knee on 4-9-16.', 'denial'],
    ['The prior determination on 4-9-16 denied the request.', 'denial'],
    ['The request was previously reviewed on 4-9-16.', 'denial'],
    ['The patient denied numbness at the visit of 4-9-16.', 'visit'],
    ['The therapy report reviewed by Utilization Review was dated 4-9-16.', 'visit'],
    ['has used naproxen since 4-9-16', 'other'],
    ['Her therapist writes on 4-9-16 that the score fell from 31 to 22.', 'visit'],
    ['The score fell from 31 to 22 on 4-9-16.', 'other'],
    ['On 4-9-16 he fell from a ladder.', 'injury'],
    [
      'based on all medical records: The worker is a landscaper who stepped into a box on 4-9-16, twisting a hip.',
      'other',
    ],
    ['Date of injury: on or about 4-9-16', 'injury'],
    ['with a date of birth of 4-9-16', 'other'],
    ['ODG, Shoulder (updated 4-9-16)', 'guideline'],
    ['accessed from a library on 4-9-16', 'guideline'],
    ['filed on 4-9-16', 'other'],
    ['The application for Independent Medical Review was filed on 4-9-16', 'application'],
    ['A Notice of Assignment was provided to the parties on 4-9-16.', 'assignment'],
  ])('%s %s', (text, role) => {
    expect(rolesIn(text)).toEqual([role]);
  });

  it('gives both ends of a range one role', () => {
    const text = 'Medical records (11-01-2016 to 11-21-2016) noted headaches since the injury of 10/31/2016.';
    expect(rolesIn(text)).toEqual(['visit', 'visit', 'injury']);
  });

  it('keeps a sentence’s words from the next one', () => {
    const text =
      'The MRI is pending. On 1/5/2017 she presented for follow-up. Utilization review of 1/9/2017 denied it.';
    expect(rolesIn(text)).toEqual(['visit', 'denial']);
  });
});

describe('dates of a letter', () => {
  const datesOf = (name: string): readonly string[] => {
    const source = letter(name);
    return parseDetermination(source).dates.map(
      ({ span, day, role, issue }) => `${wordsOf(source, span)} ${day} ${role}${issue === null ? '' : ` ${issue}`}`,
    );
  };

  it('completes two-digit years of a letter without a header by one another', () => {
    expect(datesOf('d1-double-spaced')).toEqual([
      '8/14/98 1998-08-14 injury',
      '9/16/14 2014-09-16 visit',
      '9/16/14 2014-09-16 visit',
      '3/2/01 2001-03-02 surgery',
      '10/1/14 2014-10-01 denial',
      '4/8/14 2014-04-08 visit',
      '9/16/14 2014-09-16 visit',
    ]);
  });

  it('takes the header’s labels, the places of page breaks and the issue of a heading', () => {
    expect(datesOf('d3-page-breaks')).toEqual([
      '01/20/2017 2017-01-20 assignment',
      '10/27/2016 2016-10-27 injury',
      '02/21/2017 2017-02-21 decision',
      '12/30/2016 2016-12-30 denial',
      '01/13/2017 2017-01-13 application',
      'October 27, 2016 2016-10-27 injury',
      'December 30, 2016 2016-12-30 denial',
      'December 19, 2016 2016-12-19 visit',
      'December 19, 2016 2016-12-19 visit',
      '12-5-16 2016-12-05 visit',
      '12/19/16 2016-12-19 visit 0',
    ]);
  });

  it('reads the fixed sentences of layout B', () => {
    expect(datesOf('b').slice(4, 7)).toEqual([
      '8/6/2013 2013-08-06 application',
      '7/29/2013 2013-07-29 denial',
      '8/20/2013 2013-08-20 assignment',
    ]);
  });

  it('calls a date in a guideline part a guideline’s', () => {
    const source = letter('d3-single').replace('Special Studies.', 'Special Studies, 12/20/2016 MRI.');
    expect(parseDetermination(source).dates.at(-1)).toMatchObject({ day: '2016-12-20', role: 'guideline', issue: 0 });
  });
});

describe('the calendar', () => {
  it('knows its days', () => {
    expect([
      isoDate(2000, 2, 29),
      isoDate(1900, 2, 29),
      isoDate(2016, 4, 31),
      isoDate(2016, 0, 1),
      isoDate(0, 1, 1),
    ]).toEqual(['2000-02-29', null, null, null, null]);
  });

  it.each([
    ['2016-12-31', '2017-01-01', 1],
    ['2016-02-28', '2016-03-01', 2],
    ['2015-02-28', '2015-03-01', 1],
    ['2017-01-11', '2016-12-12', -30],
    ['1999-12-31', '2100-03-01', 36585],
  ] as const)('counts the days from %s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(days);
  });

  it('counts years as a person’s age', () => {
    expect([yearsBetween('1976-03-02', '2016-03-01'), yearsBetween('1976-03-02', '2016-03-02')]).toEqual([39, 40]);
  });

  it.each([
    [16, 2017, 2016],
    [18, 2017, 2018],
    [19, 2017, 1919],
    [99, 2014, 1999],
    [0, 2099, 2100],
  ])('takes %i in a letter of %i for %i', (digits, pivot, year) => {
    expect(fullYear(digits, pivot)).toBe(year);
  });

  it('writes a day out', () => {
    expect(longDate('2017-01-09')).toBe('January 9, 2017');
  });
});
