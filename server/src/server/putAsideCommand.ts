import {
  type ClientCapabilities,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { addEntries, letterName, PUT_ASIDE_FILE } from '../config/putAside.ts';
import { fileName, foldersUpwards } from '../config/teamFiles.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Letters } from './letters.ts';
import type { Team } from './team.ts';

/** What the command is called with. A client may ask the user for a reason, and add it. */
interface Request {
  readonly uri: string;
  readonly fingerprint: string;
  readonly rule: string;
  readonly reason: string;
}

/** What the command answers: the file that was changed, for the client to save. */
interface Answer {
  readonly uri: string;
}

/** Puts a finding aside: adds it to the nearest `.imr-ignore.json`, as an edit that the user can undo. */
export class PutAsideCommand {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #letters: Letters;
  readonly #team: Team;
  folders: readonly WorkspaceFolder[] = [];
  capabilities: ClientCapabilities = {};

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, letters: Letters, team: Team) {
    this.#connection = connection;
    this.#documents = documents;
    this.#letters = letters;
    this.#team = team;
  }

  /** Null where nothing was changed; the user has been told why. */
  async run(argument: unknown): Promise<Answer | null> {
    const request = readRequest(argument);
    if (request === null) return null;
    const document = this.#documents.get(request.uri);
    if (document === undefined) return null;
    const file = await this.#fileFor(request.uri);
    if (file === null)
      return this.#refuse('Save the letter first: only then can a file beside it say what is put aside.');
    const { fingerprint, rule, reason } = request;
    const letter = letterName(this.#letters.determination(document), fileName(request.uri));
    const edit = addEntries(file.source, [{ fingerprint, rule, letter, reason, date: today() }]);
    if (edit === null) {
      return this.#refuse(
        `Nothing was put aside: ${PUT_ASIDE_FILE} has mistakes. Correct them first; the Problems panel lists them.`,
      );
    }
    const lines = new LineIndex(file.source);
    const range = { start: lines.positionAt(edit.span.start), end: lines.positionAt(edit.span.end) };
    const edits = [{ range, newText: edit.newText }];
    const version = this.#documents.get(file.uri)?.version ?? null;
    const creates = this.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    const creation = { kind: 'create', uri: file.uri, options: { ignoreIfExists: true } } as const;
    const { applied } = await this.#connection.workspace.applyEdit({
      label: 'Put finding aside',
      edit: {
        documentChanges: [
          ...(creates && !file.exists ? [creation] : []),
          { textDocument: { uri: file.uri, version }, edits },
        ],
      },
    });
    return applied ? { uri: file.uri } : null;
  }

  /** The nearest file; where there is none, one in the root of the workspace folder, else beside the letter. */
  async #fileFor(letter: string): Promise<{ uri: string; source: string; exists: boolean } | null> {
    const nearest = await this.#team.nearest(letter, PUT_ASIDE_FILE);
    if (nearest !== null) return { ...nearest, exists: true };
    const roots = (await this.#workspaceFolders()).map(({ uri }) => (uri.endsWith('/') ? uri : `${uri}/`));
    const around = roots.filter((root) => letter.startsWith(root)).sort((a, b) => b.length - a.length);
    const beside = foldersUpwards(letter);
    const folder = around[0] ?? beside[0] ?? roots[0];
    return folder === undefined ? null : { uri: `${folder}${PUT_ASIDE_FILE}`, source: '', exists: false };
  }

  async #workspaceFolders(): Promise<readonly WorkspaceFolder[]> {
    if (this.capabilities.workspace?.workspaceFolders !== true) return this.folders;
    return (await this.#connection.workspace.getWorkspaceFolders()) ?? [];
  }

  #refuse(reason: string): null {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: reason,
    });
    return null;
  }
}

function readRequest(argument: unknown): Request | null {
  if (typeof argument !== 'object' || argument === null) return null;
  const members = new Map<string, unknown>(Object.entries(argument));
  const [uri, fingerprint, rule, reason = ''] = ['uri', 'fingerprint', 'rule', 'reason'].map((name) =>
    members.get(name),
  );
  const isComplete =
    typeof uri === 'string' &&
    typeof fingerprint === 'string' &&
    typeof rule === 'string' &&
    typeof reason === 'string';
  return isComplete ? { uri, fingerprint, rule, reason } : null;
}

/** The day on the user's own calendar, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
