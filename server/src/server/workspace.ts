import type { WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { innermostAround } from '../pipeline/teamFilePlace.ts';
import type { ScopeOptions } from '../team/teamScope.ts';
import type { Session } from './session.ts';

/** The folders that are open, and whether the user trusts them. */
export class Workspace implements ScopeOptions {
  readonly home: string | null;
  #folders: readonly string[];
  #isTrusted: boolean;

  /** @param home the user's own folder, an address ending in '/'; null where it is not known */
  constructor(home: string | null, { folders, isTrusted }: Session) {
    this.home = home;
    this.#folders = folders.map(address);
    this.#isTrusted = isTrusted;
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(address));
    this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(address)];
  }

  trust(): void {
    this.#isTrusted = true;
  }

  /** Addresses, each ending in '/'. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  /** The innermost open folder that holds a letter. */
  holding(uri: string): string | null {
    return innermostAround(uri, this.#folders);
  }
}

const address = ({ uri }: WorkspaceFolder): string => (uri.endsWith('/') ? uri : `${uri}/`);
