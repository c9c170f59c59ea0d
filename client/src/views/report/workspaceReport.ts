import {
  commands,
  Disposable,
  type QuickPickItem,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { OpenPlace, ReportFileFormat, WorkspaceReport } from '../../../../server/src/protocol/workspaceReport.ts';
import { findLetterFiles } from '../../letterFiles.ts';
import { PAGE_OPTIONS } from '../page.ts';

/** What the server does for reports. */
export interface ReportServer {
  /** Checks all letters of the opened folders; it shows the progress, which the user may stop. */
  workspaceReport(documents: number): Promise<WorkspaceReport>;
  /** The last report as a file; null where there is none. */
  reportAs(format: ReportFileFormat): Promise<string | null>;
}

/** The command *Workspace Report*, its view, and the commands that refresh and save it. */
export function registerWorkspaceReport(server: ReportServer): Disposable {
  let panel: WebviewPanel | undefined;
  let addresses: WorkspaceReport['addresses'] = {};
  let isMaking = false;

  const make = async () => {
    if (workspace.workspaceFolders === undefined) {
      await window.showInformationMessage('To make a report, first open the folder that holds your letters.');
      return;
    }
    // A second one would do the same work again.
    if (isMaking) return;
    isMaking = true;
    try {
      const { documents } = await findLetterFiles();
      const report = await server.workspaceReport(documents);
      ({ addresses } = report);
      panel ??= openPanel();
      panel.webview.html = report.html;
      panel.reveal();
      window.setStatusBarMessage(sentence(report), 15_000);
    } finally {
      isMaking = false;
    }
  };

  const openPanel = (): WebviewPanel => {
    const options = { ...PAGE_OPTIONS, enableFindWidget: true, retainContextWhenHidden: true };
    const opened = window.createWebviewPanel('imr.workspaceReport', 'Workspace Report', ViewColumn.Active, options);
    opened.onDidDispose(() => {
      panel = undefined;
    });
    opened.webview.onDidReceiveMessage((place: OpenPlace) => {
      const address = addresses[place.file];
      if (address !== undefined) void openLetter(Uri.parse(address), place);
    });
    return opened;
  };

  return Disposable.from(
    new Disposable(() => panel?.dispose()),
    commands.registerCommand('imr.showReport', make),
    commands.registerCommand('imr.refreshReport', make),
    commands.registerCommand('imr.saveReport', () => save(server)),
  );
}

/** Beside the report, so that one letter after the other can be looked at. */
async function openLetter(letter: Uri, { line, column }: OpenPlace): Promise<void> {
  const place = new Range(line - 1, column - 1, line - 1, column - 1);
  const shown = window.visibleTextEditors.find(
    ({ viewColumn }) => viewColumn !== window.tabGroups.activeTabGroup.viewColumn,
  );
  await window.showTextDocument(letter, { viewColumn: shown?.viewColumn ?? ViewColumn.Beside, selection: place });
}

interface Choice extends QuickPickItem {
  readonly format: ReportFileFormat;
  readonly name: string;
}

const CHOICES: readonly Choice[] = [
  { label: 'Page', description: '.html, one file that opens in any browser', format: 'html', name: 'report.html' },
  { label: 'Table of decisions', description: '.csv', format: 'decisions', name: 'decisions.csv' },
  { label: 'Table of findings', description: '.csv', format: 'findings', name: 'findings.csv' },
  { label: 'SARIF', description: '.sarif, for code hosts and their viewers', format: 'sarif', name: 'findings.sarif' },
];

async function save(server: ReportServer): Promise<void> {
  const choice = await window.showQuickPick(CHOICES, { title: 'Save Report', placeHolder: 'Choose a format' });
  if (choice === undefined) return;
  const text = await server.reportAs(choice.format);
  if (text === null) {
    await window.showInformationMessage('There is no report to save yet. “IMR: Workspace Report” makes one.');
    return;
  }
  const [folder] = workspace.workspaceFolders ?? [];
  const target = await window.showSaveDialog({
    title: 'Save Report',
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder.uri, choice.name) }),
  });
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    window.setStatusBarMessage(`Saved as ${nameOf(target)}`, 10_000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(`${nameOf(target)} could not be saved: ${reason}`);
  }
}

/** '412 letters, 97 findings' */
function sentence({ letters, findings, stopped }: WorkspaceReport): string {
  const words = `Report about ${counted(letters, 'letter')}: ${counted(findings, 'finding')}`;
  return stopped ? `Stopped. ${words}` : words;
}

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);
