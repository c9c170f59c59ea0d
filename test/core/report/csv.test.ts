import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../../server/src/report/csv.ts';
import { decisionsCsvWriter } from '../../../server/src/report/decisionsCsv.ts';
import { findingsCsvWriter } from '../../../server/src/report/findingsCsv.ts';
import { finding, letter, written } from './support.ts';

/** Reads a table as RFC 4180 has it, by another way than it is written. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (let i = 0; i < csv.length; ) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(csv.slice(i));
    const cell = quoted?.[0] ?? /^[^,\n]*/.exec(csv.slice(i))?.[0] ?? '';
    rows.at(-1)?.push(quoted?.[1]?.replaceAll('""', '"') ?? cell);
    i += cell.length + 1;
    if (csv[i - 1] === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** What a spreadsheet may take for a formula. */
const isFormula = (cell: string): boolean => /^[\s\0]*[=+\-@＋－＝＠]|^[\t\r\n]/.test(cell);

describe('a row of a table', () => {
  it('is read as it was written, and no cell of it is a formula', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\n', '\r', '\t', ' ', '＝', 'a') }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        const [row, ...more] = rowsOf(csvRow(cells));
        expect(more).toEqual([]);
        expect(row?.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell))).toEqual(
          cells.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell)),
        );
        for (const cell of row ?? []) expect(isFormula(cell)).toBe(false);
      }),
    );
  });

  it.each([
    ['=HYPERLINK("http://a.example","b")', `"'=HYPERLINK(""http://a.example"",""b"")"\n`],
    ['- 12 visits', "'- 12 visits\n"],
    [' @SUM(A1)', "' @SUM(A1)\n"],
    [-3, '-3\n'],
    [null, '\n'],
    [['knee', 'low-back'], '"knee; low-back"\n'],
    ['plain', 'plain\n'],
  ])('holds %j as %j', (cell, row) => {
    expect(csvRow([cell])).toBe(row);
  });
});

describe('the table of findings', () => {
  it('has a finding a row, with the treatment that it is about', () => {
    const found = letter({
      findings: [
        finding({}),
        finding({ rule: 'misspelling', severity: 'information', issue: null, message: 'a, "b"' }),
      ],
    });
    const unread = { kind: 'unread', file: 'scan.txt', reason: 'it is not text' } as const;
    const [head, ...rows] = rowsOf(written(findingsCsvWriter(), [letter({}), found, unread]));
    expect(head?.join()).toBe(
      'file,caseNumber,line,column,endLine,endColumn,severity,kind,rule,issue,treatment,decision,message',
    );
    const place = ['a.txt', 'CM16-0999001', '14', '1', '14', '21'];
    expect(rows).toEqual([
      [
        ...place,
        ...['error', 'substance', 'missing-decision', '1', 'MRI of the left knee', 'upheld', 'There is no decision.'],
      ],
      [...place, 'information', 'wording', 'misspelling', '', '', '', 'a, "b"'],
    ]);
  });
});

describe('the table of decisions', () => {
  it('has a decision a row, what belongs to none in one of its own, and says what could not be read', () => {
    const found = letter({
      issues: [
        { line: 14, treatment: 'MRI', category: 'imaging', decision: 'upheld', conclusion: 'not-necessary' },
        { line: 30, treatment: '', category: 'other', decision: null, conclusion: 'none' },
      ],
      findings: [
        finding({}),
        finding({}),
        finding({ rule: 'grammar', severity: 'information' }),
        finding({ rule: 'date-order', severity: 'warning', issue: null }),
      ],
    });
    const reports = [
      found,
      letter({ file: 'b.txt' }),
      letter({ file: 'c.txt', issues: [], caseNumber: null, decisionDate: null }),
      { kind: 'noLetter', file: 'd.txt', isNamed: true },
      { kind: 'unread', file: 'e.txt', reason: 'it is not text' },
    ] as const;
    const rows = rowsOf(written(decisionsCsvWriter(), reports)).map((row) => row.join('|'));
    expect(rows).toEqual([
      'file|caseNumber|decisionDate|issue|line|treatment|category|decision|conclusion|errors|warnings|substance|wording|rules|notRead',
      'a.txt|CM16-0999001|2016-12-01|1|14|MRI|imaging|upheld|not-necessary|2|0|2|1|missing-decision; grammar|',
      'a.txt|CM16-0999001|2016-12-01|2|30||other||none|0|0|0|0||',
      'a.txt|CM16-0999001|2016-12-01|||||||0|1|1|0|date-order|',
      'b.txt|CM16-0999001|2016-12-01|1|14|MRI of the left knee|imaging|upheld|none|0|0|0|0||',
      'c.txt|||||||||0|0|0|0||',
      'e.txt||||||||||||||it is not text',
    ]);
  });
});
