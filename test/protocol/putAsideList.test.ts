import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  ExecuteCommandRequest,
  FileChangeType,
  type FileEvent,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { LETTER_CALLED, PUT_ASIDE_LIST } from '../../server/src/protocol/messages.ts';
import type { PutAsideItem } from '../../server/src/protocol/putAsideList.ts';
import { LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL } from './support/client.ts';

let folder: string;
let client: Client;
/** What the server wrote last. */
let written: string;

const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const list = (): Promise<readonly PutAsideItem[]> =>
  client.connection.sendRequest(PUT_ASIDE_LIST, { files: [at('.imr-ignore.json'), at('other.json')] });
/** Runs a command, and reports the file that it has changed, as an editor that watches files does. */
async function run(command: string, argument: object): Promise<void> {
  await client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
  const changes: FileEvent[] = [{ uri: at('.imr-ignore.json'), type: FileChangeType.Changed }];
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imr-put-aside-'));
  mkdirSync(join(folder, 'more'));
  writeFileSync(join(folder, 'lost.txt'), LETTER_WITH_FINDINGS);
  writeFileSync(join(folder, 'more/CM16-0999007.txt'), LETTER_WITH_FINDINGS);
  writeFileSync(join(folder, 'other.json'), '{ "putAside": [{ "rule": "a", "letter": "b", "fingerprint": "v1:c" }] }');
  written = '';
  client = await Client.start(
    { ...PULL, workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } } },
    (connection) => {
      connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
        // The file has the one entry, or none: an edit of all of it, or of its end.
        for (const change of edit.documentChanges ?? []) {
          if (!TextDocumentEdit.is(change)) continue;
          written = change.edits.map((each) => ('newText' in each ? each.newText : '')).join('');
          writeFileSync(join(folder, '.imr-ignore.json'), written === '' ? '{ "putAside": [] }' : written);
        }
        return { applied: true };
      });
    },
    { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }] },
  );
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
  rmSync(folder, { recursive: true });
});

it('what was put aside is listed with its words as long as its letter is open, and brought back without it', async () => {
  expect(await list()).toEqual([]);
  await client.open(at('lost.txt'), LETTER_WITH_FINDINGS);
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: at('lost.txt') },
    range: all,
    context: { diagnostics: [] },
  });
  const action = (actions ?? []).find((each): each is CodeAction => each.title.startsWith('Put aside'));
  await run('imr.putAside', { ...action?.command?.arguments?.[0], reason: 'agreed', by: ' J. R. ' });
  const [item, ...others] = await list();
  expect(others).toEqual([]);
  expect(item).toMatchObject({ letter: 'lost.txt', reason: 'agreed', by: 'J. R.', open: { uri: at('lost.txt') } });
  expect(item?.open?.words).not.toBe('');
  expect(item?.open?.place).not.toBeNull();

  await client.close(at('lost.txt'));
  expect((await list())[0]?.open).toBeNull();
  const { file = '', letter = '', rule = '', fingerprint = '' } = item ?? {};
  await run('imr.bringBack', { uri: at('lost.txt'), letter, rule, fingerprint });
  expect(await list()).toHaveLength(1);
  await run('imr.bringBack', { uri: file, letter, rule, fingerprint });
  expect(await list()).toEqual([]);
});

it('a letter is found by what a file calls it', async () => {
  const called = (name: string): Promise<string | null> => client.connection.sendRequest(LETTER_CALLED, { name });
  expect(await called('LOST.txt')).toBe(at('lost.txt'));
  expect(await called('CM16-0999007')).toBe(at('more/CM16-0999007.txt'));
  expect(await called('CM16-0999008')).toBeNull();
});
