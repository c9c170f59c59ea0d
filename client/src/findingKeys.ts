import { commands, Disposable } from 'vscode';

export const NEXT_FINDING_COMMAND = 'imr.nextFinding';

/**
 * *Next Finding* and *Previous Finding*: VS Code's own way through a letter's problems, under a name that an editor looks
 * for. They go in the order of the letter, as the default of `problems.sortOrder` that this extension sets.
 */
export function registerFindingKeys(): Disposable {
  return Disposable.from(
    commands.registerCommand(NEXT_FINDING_COMMAND, () => commands.executeCommand('editor.action.marker.next')),
    commands.registerCommand('imr.previousFinding', () => commands.executeCommand('editor.action.marker.prev')),
  );
}
