import { type Connection, RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileText } from '../intake/fileText.ts';
import { teamFilePlace } from '../pipeline/teamFilePlace.ts';
import type { ChangedFile } from '../protocol/commands.ts';
import { type OfFile, OPEN_FILE } from '../protocol/messages.ts';
import type { FileChange, FileEdit } from '../team/fileChange.ts';
import { fileName } from '../team/teamFiles.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Files } from './files.ts';
import type { Session } from './session.ts';
import type { Team } from './team.ts';
import { warnUser } from './warnUser.ts';
import type { Workspace } from './workspace.ts';

const OpenFileRequest = new RequestType<OfFile, unknown, void>(OPEN_FILE);

/** Changes the team's files by edits that the user can undo. */
export class TeamFileEditor {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #files: Files;
  readonly #team: Team;
  readonly #workspace: Workspace;

  constructor(parts: {
    readonly connection: Connection;
    readonly session: Session;
    readonly documents: TextDocuments<TextDocument>;
    readonly files: Files;
    readonly team: Team;
    readonly workspace: Workspace;
  }) {
    this.#connection = parts.connection;
    this.#session = parts.session;
    this.#documents = parts.documents;
    this.#files = parts.files;
    this.#team = parts.team;
    this.#workspace = parts.workspace;
  }

  /** The address of the file of that name in which a decision about a letter is written down. */
  async fileFor(letter: string, name: string): Promise<string | null> {
    const nearest = await this.#team.nearest(letter, name);
    return teamFilePlace({ letter, name, nearest: nearest?.uri ?? null, opened: this.#workspace.folders });
  }

  /**
   * Lets the client change a file. Null where nothing was changed; unless the file says so already, a message has said why.
   * @param nothing what is not done where nothing can be: “Nothing was put aside”
   * @param change is given the file's text, empty where there is no file yet
   */
  async change(
    label: string,
    nothing: string,
    uri: string,
    change: (source: string) => FileChange,
  ): Promise<ChangedFile> {
    const refuse = (reason: string): null =>
      this.refuse(`${nothing}: ${fileName(uri)} cannot be changed, because ${reason}.`);
    for (let i = 0; i < MOST_TRIES; i++) {
      const file = await this.#newest(uri);
      if (file.kind === 'unreadable') return refuse(file.reason);
      const source = file.kind === 'text' ? file.text : '';
      const wanted = change(source);
      if (wanted.kind === 'unchanged') return null;
      if (wanted.kind === 'refused') return refuse(wanted.reason);
      if (await this.#apply(label, { uri, source, exists: file.kind === 'text' }, wanted.edits)) return { uri };
    }
    return refuse('the editor did not accept the change; try again');
  }

  /** As it is in the editor, else as it is on the disk at this moment: an edit of what it was would spoil it. */
  async #newest(uri: string): Promise<FileText> {
    if (this.#documents.get(uri) === undefined && this.#session.readsFiles) {
      await this.#connection.sendRequest(OpenFileRequest, { uri }).catch(() => undefined);
    }
    const open = this.#documents.get(uri);
    return open === undefined ? this.#files.readNow(uri) : { kind: 'text', text: open.getText() };
  }

  async #apply(
    label: string,
    { uri, source, exists }: { readonly uri: string; readonly source: string; readonly exists: boolean },
    edits: readonly FileEdit[],
  ): Promise<boolean> {
    const lines = new LineIndex(source);
    const textEdits = edits.map(({ span, newText }) => ({
      range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
      newText,
    }));
    const version = this.#documents.get(uri)?.version ?? null;
    const creates =
      this.#session.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    const creation = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
    const documentChanges = [
      ...(creates && !exists ? [creation] : []),
      { textDocument: { uri, version }, edits: textEdits },
    ];
    try {
      const answer: unknown = await this.#connection.workspace.applyEdit({ label, edit: { documentChanges } });
      return typeof answer === 'object' && answer !== null && 'applied' in answer && answer.applied === true;
    } catch {
      // A client that fails to change the file refuses it: that is no fault of the server's.
      return false;
    }
  }

  /** Shows the user why nothing was changed. */
  refuse(reason: string): null {
    warnUser(this.#connection, reason);
    return null;
  }
}

const MOST_TRIES = 2;
