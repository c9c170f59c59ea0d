import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { readText, realAddress } from '../host/readFiles.ts';
import type { FileText } from '../intake/fileText.ts';
import type { LetterPolicy } from '../pipeline/letterPolicy.ts';
import { RULES } from '../rules/index.ts';
import { GuidelineFiles } from '../team/guidelineFiles.ts';
import { followPaths, noSuchFile } from '../team/guidelinePaths.ts';
import { PUT_ASIDE_FILE, type PutAsideFile } from '../team/putAside.ts';
import { readTeamConfig, resolveSeverities, type TeamConfig } from '../team/teamConfig.ts';
import { fileName, type Located, type ReadText, TeamFiles } from '../team/teamFiles.ts';
import type { FileProblem } from '../team/teamJson.ts';
import { TeamScope } from '../team/teamScope.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { NOT_READ, type Outcome } from './exitStatus.ts';
import { printError, shownPath } from './output.ts';
import { type PolicyText, policyText } from './policyText.ts';

/** Which of the team's files count. */
export interface TeamOptions {
  /** A `.imr.json` for every letter; false: none. Where it is not set, the nearest one in each letter's folder or above. */
  readonly config?: string | false;
  /** Whether what was put aside stays aside. */
  readonly ignore: boolean;
  /** Folders that were named: a team's files count up to them, as they do up to the current folder. */
  readonly folders?: readonly string[];
}

/** What applies to a letter's file. */
export interface FilePolicy extends Pick<LetterPolicy, 'severities' | 'guidelines'> {
  /** All of it, for whichever thread checks the letter. */
  readonly text: PolicyText;
  /** Where its put-aside entries come from; null where there is no file yet. */
  readonly putAsideFile: Located<PutAsideFile> | 'unreadable' | null;
  /** The address of the nearest such file, whether it counts in this run or not. */
  readonly nearestPutAside: string | null;
  /** What is wrong in the team's files. */
  readonly notices: readonly Notice[];
}

/** Something to report about a team's file, once. */
type Notice =
  | { readonly kind: 'unread'; readonly uri: string; readonly reason: string }
  | {
      readonly kind: 'problems';
      readonly uri: string;
      readonly source: string;
      readonly problems: readonly FileProblem[];
      /** The path of a file that it names and that is not read; empty where the problems are its own. */
      readonly path: string;
    };

/**
 * The team's files on this machine, found and resolved as the editor does it. What is wrong in them is printed, once for each
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
  /** By folder: files of one folder have one policy. */
  readonly #policies = new Map<string, Promise<FilePolicy>>();
  /** By the addresses of the files that a policy is made of. */
  readonly #texts = new Map<string, PolicyText>();
  readonly #rulesOff = new Set<string>();
  readonly #told = new Set<string>();

  private constructor(options: TeamOptions, outcome: Outcome, named: Located<TeamConfig> | null) {
    this.#options = options;
    this.#outcome = outcome;
    this.#named = named;
    const folders = [process.cwd(), ...(options.folders ?? [])].map(folderAddress);
    const home = folderAddress(homedir());
    this.#scope = new TeamScope(this.#read, () => ({ folders, home, isTrusted: true }));
    this.#files = new TeamFiles(this.#read, (uri) => this.#scope.rootOf(uri), RULE_NAMES);
    if (named !== null) this.#reportOne(problemsOf(named));
  }

  /** Null where the named file cannot be read; the reason has been reported. */
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

  /**
   * What is wrong in the files is reported by `tell`, at the first letter that it concerns.
   * @param file a letter's file, or any path in its folder
   */
  of(file: string): Promise<FilePolicy> {
    const folder = dirname(resolve(file));
    const known = this.#policies.get(folder) ?? this.#find(file);
    this.#policies.set(folder, known);
    return known;
  }

  /** Reports what is wrong in the team's files, each once. */
  tell({ notices, severities }: FilePolicy): void {
    for (const notice of notices) this.#reportOne(notice);
    for (const [rule, severity] of Object.entries(severities)) if (severity === 'off') this.#rulesOff.add(rule);
  }

  /** Rules that are off for a letter and have been reported, by name. */
  get rulesOff(): readonly string[] {
    return [...this.#rulesOff].sort();
  }

  async #find(file: string): Promise<FilePolicy> {
    const found = await this.#files.rulesFor(pathToFileURL(resolve(file)).href);
    const config = this.#options.config === undefined ? found.config : null;
    const putAside = this.#options.ignore ? found.putAside : null;
    const unreadable = found.unreadable.filter(({ uri }) => this.#isAsked(uri));
    const used = config ?? this.#named;
    const { guidelines, files, notices } = await this.#guidelinesOf(used);
    const severities = resolveSeverities({}, used?.file ?? null);
    const portable = {
      severities,
      putAside: putAside?.file.entries ?? [],
      words: used?.file.words ?? [],
      guidelineFiles: files,
    };
    const key = [used?.uri, putAside?.uri].join(' ');
    const text = this.#texts.get(key) ?? policyText(this.#texts.size, portable);
    this.#texts.set(key, text);
    return {
      severities,
      guidelines,
      text,
      nearestPutAside: found.putAside?.uri ?? null,
      putAsideFile: unreadable.some(({ uri }) => fileName(uri) === PUT_ASIDE_FILE) ? 'unreadable' : putAside,
      notices: [
        ...[config, putAside].flatMap((each) => (each === null ? [] : problemsOf(each))),
        ...unreadable.map(({ uri, reason }) => unread(uri, reason)),
        ...notices,
      ],
    };
  }

  #isAsked(uri: string): boolean {
    return fileName(uri) === PUT_ASIDE_FILE ? this.#options.ignore : this.#options.config === undefined;
  }

  /** `files`: the texts of those that count, in the order in which they are laid over each other. */
  async #guidelinesOf(config: Located<TeamConfig> | null): Promise<{
    readonly guidelines: GuidelineCatalogue;
    readonly files: readonly string[];
    readonly notices: readonly Notice[];
  }> {
    const named = config?.file.guidelineFiles ?? [];
    if (config === null || named.length === 0) {
      return { guidelines: (await this.#guidelines.over([])).catalogue, files: [], notices: [] };
    }
    const folder = config.uri.slice(0, config.uri.lastIndexOf('/') + 1);
    const root = (await this.#scope.rootOf(config.uri)) ?? folder;
    const paths = named.map(({ value }) => value);
    const followed = await followPaths(paths, { kind: 'team', folder, root, isTrusted: true }, realAddress);
    const addresses = followed.flatMap(({ address }) => address ?? []);
    const { catalogue, files, missing, unreadable } = await this.#guidelines.over(addresses);
    const refused = followed.flatMap((file, i): readonly Notice[] => {
      const refusal =
        file.address === null ? file.refusal : missing.includes(file.address) ? noSuchFile(file.path) : null;
      const span = named[i]?.span;
      if (refusal === null || span === undefined) return [];
      const { uri, source } = config;
      return [
        { kind: 'problems', uri, source, problems: [{ span, severity: 'error', message: refusal }], path: file.path },
      ];
    });
    return {
      guidelines: catalogue,
      files: files.map(({ source }) => source),
      notices: [
        ...files.map(({ uri, source, problems }): Notice => ({ kind: 'problems', uri, source, problems, path: '' })),
        ...unreadable.map(({ uri, reason }) => unread(uri, reason)),
        ...refused,
      ],
    };
  }

  #reportOne(notice: Notice): void {
    const key = notice.kind === 'unread' ? notice.uri : `${notice.uri} ${notice.path}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const path = shownPath(fileURLToPath(notice.uri));
    if (notice.kind === 'unread') {
      this.#outcome.unread(path, notice.reason);
      return;
    }
    const lines = new LineIndex(notice.source);
    for (const { span, severity, message } of notice.problems) {
      const { line, character } = lines.positionAt(span.start);
      printError(`${path}:${line + 1}:${character + 1}`, `${severity}: ${message}`);
    }
    if (notice.path !== '') this.#outcome.note(NOT_READ);
  }
}

const problemsOf = ({ uri, source, file }: Located<{ readonly problems: readonly FileProblem[] }>): Notice => ({
  kind: 'problems',
  uri,
  source,
  problems: file.problems,
  path: '',
});

const unread = (uri: string, reason: string): Notice => ({ kind: 'unread', uri, reason });

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
