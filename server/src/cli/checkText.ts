import type { FileReport, FindingReport } from '../report/fileReport.ts';
import type { ReportWriter } from '../report/writer.ts';
import { counted, inOneLine } from './output.ts';

/** For people: one line for each finding, and the totals at the end. */
export function checkTextWriter(): ReportWriter {
  let letters = 0;
  let findings = 0;
  let putAside = 0;
  let others = 0;
  let unread = 0;
  return {
    begin: () => '',
    add(report: FileReport) {
      if (report.kind === 'noLetter') others++;
      if (report.kind === 'unread') unread++;
      if (report.kind !== 'letter') return '';
      letters++;
      findings += report.findings.length;
      putAside += report.putAside.length;
      return report.findings.map((finding) => `${describe(report.file, finding)}\n`).join('');
    },
    end() {
      const aside = putAside === 0 ? '' : `, ${putAside} put aside`;
      const parts = [
        `${counted(letters, 'letter')} checked, ${counted(findings, 'finding')}${aside}`,
        ...(others === 0 ? [] : [counted(others, 'other file is not a letter', 'other files are not letters')]),
        ...(unread === 0 ? [] : [`${counted(unread, 'file')} could not be read`]),
      ];
      return [`${parts.join('; ')}\n`];
    },
  };
}

const describe = (file: string, { line, column, severity, message, rule }: FindingReport): string =>
  inOneLine(`${file}:${line}:${column}: ${severity}: ${message} [${rule}]`);
