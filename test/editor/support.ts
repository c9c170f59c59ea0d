import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A file of the folder that is open: a copy of test/editor/workspace. */
export function file(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the tests need a folder to be open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** A fresh copy of one of those files, under another name: VS Code remembers what was done to a document. */
export async function copyOf(name: string): Promise<vscode.Uri> {
  copies += 1;
  const copy = file(`copy-${copies}-${name}`);
  await vscode.workspace.fs.copy(file(name), copy, { overwrite: true });
  return copy;
}

let copies = 0;

/** Opens a copy of a file in an editor, as a click in the Explorer does. */
export async function open(name: string): Promise<vscode.TextDocument> {
  return openUri(await copyOf(name));
}

/** Unlike `openTextDocument` it holds no document back once its editor closes. */
export async function openUri(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri);
  const editor = await eventually(
    'the editor',
    () => vscode.window.activeTextEditor,
    (active) => active?.document.uri.toString() === uri.toString(),
  );
  assert.ok(editor);
  return editor.document;
}

/** Closes every editor, without asking about what is unsaved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Waits until `read` gives what `holds` accepts; fails with the last value read. */
export async function eventually<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  holds: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 8000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) assert.fail(`${what}: still ${JSON.stringify(value)}`);
    await sleep(25);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Resolves when the server has answered all that was asked of it about a document until now: it answers in turn. What has
 * not shown by then does not come.
 */
export async function answered({ uri }: vscode.TextDocument): Promise<void> {
  await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(0, 0));
}

export async function becomesLetter(document: vscode.TextDocument): Promise<void> {
  await eventually(
    'its language',
    () => document.languageId,
    (id) => id === 'imr-determination',
  );
}

export function staysPlain(document: vscode.TextDocument): Promise<void> {
  return staysIn(document, 'plaintext');
}

/** Documents are looked at one after the other: once a later one has become a letter, this one has been decided on. */
export async function staysIn(document: vscode.TextDocument, language: string): Promise<void> {
  const later = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
  const letter = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('clean.txt')));
  await insert(later, new vscode.Position(0, 0), letter);
  await becomesLetter(later);
  assert.equal(document.languageId, language);
}

/** Types or pastes into a document, as one edit. */
export async function insert(document: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Replaces one text of a document by another. */
export async function replace(
  document: vscode.TextDocument,
  text: string,
  by: string,
  from?: vscode.Position,
): Promise<void> {
  const start = positionOf(document, text, from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + text.length)), by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Where a text first is in a document, or in what follows `from`. */
export function positionOf(document: vscode.TextDocument, text: string, from?: vscode.Position): vscode.Position {
  const offset = document.getText().indexOf(text, from === undefined ? 0 : document.offsetAt(from));
  assert.ok(offset >= 0, `the document has no ‘${text}’`);
  return document.positionAt(offset);
}
