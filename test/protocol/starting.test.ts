import { expect, it } from 'vitest';
import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { CLEAN_LETTER as LETTER } from '../support/letters.ts';
import { PULL, start } from './support/client.ts';

const URI = 'file:///letters/invented.txt';

it('answers in order what a client says before it has heard that the server is there', async () => {
  // All at once, as a client does that waits for nothing.
  const { connection, stop, process: child } = start();
  const answers = [
    connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: PULL }),
    connection.sendNotification(InitializedNotification.type, {}),
    connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: URI, languageId: 'imr-determination', version: 1, text: LETTER },
    }),
    connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: LETTER.replace(': Upheld', '') }],
    }),
    connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: URI } }),
    connection.sendRequest(ShutdownRequest.type),
  ];
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  expect(await Promise.all(answers)).toMatchObject({
    0: { serverInfo: { name: 'imr-language-server' } },
    4: { kind: 'full', items: [{ code: 'missing-decision' }] },
    5: null,
  });
  expect(await stop()).toBe(0);
  expect(errors).toBe('');
});
