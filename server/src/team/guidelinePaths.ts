/** Which of the guideline files that are named somewhere are read: those that may be. The others are reported, never opened. */
import { addressOf, isLocal, isSameHost, liesIn } from './addresses.ts';
import { fileName } from './teamFiles.ts';

/** The address at which a file really is, all links followed; null where that is unknown, or there is no such file. */
export type RealAddress = (uri: string) => Promise<string | null>;

/** Who names a file. */
export type Namer =
  /** A team's file. `folder` it lies in; `root`: the outermost folder that it is for. Both end in '/'. */
  | { readonly kind: 'team'; readonly folder: string; readonly root: string; readonly isTrusted: boolean }
  /** A setting. `folder`: the opened folder that holds the letter; null where none does. */
  | { readonly kind: 'user'; readonly folder: string | null; readonly isTrusted: boolean };

/** A named file: where it lies, or the sentence that says why it is not read. */
export type NamedFile =
  | { readonly path: string; readonly address: string }
  | {
      readonly path: string;
      readonly address: null;
      readonly refusal: string;
      /** It would be read in a folder that is trusted: nothing is wrong with it. */
      readonly isRestricted: boolean;
    };

/** @param paths as they are written */
export async function followPaths(
  paths: readonly string[],
  namer: Namer,
  realAddress: RealAddress,
): Promise<readonly NamedFile[]> {
  return Promise.all(
    paths.map(async (path, index): Promise<NamedFile> => {
      const refuse = (refusal: string, isRestricted = false): NamedFile => ({
        path,
        address: null,
        refusal,
        isRestricted,
      });
      if (index >= MOST_FILES) return refuse(`“${path}” is not read: at most ${MOST_FILES} guideline files are.`);
      const address = addressOf(path, namer.folder);
      if (address === null) return refuse(noSuchFile(path));
      const isRemote =
        namer.folder === null ? !isLocal(address) : !isSameHost(address, namer.folder) && !isOwn(address, namer);
      if (isRemote) {
        return refuse(
          `“${path}” is not on this machine. Guideline files are never fetched from elsewhere: save a copy here.`,
        );
      }
      if (!namer.isTrusted && (namer.kind === 'team' || isIn(address, namer.folder))) {
        return refuse(`“${path}” is not read in Restricted Mode. Trust the folder to use its guideline facts.`, true);
      }
      if (namer.kind === 'user') return { path, address };
      if (!liesIn(address, namer.root)) {
        return refuse(
          `“${path}” is outside “${folderName(namer.root)}”, the folder that this file is for, so it is not read. Move it into that folder.`,
        );
      }
      const [file, root] = await Promise.all([realAddress(address), realAddress(namer.root)]);
      if (file !== null && root !== null && !liesIn(file, root)) {
        return refuse(
          `“${path}” is a link to a place outside “${folderName(namer.root)}”, so it is not read. Put the file itself there.`,
        );
      }
      return { path, address };
    }),
  );
}

export const noSuchFile = (path: string): string => `There is no file “${path}”. Its guideline facts are not used.`;

/** The most files that a list may name. */
const MOST_FILES = 100;

/** A user may name a file of her own machine whatever folder is open. */
const isOwn = (address: string, { kind }: Namer): boolean => kind === 'user' && isLocal(address);

const isIn = (address: string, folder: string | null): boolean => folder !== null && liesIn(address, folder);

const folderName = (folder: string): string => fileName(folder.replace(/\/$/, '')) || folder;
