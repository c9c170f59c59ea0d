import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { LetterFile } from '../../server/src/intake/letterFile.ts';
import { clientOptions } from './clientOptions.ts';
import { rulePages } from './commands.ts';
import { dictionaries } from './dictionary.ts';
import { HeldFindings } from './heldFindings.ts';
import { readLetter } from './letterFiles.ts';
import type { RunningClient } from './start.ts';
import { type CheckSummary, checkLettersCommand } from './workspaceCheck.ts';

/**
 * Starts a client, the same way in every host.
 * @param create makes the host's own kind of client
 */
export async function connect(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<RunningClient> {
  const held = new HeldFindings(() => client.getFeature(DocumentDiagnosticRequest.method).refresh());
  const client = create(clientOptions(held, rulePages(context), dictionaries(context)));
  // The server asks for the team's files; here they are read wherever they lie, in a remote repository too.
  client.onRequest('imr/readFile', ({ uri }: { readonly uri: string }) => readText(Uri.parse(uri)));
  client.onRequest<LetterFile, void>('imr/readLetter', ({ uri }: { readonly uri: string }) =>
    readLetter(context.workspaceState, Uri.parse(uri)),
  );
  await client.start();
  return {
    guidelineCatalogue: (letter) => client.sendRequest<string>('imr/guidelineCatalogue', { uri: letter }),
    checkLetters: (files) =>
      client.sendRequest<CheckSummary>(ExecuteCommandRequest.method, {
        command: checkLettersCommand,
        arguments: [files.map((uri) => client.code2ProtocolConverter.asUri(uri))],
      }),
    stop: async () => {
      held.dispose();
      await client.stop();
    },
  };
}

async function readText(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
