import { type CustomReadonlyEditorProvider, type Disposable, window } from 'vscode';
import { type DocumentTexts, nameOf } from './documentTexts.ts';
import { faultSentence, showAgain, showOutcome } from './letterText.ts';

/**
 * Makes “Letter Text” a choice in *Reopen Editor With…* and in *Open Anyway*, for PDF and Word files: the letter’s text
 * takes the place of the editor. If there is none, the reason is shown instead.
 */
export function registerLetterTextEditor(texts: DocumentTexts): Disposable {
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
    resolveCustomEditor: async ({ uri }, panel) => {
      panel.webview.html = page(`Reading ${nameOf(uri)} …`);
      const { viewColumn } = panel;
      if (!(await showAgain(uri, viewColumn))) {
        const read = await texts.read(uri);
        if (read?.kind !== 'text') {
          panel.webview.html = page(read === null ? 'Canceled.' : faultSentence(uri, read.reason));
          return;
        }
        await showOutcome(uri, read, viewColumn);
      }
      panel.dispose();
    },
  };
  return window.registerCustomEditorProvider('imr.letterText', provider);
}

/** No script and no style of the page’s own; the editor’s colors are there. */
const page = (sentence: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>
<body><p>${sentence.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)}</p></body></html>`;
