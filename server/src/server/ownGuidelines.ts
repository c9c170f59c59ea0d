import {
  type ClientCapabilities,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { addressOf } from '../config/addresses.ts';
import { GuidelineFiles, type Guidelines } from '../config/guidelineFiles.ts';
import { noSuchFile } from '../config/guidelinePaths.ts';
import type { TeamConfig } from '../config/teamConfig.ts';
import type { Located } from '../config/teamFiles.ts';
import { teamDiagnostics } from '../features/teamDiagnostics.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import type { Files } from './files.ts';
import { type Team, unread } from './team.ts';
import { watchFile } from './watch.ts';

/**
 * The guideline facts that apply to a letter: the shipped ones, over them those of the user's files, over them those of
 * the team's. What is wrong in a file is published at its own address; a file that does not exist where it is named.
 */
export class OwnGuidelines {
  readonly #connection: Connection;
  readonly #team: Team;
  readonly #files: GuidelineFiles;
  /** By list of files: the lists that letters have asked for. */
  readonly #lists = new Map<string, readonly string[]>();
  /** By file: what was published last. */
  readonly #published = new Map<string, string>();
  readonly #watched = new Set<string>();
  readonly #toldMissing = new Set<string>();
  capabilities: ClientCapabilities = {};
  folders: readonly WorkspaceFolder[] = [];

  constructor(connection: Connection, files: Files, team: Team) {
    this.#connection = connection;
    this.#team = team;
    this.#files = new GuidelineFiles(files.read);
  }

  /**
   * @param uri the letter's address
   * @param userFiles paths as the user's setting has them
   * @param config the team's settings for the letter
   */
  async of(uri: string, userFiles: readonly string[], config: Located<TeamConfig> | null): Promise<GuidelineCatalogue> {
    const teamFiles = config?.file.guidelineFiles ?? [];
    if (userFiles.length === 0 && teamFiles.length === 0) {
      if (config !== null) this.#team.noteMissing(config.uri, []);
      return (await this.#files.over([])).catalogue;
    }
    const folder = this.#folderOf(uri);
    const user = userFiles.map((path) => ({ path, address: addressOf(path, folder) }));
    const beside = config === null ? null : config.uri.slice(0, config.uri.lastIndexOf('/') + 1);
    const team = teamFiles.map(({ value, span }) => ({ path: value, span, address: addressOf(value, beside) }));
    const guidelines = await this.#over([...user, ...team].flatMap(({ address }) => address ?? []));
    const isMissing = ({ address }: { readonly address: string | null }): boolean =>
      address === null || guidelines.missing.includes(address);
    if (config !== null) {
      this.#team.noteMissing(
        config.uri,
        team.filter(isMissing).map(({ span, path }) => ({
          span,
          severity: 'error',
          message: noSuchFile(path),
        })),
      );
    }
    for (const { path } of user.filter(isMissing)) this.#tellMissing(path);
    return guidelines.catalogue;
  }

  knows(uri: string): boolean {
    return [...this.#lists.values()].some((uris) => uris.includes(uri));
  }

  /** A guideline file was opened, edited, closed, written or deleted. */
  async reread(uri: string): Promise<void> {
    this.#toldMissing.clear();
    await Promise.all([...this.#lists.values()].filter((uris) => uris.includes(uri)).map((uris) => this.#over(uris)));
  }

  async #over(uris: readonly string[]): Promise<Guidelines> {
    this.#lists.set(uris.join('\n'), uris);
    const guidelines = await this.#files.over(uris);
    for (const { uri, source, problems } of guidelines.files) this.#publish(uri, teamDiagnostics(source, problems));
    for (const uri of guidelines.missing) this.#publish(uri, []);
    for (const { uri, reason } of guidelines.unreadable) this.#publish(uri, teamDiagnostics('', [unread(reason)]));
    for (const uri of uris) {
      if (this.#watched.has(uri)) continue;
      this.#watched.add(uri);
      watchFile(this.#connection, this.capabilities, uri);
    }
    return guidelines;
  }

  #publish(uri: string, diagnostics: ReturnType<typeof teamDiagnostics>): void {
    const key = JSON.stringify(diagnostics);
    if ((this.#published.get(uri) ?? '[]') === key) return;
    this.#published.set(uri, key);
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }

  /** A setting has no place to underline. */
  #tellMissing(path: string): void {
    if (this.#toldMissing.has(path)) return;
    this.#toldMissing.add(path);
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: `The setting “imr.guidelines.files” names “${path}”, but there is no such file. Its guideline facts are not used.`,
    });
  }

  /** The address of the folder opened first, ending in '/'. */
  firstFolder(): string | null {
    return this.#folders()[0] ?? null;
  }

  #folders(): readonly string[] {
    return this.folders.map(({ uri }) => (uri.endsWith('/') ? uri : `${uri}/`));
  }

  /** The opened folder that holds the letter, ending in '/'; the first one for a letter that lies in none. */
  #folderOf(uri: string): string | null {
    return this.#folders().find((folder) => uri.startsWith(folder)) ?? this.firstFolder();
  }
}
