import { describe, expect, it } from 'vitest';
import { dates } from '../../../server/src/language/values/date.ts';
import { passageOfText } from '../../support/readings.ts';

/** 'words = value' of each date in a text. */
const datesOf = (text: string): readonly string[] => {
  const { reading } = passageOfText(text);
  return dates(reading).all.map((date) => {
    const words = reading.tokens.slice(date.first, date.end);
    if (date.kind === 'mistyped') return `${words} = none`;
    if (date.kind === 'part') return `${words} = ${date.year}${date.month === null ? '' : `-${date.month}`}`;
    return `${words} = ${date.year}-${date.month}-${date.day}`;
  });
};

describe('days', () => {
  it.each([
    ['5-10', '5/10/2016', '05-10-16', '2016-05-10', '5.10.2016'],
    ['5-10', 'May 10, 2016', 'May 10 2016', 'May 10,2016', 'MAY 10, 2016', 'may 10, 2016', '10 May 2016'],
    ['8-4', 'Aug 4, 2015', 'Aug. 4, 2015', '4 Aug 2015', 'Aug. 04, 2015'],
    ['9-9', 'Sep 9, 2016', 'Sept. 9, 2016', 'Sept 9 2016'],
    ['3-1', 'March 1st of 2017', 'March 1st, 2017', '1st of March 2017', '1st of March, 2017'],
    ['3-2', 'March 2nd, 2017', '2nd of March 2017'],
    ['3-3', 'March 3rd, 2017', '3rd March 2017', 'March the 3rd, 2017'],
    ['3-4', 'March 4th, 2017', '4th day of March, 2017'],
    ['6-21', 'twenty-first of June, 2019', 'June twenty-first, 2019', 'twenty-first day of June, 2019'],
    ['6-9', 'ninth of June, 2019', 'June the ninth, 2019', 'June ninth 2019'],
    ['11-21', '21-Nov-2012', 'Nov-21-2012', '21-nov-12', "Nov 21, '12", '21 Nov ’12'],
  ])('%s in whatever form', (day, ...forms) => {
    for (const form of forms) {
      const [date, ...more] = datesOf(`It was the ${form}, and no other day.`);
      expect(more).toEqual([]);
      expect(date).toMatch(new RegExp(`= (?:20)?1\\d-${day}$`));
      expect(date).toContain(form);
    }
  });

  it.each(Array.from({ length: 12 }, (_, i) => i + 1))('knows month %i by its name and its first letters', (month) => {
    const name = new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(2020, month - 1, 1));
    expect(datesOf(`${name} 5, 2016 and ${name.slice(0, 3)}. 5, 2016`).map((each) => each.split(' = ')[1])).toEqual([
      `2016-${month}-5`,
      `2016-${month}-5`,
    ]);
  });

  it.each(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
      .split(' ')
      .map((word, i) => [word, i + 1] as const),
  )('knows the %s', (word, day) => {
    expect(datesOf(`on the ${word} of May, 2013`)).toEqual([`${word} of May, 2013 = 2013-5-${day}`]);
  });

  it('does not take the number before a month for its day where a day follows', () => {
    expect(datesOf('rated 5 May 6, 2016')).toEqual(['May 6, 2016 = 2016-5-6']);
  });

  it('keeps a day that no calendar has', () => {
    expect(datesOf('on 02/30/2016 and June 31, 2019')).toEqual(['02/30/2016 = 2016-2-30', 'June 31, 2019 = 2019-6-31']);
  });
});

describe('figures that are a date by their company', () => {
  it.each([
    ...[
      'on',
      'date',
      'dated',
      'from',
      'since',
      'until',
      'through',
      'thru',
      'injury',
      'injured',
      'DOI',
      'DOS',
      'DOL',
      'per',
    ],
    ...['received', 'signed', 'submitted', 'seen', 'of service', 'of birth', 'of loss', 'of injury', 'of accident'],
  ])('after “%s”', (word) => {
    expect(datesOf(`${word} 1-6-217, ${word} (13/14/16), ${word}: 1-6-217`)).toHaveLength(3);
    expect(datesOf(`again 1-6-217, again (13/14/16)`)).toEqual([]);
  });

  it.each([
    ...[
      'mg',
      'ml',
      'gm',
      'grams',
      'units',
      'tabs',
      'tablet',
      'caps',
      'capsules',
      'inches',
      'mcg',
      'cc',
      'g',
      'x 3',
      'percent',
    ],
    ...[
      '%',
      'pills',
      'sessions',
      'visits',
      'treatments',
      'times',
      'weeks',
      'wks',
      'days',
      'reps',
      'repetitions',
      'sets',
    ],
    ...['degrees', 'points', 'cm', 'mm', 'lb', 'lbs', 'pounds', 'out of 12', 'and 9 degrees'],
  ])('not before “%s”', (word) => {
    expect(datesOf(`took 5/10/12 ${word} and 5-10-12 ${word}`)).toEqual([]);
  });

  it.each([
    ...[
      'level',
      'levels',
      'strength',
      'grades',
      'tabs',
      'ratings',
      'score',
      'rated',
      'rates',
      'scored',
      'scale',
      'VAS',
    ],
    ...['reflexes', 'ratio', 'pressure', 'acuity', '#', 'C', 'L', 'T', 'S'],
  ])('not after “%s”', (word) => {
    const glue = word === '#' ? '' : ' ';
    expect(datesOf(`${word}${glue}5/10/12, ${word}: 5/10/12`)).toEqual([]);
    if (glue !== '') for (const joint of JOINTS) expect(datesOf(`${word} ${joint} 5/10/12`)).toEqual([]);
  });

  it.each([
    'claim',
    'claims',
    'number',
    'No.',
    'code',
    'phone',
    'tel',
    'fax',
    'SSN',
    'EAMS',
    'ADJ',
    'policy',
    'account',
    'ID',
  ])('not nearly one after “%s”', (word) => {
    expect(datesOf(`${word} 06-12-20161`)).toEqual([]);
  });
});

const JOINTS = ['is', 'was', 'are', 'were', 'of', 'at', 'as'];

describe('a month of a year, and a year by itself', () => {
  it.each([
    [
      'in October 2016, May of 2015, Sept, 2014',
      ['October 2016 = 2016-10', 'May of 2015 = 2015-5', 'Sept, 2014 = 2014-9'],
    ],
    ['of 8/1998, in 08-1998', ['8/1998 = 1998-8', '08-1998 = 1998-8']],
    ['Jan-2016 and Jan ’16', ['Jan-2016 = 2016-1', 'Jan ’16 = 16-1']],
    ['from 2009 to 2012, 2009-2012', ['2009 = 2009', '2012 = 2012', '2009 = 2009', '2012 = 2012']],
    ["fusion in 2001. Again '06.", ['2001 = 2001', "'06 = 6"]],
  ])('%s', (text, expected) => {
    expect(datesOf(text)).toEqual(expected);
  });

  it.each([
    '2000 mg, $2016, 13/2016, 20161, ICD 1999.5, 2016a',
    'may 16 follow',
    'code 1999/5',
    'a 5\'10" man, the patients’ 3',
  ])('none in: %s', (text) => {
    expect(datesOf(text)).toEqual([]);
  });
});
