import { type Connection, RequestType, RequestType0, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FileText, fileText, unreadable } from '../intake/fileText.ts';
import { isLetterFile, type LetterFile } from '../intake/letterFile.ts';
import { LIST_LETTERS, type OfFile, READ_FILE, READ_LETTER } from '../protocol/messages.ts';
import type { ReadText } from '../team/teamFiles.ts';
import type { Session } from './session.ts';

/** What a client answers may be anything. */
const ReadFileRequest = new RequestType<OfFile, unknown, void>(READ_FILE);
const ListLettersRequest = new RequestType0<unknown, void>(LIST_LETTERS);
const ReadLetterRequest = new RequestType<OfFile, unknown, void>(READ_LETTER);

/** Reads what the server's own host can reach, for a client that does not read files for the server. */
export interface HostFiles {
  /** A file beside the letters. */
  readonly readText: ReadText;
  /** A letter that is not open. */
  readonly readLetter: (uri: string) => Promise<LetterFile>;
  /** The addresses of all files in some folders that may be letters. */
  readonly listLetters: (folders: readonly string[]) => Promise<readonly string[]>;
}

/** The files beside the letters, and letters that are not open. What is open in the editor counts as it is there, saved or not. */
export class Files {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #host: HostFiles;
  /** What is read is remembered only where the client reports changes. */
  readonly #remembers: boolean;
  readonly #known = new Map<string, Promise<FileText>>();

  constructor(connection: Connection, session: Session, documents: TextDocuments<TextDocument>, host: HostFiles) {
    this.#documents = documents;
    this.#host = session.readsFiles ? throughClient(connection) : host;
    this.#remembers = session.watchesFiles;
  }

  readonly read: ReadText = async (uri) => {
    const open = this.#documents.get(uri);
    if (open !== undefined) return { kind: 'text', text: open.getText() };
    const known = this.#known.get(uri);
    if (known !== undefined) return known;
    const read = this.readNow(uri);
    if (this.#remembers) this.#known.set(uri, read);
    return read;
  };

  /** As it is on the disk at this moment. */
  readonly readNow: ReadText = (uri) => this.#host.readText(uri).catch(() => unreadable('it cannot be read'));

  /** Never remembered: letters are many, and each is read once. */
  async readLetter(uri: string): Promise<LetterFile> {
    try {
      return await this.#host.readLetter(uri);
    } catch {
      return { skipped: 'unreadable' };
    }
  }

  /** The addresses of all files that may be letters; none where they cannot be had. */
  async listLetters(folders: readonly string[]): Promise<readonly string[]> {
    try {
      return await this.#host.listLetters(folders);
    } catch {
      return [];
    }
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }
}

/** A file that is not text counts as no file. */
function throughClient(connection: Connection): HostFiles {
  return {
    readText: async (uri) => fileText(await connection.sendRequest(ReadFileRequest, { uri })),
    async readLetter(uri) {
      const file: unknown = await connection.sendRequest(ReadLetterRequest, { uri });
      return isLetterFile(file) ? file : { skipped: 'unreadable' };
    },
    // The client knows the folders, and what the user excludes.
    async listLetters() {
      const uris: unknown = await connection.sendRequest(ListLettersRequest);
      return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string') : [];
    },
  };
}
