import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { fetchWordLists } from '../host/wordLists.browser.ts';
import { ABSENT } from '../intake/fileText.ts';
import { createGate } from './protocol/gate.ts';
import { startServer } from './server.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & {
  readonly location: { readonly href: string };
};

const { href } = self.location;
const ownFolder = href.slice(0, href.lastIndexOf('/') + 1);
const gate = createGate();
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  { messageStrategy: gate.messageStrategy },
);
startServer(connection, gate, {
  name: 'imr-language-server',
  version,
  rulePage: (rule) => `docs/rules/${rule}.md`,
  // A worker reaches no files: its client reads them.
  readText: () => Promise.resolve(ABSENT),
  realAddress: () => Promise.resolve(null),
  home: null,
  readLetter: () => Promise.resolve({ skipped: 'unreadable' }),
  wordListsIn: (folder) => fetchWordLists(folder ?? `${ownFolder}dictionaries/`),
});
