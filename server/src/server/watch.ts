import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Disposable,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { SETTINGS } from '../protocol/names.ts';
import { GUIDELINE_FILE_ENDING } from '../team/guidelineFiles.ts';
import { PUT_ASIDE_FILE } from '../team/putAside.ts';
import { TEAM_CONFIG } from '../team/teamConfig.ts';
import { fileName } from '../team/teamFiles.ts';
import type { Session } from './session.ts';

const PATTERNS = [TEAM_CONFIG, PUT_ASIDE_FILE, `*${GUIDELINE_FILE_ENDING}`].map((name) => `**/${name}`);

/** Asks the client to report all that may change what applies to a letter, as far as it can. */
export function watch({ client }: Connection, { capabilities, watchesFiles }: Session): void {
  const { workspace, textDocument } = capabilities;
  if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    lenient(client.register(DidChangeConfigurationNotification.type, { section: SETTINGS }));
  }
  if (watchesFiles) {
    const watchers = PATTERNS.map((globPattern) => ({ globPattern }));
    lenient(client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
  if (textDocument?.synchronization?.dynamicRegistration === true) {
    const documentSelector = PATTERNS.map((pattern) => ({ pattern }));
    const syncKind = TextDocumentSyncKind.Incremental;
    lenient(client.register(DidOpenTextDocumentNotification.type, { documentSelector }));
    lenient(client.register(DidChangeTextDocumentNotification.type, { documentSelector, syncKind }));
    lenient(client.register(DidCloseTextDocumentNotification.type, { documentSelector }));
  }
}

/** Asks the client to report one more file, wherever it is and whatever it is called. */
export function watchFile({ client }: Connection, { capabilities, watchesFiles }: Session, uri: string): void {
  if (!watchesFiles) return;
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const pattern = fileName(uri);
  const isRelative = capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport === true;
  const globPattern = isRelative ? { baseUri: folder, pattern } : `**/${pattern}`;
  lenient(client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] }));
}

/** Asks the client to report all files: a letter may have no ending, and of a deleted folder the client names only the folder. */
export async function watchLetters({ client }: Connection, { watchesFiles }: Session): Promise<Disposable | null> {
  if (!watchesFiles) return null;
  const watchers = [{ globPattern: '**' }];
  return client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => null);
}

/** A client that refuses reports less; nothing else fails. */
const lenient = (registered: Promise<unknown>): void => void registered.catch(() => undefined);
