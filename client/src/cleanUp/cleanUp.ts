import { commands, Disposable, Range, type TextEditor, window } from 'vscode';
import type { CleanedText } from '../../../server/src/protocol/messages.ts';
import { letterLanguage } from '../letterLanguage.ts';
import { changeBetween } from './changeBetween.ts';
import { cleanWhatIsPasted } from './paste.ts';

/** A text, or a piece of one, as plain letter text. */
export type Clean = (text: string, isFragment: boolean) => Promise<CleanedText>;

/** `IMR: Clean Up Text`, and the same for a letter that is pasted. */
export function registerCleanUp(clean: Clean): Disposable {
  return Disposable.from(
    commands.registerTextEditorCommand('imr.cleanUpText', (editor) => void cleanUp(editor, clean)),
    cleanWhatIsPasted(clean),
  );
}

async function cleanUp(editor: TextEditor, clean: Clean): Promise<void> {
  const { document } = editor;
  if (document.languageId !== letterLanguage) return;
  const { version } = document;
  const source = document.getText();
  const cleaned = await clean(source, false);
  if (document.version !== version) return;
  if (cleaned.kind === 'unsure') {
    await window.showInformationMessage(
      'This text was not changed, because cleaning it up could change how it is read.',
    );
    return;
  }
  const change = cleaned.kind === 'clean' ? null : changeBetween(source, cleaned.text);
  if (change === null) {
    window.setStatusBarMessage('There is nothing to clean up', 5000);
    return;
  }
  const range = new Range(document.positionAt(change.start), document.positionAt(change.end));
  // One edit: one press of Ctrl+Z takes it back.
  const isDone = await editor.edit((edit) => edit.replace(range, change.newText));
  if (isDone) window.setStatusBarMessage('Cleaned up. What the letter says is the same.', 5000);
}
