import { type Memento, type Uri, workspace } from 'vscode';
import { isNamedAsDocument } from '../../server/src/intake/documentText.ts';
import { type LetterFile, letterFile } from '../../server/src/intake/letterFile.ts';
import { isFoundInSearch, isNamedAsLetter, MOST_BYTES } from '../../server/src/intake/letterNames.ts';
import { leavesPlain } from './detector.ts';

/** Files of all opened folders, without what the user excludes from the Explorer. */
export interface FoundFiles {
  /** Those that may be letters, in the order of their names. */
  readonly letters: readonly Uri[];
  /** How many are PDF or Word files, which are read one by one when they are opened. */
  readonly documents: number;
}

export async function findLetterFiles(): Promise<FoundFiles> {
  const files = await workspace.findFiles('**/*');
  return {
    letters: files
      .filter((uri) => isFoundInSearch(workspace.asRelativePath(uri, false)))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    documents: files.filter(({ path }) => isNamedAsDocument(path)).length,
  };
}

/** Reads a file that is not open, if it would be a letter when it is opened. */
export async function readLetter(memory: Memento, uri: Uri): Promise<LetterFile> {
  try {
    if (!isNamedAsLetter(uri.path) && leavesPlain(memory, uri)) return { skipped: 'noLetter' };
    if ((await workspace.fs.stat(uri)).size > MOST_BYTES) return { skipped: 'tooLarge' };
    return letterFile(uri.path, await workspace.fs.readFile(uri));
  } catch {
    return { skipped: 'unreadable' };
  }
}
