import type { ClientCapabilities, InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/initialization.ts';

/** What the client said when it initialized. Every part of the server is made from it, and it never changes. */
export interface Session {
  readonly capabilities: ClientCapabilities;
  /** The folders that were open then. */
  readonly folders: readonly WorkspaceFolder[];
  /** False where the client says that it does not trust them; for a client without a notion of trust, they are trusted. */
  readonly isTrusted: boolean;
  /** The client pulls diagnostics; to another they are pushed. */
  readonly pulls: boolean;
  /** The client answers `READ_FILE`, `READ_LETTER`, and `OPEN_FILE`. */
  readonly readsFiles: boolean;
  /** The client reports when a file changes: else nothing that was read can be remembered. */
  readonly watchesFiles: boolean;
  /** The client has the command that opens a rule's page. */
  readonly explainsRules: boolean;
  /** The client has the command that adds a word to the user's own dictionary. */
  readonly keepsUserWords: boolean;
  /** The client has the command that asks how far to turn a rule down. */
  readonly turnsRulesDown: boolean;
  /** The client has the command that reopens a file with another encoding. */
  readonly reopensWithEncoding: boolean;
  /** The client carries out edits, so that the server's commands can change a team's file. */
  readonly appliesEdits: boolean;
  /** The folder with the pages of the rules, an address ending in '/'; null: the host's own. */
  readonly rulePages: string | null;
  /** The folder with the server's scripts and what lies beside them, an address ending in '/'; null: the host knows it. */
  readonly scripts: string | null;
}

/** Total: what a client says that is not understood counts as not said. */
export function readSession({ capabilities, initializationOptions, workspaceFolders }: InitializeParams): Session {
  const options: ReadonlyMap<string, unknown> = new Map(
    typeof initializationOptions === 'object' && initializationOptions !== null
      ? Object.entries(initializationOptions)
      : [],
  );
  const said = (name: keyof InitializationOptions): unknown => options.get(name);
  const text = (name: keyof InitializationOptions): string | null => {
    const option = said(name);
    return typeof option === 'string' ? option : null;
  };
  return {
    capabilities,
    folders: workspaceFolders ?? [],
    isTrusted: said('isTrusted') !== false,
    pulls: capabilities.textDocument?.diagnostic != null,
    readsFiles: said('readsFiles') === true,
    watchesFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    explainsRules: said('explainsRules') === true,
    keepsUserWords: said('keepsUserWords') === true,
    turnsRulesDown: said('turnsRulesDown') === true,
    reopensWithEncoding: said('reopensWithEncoding') === true,
    appliesEdits: capabilities.workspace?.applyEdit === true,
    rulePages: text('rulePages'),
    scripts: text('scripts'),
  };
}
