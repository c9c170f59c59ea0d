import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { teamDiagnostics } from '../features/teamDiagnostics.ts';
import type { FileText } from '../intake/fileText.ts';
import { RULES } from '../rules/index.ts';
import type { LetterNames } from '../team/letterNames.ts';
import { type PutAsideEntry, UnusedEntries } from '../team/putAside.ts';
import { TeamFiles, type TeamRules } from '../team/teamFiles.ts';
import { type FileProblem, SyntaxProblem } from '../team/teamJson.ts';
import { TeamScope } from '../team/teamScope.ts';
import type { Files } from './files.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

/**
 * The team's files of the open letters. What is wrong in them is published at their own address, to every client alike:
 * a letter's findings are pulled or pushed, these are always pushed, as the files need not be open.
 */
export class Team {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #files: Files;
  readonly #scope: TeamScope;
  readonly #teamFiles: TeamFiles;
  /** By file: what was published last. */
  readonly #published = new Map<string, string>();
  /** By file: what it held when it was last published. */
  readonly #texts = new Map<string, FileText>();
  /** By file: files that it names and that are not there, or not read. */
  readonly #unfollowed = new Map<string, readonly FileProblem[]>();
  /** By file. */
  readonly #unused = new Map<string, UnusedEntries>();

  /** The client checks the JSON of open files itself: each mistake is reported once. */
  readonly #checksJson: boolean;

  constructor(parts: {
    readonly connection: Connection;
    readonly session: Session;
    readonly documents: TextDocuments<TextDocument>;
    readonly files: Files;
    readonly workspace: Workspace;
  }) {
    const { connection, session, documents, files, workspace } = parts;
    this.#checksJson = session.explainsRules;
    this.#connection = connection;
    this.#documents = documents;
    this.#files = files;
    this.#scope = new TeamScope(files.read, () => workspace);
    this.#teamFiles = new TeamFiles(
      files.read,
      (uri) => this.#scope.rootOf(uri),
      RULES.map(({ name }) => name),
    );
  }

  /** @param uri the letter's address */
  async rulesFor(uri: string): Promise<TeamRules> {
    const rules = await this.#teamFiles.rulesFor(uri);
    for (const located of [rules.config, rules.putAside]) {
      if (located !== null) this.#publish(located.uri, { kind: 'text', text: located.source });
    }
    for (const { uri, reason } of rules.unreadable) this.#publish(uri, { kind: 'unreadable', reason });
    return rules;
  }

  /** The outermost folder that a team's file is for, an address ending in '/'. */
  rootOf(uri: string): Promise<string | null> {
    return this.#scope.rootOf(uri);
  }

  nearest(uri: string, name: string): ReturnType<TeamFiles['nearest']> {
    return this.#teamFiles.nearest(uri, name);
  }

  /** Notes a letter's entries that are no longer needed, to show them where the file is open. */
  noteUnused(file: string, letter: string, names: LetterNames, entries: readonly PutAsideEntry[]): void {
    const unused = this.#unused.get(file) ?? new UnusedEntries();
    unused.note(letter, names, entries);
    this.#unused.set(file, unused);
    const text = this.#documents.get(file)?.getText();
    if (text !== undefined) this.#publish(file, { kind: 'text', text });
  }

  /** Takes note of what is wrong with a file that only reading other files shows. */
  noteUnfollowed(file: string, problems: readonly FileProblem[]): void {
    const key = JSON.stringify(problems);
    if (key === JSON.stringify(this.#unfollowed.get(file) ?? [])) return;
    this.#unfollowed.set(file, problems);
    const text = this.#texts.get(file);
    if (text !== undefined) this.#publish(file, text);
  }

  forgetLetter(uri: string): void {
    for (const unused of this.#unused.values()) unused.forget(uri);
  }

  /** One of the team's files was opened, edited, closed, written or deleted. */
  async reread(uri: string): Promise<void> {
    // Their places are in the old text; the letters are checked again, and note them again.
    this.#unused.delete(uri);
    this.#unfollowed.delete(uri);
    this.#publish(uri, await this.#files.read(uri));
  }

  #publish(uri: string, file: FileText): void {
    this.#texts.set(uri, file);
    const isOpen = this.#documents.get(uri) !== undefined;
    const unused = isOpen ? (this.#unused.get(uri)?.list() ?? []) : [];
    const source = file.kind === 'text' ? file.text : '';
    const own = this.#teamFiles.problems(uri, source);
    const told = isOpen && this.#checksJson ? own.filter((problem) => !(problem instanceof SyntaxProblem)) : own;
    const problems = [...told, ...(this.#unfollowed.get(uri) ?? [])];
    if (file.kind === 'unreadable') problems.push(unread(file.reason));
    const diagnostics: Diagnostic[] = teamDiagnostics(source, problems, unused);
    const key = JSON.stringify(diagnostics);
    if ((this.#published.get(uri) ?? '[]') === key) return;
    this.#published.set(uri, key);
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}

/** @param reason continues “name: ” */
export const unread = (reason: string): FileProblem => ({
  span: { start: 0, end: 0 },
  severity: 'error',
  message: `This file is not used: ${reason}.`,
});
