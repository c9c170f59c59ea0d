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
import { isNamedAsText } from '../../server/src/intake/letterNames.ts';
import { looksLikeLetter, OPENING_LENGTH } from '../../server/src/intake/recognition.ts';
import { letterLanguage } from './letterLanguage.ts';

/** How long after the last change a document that began empty is looked at, in milliseconds. */
const pause = 200;

/**
 * Gives documents that are letters the letters' language: when they are opened, and when a letter is pasted, dictated or
 * typed into one that was empty. Plain text is looked at, and a file that is named as text, whatever language
 * `files.associations` gave it. A document whose language the user changed keeps that language, also the next time it opens.
 */
export function detectLetters(memory: Memento): Disposable {
  const plainByChoice = rememberedUris(memory);
  /** Documents that close only to open again with another language, with the one that they had. */
  const changingLanguage = new Map<string, string>();
  /** Documents that the user gave another language than plain text or the letters'; by address, while they are open. */
  const otherByChoice = new Set<string>();
  /** Untitled documents that got a language which VS Code guessed, and that were looked at once more. */
  const lookedAgain = new WeakSet<TextDocument>();
  const onceEmpty = new WeakSet<TextDocument>();
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  const noteEmptiness = (document: TextDocument) => {
    if (document.lineCount === 1 && document.lineAt(0).isEmptyOrWhitespace) onceEmpty.add(document);
  };

  const examine = (document: TextDocument) => {
    if (!mayBeExamined(document) || otherByChoice.has(document.uri.toString())) return;
    if (plainByChoice.has(document) || !isEnabled(document) || !opensLikeLetter(document)) return;
    void becomeLetter(document);
  };

  const opened = (document: TextDocument) => {
    noteEmptiness(document);
    const key = document.uri.toString();
    const before = changingLanguage.get(key);
    changingLanguage.delete(key);
    if (before === undefined) examine(document);
    else if (document.languageId === 'plaintext') plainByChoice.add(document);
    else if (document.languageId === letterLanguage) {
      plainByChoice.delete(document);
      otherByChoice.delete(key);
    } else if (document.isUntitled && before === 'plaintext' && !lookedAgain.has(document)) {
      // VS Code guesses a language from the same words, and may have been quicker. A second time it is the user.
      lookedAgain.add(document);
      if (isEnabled(document) && opensLikeLetter(document)) void becomeLetter(document);
    } else {
      plainByChoice.delete(document);
      otherByChoice.add(key);
    }
  };

  const closed = (document: TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    const key = document.uri.toString();
    if (!document.isClosed) {
      changingLanguage.set(key, document.languageId);
      return;
    }
    otherByChoice.delete(key);
    if (document.isUntitled) plainByChoice.delete(document);
  };

  const changed = ({ document }: TextDocumentChangeEvent) => {
    if (!mayBeExamined(document)) return;
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

/** Plain text, and what is named as text whatever it was taken for. A document that is not a text file's does not count. */
function mayBeExamined({ languageId, uri, isUntitled }: TextDocument): boolean {
  if (uri.scheme === 'output' || languageId === letterLanguage) return false;
  return languageId === 'plaintext' || (!isUntitled && isNamedAsText(uri.path));
}

/** Whether a document begins as a letter does. */
export function opensLikeLetter(document: TextDocument): boolean {
  return looksLikeLetter(document.getText(new Range(document.positionAt(0), document.positionAt(OPENING_LENGTH + 1))));
}

/** It fails where the document was closed meanwhile: there is nothing left to do then. */
export async function becomeLetter(document: TextDocument): Promise<void> {
  await languages.setTextDocumentLanguage(document, letterLanguage).then(undefined, () => undefined);
}

/** Whether a plain-text file stays plain text when it is opened, whatever it says: because the user wants it so. */
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
