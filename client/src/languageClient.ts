// A bundle of its own, loaded at the first letter: people who only open notes never pay for it.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { SETTINGS } from '../../server/src/protocol/names.ts';
import { connect } from './connect.ts';
import { extensionName } from './letterLanguage.ts';
import type { RunningClient } from './start.ts';

/** Starts the language server as a process of its own, and connects to it. */
export function startLanguageClient(context: ExtensionContext): Promise<RunningClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return connect(context, (options) => new LanguageClient(SETTINGS, extensionName, { run: server, debug }, options));
}
