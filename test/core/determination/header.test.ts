import { describe, expect, it } from 'vitest';
import { NO_HEADER, readHeader } from '../../../server/src/determination/header.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { letter } from '../fixtures/letters.ts';
import { wordsOf } from '../support/reading.ts';

const read = (source: string): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(readHeader(new LetterText(source).prose)).map(([field, value]) => [field, value?.value ?? null]),
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
    ['a case number cut short', 'Case Number: CM17-09550', { caseNumber: 'CM17-09550' }],
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

  it('tells where each value stands', () => {
    const source = letter('d3-single.default');
    const { header } = parseDetermination(source);
    const words = Object.values(header).map((field) => field && wordsOf(source, field.span));
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
