import type { FileReport, FindingReport } from './fileReport.ts';
import type { Naming, ReportWriter } from './writer.ts';

/** The public JSON of `imr check`: an array, a letter a line, so that a diff of two runs shows the letters that changed. */
export function checkJsonWriter({ rulePage }: Naming): ReportWriter {
  let isFirst = true;
  const element = (file: string, findings: readonly FindingReport[]): string => {
    const diagnostics = findings.map((finding) => diagnosticJson(finding, rulePage));
    const comma = isFirst ? '' : ',\n';
    isFirst = false;
    return comma + JSON.stringify({ file, diagnostics });
  };
  return {
    begin: () => '[\n',
    add(report: FileReport) {
      if (report.kind === 'letter') return element(report.file, report.findings);
      return report.kind === 'noLetter' && report.isNamed ? element(report.file, []) : '';
    },
    end: () => ['\n]\n'],
  };
}

function diagnosticJson(
  { rule, severity, line, column, endLine, endColumn, issue, message }: FindingReport,
  rulePage: (rule: string) => string,
): object {
  return { rule, severity, line, column, endLine, endColumn, issue, message, url: rulePage(rule) };
}
