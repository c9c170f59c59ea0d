import { commands, Disposable, type Uri, window, workspace } from 'vscode';
import { MOST_BYTES_WORDS } from '../../server/src/intake/letterNames.ts';
import type { CheckSummary } from '../../server/src/protocol/commands.ts';
import { findLetterFiles } from './letterFiles.ts';

/**
 * The command that checks the letters of all opened folders, and the one that clears its findings.
 * @param checkLetters lets the server check files; it shows the progress and the findings
 */
export function registerWorkspaceCheck(checkLetters: (files: readonly Uri[]) => Promise<CheckSummary>): Disposable {
  const show = (isChecked: boolean) => commands.executeCommand('setContext', 'imr.workspaceChecked', isChecked);
  return Disposable.from(
    commands.registerCommand('imr.checkWorkspace', async () => {
      if (workspace.workspaceFolders === undefined) {
        await window.showInformationMessage('To check all letters at once, first open the folder that holds them.');
        return;
      }
      const { letters: files, documents } = await findLetterFiles();
      // Before the check begins: later it would take the focus from someone who has gone on typing.
      if (files.length > 0) await commands.executeCommand('workbench.panel.markers.view.focus');
      await show(true);
      window.setStatusBarMessage(sentence(await checkLetters(files), documents), 30_000);
    }),
    commands.registerCommand('imr.clearWorkspaceCheck', async () => {
      await checkLetters([]);
      await show(false);
    }),
  );
}

/** ‘412 letters checked: 97 findings in 31 letters; 2 PDF or Word files skipped’ */
function sentence(summary: CheckSummary, documents: number): string {
  const { letters, findings, lettersWithFindings, tooLarge, unreadable, stopped } = summary;
  const found =
    findings === 0 ? 'no findings' : `${counted(findings, 'finding')} in ${counted(lettersWithFindings, 'letter')}`;
  const checked =
    letters === 0 ? 'No letters found in the workspace' : `${counted(letters, 'letter')} checked: ${found}`;
  return [
    stopped ? `Stopped. ${checked}` : checked,
    ...(documents > 0 ? [`${counted(documents, 'PDF or Word file')} skipped`] : []),
    ...(tooLarge > 0 ? [`${counted(tooLarge, 'file')} over ${MOST_BYTES_WORDS} not read`] : []),
    ...(unreadable > 0 ? [`${counted(unreadable, 'file')} could not be read`] : []),
  ].join('; ');
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;
}
