import { type ExtensionContext, type TextDocument, workspace } from 'vscode';
import { detectLetters } from './detector.ts';
import { showFindingsStatus } from './findingsStatus.ts';
import { letterLanguage } from './letterLanguage.ts';

/** A connection to the language server, as far as this side needs it. */
export interface RunningClient {
  stop(): Promise<void>;
}

/**
 * What the extension does in every host. Beside plain text only the detector runs; the first letter starts the rest.
 * @param startClient connects to the language server; called at most once
 * @returns what is to be done when the extension stops
 */
export function start(context: ExtensionContext, startClient: () => Promise<RunningClient>): () => Promise<void> {
  let client: Promise<RunningClient> | undefined;
  const opened = ({ languageId }: TextDocument) => {
    if (client !== undefined || languageId !== letterLanguage) return;
    client = startClient();
    context.subscriptions.push(showFindingsStatus());
  };

  context.subscriptions.push(workspace.onDidOpenTextDocument(opened), detectLetters(context.workspaceState));
  workspace.textDocuments.forEach(opened);
  return async () => (await client)?.stop();
}
