import { Uri, window, workspace } from 'vscode';

/** The server's command behind the quick fix “Put aside”. */
export const putAsideCommand = 'imr.putAside';

/**
 * Asks why a finding is put aside, lets the server add it to the team's file, and saves that file: the team and the
 * command line read it from the disk. Escape puts nothing aside.
 * @param request what the quick fix says of the finding
 * @param carryOut lets the server carry it out; answers which file was changed
 */
export async function putAside(request: unknown, carryOut: (request: unknown) => unknown): Promise<void> {
  const reason = await window.showInputBox({
    title: 'Put Finding Aside',
    prompt: 'Why? It stays away until its words change. Your team reads the reason in .imr-ignore.json.',
    placeHolder: 'For example: confirmed by the reviewer',
  });
  if (reason === undefined) return;
  const unsaved = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty));
  const file = changedFile(await carryOut(Object.assign({}, request, { reason })));
  if (file === undefined) return;
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  // What someone else is still editing there is hers to save.
  if (document !== undefined && !unsaved.has(document)) await document.save();
  window.setStatusBarMessage('Put aside in .imr-ignore.json', 5000);
}

function changedFile(answer: unknown): Uri | undefined {
  if (typeof answer !== 'object' || answer === null || !('uri' in answer)) return undefined;
  return typeof answer.uri === 'string' ? Uri.parse(answer.uri) : undefined;
}
