import { type ExtensionContext, FileSystemError, FileType, Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  type LanguageClientOptions,
  type TextEdit,
} from 'vscode-languageclient';
import { ABSENT, type FileText, unreadable, utf8Text } from '../../server/src/intake/fileText.ts';
import type { LetterFile } from '../../server/src/intake/letterFile.ts';
import { MOST_BYTES, MOST_BYTES_WORDS } from '../../server/src/intake/letterNames.ts';
import { BRING_BACK_COMMAND, CHECK_LETTERS_COMMAND, type CheckSummary } from '../../server/src/protocol/commands.ts';
import type { LetterOverview } from '../../server/src/protocol/letterOverview.ts';
import type { LetterSummaries } from '../../server/src/protocol/letterSummary.ts';
import {
  CLEAN_TEXT,
  type CleanedText,
  type CleanTextParams,
  GUIDELINE_CATALOGUE,
  type GuidelineCatalogueParams,
  LETTER_CALLED,
  LETTER_OVERVIEW,
  LETTER_SUMMARY,
  type LetterCalledParams,
  LIST_LETTERS,
  type OfFile,
  type OfLine,
  OPEN_FILE,
  PRECEDENTS,
  PRINTED_LETTER,
  type PrintedLetterParams,
  PUT_ASIDE_LIST,
  READ_FILE,
  READ_LETTER,
  READY_LETTER,
  REPORT_AS,
  REWRAP,
  type ReportAsParams,
  type RewrapParams,
  TRUST_GRANTED,
  WORKSPACE_REPORT,
} from '../../server/src/protocol/messages.ts';
import type { Precedents } from '../../server/src/protocol/precedents.ts';
import type { PrintedFile } from '../../server/src/protocol/printedLetter.ts';
import type { PutAsideItem, PutAsideListParams } from '../../server/src/protocol/putAsideList.ts';
import type { ReadyLetter } from '../../server/src/protocol/readyLetter.ts';
import type { WorkspaceReport, WorkspaceReportParams } from '../../server/src/protocol/workspaceReport.ts';
import { clientOptions } from './clientOptions.ts';
import { rulePages } from './commands.ts';
import { HeldFindings } from './heldFindings.ts';
import { findLetterFiles, readLetter } from './letterFiles.ts';
import type { RunningClient } from './start.ts';

/**
 * Starts a client, the same way in every host.
 * @param create makes the host's own kind of client
 */
export async function connect(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<RunningClient> {
  const overviewOf = (letter: Uri) => {
    const params: OfFile = { uri: client.code2ProtocolConverter.asUri(letter) };
    return client.sendRequest<LetterOverview | null>(LETTER_OVERVIEW, params);
  };
  const held = new HeldFindings(
    () => client.getFeature(DocumentDiagnosticRequest.method).refresh(),
    ({ uri }) => overviewOf(uri),
  );
  const client = create(clientOptions(held, rulePages(context), Uri.joinPath(context.extensionUri, 'dist/')));
  // The server requests the team's files; here they are read wherever they are, in a remote repository too.
  client.onRequest<FileText, void>(READ_FILE, ({ uri }: OfFile) => readText(Uri.parse(uri)));
  // Opened, shown or not, a file is changed by edits of a version: what someone else writes meanwhile is not spoiled.
  client.onRequest<null, void>(OPEN_FILE, ({ uri }: OfFile) => openFile(Uri.parse(uri)));
  client.onRequest<LetterFile, void>(READ_LETTER, ({ uri }: OfFile) =>
    readLetter(context.workspaceState, Uri.parse(uri)),
  );
  client.onRequest<readonly string[], void>(LIST_LETTERS, async () =>
    (await findLetterFiles()).letters.map((uri) => client.code2ProtocolConverter.asUri(uri)),
  );
  const trusted = workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUST_GRANTED));
  await client.start();
  return {
    guidelineCatalogue: (letter) => {
      const params: GuidelineCatalogueParams = { uri: letter };
      return client.sendRequest<string>(GUIDELINE_CATALOGUE, params);
    },
    cleanedText: (text, isFragment) => {
      const params: CleanTextParams = { text, isFragment };
      return client.sendRequest<CleanedText>(CLEAN_TEXT, params);
    },
    letterOverview: overviewOf,
    rewrapped: async (letter, position) => {
      const params: RewrapParams = {
        uri: client.code2ProtocolConverter.asUri(letter),
        position: client.code2ProtocolConverter.asPosition(position),
      };
      const edit = await client.sendRequest<TextEdit | null>(REWRAP, params);
      return edit === null ? null : client.protocol2CodeConverter.asTextEdit(edit);
    },
    printedLetter: (letter, withFindings) => {
      const params: PrintedLetterParams = { uri: client.code2ProtocolConverter.asUri(letter), withFindings };
      return client.sendRequest<PrintedFile | null>(PRINTED_LETTER, params);
    },
    readyLetter: (letter) => {
      const params: OfFile = { uri: client.code2ProtocolConverter.asUri(letter) };
      return client.sendRequest<ReadyLetter | null>(READY_LETTER, params);
    },
    letterSummary: (letter) => {
      const params: OfFile = { uri: client.code2ProtocolConverter.asUri(letter) };
      return client.sendRequest<LetterSummaries | null>(LETTER_SUMMARY, params);
    },
    precedents: (letter, line, token) => {
      const params: OfLine = { uri: client.code2ProtocolConverter.asUri(letter), line };
      return client.sendRequest<Precedents | null>(PRECEDENTS, params, token);
    },
    workspaceReport: (documents) => {
      const params: WorkspaceReportParams = { documents };
      return client.sendRequest<WorkspaceReport>(WORKSPACE_REPORT, params);
    },
    reportAs: (format) => {
      const params: ReportAsParams = { format };
      return client.sendRequest<string | null>(REPORT_AS, params);
    },
    putAsideList: (files) => {
      const params: PutAsideListParams = { files: files.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
      return client.sendRequest<readonly PutAsideItem[]>(PUT_ASIDE_LIST, params);
    },
    letterCalled: (name) => {
      const params: LetterCalledParams = { name };
      return client.sendRequest<string | null>(LETTER_CALLED, params);
    },
    bringBack: (request) =>
      client.sendRequest<unknown>(ExecuteCommandRequest.method, { command: BRING_BACK_COMMAND, arguments: [request] }),
    checkLetters: (files) =>
      client.sendRequest<CheckSummary>(ExecuteCommandRequest.method, {
        command: CHECK_LETTERS_COMMAND,
        arguments: [files.map((uri) => client.code2ProtocolConverter.asUri(uri))],
      }),
    stop: async () => {
      held.dispose();
      trusted.dispose();
      await client.stop();
    },
  };
}

/** Never fails. Where there is nothing, or nothing can be requested, there is no file; what is there and cannot be read is reported. */
async function readText(uri: Uri): Promise<FileText> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    // A pipe or a device would be read forever.
    if ((type & FileType.File) === 0) return unreadable('it is not a regular file');
    if (size > MOST_BYTES) return unreadable(`it is larger than ${MOST_BYTES_WORDS}`);
    return utf8Text(await workspace.fs.readFile(uri));
  } catch (error) {
    const isClosed = error instanceof FileSystemError && error.code === 'NoPermissions';
    return isClosed ? unreadable('you have no permission to read it') : ABSENT;
  }
}

/** What does not exist, or is not text, is not opened. */
async function openFile(uri: Uri): Promise<null> {
  const file = await readText(uri);
  if (file.kind === 'text') await workspace.openTextDocument(uri);
  return null;
}
