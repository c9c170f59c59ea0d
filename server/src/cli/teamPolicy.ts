import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addressOf } from '../config/addresses.ts';
import { GuidelineFiles } from '../config/guidelineFiles.ts';
import type { PutAsideFile } from '../config/putAside.ts';
import { readTeamConfig, resolveSeverities, type TeamConfig } from '../config/teamConfig.ts';
import { type Located, type ReadText, TeamFiles } from '../config/teamFiles.ts';
import type { FileProblem } from '../config/teamJson.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { readText } from '../host/readFiles.ts';
import type { LetterPolicy } from '../pipeline/letterPolicy.ts';
import { RULES } from '../rules/index.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { printError, shownPath } from './output.ts';

/** Which of the team's files count. */
export interface TeamOptions {
  /** A `.imr.json` for every letter; false: none. Where it is not set, the nearest one upwards from each letter. */
  readonly config?: string | false;
  /** Whether what was put aside stays aside. */
  readonly ignore: boolean;
}

/** What applies to a letter's file. */
export interface FilePolicy extends LetterPolicy {
  /** Where its put-aside entries come from. */
  readonly putAsideFile: Located<PutAsideFile> | null;
}

/** The team's files on this machine, found and resolved as the editor does it. What is wrong in them is printed, once a file. */
export class TeamPolicy {
  readonly #options: TeamOptions;
  readonly #named: Located<TeamConfig> | null;
  readonly #read = remembering(readText);
  readonly #files = new TeamFiles(this.#read, RULE_NAMES);
  readonly #guidelines = new GuidelineFiles(this.#read);
  readonly #told = new Set<string>();

  private constructor(options: TeamOptions, named: Located<TeamConfig> | null) {
    this.#options = options;
    this.#named = named;
    if (named !== null) this.#tell(named);
  }

  /** Null where the named file cannot be read; why has been printed. */
  static async open(options: TeamOptions): Promise<TeamPolicy | null> {
    const { config } = options;
    if (typeof config !== 'string') return new TeamPolicy(options, null);
    const { href } = pathToFileURL(resolve(config));
    try {
      const source = await readText(href);
      if (source !== null)
        return new TeamPolicy(options, { uri: href, source, file: readTeamConfig(source, RULE_NAMES) });
      printError(config, 'there is no such file');
    } catch (error) {
      printError(config, `it cannot be read (${error instanceof Error ? error.message : String(error)})`);
    }
    return null;
  }

  /** @param file a letter's file, or any path in its folder */
  async of(file: string): Promise<FilePolicy> {
    const found = await this.#files.rulesFor(pathToFileURL(resolve(file)).href);
    const config = this.#options.config === undefined ? found.config : null;
    const putAside = this.#options.ignore ? found.putAside : null;
    for (const file of [config, putAside]) if (file !== null) this.#tell(file);
    const used = config ?? this.#named;
    return {
      severities: resolveSeverities({}, used?.file ?? null),
      putAside: putAside?.file.entries ?? [],
      putAsideFile: putAside,
      words: used?.file.words ?? [],
      guidelines: await this.#guidelinesOf(used),
    };
  }

  async #guidelinesOf(config: Located<TeamConfig> | null): Promise<GuidelineCatalogue> {
    const folder = config === null ? null : config.uri.slice(0, config.uri.lastIndexOf('/') + 1);
    const named = config?.file.guidelineFiles ?? [];
    const addresses = named.map(({ value }) => addressOf(value, folder) ?? value);
    const { catalogue, files, missing } = await this.#guidelines.over(addresses);
    for (const { uri, source, problems } of files) this.#tell({ uri, source, file: { problems } });
    for (const [i, { value, span }] of named.entries()) {
      if (config === null || !missing.includes(addresses[i] ?? '')) continue;
      const message = `there is no file “${value}”; its guideline facts are not used`;
      this.#tell(
        { uri: config.uri, source: config.source, file: { problems: [{ span, severity: 'error', message }] } },
        value,
      );
    }
    return catalogue;
  }

  /** @param what tells one telling about a file from another */
  #tell({ uri, source, file }: Located<{ readonly problems: readonly FileProblem[] }>, what = ''): void {
    if (this.#told.has(`${uri} ${what}`)) return;
    this.#told.add(`${uri} ${what}`);
    const lines = new LineIndex(source);
    for (const { span, severity, message } of file.problems) {
      const { line, character } = lines.positionAt(span.start);
      printError(`${shownPath(fileURLToPath(uri))}:${line + 1}:${character + 1}`, `${severity}: ${message}`);
    }
  }
}

const RULE_NAMES = RULES.map(({ name }) => name);

/** Reads each file once: a run of the command sees one state of the disk. */
function remembering(read: ReadText): ReadText {
  const known = new Map<string, Promise<string | null>>();
  return (uri) => {
    const text = known.get(uri) ?? read(uri);
    known.set(uri, text);
    return text;
  };
}
