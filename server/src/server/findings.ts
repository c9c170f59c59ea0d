import {
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedLetter } from '../features/codeActions.ts';
import { type RulePage, toDiagnostic, tooLongDiagnostic } from '../features/diagnostics.ts';
import { isGuidelineFile } from '../team/guidelineFiles.ts';
import { isTeamFile } from '../team/teamFiles.ts';
import type { Answers } from './answers.ts';
import { type Found, isTooLong, type Letters } from './letters.ts';
import type { Session } from './session.ts';
import { unlessCancelled } from './turns.ts';

/** The files beside the letters have findings of their own kind. */
const isLetter = (uri: string): boolean => !isTeamFile(uri) && !isGuidelineFile(uri);

interface Parts {
  readonly connection: Connection;
  readonly session: Session;
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: Letters;
  readonly rulePage: RulePage;
}

/**
 * Brings the letters' findings to the client. Those of an open letter are pulled by a client that can, and pushed to one
 * that cannot; those of a letter that is not open are pushed to both. A letter has them once: what was pushed goes as
 * soon as the client shows the letter's findings by itself. For a long letter that was just opened, the first findings come
 * soon, and the rest when it is there.
 */
export class Findings {
  readonly #parts: Parts;
  /** Open letters that the client has pulled: an open document without an editor is not. */
  readonly #pulled = new Set<string>();
  /** Letters whose findings are at the client because they were pushed while the letter was not shown. */
  readonly #unopened = new Set<string>();
  /** Open letters of which the client shows something: what is shown waits for all that is to take its place. */
  readonly #shown = new Set<string>();
  readonly #refreshes: boolean;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { documents, answers, session } = parts;
    this.#refreshes = session.capabilities.workspace?.diagnostics?.refreshSupport === true;
    documents.onDidClose(({ document: { uri } }) => {
      this.#pulled.delete(uri);
      this.#shown.delete(uri);
      if (!session.pulls && isLetter(uri)) this.#send(uri, []);
    });
    if (!session.pulls) documents.onDidChangeContent(({ document }) => this.#publish(document));
    answers.to(DocumentDiagnosticRequest.type, ({ textDocument: { uri }, previousResultId }, token) =>
      unlessCancelled(this.#pull(uri, previousResultId ?? null), token),
    );
  }

  /** Updates the findings of every open letter: what applies to them has changed. */
  refresh(): void {
    const { session, documents } = this.#parts;
    if (session.pulls) this.#askToPull();
    else for (const document of documents.all()) this.#publish(document);
  }

  /**
   * Shows what was found in a letter that is not open, unless the client has come to show that letter by itself.
   * @param letter null: takes back what was shown
   */
  publishUnopened(uri: string, letter: CheckedLetter | null): void {
    const { session, documents } = this.#parts;
    if (session.pulls ? this.#pulled.has(uri) : documents.get(uri) !== undefined) return;
    const diagnostics = letter === null ? [] : this.#diagnostics(letter);
    const hadSome = this.#unopened.delete(uri);
    if (diagnostics.length > 0) this.#unopened.add(uri);
    else if (!hadSome) return;
    this.#send(uri, diagnostics);
  }

  async #pull(uri: string, previousResultId: string | null): Promise<DocumentDiagnosticReport> {
    const { documents, letters } = this.#parts;
    const document = documents.get(uri);
    if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (previousResultId === letters.revision(document)) {
      this.#isPulled(uri);
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
    }
    // A client that cannot be asked to pull again has to wait for all.
    const found = await (this.#refreshes ? this.#toShow(document) : letters.checked(document));
    if (found === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (!found.isWhole)
      this.#parts.answers.see('A check', () => letters.checked(document).then(() => this.#askToPull()));
    this.#isPulled(uri);
    const resultId = found.isWhole ? found.revision : `${found.revision}:some`;
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#diagnostics(found) };
  }

  #isPulled(uri: string): void {
    // It may have closed meanwhile.
    if (this.#parts.documents.get(uri) === undefined) return;
    this.publishUnopened(uri, null);
    this.#pulled.add(uri);
  }

  async #toShow(document: TextDocument): Promise<Found | null> {
    const { letters } = this.#parts;
    if (this.#shown.has(document.uri)) return letters.checked(document);
    const found = await letters.foundSoon(document);
    if (found !== null) this.#shown.add(document.uri);
    return found;
  }

  #publish(document: TextDocument): void {
    if (!isLetter(document.uri)) return;
    this.#parts.answers.see('A check', () => this.#publishFound(document));
  }

  async #publishFound(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    let found: Found | null;
    do {
      found = await this.#toShow(document);
      // The document is the same object after a change, which is published by itself.
      if (found === null || document.version !== version) return;
      this.#unopened.delete(uri);
      this.#send(uri, this.#diagnostics(found), version);
    } while (!found.isWhole);
  }

  #diagnostics({ uri, letters, reports }: CheckedLetter): Diagnostic[] {
    const document = this.#parts.documents.get(uri);
    if (document !== undefined && isTooLong(document)) return [tooLongDiagnostic()];
    return reports.map((report) => toDiagnostic(letters[0], uri, report, this.#parts.rulePage));
  }

  #askToPull(): void {
    const { answers, connection } = this.#parts;
    if (this.#refreshes) answers.see('Asking to pull', () => connection.sendRequest(DiagnosticRefreshRequest.type));
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const { answers, connection } = this.#parts;
    const published = version === undefined ? { uri, diagnostics } : { uri, diagnostics, version };
    answers.see('Showing findings', () => connection.sendDiagnostics(published));
  }
}
