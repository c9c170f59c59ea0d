import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { checkLetter } from '../../../server/src/pipeline/checkLetter.ts';
import {
  type FileReport,
  type FindingReport,
  type LetterReport,
  letterReport,
} from '../../../server/src/report/fileReport.ts';
import type { ReportWriter, Run } from '../../../server/src/report/writer.ts';
import { nothingPutAside } from '../../../server/src/team/putAside.ts';

export const RUN: Run = {
  succeeded: true,
  made: '2026-03-14',
  version: '1.2.3',
  rulesOff: [],
  rulesOffBy: 'by the team, in .imr.json',
  only: { rules: null, severity: null },
  spellingFault: null,
  documents: 0,
  stopped: 0,
};

/** What is found in a text, without a dictionary. */
export const reportOf = (file: string, text: string): LetterReport => {
  const policy = { severities: {}, putAside: nothingPutAside, words: [], guidelines: defaultCatalogue() };
  return letterReport(file, checkLetter(parseDetermination(text), file, { policy, dictionary: null }));
};

export const finding = (changed: Partial<FindingReport>): FindingReport => ({
  rule: 'missing-decision',
  severity: 'error',
  line: 14,
  column: 1,
  endLine: 14,
  endColumn: 21,
  issue: 0,
  message: 'There is no decision.',
  related: [],
  leftOut: null,
  fingerprint: null,
  ...changed,
});

export const letter = (changed: Partial<LetterReport>): LetterReport => ({
  kind: 'letter',
  file: 'a.txt',
  part: null,
  caseNumber: 'CM16-0999001',
  decisionDate: '2016-12-01',
  issues: [
    { line: 14, treatment: 'MRI of the left knee', category: 'imaging', decision: 'upheld', conclusion: 'none' },
  ],
  findings: [],
  putAside: [],
  missing: '',
  failedRules: [],
  ...changed,
});

export const written = (writer: ReportWriter, reports: readonly FileReport[], run = RUN): string =>
  [writer.begin(), ...reports.map((report) => writer.add(report)), ...writer.end(run)].join('');
