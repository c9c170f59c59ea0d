import { describe, expect, it } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';

const folded = (source: string): string => new LetterText(source).prose.text;
const kinds = (source: string): readonly string[] => new LetterText(source).furniture.map(({ kind }) => kind);

describe('a page number beside a page break is not a part of the letter', () => {
  const forms = [
    '3',
    'Page 3',
    'Page 3 of 7',
    'page 3/7',
    '- 3 -',
    '– 3 –',
    '3/7',
    '3 of 7',
    'p. 3',
    'pg. 3',
    'P. 3',
    'Pg 3 of 7',
    'iii',
    'IV',
    '[3]',
    '(3)',
    '~3~',
    'Page | 3',
    '3 | Page',
    '3 | P a g e',
    'Page: 3',
    'Page No. 3',
    'PAGE 3',
    'Page 3 of 7 pages',
    '— 3 —',
  ];
  it.each(forms)('%s', (form) => {
    for (const written of [
      `and 6\n\n      ${form}\n\fvisits`,
      `and 6\n${form}\n\n\fvisits`,
      `and 6\n\f${form}\n\nvisits`,
      `and 6\n\f\n   ${form}   \nvisits`,
      `and 6\r\n\r\n${form}\r\n\fvisits`,
    ]) {
      expect(folded(written), JSON.stringify(written)).toBe('and 6 visits');
      expect(kinds(written)).toEqual(['page-number']);
    }
  });

  it('nor is a foot of several lines', () => {
    expect(folded('and 6\n\nFinal Determination Letter for IMR Case Number CM14-0012345\n\n3\n\fvisits')).toBe(
      'and 6 visits',
    );
    expect(folded('Case CM16-0990102.\nand 6\n\nIMR Case CM16-0990102     Page 2 of 3\n\fvisits')).toBe(
      'Case CM16-0990102. and 6 visits',
    );
  });

  it('also on the first and the last page, which go on with the others', () => {
    expect(folded('one\n\n 1\n\f two\n\n 2\n\f three\n\n 3\n')).toBe('one two three');
    expect(folded('1\n one\n\f2\n two\n\f3\n three')).toBe('one two three');
  });

  it('also where page breaks were lost and the numbers count the pages', () => {
    expect(folded('one\nof\n\n   2\n\nthese\nlines\nand\n\n   3\n\nthose')).toBe('one of these lines and those');
    expect(folded('one of\n\n   Page 2 of 3\n\nthese')).toBe('one of these');
  });

  it('but a figure of a sentence is', () => {
    expect(folded('He had\n6\nvisits')).toBe('He had 6 visits');
    expect(folded('He had 6\n\fvisits')).toBe('He had 6 visits');
    expect(folded('pain of\n\n8/10\n\ntoday')).toBe('pain of 8/10 today');
    expect(folded('Physical Medicine Page(s):\n98 of 127\n\fDecision')).toBe(
      'Physical Medicine Page(s): 98 of 127 Decision',
    );
    expect(folded('for\n\f12 visits')).toBe('for 12 visits');
    expect(folded('on\n11-\n\f28-2016, an\nx-\n\fray')).toBe('on 11-28-2016, an x-ray');
  });
});

describe('what machines print on a page is not a part of the letter', () => {
  it.each([
    '01/09/2017  10:22AM  FROM: 5555550100  TO: 5555550199  PAGE: 003 OF 007',
    'JAN-09-2017 10:22     ACME CLINIC            5555550100     P.003/007',
    'Jan. 9. 2017 10:22AM     No. 1234   P. 3',
    'From: Fax Server   To: 5555550199   Page: 3/7   Date: 1/9/2017 10:22:05 AM',
    'FAX 5555550100   ACME MEDICAL GROUP   @003/007',
    '2017-01-09 10:22   RightFax   Page 3',
    'Printed on 1/9/2017 by user at 10:22 AM',
    'Printed: 1/9/2017 10:22 AM',
    'Print Date: 01/09/2017',
    'RECEIVED JAN 09 2017',
    'RECEIVED 01/09/2017 MAXIMUS',
    'Received by fax 01/09/2017 10:22 AM',
    'Scanned 1/9/2017',
    'Downloaded 1/9/2017',
    'COPY 1/9/2017',
    'RECEIVED: JAN 09 2017',
    'Page printed 1/9/2017',
    '1/9/2017 10:22 AM',
    '1/9/2017             IMR Decision Search',
    'https://www.example.org/imr/decision.aspx?id=1     3/7',
    'file:///C:/Users/x/letter.html',
    '1/9/2017, 10:22 AM      IMR Decision Search',
  ])('%s', (line) => {
    expect(folded(`joint line\n${line}\ntenderness`)).toBe('joint line tenderness');
    expect(kinds(`joint line\n\f${line}\ntenderness`)).toEqual(['stamp']);
  });

  it.each([
    'On 11-28-2016, Utilization Review denied the request.',
    'Decision Date:        01/06/2017                      UR Denial Date:      11/28/2016',
    'Received: 12/05/2016',
    '11/18/2016        Progress report',
    'Date Assigned: 12/12/2016 from 10:22 to 5555550100',
    'decreased from 8/10 to 6/10 on 11/18/2016',
    'http://www.drugs.com/famotidine.html',
    'The injured worker was seen at 10:30 AM on 11/18/2016 with pain of 8/10',
  ])('%s is', (line) => {
    expect(folded(`one\n${line}\ntwo`)).toBe(`one ${line.replace(/ +/g, ' ')} two`);
  });

  it('a head or a foot that several pages repeat, with other figures', () => {
    const head = (page: number): string => `Division of Workers’ Compensation    ${page}\n`;
    expect(folded(`one\n\f${head(2)}two\n\f${head(3)}three`)).toBe('one two three');
    expect(
      folded('one\n\nDepartment of Industrial Relations\n\ftwo\n\nDepartment of Industrial Relations\n\fthree'),
    ).toBe('one two three');
  });

  it('never the number of the letter’s own header, or a heading', () => {
    expect(folded('Case Number: CM16-0990102\n\fDate Assigned: 12/12/2016')).toBe(
      'Case Number: CM16-0990102 Date Assigned: 12/12/2016',
    );
    const headings = 'one\n\fCLINICAL CASE SUMMARY\ntwo\n\fCLINICAL CASE SUMMARY\nthree';
    expect(folded(headings)).toBe(headings.replace(/\s+/g, ' '));
    const issues = 'Norco 10mg #60: Upheld\n\fone\n\nNorco 5mg #30: Upheld\n\ftwo';
    expect(folded(issues)).toBe(issues.replace(/\s+/g, ' '));
  });
});

describe('a line drawn across the page is not a part of the letter', () => {
  it.each(['__________', '- - - - - - -', '==========', '* * *', '***', '──────────', '.-.-.-.-.-.'])('%s', (line) => {
    const { prose, foldedLines, furniture } = new LetterText(`one\n   ${line}\ntwo`);
    expect(prose.text).toBe('one two');
    expect(foldedLines.hasGapBefore(1)).toBe(true);
    expect(furniture).toMatchObject([{ kind: 'rule', span: { start: 7, end: 7 + line.length } }]);
  });

  it.each(['______', 'Name: ______________', 'Name:\n______________', '.....'])('%s is a blank to fill in', (line) => {
    expect(folded(`one\n${line}\ntwo`)).toBe(`one ${line.replace('\n', ' ')} two`);
  });
});
