import {
  type ClientCapabilities,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileChange } from '../config/fileChange.ts';
import { fileName, foldersUpwards } from '../config/teamFiles.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Team } from './team.ts';

/** A team's file as it stands, or as it will be created. */
export type TeamFile =
  | { readonly kind: 'text'; readonly uri: string; readonly source: string; readonly exists: boolean }
  /** It is there, and what it holds is not known. */
  | { readonly kind: 'unreadable'; readonly uri: string; readonly reason: string };

/** What a command that changes a team's file answers: the file, for the client to save. */
export interface Changed {
  readonly uri: string;
}

/** Changes the team's files by edits that the user can undo. */
export class TeamFileEditor {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #team: Team;
  folders: readonly WorkspaceFolder[] = [];
  capabilities: ClientCapabilities = {};

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, team: Team) {
    this.#connection = connection;
    this.#documents = documents;
    this.#team = team;
  }

  /** The nearest file of that name; where there is none, one in the root of the workspace folder, else beside the letter. */
  async fileFor(letter: string, name: string): Promise<TeamFile | null> {
    const nearest = await this.#team.nearest(letter, name);
    if (nearest?.kind === 'unreadable') return nearest;
    if (nearest !== null) return { ...nearest, exists: true };
    const roots = (await this.#workspaceFolders()).map(({ uri }) => (uri.endsWith('/') ? uri : `${uri}/`));
    const around = roots.filter((root) => letter.startsWith(root)).sort((a, b) => b.length - a.length);
    const beside = foldersUpwards(letter);
    const folder = around[0] ?? beside[0] ?? roots[0];
    return folder === undefined ? null : { kind: 'text', uri: `${folder}${name}`, source: '', exists: false };
  }

  /**
   * Lets the client change a file. Null where nothing was changed; unless the file says so already, the user has been told why.
   * @param nothing what is not done where nothing can be: “Nothing was put aside”
   */
  async change(
    label: string,
    nothing: string,
    file: TeamFile,
    change: (source: string) => FileChange,
  ): Promise<Changed | null> {
    const name = fileName(file.uri);
    const refuse = (reason: string): null => this.refuse(`${nothing}: ${name} cannot be changed, as ${reason}.`);
    if (file.kind === 'unreadable') return refuse(file.reason);
    const wanted = change(file.source);
    if (wanted.kind === 'unchanged') return null;
    if (wanted.kind === 'refused') return refuse(wanted.reason);
    const lines = new LineIndex(file.source);
    const edits = wanted.edits.map(({ span, newText }) => ({
      range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
      newText,
    }));
    const version = this.#documents.get(file.uri)?.version ?? null;
    const creates = this.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    const creation = { kind: 'create', uri: file.uri, options: { ignoreIfExists: true } } as const;
    const { applied } = await this.#connection.workspace.applyEdit({
      label,
      edit: {
        documentChanges: [
          ...(creates && !file.exists ? [creation] : []),
          { textDocument: { uri: file.uri, version }, edits },
        ],
      },
    });
    return applied ? { uri: file.uri } : null;
  }

  /** Tells the user why nothing was changed. */
  refuse(reason: string): null {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: reason,
    });
    return null;
  }

  async #workspaceFolders(): Promise<readonly WorkspaceFolder[]> {
    if (this.capabilities.workspace?.workspaceFolders !== true) return this.folders;
    return (await this.#connection.workspace.getWorkspaceFolders()) ?? [];
  }
}
