import { commands, type Disposable } from 'vscode';

/** `IMR: Repair All Mechanical Slips`: the source action of the same name, for whoever looks for it by F1. */
export function registerRepairAll(): Disposable {
  return commands.registerCommand('imr.repairAll', () =>
    commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.imr', apply: 'first' }),
  );
}
