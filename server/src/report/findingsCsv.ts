import { csvRow } from './csv.ts';
import type { FileReport } from './fileReport.ts';
import { kindOf } from './kinds.ts';
import type { ReportWriter } from './writer.ts';

/** The columns are documented in docs/many-letters.md. */
const COLUMNS = [
  'file',
  'caseNumber',
  'line',
  'column',
  'endLine',
  'endColumn',
  'severity',
  'kind',
  'rule',
  'issue',
  'treatment',
  'decision',
  'message',
];

/** A table of findings, one in each row. `issue` counts from 1, as people do. */
export function findingsCsvWriter(): ReportWriter {
  return {
    begin: () => csvRow(COLUMNS),
    add(report: FileReport) {
      if (report.kind !== 'letter') return '';
      const { file, caseNumber, issues, findings } = report;
      return findings
        .map(({ line, column, endLine, endColumn, severity, rule, issue, message }) => {
          const disputed = issue === null ? undefined : issues[issue];
          return csvRow([
            file,
            caseNumber,
            line,
            column,
            endLine,
            endColumn,
            severity,
            kindOf(rule),
            rule,
            issue === null ? null : issue + 1,
            disputed?.treatment ?? null,
            disputed?.decision ?? null,
            message,
          ]);
        })
        .join('');
    },
    end: () => [],
  };
}
