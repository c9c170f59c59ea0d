import {
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Determination } from '../determination/model.ts';
import { type RulePage, toDiagnostic } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover/hover.ts';
import { RULES } from '../rules/index.ts';
import { checkDetermination } from '../rules/support/check.ts';
import { Letters } from './letters.ts';
import { Settings } from './settings.ts';

/** What a host gives the server besides the connection. */
export interface Host {
  readonly name: string;
  readonly version: string;
  /** Where a rule's page lies when the client does not say so in `initializationOptions.rulePages` (an address ending in '/'). */
  readonly rulePage: RulePage;
}

/** Wires the features to a connection. Knows no letter: every answer comes from the core. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const letters = new Letters();
  const settings = new Settings(connection);
  let pushes = false;
  let { rulePage } = host;

  connection.onInitialize(({ capabilities, initializationOptions }: InitializeParams): InitializeResult => {
    pushes = capabilities.textDocument?.diagnostic === undefined;
    settings.enabled = capabilities.workspace?.configuration === true;
    const pages = rulePagesOf(initializationOptions);
    if (pages !== null) rulePage = (rule) => `${pages}${rule}.md`;
    return {
      serverInfo: { name: host.name, version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pushes
          ? {}
          : { diagnosticProvider: { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics: false } }),
        documentSymbolProvider: { label: 'IMR' },
        foldingRangeProvider: true,
        hoverProvider: true,
      },
    };
  });

  connection.onInitialized(() => {
    if (settings.enabled) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'imr' });
  });

  connection.onDidChangeConfiguration(async () => {
    settings.forget();
    if (!pushes) return void connection.languages.diagnostics.refresh();
    await Promise.all(documents.all().map(publish));
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${settings.revision}:${document.version}`;
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnose(document) };
  });

  connection.onDocumentSymbol(({ textDocument }) => withLetter(textDocument.uri, documentSymbols) ?? []);
  connection.onFoldingRanges(({ textDocument }) => withLetter(textDocument.uri, foldingRanges) ?? []);
  connection.onHover(({ textDocument, position }) =>
    withLetter(textDocument.uri, (letter) => hover(letter, letter.text.lines.offsetAt(position))),
  );

  documents.onDidChangeContent(({ document }) => {
    if (pushes) void publish(document);
  });
  documents.onDidClose(({ document }) => {
    letters.forget(document.uri);
    settings.forget(document.uri);
    if (pushes) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  documents.listen(connection);
  connection.listen();

  function withLetter<T>(uri: string, answer: (letter: Determination) => T): T | null {
    const document = documents.get(uri);
    return document === undefined ? null : answer(letters.of(document));
  }

  async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
    const severities = await settings.severities(document.uri);
    const letter = letters.of(document);
    return checkDetermination(letter, RULES, severities).map((report) =>
      toDiagnostic(letter, document.uri, report, rulePage),
    );
  }

  async function publish(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const diagnostics = await diagnose(document);
    if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

function rulePagesOf(options: unknown): string | null {
  if (typeof options !== 'object' || options === null || !('rulePages' in options)) return null;
  return typeof options.rulePages === 'string' ? options.rulePages : null;
}
