import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { summary } from './summary.mjs';

const STARTS = 5;
const CAPABILITIES = { textDocument: { diagnostic: {} } };

/** Start → `initialize` answered, and keystroke → diagnostics pulled, over stdio. */
export async function measureProtocol(letters, root) {
  const starts = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await start(root);
    starts.push(server.took);
    await server.stop();
  }
  const server = await start(root);
  const keystrokes = [];
  for (const [i, text] of letters.entries()) {
    const uri = `file:///letter-${i}.txt`;
    const textDocument = { uri, languageId: 'imr-determination', version: 1, text };
    await server.connection.sendNotification('textDocument/didOpen', { textDocument });
    await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    for (let version = 2; version < 12; version++) {
      const begun = performance.now();
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: 'x' }],
      });
      await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      keystrokes.push(performance.now() - begun);
    }
  }
  await server.stop();
  return [
    ['start → initialize answered', summary(starts)],
    ['keystroke → diagnostics', summary(keystrokes)],
  ];
}

async function start(root) {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/imr-language-server.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  const took = performance.now() - begun;
  await connection.sendNotification('initialized', {});
  return {
    connection,
    took,
    async stop() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
    },
  };
}
