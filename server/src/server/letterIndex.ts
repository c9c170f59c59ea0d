import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseLetters } from '../determination/parse.ts';
import { defaultCatalogue } from '../guidelines/shipped.ts';
import { type LetterEntry, letterEntries } from '../precedents/letterEntry.ts';
import type { IndexedLetter } from '../precedents/precedents.ts';
import type { Files } from './files.ts';
import type { Letters } from './letters.ts';
import type { Session } from './session.ts';
import { fewAtATime, unlessCancelled } from './turns.ts';
import { watchLetters } from './watch.ts';
import type { Workspace } from './workspace.ts';

interface Parts {
  readonly connection: Connection;
  readonly session: Session;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: Files;
  readonly letters: Letters;
  readonly workspace: Workspace;
}

/** Fewer are read too quickly for a progress bar. */
const WORTH_A_PROGRESS = 50;

/**
 * What is kept of all letters in the opened folders, so that their decisions are found again. Nothing is read before
 * someone asks; from then on what has changed is read again at the next request. What is open counts as it is in the
 * editor. Nothing is written.
 */
export class LetterIndex {
  readonly #parts: Parts;
  /** By address, of each letter that the file holds; none if it is not a letter. */
  readonly #entries = new Map<string, readonly LetterEntry[]>();
  /** Of open letters, by address. */
  readonly #open = new Map<string, { readonly version: number; readonly entries: readonly LetterEntry[] }>();
  #list: readonly string[] = [];
  #isListStale = true;
  #work: Promise<void> | null = null;
  #isWatching = false;
  /** Increases with every change of what is kept; those of open letters have versions of their own. */
  #revision = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.documents.onDidClose(({ document: { uri } }) => {
      this.#open.delete(uri);
      this.changed([uri]);
    });
  }

  /** Reads what is new or has changed. After a cancellation nobody waits any longer, but the work goes on. */
  upToDate(token: CancellationToken): Promise<void> {
    if (!this.#parts.session.watchesFiles) {
      // Nothing reports when a file changes.
      this.#isListStale = true;
      if (this.#work === null) this.#entries.clear();
    }
    this.#work ??= this.#bringUpToDate().finally(() => {
      this.#work = null;
    });
    return unlessCancelled(this.#work, token);
  }

  /** All letters that are known, as far as they have been read. */
  *letters(): Iterable<IndexedLetter> {
    const { documents } = this.#parts;
    for (const uri of this.#list) {
      const document = documents.get(uri);
      const entries = document === undefined ? this.#entries.get(uri) : this.entriesOf(document);
      for (const entry of entries ?? []) yield { file: uri, entry };
    }
  }

  /** What is kept of each letter of an open document as it is; nothing where it is not a letter. */
  entriesOf(document: TextDocument): readonly LetterEntry[] {
    const { uri, version } = document;
    const known = this.#open.get(uri);
    if (known?.version === version) return known.entries;
    const entries = letterEntries(this.#parts.letters.of(document), defaultCatalogue());
    this.#open.set(uri, { version, entries });
    this.#revision++;
    return entries;
  }

  /** Names what is known: as long as it stays, a question has the same answer. */
  get revision(): number {
    for (const document of this.#parts.documents.all()) {
      if (this.#entries.has(document.uri)) this.entriesOf(document);
    }
    return this.#revision;
  }

  /** Files were written. */
  changed(uris: readonly string[]): void {
    for (const uri of uris) if (this.#entries.delete(uri)) this.#revision++;
  }

  /** Files or folders were made, renamed, or deleted, or other folders are open. */
  moved(): void {
    this.#isListStale = true;
  }

  async #bringUpToDate(): Promise<void> {
    const { connection, session, files, workspace } = this.#parts;
    if (!this.#isWatching) {
      this.#isWatching = true;
      // Before anything is read: a change would be missed.
      await watchLetters(connection, session);
    }
    if (this.#isListStale) {
      this.#isListStale = false;
      this.#replaceList(await files.listLetters(workspace.folders));
    }
    const unread = this.#list.filter((uri) => !this.#entries.has(uri));
    if (unread.length === 0) return;
    const progress =
      unread.length < WORTH_A_PROGRESS ? null : await connection.window.createWorkDoneProgress().catch(() => null);
    progress?.begin('Reading letters', 0, undefined, false);
    let done = 0;
    try {
      await fewAtATime(
        unread,
        () => false,
        async (uri) => {
          this.#entries.set(uri, []);
          const entries = await this.#read(uri);
          // What was changed meanwhile is read at the next question.
          if (this.#entries.has(uri)) this.#entries.set(uri, entries);
          this.#revision++;
          done++;
          const percent = Math.floor((100 * done) / unread.length);
          if (percent > Math.floor((100 * (done - 1)) / unread.length)) {
            progress?.report(
              percent,
              `${done.toLocaleString('en-US')} of ${unread.length.toLocaleString('en-US')} files`,
            );
          }
        },
      );
    } finally {
      progress?.done();
    }
  }

  async #read(uri: string): Promise<readonly LetterEntry[]> {
    const file = await this.#parts.files.readLetter(uri);
    return 'skipped' in file ? [] : letterEntries(parseLetters(file.text), defaultCatalogue());
  }

  #replaceList(uris: readonly string[]): void {
    const wanted = new Set(uris);
    for (const uri of this.#entries.keys()) {
      if (wanted.has(uri)) continue;
      this.#entries.delete(uri);
      this.#revision++;
    }
    this.#list = [...wanted];
  }
}
