// The entry in VS Code for the Web, where everything runs in web workers.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { SETTINGS } from '../../server/src/protocol/names.ts';
import { connect } from './connect.ts';
import { extensionName } from './letterLanguage.ts';
import { start } from './start.ts';

/** A worker extension host has workers of its own; its types are not loaded, as they would hide Node's elsewhere. */
declare const Worker: new (script: string) => globalThis.Worker;

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  stop = start(context, () => {
    const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
    return connect(
      context,
      // The editor finds the client's trace setting by this id.
      (options) => new LanguageClient(SETTINGS, extensionName, new Worker(script), options),
    );
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
