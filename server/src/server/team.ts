import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PutAsideEntry } from '../config/putAside.ts';
import { TeamFiles, type TeamRules } from '../config/teamFiles.ts';
import { teamDiagnostics } from '../features/teamDiagnostics.ts';
import { RULES } from '../rules/index.ts';
import type { Files } from './files.ts';

/**
 * The team's files of the open letters. What is wrong in them is published at their own address, to every client alike:
 * a letter's findings are pulled or pushed, these are always pushed, as the files need not be open.
 */
export class Team {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #files: Files;
  readonly #teamFiles: TeamFiles;
  /** By file: what was published last. */
  readonly #published = new Map<string, string>();
  /** By file, by letter: the entries that put nothing aside in it. */
  readonly #unused = new Map<string, Map<string, readonly PutAsideEntry[]>>();

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, files: Files) {
    this.#connection = connection;
    this.#documents = documents;
    this.#files = files;
    this.#teamFiles = new TeamFiles(
      files.read,
      RULES.map(({ name }) => name),
    );
  }

  /** @param uri the letter's address */
  async rulesFor(uri: string): Promise<TeamRules> {
    const rules = await this.#teamFiles.rulesFor(uri);
    for (const located of [rules.config, rules.putAside])
      if (located !== null) this.#publish(located.uri, located.source);
    return rules;
  }

  nearest(uri: string, name: string): ReturnType<TeamFiles['nearest']> {
    return this.#teamFiles.nearest(uri, name);
  }

  /** Takes note of a letter's entries that are not needed any more, to tell of them where the file is open. */
  noteUnused(file: string, letter: string, entries: readonly PutAsideEntry[]): void {
    const unused = this.#unused.get(file) ?? new Map<string, readonly PutAsideEntry[]>();
    unused.set(letter, entries);
    this.#unused.set(file, unused);
    const source = this.#documents.get(file)?.getText();
    if (source !== undefined) this.#publish(file, source);
  }

  forgetLetter(uri: string): void {
    for (const unused of this.#unused.values()) unused.delete(uri);
  }

  /** One of the team's files was opened, edited, closed, written or deleted. */
  async reread(uri: string): Promise<void> {
    // Their places are of the text as it was; the letters are checked again, and note them anew.
    this.#unused.delete(uri);
    const source = await this.#files.read(uri);
    this.#publish(uri, source ?? '');
  }

  #publish(uri: string, source: string): void {
    const isOpen = this.#documents.get(uri) !== undefined;
    const unused = isOpen ? [...(this.#unused.get(uri)?.values() ?? [])].flat() : [];
    const diagnostics: Diagnostic[] = teamDiagnostics(source, this.#teamFiles.problems(uri, source), unused);
    const key = JSON.stringify(diagnostics);
    if ((this.#published.get(uri) ?? '[]') === key) return;
    this.#published.set(uri, key);
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}
