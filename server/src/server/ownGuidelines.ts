import type { Connection } from 'vscode-languageserver';
import { teamDiagnostics } from '../features/teamDiagnostics.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { GuidelineFiles, type Guidelines } from '../team/guidelineFiles.ts';
import { followPaths, type NamedFile, type Namer, noSuchFile, type RealAddress } from '../team/guidelinePaths.ts';
import type { TeamConfig } from '../team/teamConfig.ts';
import type { Located } from '../team/teamFiles.ts';
import type { FileProblem } from '../team/teamJson.ts';
import type { Files } from './files.ts';
import type { Session } from './session.ts';
import { type Team, unread } from './team.ts';
import { warnUser } from './warnUser.ts';
import { watchFile } from './watch.ts';
import type { Workspace } from './workspace.ts';

/**
 * The guideline facts that apply to a letter: the shipped ones, over them those of the user's files, over them those of
 * the team's. What is wrong in a file is published at its own address; a file that does not exist where it is named.
 */
export class OwnGuidelines {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #workspace: Workspace;
  readonly #team: Team;
  readonly #files: GuidelineFiles;
  readonly #realAddress: RealAddress;
  /** By list of files: the lists that letters have needed. */
  readonly #lists = new Map<string, readonly string[]>();
  /** By who names them and how: what became of the paths. */
  readonly #followed = new Map<string, Promise<readonly NamedFile[]>>();
  /** By file: what was published last. */
  readonly #published = new Map<string, string>();
  readonly #watched = new Set<string>();
  readonly #told = new Set<string>();

  constructor(parts: {
    readonly connection: Connection;
    readonly session: Session;
    readonly workspace: Workspace;
    readonly files: Files;
    readonly team: Team;
    readonly realAddress: RealAddress;
  }) {
    this.#connection = parts.connection;
    this.#session = parts.session;
    this.#workspace = parts.workspace;
    this.#team = parts.team;
    this.#files = new GuidelineFiles(parts.files.read);
    this.#realAddress = parts.realAddress;
  }

  /**
   * @param uri the letter's address
   * @param userFiles paths as the user's setting has them
   * @param config the team's settings for the letter
   */
  async of(uri: string, userFiles: readonly string[], config: Located<TeamConfig> | null): Promise<GuidelineCatalogue> {
    const { isTrusted, folders } = this.#workspace;
    const folder = this.#workspace.holding(uri) ?? folders[0] ?? null;
    const user = await this.#follow(userFiles, { kind: 'user', folder, isTrusted });
    const team = config === null ? [] : await this.#followTeam(config);
    const guidelines = await this.#over([...user, ...team].flatMap(({ address }) => address ?? []));
    const problemOf = (file: NamedFile): Omit<FileProblem, 'span'> | null => {
      if (file.address === null)
        return { severity: file.isRestricted ? 'information' : 'error', message: file.refusal };
      return guidelines.missing.includes(file.address) ? { severity: 'error', message: noSuchFile(file.path) } : null;
    };
    for (const file of user) {
      const problem = problemOf(file);
      // In Restricted Mode the editor itself says that something is left out.
      if (problem?.severity === 'error') this.#tell(problem.message);
    }
    if (config !== null) {
      const spans = config.file.guidelineFiles.map(({ span }) => span);
      const problems = team.flatMap((file, i) => {
        const [problem, span] = [problemOf(file), spans[i]];
        return problem === null || span === undefined ? [] : [{ ...problem, span }];
      });
      this.#team.noteUnfollowed(config.uri, problems);
    }
    return guidelines.catalogue;
  }

  async #followTeam({ uri, file }: Located<TeamConfig>): Promise<readonly NamedFile[]> {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    const root = (await this.#team.rootOf(uri)) ?? folder;
    const { isTrusted } = this.#workspace;
    return this.#follow(
      file.guidelineFiles.map(({ value }) => value),
      { kind: 'team', folder, root, isTrusted },
    );
  }

  #follow(paths: readonly string[], namer: Namer): Promise<readonly NamedFile[]> {
    const key = JSON.stringify([namer, paths]);
    const followed = this.#followed.get(key) ?? followPaths(paths, namer, this.#realAddress);
    // Where nothing reports changes, a link may have been put there since.
    if (this.#session.watchesFiles) this.#followed.set(key, followed);
    return followed;
  }

  knows(uri: string): boolean {
    return [...this.#lists.values()].some((uris) => uris.includes(uri));
  }

  /** A guideline file was opened, edited, closed, written or deleted. */
  async reread(uri: string): Promise<void> {
    this.#told.clear();
    this.#followed.clear();
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
      watchFile(this.#connection, this.#session, uri);
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
  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    warnUser(this.#connection, `The setting “imr.guidelines.files”: ${message}`);
  }
}
