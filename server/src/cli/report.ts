import { type CheckOptions, check } from './check.ts';
import { type ExitStatus, NOT_READ, PROGRAM_FAULT } from './exitStatus.ts';
import { FileOutput, printError, printFault, STANDARD_OUTPUT } from './output.ts';
import type { ReportFormat } from './reportFormats.ts';

const REPORT_FORMATS = ['html', 'csv', 'sarif', 'json'] as const;
type FolderReportFormat = (typeof REPORT_FORMATS)[number];

export type ReportOptions = Pick<CheckOptions, 'config' | 'ignore' | 'only' | 'threads'> & {
  /** Null: what the name of the output says, else HTML. */
  readonly format: FolderReportFormat | null;
  /** The file that it is written into; null: standard output. */
  readonly output: string | null;
};

const WRITERS: Readonly<Record<FolderReportFormat, ReportFormat>> = {
  html: 'html',
  csv: 'report-csv',
  sarif: 'sarif',
  json: 'report-json',
};

/**
 * `imr report`: one document about all letters. What is found is what it is about, and makes the exit status no other
 * than 0; what could not be read does.
 */
export async function report(names: readonly string[], options: ReportOptions): Promise<ExitStatus> {
  const { output, ...others } = options;
  const format = options.format ?? formatOf(output ?? '.html');
  if (format === null) {
    printFault(
      `--output takes a name that ends in ${REPORT_FORMATS.map((each) => `.${each}`).join(', ')}, such as report.html`,
    );
    return NOT_READ;
  }
  if (output === null && process.stdout.isTTY && format === 'html') {
    printFault('say where the report goes, for example: --output report.html');
    return NOT_READ;
  }
  const file = output === null ? null : new FileOutput(output, format === 'csv');
  const status = await check(names, {
    ...others,
    format: WRITERS[format],
    fails: { severity: null, maxWarnings: null },
    strict: false,
    baseline: null,
    prune: false,
    stdinFilename: '<stdin>',
    output: file ?? STANDARD_OUTPUT,
  });
  const fault = file?.close() ?? null;
  if (fault === null || output === null) return status;
  printError(output, fault);
  return status === PROGRAM_FAULT ? status : NOT_READ;
}

/** A report never replaces a letter: a name that is not a report's is refused. */
const formatOf = (output: string): FolderReportFormat | null =>
  REPORT_FORMATS.find((format) => output.toLowerCase().endsWith(`.${format}`)) ?? null;
