import { type Memento, type Uri, workspace } from 'vscode';
import { isLetterWhenOpened } from './detector.ts';

/** What the server is told of a file that may be a letter. */
export type LetterFile = { readonly text: string } | { readonly skipped: 'noLetter' | 'tooLarge' | 'unreadable' };

/** What is larger is no letter, in bytes: a long one has 100 000. */
const most = 2_000_000;

/** The files of all opened folders that may be letters, in the order of their names; without what the user excludes from the Explorer. */
export async function findLetterFiles(): Promise<Uri[]> {
  const files = await workspace.findFiles('**/*.{txt,TXT,imr}');
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads a file that is not open, if it would be a letter when it is opened. */
export async function readLetter(memory: Memento, uri: Uri): Promise<LetterFile> {
  try {
    if ((await workspace.fs.stat(uri)).size > most) return { skipped: 'tooLarge' };
    const text = await decode(await workspace.fs.readFile(uri), uri);
    return isNamedLetter.test(uri.path) || isLetterWhenOpened(memory, uri, text) ? { text } : { skipped: 'noLetter' };
  } catch {
    return { skipped: 'unreadable' };
  }
}

/** The names that the manifest gives to letters, whatever they hold. */
const isNamedLetter = /\.imr(?:\.txt)?$/;

/** As VS Code decodes a file that it opens, as far as it tells. */
async function decode(bytes: Uint8Array, uri: Uri): Promise<string> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // It refuses what is no text at all.
    if (decodesAsOpened(workspace)) return Promise.resolve(workspace.decode(bytes, { uri })).catch(() => '');
    return new TextDecoder().decode(bytes);
  }
}

/** Since VS Code 1.100: by the setting “Files: Encoding”, or guessing where the user lets it guess. */
const decodesAsOpened = (
  api: object,
): api is { decode(content: Uint8Array, options: { readonly uri: Uri }): Thenable<string> } => 'decode' in api;
