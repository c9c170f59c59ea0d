import {
  type CancellationToken,
  commands,
  type ExtensionContext,
  type Position,
  type TextDocument,
  type TextEdit,
  type Uri,
  workspace,
} from 'vscode';
import { DocumentWork, type StartWorker } from '../../server/src/intake/documentWork.ts';
import type { CheckSummary } from '../../server/src/protocol/commands.ts';
import type { LetterOverview } from '../../server/src/protocol/letterOverview.ts';
import type { LetterSummaries } from '../../server/src/protocol/letterSummary.ts';
import type { CleanedText } from '../../server/src/protocol/messages.ts';
import type { Precedents } from '../../server/src/protocol/precedents.ts';
import type { PrintedFile } from '../../server/src/protocol/printedLetter.ts';
import type { ReadyLetter } from '../../server/src/protocol/readyLetter.ts';
import { registerCleanUp } from './cleanUp/cleanUp.ts';
import { registerCommands } from './commands.ts';
import { detectLetters } from './detector.ts';
import { registerUserDictionary } from './dictionary.ts';
import { DocumentTexts } from './documentTexts.ts';
import { registerExport } from './exportLetter.ts';
import { showFindingsStatus } from './findingsStatus.ts';
import { registerLetterCommands } from './letterCommands.ts';
import { letterLanguage } from './letterLanguage.ts';
import { offerLetterLanguage } from './letterLanguageOffer.ts';
import { showLetterStatus } from './letterStatus.ts';
import { registerLetterText } from './letterText.ts';
import { registerLetterTextEditor } from './letterTextEditor.ts';
import { offerLetterTexts } from './letterTextOffer.ts';
import { registerReadyToIssue } from './readyToIssue.ts';
import { registerRewrap } from './rewrap.ts';
import { registerPrecedents } from './views/precedents/precedentsView.ts';
import { type PutAsideServer, registerPutAsideView } from './views/putAside/putAsideView.ts';
import { type ReportServer, registerWorkspaceReport } from './views/report/workspaceReport.ts';
import { registerLetterSummary } from './views/summary/letterSummary.ts';
import { registerWorkspaceCheck } from './workspaceCheck.ts';

/** A connection to the language server, as far as this side needs it. */
export interface RunningClient extends ReportServer, PutAsideServer {
  /** The catalogue as Markdown, with the facts that apply to the letter at an address; null: to any in this folder. */
  guidelineCatalogue(letter: string | null): Promise<string>;
  /** Checks the letters among files, and shows what is found in those that are not open; clears what it showed before. */
  checkLetters(files: readonly Uri[]): Promise<CheckSummary>;
  /** The edit that rewraps the paragraph at a place; null where there is nothing to do. */
  rewrapped(letter: Uri, position: Position): Promise<TextEdit | null>;
  /** A text as plain letter text. */
  cleanedText(text: string, isFragment: boolean): Promise<CleanedText>;
  /** What an open letter comes to, and where its issues are; null where none is open there. */
  letterOverview(letter: Uri): Promise<LetterOverview | null>;
  /** An open letter, laid out for a file; null where none is open there. */
  printedLetter(letter: Uri, withFindings: boolean): Promise<PrintedFile | null>;
  /** Whether an open letter may go out; null where none is open there. */
  readyLetter(letter: Uri): Promise<ReadyLetter | null>;
  /** What an open letter comes to; null where none is open there. */
  letterSummary(letter: Uri): Promise<LetterSummaries | null>;
  /** What other letters decided about the issue at a line of an open letter, 0-based; null where no issue is there. */
  precedents(letter: Uri, line: number, token: CancellationToken): Promise<Precedents | null>;
  stop(): Promise<void>;
}

/** What differs between the hosts of VS Code. */
export interface Host {
  /** Connects to the language server; called at most once. */
  readonly startClient: () => Promise<RunningClient>;
  /** Starts a worker that reads PDF and Word files, and makes Word and HTML files. */
  readonly startWorker: StartWorker<PrintedFile>;
}

/**
 * What the extension does in every host. Beside plain text only the detector runs; the first letter starts the rest.
 * @returns what is to be done when the extension stops
 */
export function start(context: ExtensionContext, { startClient, startWorker }: Host): () => Promise<void> {
  let client: Promise<RunningClient> | undefined;
  const overviewOf = async (letter: Uri) => (await running()).letterOverview(letter);
  const running = (): Promise<RunningClient> => {
    if (client === undefined) {
      client = startClient();
      // The views about letters are there as soon as a letter is.
      void commands.executeCommand('setContext', 'imr.hasLetter', true);
      context.subscriptions.push(showFindingsStatus(), showLetterStatus(overviewOf));
    }
    return client;
  };
  const opened = ({ languageId }: TextDocument) => {
    if (languageId === letterLanguage) void running();
  };

  const work = new DocumentWork(startWorker);
  const texts = new DocumentTexts(work);

  context.subscriptions.push(
    workspace.onDidOpenTextDocument(opened),
    detectLetters(context.workspaceState),
    offerLetterLanguage(),
    registerLetterCommands(overviewOf),
    registerCleanUp(async (text, isFragment) => (await running()).cleanedText(text, isFragment)),
    registerRewrap(async (letter, position) => (await running()).rewrapped(letter, position)),
    registerUserDictionary(),
    registerWorkspaceCheck(async (files) => (await running()).checkLetters(files)),
    work,
    registerExport(async (letter, withFindings) => (await running()).printedLetter(letter, withFindings), work),
    registerReadyToIssue(async (letter) => (await running()).readyLetter(letter)),
    registerLetterSummary(context, async (letter) => (await running()).letterSummary(letter)),
    registerPrecedents(async (letter, line, token) => (await running()).precedents(letter, line, token)),
    registerWorkspaceReport({
      workspaceReport: async (documents) => (await running()).workspaceReport(documents),
      reportAs: async (format) => (await running()).reportAs(format),
    }),
    registerPutAsideView({
      putAsideList: async (files) => (await running()).putAsideList(files),
      letterCalled: async (name) => (await running()).letterCalled(name),
      bringBack: async (request) => (await running()).bringBack(request),
    }),
    registerLetterText(texts),
    registerLetterTextEditor(texts),
    offerLetterTexts(texts),
    registerCommands(context, async (letter) => (await running()).guidelineCatalogue(letter)),
  );
  workspace.textDocuments.forEach(opened);
  return async () => (await client)?.stop();
}
