import type { Connection } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { capabilitiesFor } from './capabilities.ts';
import type { Gate } from './protocol/gate.ts';
import type { Host } from './serve.ts';
import { readSession, type Session } from './session.ts';

/**
 * Answers a client that initializes, at once. What reads letters (the catalogue, the lexicon, the rules) is loaded when
 * the client says the next thing, and all parts of the server are made then, from what the client says of itself.
 * @param gate the connection was made with its `messageStrategy`
 */
export function startServer(connection: Connection, gate: Gate, loadHost: () => Promise<Host>): void {
  let session: Session | null = null;
  gate.attend(connection, async () => {
    const [{ serve }, host] = await Promise.all([import('./serve.ts'), loadHost()]);
    if (session !== null) serve(connection, session, host);
  });
  connection.onInitialize((params) => {
    session = readSession(params);
    return { serverInfo: { name: 'imr-language-server', version }, capabilities: capabilitiesFor(session) };
  });
  connection.listen();
}
