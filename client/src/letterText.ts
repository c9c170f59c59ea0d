import {
  commands,
  type Disposable,
  languages,
  Position,
  type TextDocument,
  Uri,
  type ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { isNamedAsDocument, missingPages } from '../../server/src/intake/documentText.ts';
import { looksLikeLetter } from '../../server/src/intake/recognition.ts';
import { type DocumentTexts, nameOf, type Outcome } from './documentTexts.ts';
import { letterLanguage } from './letterLanguage.ts';

/** The command that opens the text of PDF and Word files, each as an untitled letter beside it. */
const openLetterTextCommand = 'imr.openLetterText';

export function registerLetterText(texts: DocumentTexts): Disposable {
  return commands.registerCommand(openLetterTextCommand, async (clicked: unknown, selected: unknown) => {
    for (const uri of await chosenFiles(clicked, selected)) await openLetterText(texts, uri);
  });
}

/** What the user clicked or has selected in the Explorer, else what the editor shows, else what the user picks. */
async function chosenFiles(clicked: unknown, selected: unknown): Promise<readonly Uri[]> {
  const uris = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  const named = uris.filter((uri): uri is Uri => uri instanceof Uri);
  if (named.length > 0) return named.filter(({ path }) => isNamedAsDocument(path));
  const active = activeDocument();
  if (active !== null) return [active];
  const picked = await window.showOpenDialog({
    title: 'Open as Letter Text',
    openLabel: 'Open',
    canSelectMany: true,
    filters: { 'PDF and Word files': ['pdf', 'docx'] },
  });
  return picked ?? [];
}

/** The PDF or Word file that the active editor shows, as best it can; null where it shows none. */
export function activeDocument(): Uri | null {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (typeof input !== 'object' || input === null || !('uri' in input) || !(input.uri instanceof Uri)) return null;
  return isNamedAsDocument(input.uri.path) ? input.uri : null;
}

/** Opens the text of a file, or says why that is not possible. */
async function openLetterText(texts: DocumentTexts, uri: Uri): Promise<void> {
  if (await showAgain(uri)) return;
  const read = await texts.read(uri);
  if (read !== null) await showOutcome(uri, read);
}

export async function showOutcome(uri: Uri, read: Outcome, column?: ViewColumn): Promise<void> {
  if (read.kind === 'fault') {
    await window.showErrorMessage(faultSentence(uri, read.reason));
    return;
  }
  await showText(uri, read.text, column);
  const missing = missingPages(read);
  if (missing !== '') void window.showWarningMessage(`${nameOf(uri)}: ${missing}.`);
}

/** @param reason goes on from the file’s name */
export const faultSentence = (uri: Uri, reason: string): string => `Cannot read ${nameOf(uri)}: ${reason}.`;

/** By the address of a file, the untitled document with its text. */
const opened = new Map<string, TextDocument>();

/** Shows the text of a file that was opened before: it may have been edited since. */
export async function showAgain(uri: Uri, column?: ViewColumn): Promise<boolean> {
  const document = opened.get(uri.toString());
  if (document === undefined || document.isClosed) return false;
  await window.showTextDocument(document, { preview: false, ...(column !== undefined && { viewColumn: column }) });
  return true;
}

async function showText(original: Uri, text: string, column?: ViewColumn): Promise<void> {
  const document = await untitled(original);
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  // Whether or not letters are recognized when they are opened: the user requested this one.
  const isLetter = looksLikeLetter(text);
  const shown = isLetter ? await languages.setTextDocumentLanguage(document, letterLanguage) : document;
  await window.showTextDocument(shown, { preview: false, ...(column !== undefined && { viewColumn: column }) });
  opened.set(original.toString(), shown);
  if (!isLetter) window.setStatusBarMessage(`No IMR letter was recognized in ${nameOf(original)}`, 10_000);
}

/** An empty document that is saved beside the original, under its name; where nothing can be saved there, anywhere. */
async function untitled(original: Uri): Promise<TextDocument> {
  const isHere = workspace.workspaceFolders?.some(({ uri }) => uri.scheme === original.scheme) ?? false;
  if (!isHere && original.scheme !== 'file') return workspace.openTextDocument({ language: 'plaintext' });
  const folder = Uri.joinPath(original, '..');
  const name = nameOf(original).replace(/\.[^.]+$/, '');
  for (let count = 1; ; count++) {
    const file = Uri.joinPath(folder, count === 1 ? `${name}.txt` : `${name} ${count}.txt`);
    const uri = file.with({ scheme: 'untitled' });
    const isTaken = workspace.textDocuments.some((each) => each.uri.toString() === uri.toString());
    if (!isTaken && !(await exists(file))) return workspace.openTextDocument(uri);
  }
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
