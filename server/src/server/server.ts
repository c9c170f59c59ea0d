import {
  CodeActionKind,
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
import { codeActions, FIX_ALL } from '../features/codeActions.ts';
import { type RulePage, toDiagnostic } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover/hover.ts';
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
  const settings = new Settings(connection);
  const letters = new Letters(settings);
  let pushes = false;
  let explains = false;
  let { rulePage } = host;

  connection.onInitialize(({ capabilities, initializationOptions }: InitializeParams): InitializeResult => {
    pushes = capabilities.textDocument?.diagnostic === undefined;
    settings.enabled = capabilities.workspace?.configuration === true;
    explains = optionOf(initializationOptions, 'explainsRules') === true;
    const pages = optionOf(initializationOptions, 'rulePages');
    if (typeof pages === 'string') rulePage = (rule) => `${pages}${rule}.md`;
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
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
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

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return [];
    return codeActions(await letters.checked(document), { range, only: context.only ?? [], explains, rulePage });
  });

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
    return document === undefined ? null : answer(letters.determination(document));
  }

  async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
    const { determination, reports } = await letters.checked(document);
    return reports.map((report) => toDiagnostic(determination, document.uri, report, rulePage));
  }

  async function publish(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    const diagnostics = await diagnose(document);
    if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

/** An option of a client's `initializationOptions`, which may be anything. */
function optionOf(options: unknown, name: string): unknown {
  return typeof options === 'object' && options !== null
    ? Object.entries(options).find(([key]) => key === name)?.[1]
    : undefined;
}
