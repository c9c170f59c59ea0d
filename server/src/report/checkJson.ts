import type { FileReport, FindingReport } from './fileReport.ts';
import type { Naming, ReportWriter } from './writer.ts';

/** The public JSON of `imr check`: an array, one file on each line, so that a diff of two runs shows the letters that changed. */
export function checkJsonWriter({ rulePage }: Naming): ReportWriter {
  let isFirst = true;
  /** A file with several letters, of which more may come. */
  let open: { readonly file: string; readonly diagnostics: object[] } | null = null;
  const element = (file: string, diagnostics: readonly object[]): string => {
    const comma = isFirst ? '' : ',\n';
    isFirst = false;
    return comma + JSON.stringify({ file, diagnostics });
  };
  const closed = (): string => {
    const text = open === null ? '' : element(open.file, open.diagnostics);
    open = null;
    return text;
  };
  return {
    begin: () => '[\n',
    add(report: FileReport) {
      if (report.kind !== 'letter') {
        return closed() + (report.kind === 'noLetter' && report.isNamed ? element(report.file, []) : '');
      }
      const { file, part, findings } = report;
      const diagnostics = findings.map((finding) => diagnosticJson(finding, part, rulePage));
      if (part === null) return closed() + element(file, diagnostics);
      const before = part === 1 ? closed() : '';
      open ??= { file, diagnostics: [] };
      open.diagnostics.push(...diagnostics);
      return before;
    },
    end: () => [`${closed()}\n]\n`],
  };
}

function diagnosticJson(
  { rule, severity, line, column, endLine, endColumn, issue, message }: FindingReport,
  part: number | null,
  rulePage: (rule: string) => string,
): object {
  const place = { line, column, endLine, endColumn, issue, ...(part !== null && { part }) };
  return { rule, severity, ...place, message, url: rulePage(rule) };
}
