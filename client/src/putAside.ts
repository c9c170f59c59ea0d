import { window } from 'vscode';
import { changeTeamFile } from './teamFile.ts';

/**
 * Asks why a finding is put aside, and lets the server add it to the team's file. Escape puts nothing aside.
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
  const isDone = await changeTeamFile(() => carryOut(Object.assign({}, request, { reason })));
  if (isDone) window.setStatusBarMessage('Put aside in .imr-ignore.json', 5000);
}
