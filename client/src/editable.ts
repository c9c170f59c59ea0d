import { type TextDocument, type Uri, workspace } from 'vscode';

/**
 * Whether a document can be edited, and so is a letter or a file beside letters. The old side of a comparison, a file's
 * history, and a pull request's file look like letters but are not: nobody corrects them, and their findings would be in
 * the Problems panel twice.
 */
export function isEditable(document: TextDocument | Uri): boolean {
  const { scheme } = 'scheme' in document ? document : document.uri;
  return alwaysEditable.has(scheme) || workspace.fs.isWritableFileSystem(scheme) === true;
}

/** An untitled document is in no file system. */
const alwaysEditable: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote']);
