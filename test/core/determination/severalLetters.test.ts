import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractJson } from '../../../server/src/cli/extractJson.ts';
import { type Determination, letterAt } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination, parseLetters } from '../../../server/src/determination/parse.ts';
import { CLEAN_LETTER } from '../../support/letters.ts';

const HEADER = (number: string): string => `Case Number:          ${number}
Date Assigned:        12/12/2016                      Date of Injury:      03/14/2016
Decision Date:        01/06/2017                      UR Denial Date:      11/28/2016
Priority:             Standard                        Application          12/05/2016
                                                      Received:

`;
const COVER = (number: string): string => `MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review
P.O. Box 999999
Springfield, CA 90000

Dated: 1/6/2017

IMR Case Number:      ${number}                    Date of Injury:      3/14/2016
Claims Number:        00-0000                         UR Denial Date:      11/28/2016
Priority:             STANDARD                        Application Received: 12/5/2016

Final Determination: UPHOLD. This means that none of the disputed items are medically necessary.

`;
const one = (number: string, part: string): string => HEADER(number) + CLEAN_LETTER.replaceAll('knee', part);
const FIRST = one('CM16-0990201', 'knee');
const SECOND = one('CM16-0990202', 'hip');
const THIRD = one('CM16-0990203', 'ankle');

/** All that a letter says; its lines as they are counted in the letter alone. */
function said(letter: Determination, linesBefore = 0): unknown {
  const { part: _, ...all } = { part: null, ...extractJson('letter.txt', letter) };
  return JSON.parse(
    JSON.stringify(all, (key, value: unknown) =>
      typeof value === 'number' && /line$/i.test(key) ? value - linesBefore : value,
    ),
  );
}

/** Each letter of a file reads as it does alone. */
function expectLetters(texts: readonly string[], between: string): void {
  const letters = parseLetters(texts.join(between));
  expect(letters.map(({ part }) => part)).toEqual(texts.map((_, i) => i + 1));
  for (const [i, text] of texts.entries()) {
    const before = texts
      .slice(0, i)
      .map((each) => each + between)
      .join('');
    const letter = letters[i];
    expect(letter && said(letter, before.split(/\r\n|[\r\n]/).length - 1)).toEqual(said(parseDetermination(text)));
  }
}

describe('a file with several letters', () => {
  it.each([
    ['one after the other', '\n'],
    ['with a page break between them', '\f'],
    ['with blank lines and a line drawn between them', '\n\n________________\n\n'],
    ['with a foot and a page break between them', '\n                                3\n\f'],
  ])('is read letter by letter: %s', (_, between) => {
    expectLetters([FIRST, SECOND], between);
    expectLetters([FIRST, SECOND, THIRD], between);
  });

  it('is read so whatever ends its lines', () => {
    expectLetters(
      [FIRST, SECOND].map((text) => text.replaceAll('\n', '\r\n')),
      '\r\n',
    );
  });

  it('leaves each letter its cover page, and its posted form that has no case data', () => {
    const covered = [COVER('CM16-0990201') + FIRST, COVER('CM16-0990202') + SECOND];
    expectLetters(covered, '\n\n');
    expectLetters(covered, '\f');
    expectLetters([CLEAN_LETTER, CLEAN_LETTER.replaceAll('knee', 'hip')], '\n\n');
  });

  it('leaves each page its running head', () => {
    const head = (number: string, page: number): string =>
      `Final Determination Letter for IMR Case Number ${number}     ${page}\n`;
    const text = [head('CM16-0990201', 1), FIRST, head('CM16-0990201', 2), head('CM16-0990202', 1), SECOND].join('\n');
    for (const source of [text, text.replace(/\n(?=.*0990202 {5}1)/, '\f')]) {
      const letters = parseLetters(source);
      expect(letters.map(({ otherCases }) => otherCases)).toEqual([[], []]);
      expect(letters.map(({ text: { furniture } }) => furniture.length)).toEqual([2, 1]);
    }
  });

  it('gives spans of the whole file', () => {
    const source = `${FIRST}\n${SECOND}`;
    const [, second] = parseLetters(source);
    const issue = second?.issues[0];
    expect(issue && source.slice(issue.heading.range.start, issue.heading.range.end)).toBe('MRI of the left hip');
    const letters = parseLetters(source);
    expect(letterAt(letters, 0).part).toBe(1);
    expect(letterAt(letters, source.indexOf('left hip')).part).toBe(2);
  });

  it.each([
    ['alone', FIRST],
    [
      'with a section twice',
      FIRST.replace('IMR ISSUES', `${CLEAN_LETTER.slice(0, CLEAN_LETTER.indexOf('IMR ISSUES'))}IMR ISSUES`),
    ],
    ['with the first page of another after it', `${FIRST}\n${SECOND.slice(0, SECOND.indexOf('IMR ISSUES'))}`],
    [
      'that quotes the heading',
      FIRST.replace(
        'There is no red flag.',
        'As “HOW THE IMR FINAL DETERMINATION WAS MADE” says, there is no red flag.',
      ),
    ],
  ])('is none: a letter %s', (_, source) => {
    expect(parseLetters(source).map(({ part }) => part)).toEqual([null]);
  });

  it('loses no character, however often letters are in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(FIRST, SECOND, CLEAN_LETTER, COVER('CM16-0990204') + THIRD, 'words\n', '\f', '\n\n'), {
          maxLength: 12,
        }),
        (pieces) => {
          const source = pieces.join('\n');
          const wholes = parseLetters(source).map(({ text }) => text.whole);
          expect(wholes.map(({ start, end }) => source.slice(start, end)).join('')).toBe(source);
        },
      ),
    );
  });
});
