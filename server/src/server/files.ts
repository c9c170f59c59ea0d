import { type Connection, RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadText } from '../config/teamFiles.ts';
import type { LetterFile } from '../intake/letterFile.ts';

/**
 * Asks the client for a file's text; null where there is none it can read. A client that answers says so with
 * `initializationOptions.readsFiles`: it can reach file systems that the server cannot (in the browser, in a remote repository).
 */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>('imr/readFile');

/**
 * Asks the client for the text of a letter that is not open. It decides what a letter is, as it does when a file is
 * opened. The same clients answer it as answer `ReadFileRequest`.
 */
export const ReadLetterRequest = new RequestType<{ readonly uri: string }, LetterFile, void>('imr/readLetter');

/** Reads what the server's own host can reach, for a client that does not read files for the server. */
export interface HostFiles {
  /** A file beside the letters; null where there is none. */
  readonly readText: ReadText;
  /** A letter that is not open. */
  readonly readLetter: (uri: string) => Promise<LetterFile>;
}

/** The files beside the letters, and letters that are not open. What is open in the editor counts as it stands there, saved or not. */
export class Files {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #askClient: ReadText;
  readonly #hostReads: ReadText;
  readonly #askForLetter: (uri: string) => Promise<LetterFile>;
  readonly #hostReadsLetter: (uri: string) => Promise<LetterFile>;
  readonly #known = new Map<string, Promise<string | null>>();
  /** Whether the client answers `ReadFileRequest` and `ReadLetterRequest`. */
  clientReads = false;
  /** Whether the client tells when a file changes: else nothing can be remembered. */
  areWatched = false;

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, host: HostFiles) {
    this.#documents = documents;
    this.#askClient = (uri) => connection.sendRequest(ReadFileRequest, { uri });
    this.#hostReads = host.readText;
    this.#hostReadsLetter = host.readLetter;
    this.#askForLetter = (uri) => connection.sendRequest(ReadLetterRequest, { uri });
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

  /** Never remembered: letters are many, and each is read once. */
  async readLetter(uri: string): Promise<LetterFile> {
    try {
      return await (this.clientReads ? this.#askForLetter : this.#hostReadsLetter)(uri);
    } catch {
      return { skipped: 'unreadable' };
    }
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }
}
