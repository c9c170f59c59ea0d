import {
  type ConfigurationChangeEvent,
  Disposable,
  languages,
  type Memento,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  workspace,
} from 'vscode';
import { looksLikeLetter, openingLength } from './detection.ts';
import { letterLanguage } from './letterLanguage.ts';

/** An insertion of fewer UTF-16 code units is typing, or the paste of a phrase, and is not worth a look. */
const pasteLength = 200;

/**
 * Gives plain-text documents that are letters the letters' language: when they are opened, and when a letter is pasted
 * into an untitled or empty one. A document whose language the user changed is hers, also the next time it opens.
 */
export function detectLetters(memory: Memento): Disposable {
  const plainByChoice = rememberedUris(memory);
  /** Documents that close only to open again with another language. */
  const changingLanguage = new Set<string>();

  const examine = (document: TextDocument) => {
    if (document.languageId !== 'plaintext' || document.uri.scheme === 'output') return;
    if (plainByChoice.has(document) || !isEnabled(document)) return;
    const opening = document.getText(new Range(document.positionAt(0), document.positionAt(openingLength)));
    if (!looksLikeLetter(opening)) return;
    // It fails where the document was closed meanwhile: there is nothing left to do then.
    languages.setTextDocumentLanguage(document, letterLanguage).then(undefined, () => undefined);
  };

  const opened = (document: TextDocument) => {
    if (!changingLanguage.delete(document.uri.toString())) examine(document);
    else if (document.languageId === 'plaintext') plainByChoice.add(document);
    else plainByChoice.delete(document);
  };

  const closed = (document: TextDocument) => {
    if (!document.isClosed) changingLanguage.add(document.uri.toString());
    else if (document.isUntitled) plainByChoice.delete(document);
  };

  const changed = ({ document, contentChanges }: TextDocumentChangeEvent) => {
    if (document.languageId !== 'plaintext') return;
    const pasted = contentChanges.find(({ text }) => text.length >= pasteLength);
    if (pasted === undefined) return;
    const isAllThereIs = pasted.range.start.line === 0 && pasted.text.split(/\r\n|\r|\n/).length >= document.lineCount;
    if (document.isUntitled || isAllThereIs) examine(document);
  };

  const configured = (event: ConfigurationChangeEvent) => {
    if (event.affectsConfiguration('imr.detection')) workspace.textDocuments.forEach(examine);
  };

  workspace.textDocuments.forEach(examine);
  return Disposable.from(
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidCloseTextDocument(closed),
    workspace.onDidChangeTextDocument(changed),
    workspace.onDidChangeConfiguration(configured),
  );
}

function isEnabled(document: TextDocument): boolean {
  return workspace.getConfiguration('imr', document).get('detection.enabled', true);
}

/** A set of documents, kept with the workspace: the user's choice outlives the window, except for untitled documents. */
function rememberedUris(memory: Memento) {
  const key = 'plainTextByChoice';
  const most = 200;
  const uris = new Set(memory.get<string[]>(key, []));
  const keep = () => memory.update(key, [...uris].filter((uri) => !uri.startsWith('untitled:')).slice(-most));
  return {
    has: (document: TextDocument) => uris.has(document.uri.toString()),
    add: (document: TextDocument) => {
      uris.add(document.uri.toString());
      keep();
    },
    delete: (document: TextDocument) => {
      if (uris.delete(document.uri.toString())) keep();
    },
  };
}
