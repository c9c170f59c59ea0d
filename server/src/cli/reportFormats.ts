import { version } from '../../../package.json';
import { checkJsonWriter } from '../report/checkJson.ts';
import { decisionsCsvWriter } from '../report/decisionsCsv.ts';
import { findingsCsvWriter } from '../report/findingsCsv.ts';
import { folderJsonWriter } from '../report/folderJson.ts';
import { githubWriter } from '../report/githubAnnotations.ts';
import { htmlWriter } from '../report/htmlReport.ts';
import { sarifWriter } from '../report/sarif.ts';
import type { ReportWriter } from '../report/writer.ts';
import { checkTextWriter } from './checkText.ts';
import { NAMING } from './naming.ts';

export type ReportFormat = 'text' | 'json' | 'html' | 'csv' | 'github' | 'sarif' | 'report-csv' | 'report-json';

/** @param names what the user asked about */
export function reportWriter(format: ReportFormat, names: readonly string[]): ReportWriter {
  switch (format) {
    case 'text':
      return checkTextWriter();
    case 'json':
      return checkJsonWriter(NAMING);
    case 'html':
      return htmlWriter({ about: names.join(', '), opensLetters: false });
    case 'csv':
      return findingsCsvWriter();
    case 'github':
      return githubWriter(NAMING);
    case 'sarif':
      return sarifWriter(NAMING, version);
    case 'report-csv':
      return decisionsCsvWriter();
    case 'report-json':
      return folderJsonWriter();
  }
}
