import { expect, it } from 'vitest';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols.ts';
import type { IssueEntry } from '../../../server/src/precedents/letterEntry.ts';

const issue = (treatment: string, decision: IssueEntry['decision'], line: number): IssueEntry => ({
  line,
  endLine: line + 6,
  treatment,
  category: 'other',
  names: [],
  drugClasses: [],
  bodyParts: [],
  decision,
  visits: null,
  guidelines: [],
  conclusion: null,
  missing: [],
});
const LETTERS = [
  {
    file: 'file:///letters/a%20b.txt',
    entry: {
      part: null,
      line: 1,
      caseNumber: 'CM16-0200001',
      decisionDate: '2017-01-04',
      issues: [issue('MRI of the knee', 'upheld', 12)],
    } as const,
  },
  {
    file: 'file:///letters/%zz.txt',
    entry: {
      part: null,
      line: 1,
      caseNumber: null,
      decisionDate: null,
      issues: [issue('', null, 3), issue('MRI, wrist', 'overturned', 9)],
    } as const,
  },
];
const found = (query: string): readonly string[] =>
  workspaceSymbols(LETTERS, query).map(({ name, containerName, location }) =>
    [name, containerName, 'range' in location ? location.range.start.line : ''].join(' | '),
  );

it('cases and treatments, each at its line', () => {
  expect(found('')).toEqual([
    'CM16-0200001 | decided 2017-01-04 | 0',
    'MRI of the knee: Upheld | CM16-0200001 | 11',
    '(no heading): no decision | %zz.txt | 2',
    'MRI, wrist: Overturned | %zz.txt | 8',
  ]);
});

it('each word of a query by its letters in their order', () => {
  expect(found('mri ovr')).toEqual(['MRI, wrist: Overturned | %zz.txt | 8']);
  expect(found('cm16-02')).toHaveLength(2);
  expect(found('knee wrist')).toEqual([]);
});

it('a thousand at most', () => {
  const many = Array.from({ length: 800 }, () => LETTERS[0]).filter((each) => each !== undefined);
  expect(workspaceSymbols(many, 'm')).toHaveLength(1000);
});
