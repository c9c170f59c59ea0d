// The entry in VS Code for the Web, where everything runs in web workers.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { SETTINGS } from '../../server/src/protocol/names.ts';
import { connect } from './connect.ts';
import { extensionName } from './letterLanguage.ts';
import { start } from './start.ts';

/** A worker extension host has workers of its own; its types are not loaded, as they would hide Node's elsewhere. */
declare const Worker: new (
  script: string,
) => globalThis.Worker & {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: (() => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
};

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  const script = (name: string): string => Uri.joinPath(context.extensionUri, 'dist', name).toString(true);
  stop = start(context, {
    startClient: () => {
      const server = new Worker(script('server.js'));
      // The editor finds the client's trace setting by this id.
      return connect(context, (options) => new LanguageClient(SETTINGS, extensionName, server, options));
    },
    startWorker: (heard, failed) => {
      const worker = new Worker(script('documents.js'));
      worker.onmessage = ({ data }) => heard(data);
      worker.onerror = failed;
      return { post: (request) => worker.postMessage(request), terminate: () => worker.terminate() };
    },
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
