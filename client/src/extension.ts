// The entry in a desktop or remote VS Code.
import type { ExtensionContext } from 'vscode';
import { start } from './start.ts';

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  stop = start(context, async () => {
    const { startLanguageClient } = await import('./languageClient.ts');
    return startLanguageClient(context);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
