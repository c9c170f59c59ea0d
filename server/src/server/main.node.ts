import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { answerTo } from './commandLine.ts';
import { createGate } from './protocol/gate.ts';
import { startServer } from './server.ts';

const answer = answerTo(process.argv.slice(2), version);
if (answer !== null) {
  process.stdout.write(answer);
  process.exit(0);
}

// Speaks over what the arguments name (--node-ipc, --stdio, --socket=PORT, --pipe=NAME); over stdio where they name nothing.
const TRANSPORTS = ['--node-ipc', '--stdio', '--socket', '--pipe'];
if (!process.argv.some((argument) => TRANSPORTS.some((transport) => argument.startsWith(transport)))) {
  process.argv.push('--stdio');
}

const gate = createGate();
const connection = createConnection(ProposedFeatures.all, { messageStrategy: gate.messageStrategy });

// What fails without anyone waiting for it takes nothing else down. The log names the kind of the fault: an error's
// message may hold words of a letter.
const survive = (error: unknown): void =>
  connection.console.error(`Something failed (${error instanceof Error ? error.name : typeof error}).`);
process.on('uncaughtException', survive);
process.on('unhandledRejection', survive);

startServer(connection, gate, async () => {
  const { serve, nodeHost } = await import('./main.letters.ts');
  return { serve, host: await nodeHost() };
});
