import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { readLetter, readText, realAddress } from '../host/readFiles.ts';
import { rulePage } from '../host/rulePages.ts';
import { readWordList } from '../host/wordLists.ts';
import { startServer } from './server.ts';

// Speaks over whatever it is asked for (--node-ipc, --stdio, --socket=PORT, --pipe=NAME); over stdio where it is asked for nothing.
const TRANSPORTS = ['--node-ipc', '--stdio', '--socket', '--pipe'];
if (!process.argv.some((argument) => TRANSPORTS.some((transport) => argument.startsWith(transport)))) {
  process.argv.push('--stdio');
}

startServer(createConnection(ProposedFeatures.all), {
  name: 'imr-language-server',
  version,
  rulePage,
  readText,
  realAddress,
  home: `${pathToFileURL(homedir()).href}/`,
  readLetter,
  // They always lie beside this bundle.
  wordListsIn: () => readWordList,
});
