import { type Connection, RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadText } from '../config/teamFiles.ts';

/**
 * Asks the client for a file's text; null where there is none it can read. A client that answers says so with
 * `initializationOptions.readsFiles`: it can reach file systems that the server cannot (in the browser, in a remote repository).
 */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>('imr/readFile');

/** The files beside the letters. What is open in the editor counts as it stands there, saved or not. */
export class Files {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #askClient: ReadText;
  readonly #hostReads: ReadText;
  readonly #known = new Map<string, Promise<string | null>>();
  /** Whether the client answers `ReadFileRequest`. */
  clientReads = false;
  /** Whether the client tells when a file changes: else nothing can be remembered. */
  areWatched = false;

  /** @param hostReads reads what the server's own host can reach */
  constructor(connection: Connection, documents: TextDocuments<TextDocument>, hostReads: ReadText) {
    this.#documents = documents;
    this.#askClient = (uri) => connection.sendRequest(ReadFileRequest, { uri });
    this.#hostReads = hostReads;
  }

  readonly read: ReadText = async (uri) => {
    const open = this.#documents.get(uri);
    if (open !== undefined) return open.getText();
    const known = this.#known.get(uri);
    if (known !== undefined) return known;
    const read = (this.clientReads ? this.#askClient : this.#hostReads)(uri).catch(() => null);
    if (this.areWatched) this.#known.set(uri, read);
    return read;
  };

  forget(uri: string): void {
    this.#known.delete(uri);
  }
}
