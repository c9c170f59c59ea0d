import { type Cell, csvRow } from './csv.ts';
import type { FileReport, FindingReport, LetterReport } from './fileReport.ts';
import { kindOf } from './kinds.ts';
import type { ReportWriter } from './writer.ts';

/** The columns are documented in docs/many-letters.md. */
const COLUMNS = [
  'file',
  'caseNumber',
  'decisionDate',
  'issue',
  'line',
  'treatment',
  'category',
  'decision',
  'conclusion',
  'errors',
  'warnings',
  'substance',
  'wording',
  'rules',
  'notRead',
];

/**
 * A table of decisions with what was found about each, one in each row. What was found about a letter as a whole
 * has a row without `issue`; a file that could not be read has a row that says why.
 */
export function decisionsCsvWriter(): ReportWriter {
  return {
    begin: () => csvRow(COLUMNS),
    add(report: FileReport) {
      if (report.kind === 'noLetter') return '';
      if (report.kind === 'unread') {
        return csvRow(
          COLUMNS.map((name) => (name === 'file' ? report.file : name === 'notRead' ? report.reason : null)),
        );
      }
      return letterRows(report).map(csvRow).join('');
    },
    end: () => [],
  };
}

function letterRows({ file, caseNumber, decisionDate, issues, findings }: LetterReport): readonly (readonly Cell[])[] {
  const about = (issue: number | null): readonly FindingReport[] =>
    findings.filter((finding) => finding.issue === issue);
  const ofLetter = about(null);
  return [
    ...issues.map(({ line, treatment, category, decision, conclusion }, i) => [
      file,
      caseNumber,
      decisionDate,
      i + 1,
      line,
      treatment,
      category,
      decision,
      conclusion,
      ...counts(about(i)),
      null,
    ]),
    ...(ofLetter.length > 0 || issues.length === 0
      ? [[file, caseNumber, decisionDate, null, null, null, null, null, null, ...counts(ofLetter), null]]
      : []),
  ];
}

function counts(findings: readonly FindingReport[]): readonly Cell[] {
  const number = (is: (finding: FindingReport) => boolean): number => findings.filter(is).length;
  return [
    number(({ severity }) => severity === 'error'),
    number(({ severity }) => severity === 'warning'),
    number(({ rule }) => kindOf(rule) === 'substance'),
    number(({ rule }) => kindOf(rule) === 'wording'),
    [...new Set(findings.map(({ rule }) => rule))],
  ];
}
