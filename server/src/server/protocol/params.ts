import type {
  CodeActionContext,
  CodeActionParams,
  CompletionContext,
  CompletionParams,
  DeleteFilesParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  ExecuteCommandParams,
  FileDelete,
  FileEvent,
  FileRename,
  HoverParams,
  InitializeParams,
  InlayHintParams,
  Position,
  Range,
  RenameFilesParams,
  SelectionRangeParams,
  SetTraceParams,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
  WorkspaceFolder,
  WorkspaceFoldersChangeEvent,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  ADD_WORD_COMMAND,
  type AddWordRequest,
  BRING_BACK_COMMAND,
  type BringBackRequest,
  CHECK_LETTERS_COMMAND,
  PUT_ASIDE_COMMAND,
  type PutAsideRequest,
  SET_TEAM_RULE_COMMAND,
  type SetTeamRuleRequest,
} from '../../protocol/commands.ts';
import {
  CLEAN_TEXT,
  type CleanTextParams,
  GUIDELINE_CATALOGUE,
  type GuidelineCatalogueParams,
  LETTER_CALLED,
  LETTER_OVERVIEW,
  LETTER_SUMMARY,
  type LetterCalledParams,
  type OfFile,
  type OfLine,
  PRECEDENTS,
  PRINTED_LETTER,
  type PrintedLetterParams,
  PUT_ASIDE_LIST,
  READY_LETTER,
  REPORT_AS,
  REWRAP,
  type ReportAsParams,
  type RewrapParams,
  TRUST_GRANTED,
  WORKSPACE_REPORT,
} from '../../protocol/messages.ts';
import type { PutAsideListParams } from '../../protocol/putAsideList.ts';
import type { ReportFileFormat, WorkspaceReportParams } from '../../protocol/workspaceReport.ts';
import { absentOr, anything, type Check, isRecord, list, object, optional, value } from './shapes.ts';

const isText = (each: unknown): boolean => typeof each === 'string';

const text = value(isText, 'a text');
const address = value(isText, 'an address');
const count = value((each) => Number.isInteger(each) && Number(each) >= 0, 'a whole number from 0');
const wholeNumber = value(Number.isInteger, 'a whole number');
const identifier = value((each) => isText(each) || Number.isInteger(each), 'a text or a whole number');
const yesOrNo = value((each) => typeof each === 'boolean', 'a boolean');
const reportFormat = value((each) => REPORT_FORMATS.has(String(each)), 'a format of a report');
const record = value(isRecord, 'an object');

/** What a report can be saved as. */
const REPORT_FORMATS: ReadonlySet<string> = new Set<ReportFileFormat>(['html', 'decisions', 'findings', 'sarif']);

/** Where it lies outside the document, the nearest place counts; it need only be a place. */
const position = object<Position>({ line: count, character: count });
const range = object<Range>({ start: position, end: position });

const folder = object<WorkspaceFolder>({ uri: address });

const tokens = { workDoneToken: optional(identifier), partialResultToken: optional(identifier) };
const document = { textDocument: object<{ uri: string }>({ uri: address }), ...tokens };
const ofDocument = object<typeof document>(document);
const atPlace = object<HoverParams>({ ...document, position });

/** The arguments of the server's commands: each takes one. */
const COMMANDS: ReadonlyMap<string, Check> = new Map([
  [
    PUT_ASIDE_COMMAND,
    object<PutAsideRequest>({
      uri: address,
      fingerprint: text,
      rule: text,
      about: optional(text),
      reason: optional(text),
      by: optional(text),
    }),
  ],
  [
    BRING_BACK_COMMAND,
    object<BringBackRequest>({ uri: address, fingerprint: text, rule: text, letter: optional(text) }),
  ],
  [SET_TEAM_RULE_COMMAND, object<SetTeamRuleRequest>({ uri: address, rule: text, severity: text })],
  [ADD_WORD_COMMAND, object<AddWordRequest>({ uri: address, word: text })],
  [CHECK_LETTERS_COMMAND, list(address)],
]);

const command: Check = (params, path) => {
  const wrong = object<ExecuteCommandParams>({ command: text, arguments: optional(list(anything)) })(params, path);
  if (wrong !== null || !isRecord(params)) return wrong;
  const { command: name, arguments: given } = params;
  const argument = COMMANDS.get(String(name));
  if (argument === undefined) return 'There is no such command.';
  return argument(Array.isArray(given) ? given[0] : undefined, 'arguments[0]');
};

/** The parts of what a client can do; what it says of each is read with care where it is used. */
const capabilities = object<InitializeParams['capabilities']>({
  workspace: optional(record),
  textDocument: optional(record),
  window: optional(record),
  general: optional(record),
});

/** What each request must come with. A request that is missing here is refused, so a new one has to be added. */
export const REQUESTS: ReadonlyMap<string, Check> = new Map([
  [
    'initialize',
    object<InitializeParams>({
      capabilities,
      workspaceFolders: optional(list(folder)),
    }),
  ],
  ['shutdown', anything],
  ['textDocument/documentSymbol', ofDocument],
  ['textDocument/foldingRange', ofDocument],
  ['textDocument/codeLens', ofDocument],
  ['textDocument/documentLink', ofDocument],
  ['textDocument/semanticTokens/full', ofDocument],
  ['textDocument/hover', atPlace],
  ['textDocument/definition', atPlace],
  ['textDocument/references', atPlace],
  ['textDocument/documentHighlight', atPlace],
  [
    'textDocument/completion',
    object<CompletionParams>({
      ...document,
      position,
      context: optional(object<CompletionContext>({ triggerKind: count })),
    }),
  ],
  ['textDocument/inlayHint', object<InlayHintParams>({ ...document, range })],
  ['textDocument/selectionRange', object<SelectionRangeParams>({ ...document, positions: list(position) })],
  [
    'textDocument/codeAction',
    object<CodeActionParams>({
      ...document,
      range,
      context: object<CodeActionContext>({ only: optional(list(text)) }),
    }),
  ],
  ['textDocument/diagnostic', object<DocumentDiagnosticParams>({ ...document, previousResultId: optional(text) })],
  ['workspace/executeCommand', command],
  [GUIDELINE_CATALOGUE, object<GuidelineCatalogueParams>({ uri: optional(address) })],
  [WORKSPACE_REPORT, object<WorkspaceReportParams>({ documents: count })],
  [REPORT_AS, object<ReportAsParams>({ format: reportFormat })],
  [PUT_ASIDE_LIST, object<PutAsideListParams>({ files: list(address) })],
  [LETTER_CALLED, object<LetterCalledParams>({ name: text })],
  [PRECEDENTS, object<OfLine>({ uri: address, line: count })],
  ['workspace/symbol', object<WorkspaceSymbolParams>({ query: text })],
  [LETTER_SUMMARY, object<OfFile>({ uri: address })],
  [CLEAN_TEXT, object<CleanTextParams>({ text, isFragment: absentOr(yesOrNo) })],
  [LETTER_OVERVIEW, object<OfFile>({ uri: address })],
  [REWRAP, object<RewrapParams>({ uri: address, position })],
  [READY_LETTER, object<OfFile>({ uri: address })],
  [PRINTED_LETTER, object<PrintedLetterParams>({ uri: address, withFindings: yesOrNo })],
]);

/** What each notification must come with. Any that is not here is not for the server. */
export const NOTIFICATIONS: ReadonlyMap<string, Check> = new Map([
  ['initialized', anything],
  ['exit', anything],
  [
    'textDocument/didOpen',
    object<DidOpenTextDocumentParams>({
      textDocument: object<TextDocumentItem>({ uri: address, languageId: text, version: wholeNumber, text }),
    }),
  ],
  [
    'textDocument/didChange',
    object<DidChangeTextDocumentParams>({
      textDocument: object<VersionedTextDocumentIdentifier>({ uri: address, version: wholeNumber }),
      contentChanges: list(
        object<{ range: Range; rangeLength: number; text: string }>({
          range: absentOr(range),
          rangeLength: absentOr(count),
          text,
        }),
      ),
    }),
  ],
  ['textDocument/didClose', object<DidCloseTextDocumentParams>({ textDocument: document.textDocument })],
  ['workspace/didChangeConfiguration', anything],
  [
    'workspace/didChangeWatchedFiles',
    object<DidChangeWatchedFilesParams>({ changes: list(object<FileEvent>({ uri: address, type: wholeNumber })) }),
  ],
  [
    'workspace/didRenameFiles',
    object<RenameFilesParams>({ files: list(object<FileRename>({ oldUri: address, newUri: address })) }),
  ],
  [
    'workspace/didChangeWorkspaceFolders',
    object<DidChangeWorkspaceFoldersParams>({
      event: object<WorkspaceFoldersChangeEvent>({ added: list(folder), removed: list(folder) }),
    }),
  ],
  [TRUST_GRANTED, anything],
  ['workspace/didDeleteFiles', object<DeleteFilesParams>({ files: list(object<FileDelete>({ uri: address })) })],
  ['window/workDoneProgress/cancel', object<{ token: string }>({ token: identifier })],
  ['$/setTrace', object<SetTraceParams>({ value: text })],
  ['$/cancelRequest', object<{ id: string }>({ id: identifier })],
]);
