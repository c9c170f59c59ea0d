/** Which files may be letters, by their names alone. */

/** A larger file is not a letter, in bytes: a long one has 100 000, and a file may hold many. */
export const MOST_BYTES = 10_000_000;

/** The same for people. */
export const MOST_BYTES_WORDS = '10 MB';

const LETTER_ENDING = /\.imr(?:\.txt)?$/i;
const TEXT_ENDING = /\.(?:txt|text|imr)$/i;
/** 'CM16-0213037', 'LETTER': letters often come from archives without an extension. '.profile' has one. */
const NO_ENDING = /^[^.]+$/;

/** Folders for programs' own files, where nobody keeps letters. */
const MACHINES_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'CVS', 'node_modules']);

/** Names that the manifest gives to letters, whatever they hold. */
export const isNamedAsLetter = (name: string): boolean => LETTER_ENDING.test(name);

/** A name that suggests text: if it cannot be read, somebody will want to know. */
export const isNamedAsText = (name: string): boolean => TEXT_ENDING.test(name);

/** Whether a file that is found in a folder is worth looking into. Backups (`.bak`, `~`) are not: they repeat letters. */
const mayBeLetter = (name: string): boolean => isNamedAsText(name) || NO_ENDING.test(name);

export const isSearched = (folderName: string): boolean => !MACHINES_FOLDERS.has(folderName);

/**
 * Whether a file is one to look into when a folder is searched.
 * @param path from the folder that is searched down to the file, parted by `/`
 */
export function isFoundInSearch(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return mayBeLetter(name) && folders.every(isSearched);
}
