import { Uri, workspace } from 'vscode';

/**
 * Lets the server change a team's file, and saves that file: the team and the command line read it from the disk.
 * @param change lets the server carry it out; answers which file was changed
 * @returns whether one was
 */
export async function changeTeamFile(change: () => unknown): Promise<boolean> {
  const unsaved = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty));
  const file = changedFile(await change());
  if (file === undefined) return false;
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  // What someone else is still editing there is left for them to save.
  if (document !== undefined && !unsaved.has(document)) await document.save();
  return true;
}

function changedFile(answer: unknown): Uri | undefined {
  if (typeof answer !== 'object' || answer === null || !('uri' in answer)) return undefined;
  return typeof answer.uri === 'string' ? Uri.parse(answer.uri) : undefined;
}
