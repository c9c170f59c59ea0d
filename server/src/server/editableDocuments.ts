import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Where editors keep what nobody edits: the old side of a comparison, a file's history, a commit, a pull request. A client
 * that knows better does not open such documents here.
 */
const READ_ONLY_SCHEMES: ReadonlySet<string> = new Set([
  'conflictresolution',
  'diffview',
  'fugitive',
  'git',
  'gitfs',
  'githubcommit',
  'githubpr',
  'gitlens',
  'gitlens-git',
  'hg',
  'output',
  'pr',
  'review',
  'showmodifications',
  'svn',
  'vscode-local-history',
  'vscode-scm',
]);

const isEditable = (uri: string): boolean => !READ_ONLY_SCHEMES.has(uri.slice(0, uri.indexOf(':')).toLowerCase());

type Source = Parameters<TextDocuments<TextDocument>['listen']>[0];

/** Only documents that can be edited are letters, and files beside letters: the others are as if they were not open. */
export const editableDocuments = (connection: Source): Source => ({
  ...connection,
  onDidOpenTextDocument: (opened) =>
    connection.onDidOpenTextDocument((params) => (isEditable(params.textDocument.uri) ? opened(params) : undefined)),
});
