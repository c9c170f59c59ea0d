import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isGuidelineFile } from '../config/guidelineFiles.ts';
import { isTeamFile } from '../config/teamFiles.ts';
import type { CheckedLetter } from '../features/codeActions.ts';
import { type RulePage, toDiagnostic } from '../features/diagnostics.ts';
import type { Letters } from './letters.ts';
import type { Policy } from './policy.ts';

/** The files beside the letters have findings of their own kind. */
const isLetter = (uri: string): boolean => !isTeamFile(uri) && !isGuidelineFile(uri);

/**
 * Brings the letters' findings to the client. Those of an open letter are pulled by a client that can, and pushed to one
 * that cannot; those of a letter that is not open are pushed to both. A letter has them once: what was pushed goes as
 * soon as the client shows the letter's findings by itself.
 */
export class Findings {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #letters: Letters;
  /** Open letters that the client has pulled: an open document without an editor is not. */
  readonly #pulled = new Set<string>();
  /** Letters whose findings stand at the client because they were pushed while the letter was not shown. */
  readonly #unopened = new Set<string>();
  #pushes = false;
  #refreshes = false;
  rulePage: RulePage;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    letters: Letters,
    policy: Policy,
    rulePage: RulePage,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#letters = letters;
    this.rulePage = rulePage;
    documents.onDidChangeContent(({ document }) => {
      if (this.#pushes) void this.#publish(document);
    });
    documents.onDidClose(({ document: { uri } }) => {
      this.#pulled.delete(uri);
      if (this.#pushes && isLetter(uri)) this.#send(uri, []);
    });
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
      const document = documents.get(uri);
      if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = `${policy.revision}:${document.version}`;
      if (previousResultId === resultId) {
        this.#isPulled(uri);
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      }
      const items = this.#diagnostics(await letters.checked(document));
      this.#isPulled(uri);
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    });
  }

  /** Chooses the way for a client. Returns whether it pulls. */
  serve({ textDocument, workspace }: ClientCapabilities): boolean {
    this.#pushes = textDocument?.diagnostic === undefined;
    this.#refreshes = workspace?.diagnostics?.refreshSupport === true;
    return !this.#pushes;
  }

  /** Brings the findings of every open letter anew: the policy changed. */
  async refresh(): Promise<void> {
    if (this.#pushes) await Promise.all(this.#documents.all().map((document) => this.#publish(document)));
    else if (this.#refreshes) this.#connection.languages.diagnostics.refresh();
  }

  /**
   * Shows what was found in a letter that is not open, unless the client has come to show that letter by itself.
   * @param letter null: takes back what was shown
   */
  publishUnopened(uri: string, letter: CheckedLetter | null): void {
    if (this.#pushes ? this.#documents.get(uri) !== undefined : this.#pulled.has(uri)) return;
    const diagnostics = letter === null ? [] : this.#diagnostics(letter);
    const hadSome = this.#unopened.delete(uri);
    if (diagnostics.length > 0) this.#unopened.add(uri);
    else if (!hadSome) return;
    this.#send(uri, diagnostics);
  }

  #isPulled(uri: string): void {
    // It may have closed meanwhile.
    if (this.#documents.get(uri) === undefined) return;
    this.publishUnopened(uri, null);
    this.#pulled.add(uri);
  }

  #diagnostics({ uri, determination, reports }: CheckedLetter): Diagnostic[] {
    return reports.map((report) => toDiagnostic(determination, uri, report, this.rulePage));
  }

  async #publish(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    if (!isLetter(uri)) return;
    const diagnostics = this.#diagnostics(await this.#letters.checked(document));
    if (this.#documents.get(uri)?.version !== version) return;
    this.#unopened.delete(uri);
    await this.#connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    void this.#connection.sendDiagnostics({ uri, diagnostics });
  }
}
