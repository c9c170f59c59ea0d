import { commands, type Disposable } from 'vscode';

/** `IMR: Make All Safe Repairs`: the source action for fixes that need no judgment, for those who look for it by F1. */
export function registerRepairAll(): Disposable {
  return commands.registerCommand('imr.repairAll', () =>
    commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.imr', apply: 'first' }),
  );
}
