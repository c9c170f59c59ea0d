import {
  type ConfigurationChangeEvent,
  Disposable,
  languages,
  type Memento,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  type Uri,
  workspace,
} from 'vscode';
import { looksLikeLetter, OPENING_LENGTH } from '../../server/src/intake/recognition.ts';
import { letterLanguage } from './letterLanguage.ts';

/** How long after the last change a document that began empty is looked at, in milliseconds. */
const pause = 200;

/**
 * Gives plain-text documents that are letters the letters' language: when they are opened, and when a letter is pasted,
 * dictated or typed into one that was empty. A document whose language the user changed is hers, also the next time it
 * opens.
 */
export function detectLetters(memory: Memento): Disposable {
  const plainByChoice = rememberedUris(memory);
  /** Documents that close only to open again with another language. */
  const changingLanguage = new Set<string>();
  const onceEmpty = new WeakSet<TextDocument>();
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  const noteEmptiness = (document: TextDocument) => {
    if (document.lineCount === 1 && document.lineAt(0).isEmptyOrWhitespace) onceEmpty.add(document);
  };

  const examine = (document: TextDocument) => {
    if (document.languageId !== 'plaintext' || document.uri.scheme === 'output') return;
    if (plainByChoice.has(document) || !isEnabled(document)) return;
    const opening = document.getText(new Range(document.positionAt(0), document.positionAt(OPENING_LENGTH + 1)));
    if (!looksLikeLetter(opening)) return;
    // It fails where the document was closed meanwhile: there is nothing left to do then.
    languages.setTextDocumentLanguage(document, letterLanguage).then(undefined, () => undefined);
  };

  const opened = (document: TextDocument) => {
    noteEmptiness(document);
    if (!changingLanguage.delete(document.uri.toString())) examine(document);
    else if (document.languageId === 'plaintext') plainByChoice.add(document);
    else plainByChoice.delete(document);
  };

  const closed = (document: TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    if (!document.isClosed) changingLanguage.add(document.uri.toString());
    else if (document.isUntitled) plainByChoice.delete(document);
  };

  const changed = ({ document }: TextDocumentChangeEvent) => {
    if (document.languageId !== 'plaintext') return;
    noteEmptiness(document);
    if (!onceEmpty.has(document)) return;
    clearTimeout(waiting.get(document));
    waiting.set(document, setTimeout(paused, pause, document));
  };

  const paused = (document: TextDocument) => {
    waiting.delete(document);
    examine(document);
  };

  const configured = (event: ConfigurationChangeEvent) => {
    if (event.affectsConfiguration('imr.detection')) workspace.textDocuments.forEach(examine);
  };

  workspace.textDocuments.forEach(noteEmptiness);
  workspace.textDocuments.forEach(examine);
  return Disposable.from(
    new Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidCloseTextDocument(closed),
    workspace.onDidChangeTextDocument(changed),
    workspace.onDidChangeConfiguration(configured),
  );
}

/** Whether a plain-text file stays plain text when it is opened, whatever it says: the user would have it so. */
export function leavesPlain(memory: Memento, uri: Uri): boolean {
  return !isEnabled(uri) || memory.get<readonly string[]>(plainByChoiceKey, []).includes(uri.toString());
}

function isEnabled(scope: TextDocument | Uri): boolean {
  return workspace.getConfiguration('imr', scope).get('detection.enabled', true);
}

const plainByChoiceKey = 'plainTextByChoice';

/** A set of documents, kept with the workspace: the user's choice outlives the window, except for untitled documents. */
function rememberedUris(memory: Memento) {
  const most = 200;
  const uris = new Set(memory.get<string[]>(plainByChoiceKey, []));
  const keep = () =>
    memory.update(plainByChoiceKey, [...uris].filter((uri) => !uri.startsWith('untitled:')).slice(-most));
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
