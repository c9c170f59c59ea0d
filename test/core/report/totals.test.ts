import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../../server/src/report/fileReport.ts';
import { Counting } from '../../../server/src/report/totals.ts';
import { finding, letter, RUN } from './support.ts';

const totals = (reports: readonly FileReport[], run = RUN) => {
  const counting = new Counting();
  for (const report of reports) counting.add(report);
  return counting.totals(run);
};

const issue = (category: 'imaging' | 'surgery', decision: 'upheld' | 'overturned' | null) =>
  ({ line: 1, treatment: 'x', category, decision, conclusion: 'none' }) as const;

describe('what a folder comes to', () => {
  it('is counted by treatment, by rule and by kind', () => {
    const counted = totals([
      letter({
        issues: [issue('imaging', 'upheld'), issue('surgery', 'upheld'), issue('surgery', 'overturned')],
        findings: [
          finding({}),
          finding({ rule: 'misspelling', severity: 'information' }),
          finding({ rule: 'misspelling', severity: 'information' }),
        ],
      }),
      letter({ issues: [issue('surgery', null)], findings: [finding({ rule: 'misspelling', severity: 'hint' })] }),
      letter({ issues: [] }),
    ]);
    expect(counted).toMatchObject({
      letters: 3,
      lettersWithoutFindings: 1,
      decisions: { upheld: 2, overturned: 1, undecided: 1 },
      findings: { substance: 1, wording: 3 },
      severities: { error: 1, warning: 0, information: 2, hint: 1 },
      decisionsByCategory: [
        { category: 'surgery', upheld: 1, overturned: 1, undecided: 1 },
        { category: 'imaging', upheld: 1, overturned: 0, undecided: 0 },
      ],
      findingsByRule: [
        { rule: 'misspelling', kind: 'wording', findings: 3, letters: 2 },
        { rule: 'missing-decision', kind: 'substance', findings: 1, letters: 1 },
      ],
      leftOut: [],
    });
  });

  it('names first the letters with the most serious findings of substance, and no more than a morning’s', () => {
    const warning = finding({ severity: 'warning', message: 'A warning' });
    const letters = [
      letter({ file: 'wording.txt', findings: [finding({ rule: 'grammar', severity: 'error' })] }),
      letter({ file: 'mild.txt', findings: [finding({ severity: 'information' })] }),
      letter({ file: 'warnings.txt', findings: [warning, warning, warning] }),
      letter({ file: 'error.txt', findings: [warning, finding({ line: 40, column: 3, message: 'An error' })] }),
      letter({ file: 'also.txt', findings: [warning] }),
    ];
    const { lookFirst } = totals(letters);
    expect(lookFirst.map(({ file }) => file)).toEqual(['error.txt', 'warnings.txt', 'also.txt']);
    expect(lookFirst[0]).toMatchObject({ errors: 1, warnings: 1, line: 40, column: 3, message: 'An error' });

    const many = Array.from({ length: 300 }, (_, i) =>
      letter({ file: `${i}.txt`, findings: Array.from({ length: i }, () => warning) }),
    );
    expect(totals(many).lookFirst.map(({ file }) => file)).toEqual(
      Array.from({ length: 20 }, (_, i) => `${299 - i}.txt`),
    );
  });
});

describe('what is left out', () => {
  it('is named with its reason', () => {
    const { leftOut, notRead } = totals(
      [
        letter({ findings: [finding({ rule: 'grammar', leftOut: 1200 })], putAside: [finding({})] }),
        letter({ file: 'pages.pdf', missing: 'page 2 is a picture without text, and missing here' }),
        letter({ failedRules: ['sex-mismatch'] }),
        { kind: 'noLetter', file: 'minutes.txt', isNamed: false },
        { kind: 'noLetter', file: 'b.txt', isNamed: true },
        { kind: 'unread', file: 'scan.txt', reason: 'it is not text' },
      ],
      {
        ...RUN,
        rulesOff: ['date-order'],
        only: { rules: ['grammar', 'misspelling'], severity: 'warning' },
        spellingFault: 'ENOENT',
      },
    );
    expect(leftOut.map(({ count, sentence }) => [count, sentence])).toEqual([
      [2, '2 files could not be read, or not in full; the reasons are listed.'],
      [2, '2 other files are not letters.'],
      [1, '1 finding was put aside by the team, in .imr-ignore.json.'],
      [1200, '1,200 findings are not listed one by one: of grammar, as of any rule, a letter lists a hundred.'],
      [1, '1 letter was not checked by sex-mismatch: the rule failed. Please report it.'],
      [3, 'The spelling was not checked: ENOENT.'],
      [1, 'Turned off by the team, in .imr.json: date-order.'],
      [2, 'Only these rules were run: grammar, misspelling.'],
      [1, 'Findings below warning were left out.'],
    ]);
    expect(notRead).toEqual([
      { file: 'pages.pdf', reason: 'page 2 is a picture without text, and missing here' },
      { file: 'scan.txt', reason: 'it is not text' },
    ]);
  });
});
