import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type PutAsideEntry, UnusedEntries } from '../config/putAside.ts';
import { TeamFiles, type TeamRules } from '../config/teamFiles.ts';
import type { FileProblem } from '../config/teamJson.ts';
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
  /** By file: its text when it was last published. */
  readonly #sources = new Map<string, string>();
  /** By file: files that it names and that do not exist. */
  readonly #missing = new Map<string, readonly FileProblem[]>();
  /** By file. */
  readonly #unused = new Map<string, UnusedEntries>();

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
  noteUnused(file: string, letter: string, name: string, entries: readonly PutAsideEntry[]): void {
    const unused = this.#unused.get(file) ?? new UnusedEntries();
    unused.note(letter, name, entries);
    this.#unused.set(file, unused);
    const source = this.#documents.get(file)?.getText();
    if (source !== undefined) this.#publish(file, source);
  }

  /** Takes note of what is wrong with a file that only reading other files shows. */
  noteMissing(file: string, problems: readonly FileProblem[]): void {
    const key = JSON.stringify(problems);
    if (key === JSON.stringify(this.#missing.get(file) ?? [])) return;
    this.#missing.set(file, problems);
    const source = this.#sources.get(file);
    if (source !== undefined) this.#publish(file, source);
  }

  forgetLetter(uri: string): void {
    for (const unused of this.#unused.values()) unused.forget(uri);
  }

  /** One of the team's files was opened, edited, closed, written or deleted. */
  async reread(uri: string): Promise<void> {
    // Their places are of the text as it was; the letters are checked again, and note them anew.
    this.#unused.delete(uri);
    this.#missing.delete(uri);
    const source = await this.#files.read(uri);
    this.#publish(uri, source ?? '');
  }

  #publish(uri: string, source: string): void {
    this.#sources.set(uri, source);
    const isOpen = this.#documents.get(uri) !== undefined;
    const unused = isOpen ? (this.#unused.get(uri)?.list() ?? []) : [];
    const problems = [...this.#teamFiles.problems(uri, source), ...(this.#missing.get(uri) ?? [])];
    const diagnostics: Diagnostic[] = teamDiagnostics(source, problems, unused);
    const key = JSON.stringify(diagnostics);
    if ((this.#published.get(uri) ?? '[]') === key) return;
    this.#published.set(uri, key);
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}
