import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { readText, realAddress } from '../host/readFiles.ts';
import type { FileText } from '../intake/fileText.ts';
import type { LetterPolicy } from '../pipeline/letterPolicy.ts';
import { RULES } from '../rules/index.ts';
import { GuidelineFiles } from '../team/guidelineFiles.ts';
import { followPaths, noSuchFile } from '../team/guidelinePaths.ts';
import { nothingPutAside, PUT_ASIDE_FILE, type PutAsideFile } from '../team/putAside.ts';
import { readTeamConfig, resolveSeverities, type TeamConfig } from '../team/teamConfig.ts';
import { fileName, type Located, type ReadText, TeamFiles } from '../team/teamFiles.ts';
import type { FileProblem, JsonSpan } from '../team/teamJson.ts';
import { TeamScope } from '../team/teamScope.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { NOT_READ, type Outcome } from './exitStatus.ts';
import { printError, shownPath } from './output.ts';

/** Which of the team's files count. */
export interface TeamOptions {
  /** A `.imr.json` for every letter; false: none. Where it is not set, the nearest one upwards from each letter. */
  readonly config?: string | false;
  /** Whether what was put aside stays aside. */
  readonly ignore: boolean;
  /** Folders that were named: a team's files count up to them, as they do up to the current folder. */
  readonly folders?: readonly string[];
}

/** What applies to a letter's file. */
export interface FilePolicy extends LetterPolicy {
  /** Where its put-aside entries come from; null where there is no file yet. */
  readonly putAsideFile: Located<PutAsideFile> | 'unreadable' | null;
  /** The address of the nearest such file, whether it counts in this run or not. */
  readonly nearestPutAside: string | null;
}

/**
 * The team's files on this machine, found and resolved as the editor does it. What is wrong in them is printed, once a
 * file; one that cannot be read, or may not be, is an input that was not read.
 */
export class TeamPolicy {
  readonly #options: TeamOptions;
  readonly #outcome: Outcome;
  readonly #named: Located<TeamConfig> | null;
  readonly #read = remembering(readText);
  readonly #scope: TeamScope;
  readonly #files: TeamFiles;
  readonly #guidelines = new GuidelineFiles(this.#read);
  readonly #told = new Set<string>();

  private constructor(options: TeamOptions, outcome: Outcome, named: Located<TeamConfig> | null) {
    this.#options = options;
    this.#outcome = outcome;
    this.#named = named;
    const folders = [process.cwd(), ...(options.folders ?? [])].map(folderAddress);
    const home = folderAddress(homedir());
    this.#scope = new TeamScope(this.#read, () => ({ folders, home, isTrusted: true }));
    this.#files = new TeamFiles(this.#read, (uri) => this.#scope.rootOf(uri), RULE_NAMES);
    if (named !== null) this.#tell(named.uri, named.source, named.file.problems);
  }

  /** Null where the named file cannot be read; why has been told. */
  static async open(options: TeamOptions, outcome: Outcome): Promise<TeamPolicy | null> {
    const { config } = options;
    if (typeof config !== 'string') return new TeamPolicy(options, outcome, null);
    const { href } = pathToFileURL(resolve(config));
    const file = await readText(href);
    if (file.kind !== 'text') {
      outcome.unread(config, file.kind === 'absent' ? 'there is no such file' : file.reason);
      return null;
    }
    const { text: source } = file;
    return new TeamPolicy(options, outcome, { uri: href, source, file: readTeamConfig(source, RULE_NAMES) });
  }

  /** @param file a letter's file, or any path in its folder */
  async of(file: string): Promise<FilePolicy> {
    const found = await this.#files.rulesFor(pathToFileURL(resolve(file)).href);
    const config = this.#options.config === undefined ? found.config : null;
    const putAside = this.#options.ignore ? found.putAside : null;
    for (const each of [config, putAside]) if (each !== null) this.#tell(each.uri, each.source, each.file.problems);
    const unreadable = found.unreadable.filter(({ uri }) => this.#isAsked(uri));
    for (const { uri, reason } of unreadable) this.#tellUnread(uri, reason);
    const used = config ?? this.#named;
    return {
      severities: resolveSeverities({}, used?.file ?? null),
      putAside: putAside?.file.entriesOf ?? nothingPutAside,
      nearestPutAside: found.putAside?.uri ?? null,
      putAsideFile: unreadable.some(({ uri }) => fileName(uri) === PUT_ASIDE_FILE) ? 'unreadable' : putAside,
      words: used?.file.words ?? [],
      guidelines: await this.#guidelinesOf(used),
    };
  }

  #isAsked(uri: string): boolean {
    return fileName(uri) === PUT_ASIDE_FILE ? this.#options.ignore : this.#options.config === undefined;
  }

  async #guidelinesOf(config: Located<TeamConfig> | null): Promise<GuidelineCatalogue> {
    const named = config?.file.guidelineFiles ?? [];
    if (config === null || named.length === 0) return (await this.#guidelines.over([])).catalogue;
    const folder = config.uri.slice(0, config.uri.lastIndexOf('/') + 1);
    const root = (await this.#scope.rootOf(config.uri)) ?? folder;
    const paths = named.map(({ value }) => value);
    const followed = await followPaths(paths, { kind: 'team', folder, root, isTrusted: true }, realAddress);
    const addresses = followed.flatMap(({ address }) => address ?? []);
    const { catalogue, files, missing, unreadable } = await this.#guidelines.over(addresses);
    for (const { uri, source, problems } of files) this.#tell(uri, source, problems);
    for (const { uri, reason } of unreadable) this.#tellUnread(uri, reason);
    for (const [i, file] of followed.entries()) {
      const refusal =
        file.address === null ? file.refusal : missing.includes(file.address) ? noSuchFile(file.path) : null;
      const span = named[i]?.span;
      if (refusal !== null && span !== undefined) this.#tellRefusal(config, file.path, span, refusal);
    }
    return catalogue;
  }

  #tellRefusal({ uri, source }: Located<TeamConfig>, path: string, span: JsonSpan, message: string): void {
    this.#tell(uri, source, [{ span, severity: 'error', message }], path);
    this.#outcome.note(NOT_READ);
  }

  #tellUnread(uri: string, reason: string): void {
    if (this.#told.has(uri)) return;
    this.#told.add(uri);
    this.#outcome.unread(shownPath(fileURLToPath(uri)), reason);
  }

  /** @param what tells one telling about a file from another */
  #tell(uri: string, source: string, problems: readonly FileProblem[], what = ''): void {
    if (this.#told.has(`${uri} ${what}`)) return;
    this.#told.add(`${uri} ${what}`);
    const lines = new LineIndex(source);
    for (const { span, severity, message } of problems) {
      const { line, character } = lines.positionAt(span.start);
      printError(`${shownPath(fileURLToPath(uri))}:${line + 1}:${character + 1}`, `${severity}: ${message}`);
    }
  }
}

const folderAddress = (folder: string): string => `${pathToFileURL(resolve(folder)).href.replace(/\/$/, '')}/`;

const RULE_NAMES = RULES.map(({ name }) => name);

/** Reads each file once: a run of the command sees one state of the disk. */
function remembering(read: ReadText): ReadText {
  const known = new Map<string, Promise<FileText>>();
  return (uri) => {
    const text = known.get(uri) ?? read(uri);
    known.set(uri, text);
    return text;
  };
}
