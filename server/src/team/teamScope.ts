/** How far up a team's files are sought. */
import { isSameHost, liesIn } from './addresses.ts';
import { foldersUpwards, type ReadText } from './teamFiles.ts';

export interface ScopeOptions {
  /** Folders that are opened, or that were named: addresses, each ending in '/'. */
  readonly folders: readonly string[];
  /** The user's own folder, an address ending in '/'; null where it is not known. */
  readonly home: string | null;
  /** A folder that is not trusted is not left. */
  readonly isTrusted: boolean;
}

/**
 * A team's file counts for what lies in the same opened folder or in the same repository: never one from farther up,
 * which someone else may have put there. Where an opened folder is part of a repository, the repository's root is the
 * end, so that the editor and the command line find the same file. A repository that is the user's home, or holds it, is
 * none of letters. For a letter in no opened folder and no repository, only its own folder counts.
 */
export class TeamScope {
  readonly #read: ReadText;
  readonly #options: () => ScopeOptions;
  /** By folder: whether it is the root of a repository. Not forgotten: after making a repository of an opened folder, one opens it again. */
  readonly #repositories = new Map<string, Promise<boolean>>();

  constructor(read: ReadText, options: () => ScopeOptions) {
    this.#read = read;
    this.#options = options;
  }

  /** The outermost folder, an address ending in '/'. Null for a document that lies nowhere, such as an untitled one. */
  async rootOf(uri: string): Promise<string | null> {
    const upwards = foldersUpwards(uri);
    const [own] = upwards;
    if (own === undefined) return null;
    const { folders, home, isTrusted } = this.#options();
    const opened = upwards.findLast((folder) => folders.some((each) => isSame(each, folder))) ?? own;
    if (!isTrusted) return opened;
    // Elsewhere a repository is opened whole, and asking is slow.
    const around = upwards
      .slice(upwards.indexOf(opened))
      .filter((folder) => isOnDisk(folder) && !holdsHome(folder, home));
    const answers = await Promise.all(around.map((folder) => this.#isRepository(folder)));
    return around[answers.indexOf(true)] ?? opened;
  }

  #isRepository(folder: string): Promise<boolean> {
    const known = this.#repositories.get(folder) ?? this.#askWhether(folder);
    this.#repositories.set(folder, known);
    return known;
  }

  /** In a work tree `.git` is a file. */
  async #askWhether(folder: string): Promise<boolean> {
    const files = await Promise.all(['.git/HEAD', '.git'].map((name) => this.#read(`${folder}${name}`)));
    return files.some(({ kind }) => kind === 'text');
  }
}

/** One folder, in whatever way its address is written. */
const isSame = (a: string, b: string): boolean => a === b || (liesIn(a, b) && liesIn(b, a));

const isOnDisk = (folder: string): boolean => /^file:/i.test(folder);

const holdsHome = (folder: string, home: string | null): boolean =>
  home !== null && isSameHost(home, folder) && liesIn(home, folder);
