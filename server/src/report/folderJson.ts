import type { FileReport, FindingReport, LetterReport } from './fileReport.ts';
import { kindOf } from './kinds.ts';
import { Counting } from './totals.ts';
import type { ReportWriter } from './writer.ts';

/** The JSON of `imr report`, described by schemas/imr-report.schema.json. One letter on each line; the totals come last, so that nothing is kept. */
export function folderJsonWriter(): ReportWriter {
  const counting = new Counting();
  let isFirst = true;
  return {
    begin: () => '{"letters":[',
    add(report: FileReport) {
      counting.add(report);
      if (report.kind !== 'letter') return '';
      const comma = isFirst ? '\n' : ',\n';
      isFirst = false;
      return comma + JSON.stringify(letterJson(report));
    },
    end(run) {
      const { made, version } = run;
      const rest = JSON.stringify({ made, version, totals: counting.totals(run) });
      return [`\n],${rest.slice(1)}\n`];
    },
  };
}

function letterJson({ file, caseNumber, decisionDate, issues, findings, putAside }: LetterReport): object {
  return {
    file,
    caseNumber,
    decisionDate,
    issues,
    findings: findings.map(findingJson),
    putAside: putAside.length,
  };
}

function findingJson(finding: FindingReport): object {
  const { rule, severity, line, column, endLine, endColumn, issue, message } = finding;
  return { rule, kind: kindOf(rule), severity, line, column, endLine, endColumn, issue, message };
}
