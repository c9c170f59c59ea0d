import type { Severity } from '../checking/rule.ts';
import type { FileReport, FindingReport } from './fileReport.ts';
import type { Naming, ReportWriter } from './writer.ts';

/** The workflow commands by which GitHub Actions shows findings beside the lines of a change, one on each line. */
export function githubWriter({ path }: Naming): ReportWriter {
  return {
    begin: () => '',
    add(report: FileReport) {
      if (report.kind === 'letter') {
        return report.findings.map((finding) => annotation(path(report.file), finding)).join('');
      }
      if (report.kind === 'noLetter') return '';
      return command('error', { file: path(report.file), title: 'This file could not be read' }, report.reason);
    },
    end: () => [],
  };
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function annotation(file: string, finding: FindingReport): string {
  const { rule, severity, line, column, endLine, endColumn, message } = finding;
  // GitHub takes columns for words on one line only.
  const columns = line === endLine ? { col: column, endColumn } : {};
  return command(LEVELS[severity], { file, line, endLine, ...columns, title: rule }, message);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${listed.join(',')}::${escaped(message)}\n`;
}

/** As the runner reads it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
