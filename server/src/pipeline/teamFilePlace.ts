import { liesIn } from '../team/addresses.ts';
import { foldersUpwards } from '../team/teamFiles.ts';

/** What decides where something about a letter is written down. All are addresses. */
export interface TeamFileQuestion {
  readonly letter: string;
  /** What the file is called: `.imr-ignore.json`. */
  readonly name: string;
  /** The file of that name that applies to the letter, if there is one. */
  readonly nearest: string | null;
  /** The folders that are open; on the command line the current folder. */
  readonly opened: readonly string[];
}

/**
 * The address of the team's file that a decision about a letter goes to: the one that applies; where there is none, one
 * in the opened folder that holds the letter, the innermost of several; else one beside the letter. A letter that lies
 * nowhere yet takes the folder opened first. Null where there is no place.
 */
export function teamFilePlace({ letter, name, nearest, opened }: TeamFileQuestion): string | null {
  if (nearest !== null) return nearest;
  const folders = opened.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
  const folder = innermostAround(letter, folders) ?? foldersUpwards(letter)[0] ?? folders[0];
  return folder === undefined ? null : `${folder}${name}`;
}

/** The innermost of some folders that holds a letter. Addresses; a folder's ends in '/'. */
export function innermostAround(letter: string, folders: readonly string[]): string | null {
  const around = folders.filter((folder) => letter.startsWith(folder) || liesIn(letter, folder));
  return around.sort((a, b) => b.length - a.length)[0] ?? null;
}
