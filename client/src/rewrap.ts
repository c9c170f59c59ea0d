import { commands, type Disposable, type Position, type TextEdit, type TextEditor, type Uri, window } from 'vscode';
import { letterLanguage } from './letterLanguage.ts';

/**
 * `IMR: Rewrap Paragraph`: rewraps the paragraph at the caret to the letter's width.
 * @param rewrapped asks the server for the edit; null where there is nothing to do
 */
export function registerRewrap(rewrapped: (letter: Uri, position: Position) => Promise<TextEdit | null>): Disposable {
  return commands.registerTextEditorCommand('imr.rewrapParagraph', (editor) => void rewrap(editor, rewrapped));
}

async function rewrap(
  editor: TextEditor,
  rewrapped: (letter: Uri, position: Position) => Promise<TextEdit | null>,
): Promise<void> {
  const { document, selection } = editor;
  if (document.languageId !== letterLanguage) return;
  const { version } = document;
  const change = await rewrapped(document.uri, selection.active);
  if (document.version !== version) return;
  if (change === null) window.setStatusBarMessage('There is no paragraph here to rewrap', 5000);
  else await editor.edit((edit) => edit.replace(change.range, change.newText));
}
