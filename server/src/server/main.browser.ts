import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { createGate } from './protocol/gate.ts';
import { startServer } from './server.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & {
  readonly location: { readonly href: string };
};
/** A worker of a browser loads scripts by their addresses, and a script leaves there what it has. */
declare const importScripts: (address: string) => void;
declare const imrLetters: typeof import('./main.letters.ts');

const gate = createGate();
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
  { messageStrategy: gate.messageStrategy },
);
startServer(connection, gate, async ({ scripts }) => {
  importScripts(`${scripts ?? new URL('.', self.location.href).href}server.letters.js`);
  return { serve: imrLetters.serve, host: await imrLetters.browserHost() };
});
