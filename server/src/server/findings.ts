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
import { type RulePage, toDiagnostic } from '../features/diagnostics.ts';
import type { Letters } from './letters.ts';
import type { Policy } from './policy.ts';

/** The files beside the letters have findings of their own kind. */
const isLetter = (uri: string): boolean => !isTeamFile(uri) && !isGuidelineFile(uri);

/** Brings the letters' findings to the client: pulled by a client that can, pushed to one that cannot. Never both. */
export class Findings {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #letters: Letters;
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
      if (this.#pushes && isLetter(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      const document = documents.get(textDocument.uri);
      if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = `${policy.revision}:${document.version}`;
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await this.#diagnose(document) };
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

  async #diagnose(document: TextDocument): Promise<Diagnostic[]> {
    const { determination, reports } = await this.#letters.checked(document);
    return reports.map((report) => toDiagnostic(determination, document.uri, report, this.rulePage));
  }

  async #publish(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    if (!isLetter(uri)) return;
    const diagnostics = await this.#diagnose(document);
    if (this.#documents.get(uri)?.version === version) {
      await this.#connection.sendDiagnostics({ uri, version, diagnostics });
    }
  }
}
