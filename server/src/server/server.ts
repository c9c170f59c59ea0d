import * as library from 'vscode-languageserver';
import { version } from '../../../package.json';
import { capabilitiesFor } from './capabilities.ts';
import type { Gate } from './protocol/gate.ts';
import type { Host, serve } from './serve.ts';
import { readSession, type Session } from './session.ts';

/** Loads the script that reads letters, as the host does it, and what the host has. */
type LoadLetters = (session: Session) => Promise<{ readonly serve: typeof serve; readonly host: Host }>;

// That script has the libraries of the protocol from this one: twice, they would take twice the time, and an error of
// one would not be recognized by the other. Its imports of them are read as this name (`scripts/bundles.mjs`).
Object.assign(globalThis, { imrLanguageServerLibrary: library });

/**
 * Answers a client that initializes, at once. What reads letters (the catalogue, the lexicon, the rules) is loaded when
 * the client sends its next message, and all parts of the server are made then, from what the client says of itself.
 * @param gate the connection was made with its `messageStrategy`
 */
export function startServer(connection: library.Connection, gate: Gate, loadLetters: LoadLetters): void {
  let session: Session | null = null;
  gate.attend(connection, async () => {
    if (session === null) return;
    const { serve, host } = await loadLetters(session);
    serve(connection, session, host);
  });
  connection.onInitialize((params) => {
    session = readSession(params);
    return { serverInfo: { name: 'imr-language-server', version }, capabilities: capabilitiesFor(session) };
  });
  connection.listen();
}
