// A bundle of its own, loaded at the first letter: whoever opens only notes never pays for it.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './clientOptions.ts';
import { extensionName } from './letterLanguage.ts';

/** Starts the language server as a process of its own, and connects to it. */
export async function startLanguageClient(context: ExtensionContext): Promise<LanguageClient> {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient('imr', extensionName, { run: server, debug }, clientOptions());
  await client.start();
  return client;
}
