import {
  type ClientCapabilities,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEdit } from '../config/putAside.ts';
import { foldersUpwards } from '../config/teamFiles.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Team } from './team.ts';

/** A team's file as it stands, or as it will be created. */
export interface TeamFile {
  readonly uri: string;
  readonly source: string;
  readonly exists: boolean;
}

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
    if (nearest !== null) return { ...nearest, exists: true };
    const roots = (await this.#workspaceFolders()).map(({ uri }) => (uri.endsWith('/') ? uri : `${uri}/`));
    const around = roots.filter((root) => letter.startsWith(root)).sort((a, b) => b.length - a.length);
    const beside = foldersUpwards(letter);
    const folder = around[0] ?? beside[0] ?? roots[0];
    return folder === undefined ? null : { uri: `${folder}${name}`, source: '', exists: false };
  }

  /** Null where the client did not apply it. */
  async apply(label: string, file: TeamFile, { span, newText }: FileEdit): Promise<Changed | null> {
    const lines = new LineIndex(file.source);
    const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
    const edits = [{ range, newText }];
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
