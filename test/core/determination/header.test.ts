import { describe, expect, it } from 'vitest';
import { mergeBlocks, NO_HEADER, readHeaderBlocks } from '../../../server/src/determination/lines/header.ts';
import {
  asRead,
  type CaseHeader,
  type HeaderBlock,
  type Layout,
} from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { letter } from '../fixtures/letters.ts';
import { wordsOf } from '../support/reading.ts';

function blocksOf(source: string, layout: Layout = 'D'): readonly HeaderBlock[] {
  const text = new LetterText(source);
  const { prose } = text;
  return readHeaderBlocks(
    text,
    [{ kind: 'header', heading: prose.range, range: prose.range, body: prose, correct: null }],
    layout,
  );
}

const read = (source: string): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(mergeBlocks(blocksOf(source))).map(([name, field]) => [
      name,
      field.kind === 'read' ? field.value : null,
    ]),
  );

/** What became of each field: its value, or why there is none, with the words that say so. */
const toldOf = (source: string, header: CaseHeader): Record<string, string> =>
  Object.fromEntries(
    Object.entries(header).flatMap(([name, field]) => {
      if (field.kind === 'absent') return [];
      if (field.kind === 'read') return [[name, field.value]];
      return [[name, field.kind === 'mistyped' ? `${field.flaw}: ${wordsOf(source, field.span)}` : field.kind]];
    }),
  );

const WHOLE = {
  caseNumber: 'CM17-0955001',
  dateAssigned: '2017-03-06',
  dateOfInjury: '2016-12-24',
  decisionDate: '2017-04-03',
  urDenialDate: '2017-02-17',
  applicationReceived: '2017-02-28',
  priority: 'standard',
};

describe('the header table', () => {
  it.each([
    [
      'by rows, as pdftotext -layout sets it',
      ` Case Number:          CM17-0955001
Date Assigned:        03/06/2017                      Date of Injury:      12/24/2016
Decision Date:        04/03/2017                      UR Denial Date:      02/17/2017
Priority:             Standard                        Application          02/28/2017
                                                      Received:`,
    ],
    [
      'in the order of the page’s content',
      `Case Number: CM17-0955001
Date Assigned: 03/06/2017 Date of Injury: 12/24/2016
Decision Date: 04/03/2017 UR Denial Date: 02/17/2017
Priority: Standard Application
Received:
02/28/2017`,
    ],
    [
      'by columns, labels before values',
      `Case Number:
Date Assigned:
Decision Date:
Priority:

CM17-0955001
03/06/2017
04/03/2017
Standard

Date of Injury:
UR Denial Date:
Application
Received:

12/24/2016
02/17/2017
02/28/2017`,
    ],
    [
      'all labels, then all values',
      `Case Number:
Date Assigned:
Decision Date:
Priority:
Date of Injury:
UR Denial Date:
Application Received:
CM17-0955001
03/06/2017
04/03/2017
Standard
12/24/2016
02/17/2017
02/28/2017`,
    ],
    [
      'on one line, in capitals, with years of two digits',
      'CASE NUMBER: CM17-0955001 DATE ASSIGNED: 3/6/17 DATE OF INJURY: 12/24/16 DECISION DATE: 4/3/17 UR DENIAL DATE: 2/17/17 PRIORITY: STANDARD APPLICATION RECEIVED: 2/28/17',
    ],
  ])('%s', (_, source) => {
    expect(read(source)).toEqual(WHOLE);
  });

  it.each([
    ['an empty field by rows', 'Date Assigned:\nDate of Injury: 12/24/2016', { dateOfInjury: '2016-12-24' }],
    ['no day of the calendar', 'Decision Date: 02/30/2017 Date of Injury: 12/24/2016', { dateOfInjury: '2016-12-24' }],
    [
      'fewer values than labels by columns',
      'Date of Injury:\nUR Denial Date:\nDecision Date:\n01/02/2017\n02/02/2017',
      {},
    ],
    [
      'an old injury, two digits',
      'Date of Injury: 11/10/98 Decision Date: 1/9/2015',
      { dateOfInjury: '1998-11-10', decisionDate: '2015-01-09' },
    ],
    ['a priority in haste', 'Priority: EXPEDITED', { priority: 'expedited' }],
    ['a date in prose', 'Date of Injury is told as 12/24/2016', {}],
    ['nothing', '', {}],
  ])('%s', (_, source, expected) => {
    const empty = Object.fromEntries(Object.keys(NO_HEADER).map((field) => [field, null]));
    expect(read(source)).toEqual({ ...empty, ...expected });
  });

  it('reads the labels of a cover page', () => {
    expect(
      read(`Dated: 11/25/2013

IMR Case Number:  CM13-0950002      Date of Injury:  04/30/2009
Claims Number:    12-345678         UR Denial Date:  08/13/2013
Priority:         STANDARD          Application Received:  08/22/2013
Employee Name:    Lou Example`),
    ).toEqual({
      caseNumber: 'CM13-0950002',
      dateAssigned: null,
      dateOfInjury: '2009-04-30',
      decisionDate: '2013-11-25',
      urDenialDate: '2013-08-13',
      applicationReceived: '2013-08-22',
      priority: 'standard',
    });
  });

  it('says where each value is', () => {
    const source = letter('d3-single.default');
    const { header } = parseDetermination(source);
    const words = Object.values(header).map((field) => field.kind === 'read' && wordsOf(source, field.span));
    expect(words).toEqual([
      'CM16-0912345',
      '12/09/2016',
      '10/19/2016',
      '01/11/2017',
      '11/28/2016',
      '12/02/2016',
      'Standard',
    ]);
  });
});

const TABLE = `Case Number:          CM17-0955001
Date Assigned:        03/06/2017                      Date of Injury:      12/24/2016
Decision Date:        04/03/2017                      UR Denial Date:      02/17/2017
Priority:             Standard                        Application          02/28/2017
                                                      Received:
`;
const ROWS = TABLE.replace(/ {2,}(?=\S)/g, ' ');
const COLUMNS = `Case Number:
Date Assigned:
Decision Date:
Priority:

CM17-0955001
03/06/2017
04/03/2017
Standard

Date of Injury:
UR Denial Date:
Application
Received:

12/24/2016
02/17/2017
02/28/2017
`;
const COVER = `Dated: 04/03/2017

IMR Case Number: CM17-0955001    Date of Injury: 12/24/2016
Claims Number: 12-345678         UR Denial Date: 02/17/2017
Priority: STANDARD               Application Received: 02/28/2017
Employee Name: Lou Example

DEAR Lou Example,
`;

describe.each([
  ['by rows', TABLE],
  ['by rows without columns', ROWS],
  ['by columns', COLUMNS],
  ['on a cover page', COVER],
])('what is wrong in a field, %s', (_, source) => {
  const whole = toldOf(source, mergeBlocks(blocksOf(source)));
  const changed = (from: string, to: string): Record<string, string> => {
    const text = source.replace(from, to);
    expect(text).not.toBe(source);
    return toldOf(text, mergeBlocks(blocksOf(text)));
  };

  it.each([
    ['a letter for a figure in the case number', 'CM17-0955001', 'CM17-O955001', 'caseNumber', 'form: CM17-O955001'],
    ['a figure lost', 'CM17-0955001', 'CM17-095500', 'caseNumber', 'form: CM17-095500'],
    ['a figure too many', 'CM17-0955001', 'CM17-09550011', 'caseNumber', 'form: CM17-09550011'],
    ['a blank in it', 'CM17-0955001', 'CM17-095 5001', 'caseNumber', 'form: CM17-095 5001'],
    ['a template’s number', 'CM17-0955001', 'CM17-0000000', 'caseNumber', 'leftover: CM17-0000000'],
    ['a year of three figures', '04/03/2017', '04/03/217', 'decisionDate', 'form: 04/03/217'],
    ['a year of five', '04/03/2017', '04/03/20017', 'decisionDate', 'form: 04/03/20017'],
    ['a year that none lives in', '04/03/2017', '04/03/3017', 'decisionDate', 'form: 04/03/3017'],
    ['a blank in the year', '04/03/2017', '04/03/20 17', 'decisionDate', 'form: 04/03/20 17'],
    ['letters for figures', '12/24/2016', 'l2/24/20l6', 'dateOfInjury', 'form: l2/24/20l6'],
    ['no such day', '02/17/2017', '02/29/2017', 'urDenialDate', 'no-such-day: 02/29/2017'],
    ['no such month', '02/28/2017', '14/28/2017', 'applicationReceived', 'no-such-day: 14/28/2017'],
    ['a separator lost', '02/28/2017', '02/282017', 'applicationReceived', 'form: 02/282017'],
    ['a blank to fill in', '02/28/2017', 'TBD', 'applicationReceived', 'leftover: TBD'],
    ['a template’s date', '12/24/2016', 'MM/DD/YYYY', 'dateOfInjury', 'leftover: MM/DD/YYYY'],
  ])('%s', (__, from, to, name, told) => {
    expect(changed(from, to)).toEqual({ ...whole, [name]: told });
  });

  it('a priority of another name, or none yet', () => {
    expect(changed(/standard/i.exec(source)?.[0] ?? '', 'Urgent')).toEqual({ ...whole, priority: 'form: Urgent' });
    expect(changed(/standard/i.exec(source)?.[0] ?? '', 'TBD')).toEqual({ ...whole, priority: 'leftover: TBD' });
  });
});

describe('a field that is empty or absent', () => {
  it.each([
    ['CM17-0955001', { caseNumber: 'empty' }],
    ['03/06/2017', { dateAssigned: 'empty' }],
    ['12/24/2016', { dateOfInjury: 'empty' }],
    ['04/03/2017', { decisionDate: 'empty' }],
    ['02/17/2017', { urDenialDate: 'empty' }],
    ['02/28/2017', { applicationReceived: 'empty' }],
    ['Standard', { priority: 'empty' }],
  ])('%s taken away from the rows', (value, told) => {
    for (const source of [TABLE, ROWS]) {
      const text = source.replace(value, '');
      expect(toldOf(text, mergeBlocks(blocksOf(text)))).toEqual({
        ...toldOf(source, mergeBlocks(blocksOf(source))),
        ...told,
      });
    }
  });

  it('whose value and label are both gone is absent', () => {
    const text = TABLE.replace('Case Number:          CM17-0955001\n', '');
    expect(mergeBlocks(blocksOf(text)).caseNumber).toEqual({ kind: 'absent' });
    expect(mergeBlocks(blocksOf('She was hurt on 12/24/2016.'))).toEqual(NO_HEADER);
  });

  it('of columns with fewer values than labels is empty where only one can be, and else nobody’s', () => {
    const lone = COLUMNS.replace('CM17-0955001\n', '');
    expect(toldOf(lone, mergeBlocks(blocksOf(lone)))).toMatchObject({
      caseNumber: 'empty',
      dateAssigned: '2017-03-06',
      decisionDate: '2017-04-03',
      priority: 'standard',
    });
    const one = COLUMNS.replace('03/06/2017\n', '');
    expect(toldOf(one, mergeBlocks(blocksOf(one)))).toMatchObject({
      caseNumber: 'CM17-0955001',
      dateAssigned: 'unplaced',
      decisionDate: 'unplaced',
      priority: 'standard',
    });
  });

  it('is not filled with the sentence that follows', () => {
    const text = COVER.replace('02/28/2017\nEmployee Name: Lou Example', '');
    expect(toldOf(text, mergeBlocks(blocksOf(text)))).toMatchObject({ applicationReceived: 'empty' });
  });
});

describe('case numbers of older letters', () => {
  it.each([
    ['A', 'IMR 13-000004', '13-000004'],
    ['B', 'CM13-0904410', 'CM13-0904410'],
    ['C', '13-0904410', '13-0904410'],
    ['D', '13-000004', '13-000004'],
    ['D', '17-0955001', null],
    ['C', 'CM13-O904410', null],
  ] as const)('layout %s: %s', (layout, written, expected) => {
    const [block] = blocksOf(`Case Number: ${written}\nDate of Injury: 12/24/2012`, layout);
    const value = block && asRead(block.fields.caseNumber)?.value;
    expect(value?.replace('IMR ', '') ?? null).toBe(expected);
  });
});

describe('labels with a typing error', () => {
  it.each([
    ['Decision Date:', 'Decison Date:', 'Decison Date', 'Decision Date'],
    ['Date of Injury:', 'Date of lnjury:', 'Date of lnjury', 'Date of Injury'],
    ['Case Number:', 'Case Nurnber:', 'Case Nurnber', 'Case Number'],
    ['Priority:', 'Prioritv:', 'Prioritv', 'Priority'],
    ['Application ', 'Applicaton ', 'Applicaton', 'Application'],
  ])('%s written %s is read, and reported', (label, written, words, meant) => {
    const text = TABLE.replace(label, written);
    const [block] = blocksOf(text);
    expect(block && toldOf(text, block.fields)).toEqual(toldOf(TABLE, mergeBlocks(blocksOf(TABLE))));
    expect(block?.misspelledLabels.map(({ value, span }) => [wordsOf(text, span), value])).toEqual([[words, meant]]);
  });

  it('a cover page may call the case number as the table does', () => {
    const cover = COVER.replace('IMR Case Number', 'Case Number');
    expect(
      [COVER, cover, TABLE, TABLE.replace(/Date Assigned: +\S+/, '')].map((text) => blocksOf(text)[0]?.form),
    ).toEqual(['cover', 'cover', 'table', 'table']);
  });

  it('another label is none', () => {
    const text = COVER.replace('Claims Number:', 'Claim Number:').replace('Employee Name:', 'Date of Birth:');
    expect(blocksOf(text)[0]?.misspelledLabels).toEqual([]);
  });
});

it('A letter with a cover page and a table has its case data twice', () => {
  const table = TABLE.replace('12/24/2016', '12/24/20l6');
  const source = `${COVER}\nFinal Determination: UPHOLD. This means that none was found necessary.\n\n${table}\n${letter('d2')}`;
  const { headerBlocks, header, sections } = parseDetermination(source);
  expect(headerBlocks.map(({ form, fields }) => [form, toldOf(source, fields)['dateOfInjury']])).toEqual([
    ['cover', '2016-12-24'],
    ['table', 'form: 12/24/20l6'],
  ]);
  // Each field as it was read first.
  expect(toldOf(source, header)).toMatchObject({ dateOfInjury: '2016-12-24', dateAssigned: '2017-03-06' });
  expect(sections.map(({ kind }) => kind).slice(0, 3)).toEqual(['header', 'final-determination', 'header']);
});
