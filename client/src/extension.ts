// The entry in a desktop or remote VS Code.
import type { ExtensionContext } from 'vscode';
import { startDocumentThread } from '../../server/src/host/documentThread.ts';
import { start } from './start.ts';

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  stop = start(context, {
    startClient: async () => {
      const { startLanguageClient } = await import('./languageClient.ts');
      return startLanguageClient(context);
    },
    startWorker: startDocumentThread,
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
