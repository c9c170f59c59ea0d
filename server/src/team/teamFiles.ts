import type { FileText } from '../intake/fileText.ts';
import { PUT_ASIDE_FILE, type PutAsideFile, readPutAside } from './putAside.ts';
import { readTeamConfig, TEAM_CONFIG, type TeamConfig } from './teamConfig.ts';
import type { FileProblem } from './teamJson.ts';

/** Reads a file by its address. Never fails. Called again for each letter, so a slow reader should remember. */
export type ReadText = (uri: string) => Promise<FileText>;

/** The outermost folder in which the files of a team count for what lies at an address: `TeamScope.rootOf`. */
export type RootOf = (uri: string) => Promise<string | null>;

/** A team's file and where it lies. */
export interface Located<T> {
  readonly uri: string;
  readonly source: string;
  readonly file: T;
}

/** The team's files that apply to a letter: each the nearest one upward from the letter's folder. */
export interface TeamRules {
  readonly config: Located<TeamConfig> | null;
  readonly putAside: Located<PutAsideFile> | null;
  /** Those of them that are there and cannot be read. */
  readonly unreadable: readonly UnreadableFile[];
}

export interface UnreadableFile {
  readonly uri: string;
  /** Goes on from “name: ”. */
  readonly reason: string;
}

/** The nearest file of a name. */
export type Nearest = ({ readonly kind: 'text' } & Source) | ({ readonly kind: 'unreadable' } & UnreadableFile);

/** Finds and reads the team's files of letters. A file that stays the same is read once, however many letters ask. */
export class TeamFiles {
  readonly #read: ReadText;
  readonly #rootOf: RootOf;
  readonly #configs: Parsed<TeamConfig>;
  readonly #putAsides = new Parsed(readPutAside);

  constructor(read: ReadText, rootOf: RootOf, ruleNames: readonly string[]) {
    this.#read = read;
    this.#rootOf = rootOf;
    this.#configs = new Parsed((source) => readTeamConfig(source, ruleNames));
  }

  /** @param uri the letter's address */
  async rulesFor(uri: string): Promise<TeamRules> {
    const files = await Promise.all([this.nearest(uri, TEAM_CONFIG), this.nearest(uri, PUT_ASIDE_FILE)]);
    const [config, putAside] = files;
    return {
      config: config?.kind === 'text' ? this.#configs.of(config) : null,
      putAside: putAside?.kind === 'text' ? this.#putAsides.of(putAside) : null,
      unreadable: files.flatMap((file) => (file?.kind === 'unreadable' ? [file] : [])),
    };
  }

  /** What is wrong with one of the team's files; nothing where `uri` is no such file. */
  problems(uri: string, source: string): readonly FileProblem[] {
    if (fileName(uri) === TEAM_CONFIG) return this.#configs.of({ uri, source }).file.problems;
    if (fileName(uri) === PUT_ASIDE_FILE) return this.#putAsides.of({ uri, source }).file.problems;
    return [];
  }

  /** The nearest file of that name from the letter's folder upward. All candidates are asked at once: a far file system answers slowly. */
  async nearest(uri: string, name: string): Promise<Nearest | null> {
    const root = await this.#rootOf(uri);
    if (root === null) return null;
    const candidates = foldersUpwards(uri)
      .filter((folder) => folder.startsWith(root))
      .map((folder) => `${folder}${name}`);
    const files = await Promise.all(candidates.map((candidate) => this.#read(candidate)));
    for (const [i, file] of files.entries()) {
      const found = candidates[i];
      if (found === undefined || file.kind === 'absent') continue;
      // What cannot be read may be stricter than what lies farther up: that does not take its place.
      return file.kind === 'text'
        ? { kind: 'text', uri: found, source: file.text }
        : { kind: 'unreadable', uri: found, reason: file.reason };
    }
    return null;
  }
}

/** The addresses, each ending in '/', of the folder a file lies in and of those above it. None for a document that lies nowhere, such as an untitled one. */
export function foldersUpwards(uri: string): readonly string[] {
  const root = /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?\//i.exec(uri)?.[0];
  if (root === undefined) return [];
  const folders: string[] = [];
  for (let end = pathOf(uri).lastIndexOf('/'); end >= root.length - 1; end = uri.lastIndexOf('/', end - 1)) {
    folders.push(uri.slice(0, end + 1));
  }
  return folders;
}

/** The last part of an address, in plain characters. */
export function fileName(uri: string): string {
  const path = pathOf(uri);
  const encoded = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

export const isTeamFile = (uri: string): boolean => [TEAM_CONFIG, PUT_ASIDE_FILE].includes(fileName(uri));

interface Source {
  readonly uri: string;
  readonly source: string;
}

/** The last reading of each file. */
class Parsed<T> {
  readonly #parse: (source: string) => T;
  readonly #files = new Map<string, Located<T>>();

  constructor(parse: (source: string) => T) {
    this.#parse = parse;
  }

  of({ uri, source }: Source): Located<T> {
    const known = this.#files.get(uri);
    if (known?.source === source) return known;
    const located = { uri, source, file: this.#parse(source) };
    this.#files.set(uri, located);
    return located;
  }
}

/** Without the query and the fragment that some file systems append. */
const pathOf = (uri: string): string => /^[^?#]*/.exec(uri)?.[0] ?? uri;
