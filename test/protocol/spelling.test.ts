import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  ExecuteCommandRequest,
  PublishDiagnosticsNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { MISSPELT_LETTER } from '../support/letters.ts';
import { Client, PULL, PUSH } from './support/client.ts';

const WORD = { start: { line: 19, character: 32 }, end: { line: 19, character: 41 } };

const EVERYTHING: ClientCapabilities = {
  ...PULL,
  workspace: {
    applyEdit: true,
    configuration: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

let folder: string;
let client: Client;
let refreshes = 0;
let userWords: readonly string[] = [];
const published: (readonly Diagnostic[])[] = [];
const applied: WorkspaceEdit[] = [];
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-spelling-'));
  refreshes = 0;
  userWords = [];
  published.length = 0;
  applied.length = 0;
});
afterEach(async () => {
  expect(client.errors).toBe('');
  expect(await client.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

async function start(capabilities: ClientCapabilities): Promise<void> {
  client = await Client.start(
    capabilities,
    (connection) => {
      connection.onRequest(DiagnosticRefreshRequest.type, () => {
        refreshes++;
      });
      connection.onRequest(ConfigurationRequest.type, ({ items }) =>
        items.map(({ section }) => (section === 'imr.dictionary.userWords' ? userWords : null)),
      );
      connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
        applied.push(edit);
        return { applied: true };
      });
      connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
        published.push(diagnostics);
      });
    },
    { initializationOptions: { keepsUserWords: true } },
  );
}

const misspellings = (report: DocumentDiagnosticReport): readonly Diagnostic[] =>
  report.kind === 'full' ? report.items.filter(({ code }) => code === 'misspelling') : [];

/** Pulls until the dictionary is there. */
async function found(uri: string): Promise<readonly Diagnostic[]> {
  await client.open(uri, MISSPELT_LETTER);
  await client.pull(uri);
  await expect.poll(() => refreshes).toBe(1);
  return misspellings(await client.pull(uri));
}

describe('spelling', () => {
  it('comes after the first findings, with a refresh', async () => {
    await start(EVERYTHING);
    await client.open(uriOf('letter.txt'), MISSPELT_LETTER);
    const first = await client.pull(uriOf('letter.txt'));
    expect(misspellings(first)).toEqual([]);
    await expect.poll(() => refreshes).toBe(1);
    const resultId = first.kind === 'full' ? first.resultId : undefined;
    expect(misspellings(await client.pull(uriOf('letter.txt'), resultId))).toMatchObject([
      { range: WORD, message: 'Possible misspelling: “tendernes”.' },
    ]);
  });

  it('is pushed to a client that does not pull', async () => {
    await start(PUSH);
    await client.open(uriOf('letter.txt'), MISSPELT_LETTER);
    await expect.poll(() => published.at(-1)?.map(({ code }) => code)).toContain('misspelling');
    expect(published[0]?.map(({ code }) => code)).not.toContain('misspelling');
  });

  it('goes by the words of the team', async () => {
    writeFileSync(join(folder, '.imr.json'), '{ "dictionary": { "words": ["Tendernes"] } }');
    await start(EVERYTHING);
    expect(await found(uriOf('letter.txt'))).toEqual([]);
  });

  it('goes by the words of the user, as soon as they change', async () => {
    await start(EVERYTHING);
    expect(await found(uriOf('letter.txt'))).toHaveLength(1);
    userWords = ['tendernes'];
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await expect.poll(() => refreshes).toBe(2);
    expect(misspellings(await client.pull(uriOf('letter.txt')))).toEqual([]);
  });

  it('offers the right word, and the dictionaries', async () => {
    await start(EVERYTHING);
    const uri = uriOf('letter.txt');
    expect(await found(uri)).toHaveLength(1);
    const answer = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: WORD,
      context: { diagnostics: [] },
    });
    const actions = (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
    expect(actions.map(({ title }) => title)).toEqual([
      'Change “tendernes” to “tenderness”',
      'Add “tendernes” to the letter dictionary of this folder',
      'Add “tendernes” to the letter dictionary of your own',
      expect.stringContaining('Put aside'),
    ]);
    expect(actions[2]?.command).toMatchObject({ command: 'imr.addUserWord', arguments: ['tendernes'] });
    const command = actions[1]?.command;
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command?.command ?? '',
      arguments: command?.arguments ?? [],
    });
    expect(applied).toMatchObject([
      {
        documentChanges: [
          { kind: 'create', uri: uriOf('.imr.json') },
          { edits: [{ newText: expect.stringContaining('"tendernes"') }] },
        ],
      },
    ]);
  });
});
