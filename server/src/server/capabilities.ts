import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { COMPLETION_TRIGGERS, FIX_ALL, SEMANTIC_TOKENS_LEGEND } from '../features/announced.ts';
import {
  ADD_WORD_COMMAND,
  BRING_BACK_COMMAND,
  CHECK_LETTERS_COMMAND,
  PUT_ASIDE_COMMAND,
  SET_TEAM_RULE_COMMAND,
} from '../protocol/commands.ts';
import { FINDING_SOURCE } from '../protocol/names.ts';
import type { Session } from './session.ts';

/** What the server can do, as it says when a client initializes. Nothing that reads letters is loaded for it. */
export const capabilitiesFor = ({ pulls }: Session): ServerCapabilities => ({
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  ...(pulls && {
    diagnosticProvider: { identifier: FINDING_SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
  }),
  documentSymbolProvider: { label: 'IMR' },
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
  codeLensProvider: {},
  inlayHintProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  executeCommandProvider: {
    commands: [PUT_ASIDE_COMMAND, BRING_BACK_COMMAND, SET_TEAM_RULE_COMMAND, ADD_WORD_COMMAND, CHECK_LETTERS_COMMAND],
  },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didRename: ANY_FILE, didDelete: ANY_FILE },
  },
});

const ANY_FILE = { filters: [{ pattern: { glob: '**' } }] };
