import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  NotificationType0,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isGuidelineFile } from '../config/guidelineFiles.ts';
import type { RealAddress } from '../config/guidelinePaths.ts';
import { isTeamFile } from '../config/teamFiles.ts';
import type { Determination } from '../determination/model.ts';
import { ADD_WORD_COMMAND, codeActions, FIX_ALL, PUT_ASIDE_COMMAND } from '../features/codeActions.ts';
import type { RulePage } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import type { ReadWordList } from '../spelling/shipped.ts';
import { AddWordCommand } from './addWordCommand.ts';
import { ASSISTANCE, refreshAssistance, serveAssistance } from './assistance.ts';
import { Files, type HostFiles } from './files.ts';
import { Findings } from './findings.ts';
import { Letters } from './letters.ts';
import { OwnGuidelines } from './ownGuidelines.ts';
import { Policy } from './policy.ts';
import { PutAsideCommand } from './putAsideCommand.ts';
import { Settings } from './settings.ts';
import { Spelling } from './spelling.ts';
import { Team } from './team.ts';
import { TeamFileEditor } from './teamFileEditor.ts';
import { watch, watchesFiles } from './watch.ts';
import { Workspace } from './workspace.ts';
import { CHECK_LETTERS_COMMAND, WorkspaceCheck } from './workspaceCheck.ts';

/** A client that said `initializationOptions.isTrusted: false` tells when the user trusts the folders after all. */
export const TrustGrantedNotification = new NotificationType0('imr/trustGranted');

/** What a host gives the server besides the connection. */
export interface Host extends HostFiles {
  /** Where a file really lies; null where the host cannot tell. */
  readonly realAddress: RealAddress;
  /** The user's own folder, an address ending in '/'; null where there is none. */
  readonly home: string | null;
  readonly name: string;
  readonly version: string;
  /** Where a rule's page lies when the client does not say so in `initializationOptions.rulePages` (an address ending in '/'). */
  readonly rulePage: RulePage;
  /** Reads the word lists in a folder, or in the host's own where the client names none in `initializationOptions.dictionaries`. */
  readonly wordListsIn: (folder: string | null) => ReadWordList;
}

/** Wires the features to a connection. Knows no letter: every answer comes from the core. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const settings = new Settings(connection);
  const files = new Files(connection, documents, host);
  const workspace = new Workspace(host.home);
  const team = new Team(connection, documents, files, workspace);
  const guidelines = new OwnGuidelines(connection, workspace, files, team, host.realAddress);
  const policy = new Policy(workspace, settings, team, guidelines);
  const spelling = new Spelling(
    host.wordListsIn(null),
    () => policyChanged(),
    (reason) => connection.console.warn(`Spelling is not checked, as its word lists cannot be read (${reason}).`),
  );
  const letters = new Letters(policy, spelling, (rule, kind) =>
    connection.console.error(`The rule ${rule} failed (${kind}).`),
  );
  const findings = new Findings(connection, documents, letters, policy, host.rulePage);
  const workspaceCheck = new WorkspaceCheck({ connection, documents, files, letters, spelling, findings, team });
  const teamFiles = new TeamFileEditor({ connection, documents, files, team, workspace });
  const putAside = new PutAsideCommand(documents, letters, teamFiles);
  const addWord = new AddWordCommand(teamFiles);
  let client: ClientCapabilities = {};
  let explains = false;
  let keepsWords = false;
  let reopens = false;

  connection.onInitialize(
    ({ capabilities, initializationOptions, workspaceFolders }: InitializeParams): InitializeResult => {
      client = capabilities;
      const pulls = findings.serve(client);
      settings.enabled = client.workspace?.configuration === true;
      files.clientReads = optionOf(initializationOptions, 'readsFiles') === true;
      files.areWatched = watchesFiles(client);
      workspaceCheck.capabilities = client;
      teamFiles.capabilities = client;
      workspace.open(workspaceFolders ?? [], optionOf(initializationOptions, 'isTrusted') !== false);
      guidelines.capabilities = client;
      explains = optionOf(initializationOptions, 'explainsRules') === true;
      keepsWords = optionOf(initializationOptions, 'keepsUserWords') === true;
      reopens = optionOf(initializationOptions, 'reopensWithEncoding') === true;
      const dictionaries = optionOf(initializationOptions, 'dictionaries');
      if (typeof dictionaries === 'string') spelling.read = host.wordListsIn(dictionaries);
      const pages = optionOf(initializationOptions, 'rulePages');
      if (typeof pages === 'string') findings.rulePage = (rule) => `${pages}${rule}.md`;
      return {
        serverInfo: { name: host.name, version: host.version },
        capabilities: {
          positionEncoding: 'utf-16',
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          ...(pulls && {
            diagnosticProvider: { identifier: 'imr', interFileDependencies: false, workspaceDiagnostics: false },
          }),
          documentSymbolProvider: { label: 'IMR' },
          foldingRangeProvider: true,
          ...ASSISTANCE,
          codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
          executeCommandProvider: { commands: [PUT_ASIDE_COMMAND, ADD_WORD_COMMAND, CHECK_LETTERS_COMMAND] },
          workspace: {
            workspaceFolders: { supported: true, changeNotifications: true },
            fileOperations: { didRename: ANY_FILE, didDelete: ANY_FILE },
          },
        },
      };
    },
  );

  connection.onInitialized(() => watch(connection, client));
  connection.onDidChangeConfiguration(() => {
    settings.forget();
    refreshAssistance(connection, client);
    return policyChanged();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const deleted = changes.filter(({ type }) => type === FileChangeType.Deleted);
    const written = changes.filter(({ type }) => type !== FileChangeType.Deleted);
    await filesChanged(changes.map(({ uri }) => uri));
    await workspaceCheck.deleted(deleted.map(({ uri }) => uri));
    await workspaceCheck.changed(written.map(({ uri }) => uri));
  });
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    workspace.change(event);
    return policyChanged();
  });
  connection.onNotification(TrustGrantedNotification, () => {
    workspace.trust();
    return policyChanged();
  });
  // Not every file system can be watched.
  connection.workspace.onDidDeleteFiles(({ files }) => workspaceCheck.deleted(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) await workspaceCheck.renamed(oldUri, newUri);
  });
  documents.onDidChangeContent(({ document }) => filesChanged([document.uri]));
  documents.onDidClose(({ document: { uri } }) => {
    letters.forget(uri);
    team.forgetLetter(uri);
    return Promise.all([filesChanged([uri]), workspaceCheck.changed([uri])]);
  });

  connection.onDocumentSymbol(({ textDocument }) => withLetter(textDocument.uri, documentSymbols) ?? []);
  connection.onFoldingRanges(({ textDocument }) => withLetter(textDocument.uri, foldingRanges) ?? []);
  serveAssistance(connection, documents, letters, policy);

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return [];
    const editsTeamFiles = client.workspace?.applyEdit === true;
    const { rulePage } = findings;
    const request = { range, only: context.only ?? [], explains, editsTeamFiles, keepsWords, reopens, rulePage };
    return codeActions(await letters.checked(document), request);
  });
  connection.onExecuteCommand(({ command, arguments: [argument] = [] }, token) => {
    if (command === PUT_ASIDE_COMMAND) return putAside.run(argument);
    if (command === ADD_WORD_COMMAND) return addWord.run(argument);
    if (command === CHECK_LETTERS_COMMAND) return workspaceCheck.run(argument, token);
    return null;
  });

  documents.listen(connection);
  connection.listen();

  function withLetter<T>(uri: string, answer: (letter: Determination) => T): T | null {
    const document = documents.get(uri);
    return document === undefined ? null : answer(letters.determination(document));
  }

  async function filesChanged(uris: readonly string[]): Promise<void> {
    const changed = uris.filter((uri) => isTeamFile(uri) || isGuidelineFile(uri) || guidelines.knows(uri));
    if (changed.length === 0) return;
    // At once: a request that is already on its way must see the change.
    for (const uri of changed) files.forget(uri);
    policy.invalidate();
    await Promise.all(changed.map((uri) => (isTeamFile(uri) ? team.reread(uri) : guidelines.reread(uri))));
    refreshAssistance(connection, client);
    await showFindingsAnew();
  }

  function policyChanged(): Promise<void> {
    policy.invalidate();
    return showFindingsAnew();
  }

  function showFindingsAnew(): Promise<void> {
    workspaceCheck.refresh();
    return findings.refresh();
  }
}

const ANY_FILE = { filters: [{ pattern: { glob: '**' } }] };

/** An option of a client's `initializationOptions`, which may be anything. */
function optionOf(options: unknown, name: string): unknown {
  return typeof options === 'object' && options !== null
    ? Object.entries(options).find(([key]) => key === name)?.[1]
    : undefined;
}
