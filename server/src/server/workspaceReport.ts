import { type CancellationToken, type Connection, RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { parseLetters } from '../determination/parse.ts';
import type { LetterFile } from '../intake/letterFile.ts';
import { MOST_BYTES_WORDS } from '../intake/letterNames.ts';
import { checkLetterInSteps } from '../pipeline/checkLetter.ts';
import { today } from '../pipeline/today.ts';
import { REPORT_AS, type ReportAsParams, WORKSPACE_REPORT } from '../protocol/messages.ts';
import type { ReportFileFormat, WorkspaceReport, WorkspaceReportParams } from '../protocol/workspaceReport.ts';
import { BYTE_ORDER_MARK } from '../report/csv.ts';
import { decisionsCsvWriter } from '../report/decisionsCsv.ts';
import { type FileReport, letterReport } from '../report/fileReport.ts';
import { findingsCsvWriter } from '../report/findingsCsv.ts';
import { htmlWriter } from '../report/htmlReport.ts';
import { sarifWriter } from '../report/sarif.ts';
import type { ReportWriter, Run } from '../report/writer.ts';
import { fileName } from '../team/teamFiles.ts';
import type { Answers } from './answers.ts';
import type { Files } from './files.ts';
import type { Policy } from './policy.ts';
import type { Spelling } from './spelling.ts';
import { fewAtATime, inTurns } from './turns.ts';
import type { Workspace } from './workspace.ts';

const WorkspaceReportRequest = new RequestType<WorkspaceReportParams, WorkspaceReport, void>(WORKSPACE_REPORT);
const ReportAsRequest = new RequestType<ReportAsParams, string | null, void>(REPORT_AS);

interface Parts {
  readonly connection: Connection;
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: Files;
  readonly policy: Policy;
  readonly spelling: Spelling;
  readonly workspace: Workspace;
  readonly rulePage: (rule: string) => string;
}

/** What a report was made of, so that it can be saved as it is. */
interface Made {
  readonly reports: readonly FileReport[];
  readonly run: Run;
  readonly about: string;
}

/** Makes reports about all letters of the opened folders, by the same generator as the command line. */
export function serveReports(parts: Parts): void {
  const { answers, workspace, rulePage } = parts;
  let last: Made | null = null;

  answers.to(WorkspaceReportRequest, async ({ documents }, token) => {
    const checking = new Checking(parts);
    const { reports, addresses, notLookedAt, rulesOff } = await checking.all(token);
    const run: Run = {
      succeeded: reports.every(({ kind }) => kind !== 'unread'),
      made: today(),
      version,
      rulesOff,
      rulesOffBy: 'by a setting, or by the team in .imr.json',
      only: { rules: null, severity: null },
      spellingFault: parts.spelling.dictionary === null ? 'its word lists cannot be read' : null,
      documents,
      stopped: notLookedAt,
    };
    last = { reports, run, about: workspace.folders.map(folderName).join(', ') };
    const letters = reports.filter((report) => report.kind === 'letter');
    return {
      html: await written(htmlWriter({ about: last.about, opensLetters: true }), last),
      letters: letters.length,
      findings: letters.reduce((sum, { findings }) => sum + findings.length, 0),
      addresses,
      stopped: notLookedAt > 0,
    };
  });

  answers.to(ReportAsRequest, ({ format }) => (last === null ? null : reportAs(format, last, rulePage)));
}

async function reportAs(format: ReportFileFormat, made: Made, rulePage: (rule: string) => string): Promise<string> {
  switch (format) {
    case 'html':
      return written(htmlWriter({ about: made.about, opensLetters: false }), made);
    case 'decisions':
      return BYTE_ORDER_MARK + (await written(decisionsCsvWriter(), made));
    case 'findings':
      return BYTE_ORDER_MARK + (await written(findingsCsvWriter(), made));
    case 'sarif': {
      const path = (file: string): string => file;
      const artifact = (file: string) => ({
        uri: file.split('/').map(encodeURIComponent).join('/'),
        uriBaseId: '%SRCROOT%',
      });
      return written(sarifWriter({ artifact, path, rulePage }, version), made);
    }
  }
}

/** Thousands of letters make a long document: typing comes in between. */
async function written(writer: ReportWriter, { reports, run }: Made): Promise<string> {
  const pieces: string[] = [];
  function* write(): Generator<void, void> {
    pieces.push(writer.begin());
    for (const report of reports) yield void pieces.push(writer.add(report));
    for (const piece of writer.end(run)) yield void pieces.push(piece);
  }
  await inTurns(write(), () => false);
  return pieces.join('');
}

/** One check of all letters, for one report. What is open is checked as it is in the editor. */
class Checking {
  readonly #parts: Parts;
  readonly #rulesOff = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The reports come in the order of the files' names. */
  async all(token: CancellationToken): Promise<{
    readonly reports: readonly FileReport[];
    readonly addresses: Readonly<Record<string, string>>;
    readonly notLookedAt: number;
    readonly rulesOff: readonly string[];
  }> {
    const { connection, files, spelling, workspace } = this.#parts;
    const named = (await files.listLetters(workspace.folders)).map((uri) => ({ uri, name: nameOf(uri, workspace) }));
    const progress = await connection.window.createWorkDoneProgress().catch(() => null);
    const isStopped = (): boolean => token.isCancellationRequested || progress?.token.isCancellationRequested === true;
    progress?.begin('Making the report', 0, undefined, true);
    const reports = new Map<string, readonly FileReport[]>();
    try {
      await spelling.ready();
      await fewAtATime(named, isStopped, async ({ uri, name }) => {
        const ofFile = await this.#reports(uri, name, isStopped);
        if (ofFile === null) return;
        reports.set(name, ofFile);
        const percent = Math.floor((100 * reports.size) / named.length);
        if (percent > Math.floor((100 * (reports.size - 1)) / named.length)) {
          const [some, all] = [reports.size, named.length].map((count) => count.toLocaleString('en-US'));
          progress?.report(percent, `${some} of ${all} files`);
        }
      });
    } finally {
      progress?.done();
    }
    return {
      reports: named.flatMap(({ name }) => reports.get(name) ?? []),
      addresses: Object.fromEntries(named.map(({ uri, name }) => [name, uri])),
      notLookedAt: named.length - reports.size,
      rulesOff: [...this.#rulesOff].sort(),
    };
  }

  /** One of each letter that the file holds; null where it was stopped. */
  async #reports(uri: string, name: string, isStopped: () => boolean): Promise<readonly FileReport[] | null> {
    const { documents, files, policy, spelling } = this.#parts;
    const document = documents.get(uri);
    const file: LetterFile = document === undefined ? await files.readLetter(uri) : { text: document.getText() };
    if ('skipped' in file) return [skipped(name, file.skipped)];
    const letters = parseLetters(file.text);
    if (letters[0].layout === 'unknown') return [skipped(name, 'noLetter')];
    const applied = await policy.of(uri);
    for (const [rule, severity] of Object.entries(applied.severities)) {
      if (severity === 'off') this.#rulesOff.add(rule);
    }
    const options = { policy: applied, dictionary: spelling.dictionary };
    const reports: FileReport[] = [];
    for (const letter of letters) {
      const checked = await inTurns(checkLetterInSteps(letter, fileName(uri), options), isStopped);
      if (checked === null) return null;
      // Whoever saves the report for other programs expects them, as the command line writes them.
      reports.push(letterReport(name, checked, { fingerprints: true }));
    }
    return reports;
  }
}

function skipped(file: string, why: Extract<LetterFile, { readonly skipped: string }>['skipped']): FileReport {
  if (why === 'noLetter') return { kind: 'noLetter', file, isNamed: false };
  const reason = why === 'tooLarge' ? `it is larger than ${MOST_BYTES_WORDS}` : 'it cannot be read';
  return { kind: 'unread', file, reason };
}

/** A letter's path in its folder; where several folders are open, with the folder's name before it. */
function nameOf(uri: string, workspace: Workspace): string {
  const folder = workspace.holding(uri);
  if (folder === null) return decoded(uri);
  const path = decoded(uri.slice(folder.length));
  return workspace.folders.length > 1 ? `${folderName(folder)}/${path}` : path;
}

/** @param folder an address ending in '/' */
const folderName = (folder: string): string =>
  decoded(folder.slice(folder.lastIndexOf('/', folder.length - 2) + 1, -1));

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
