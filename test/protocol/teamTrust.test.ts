import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  ConfigurationRequest,
  type Diagnostic,
  DidChangeWorkspaceFoldersNotification,
  ExecuteCommandRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { LETTER_WITH_FINDINGS as LETTER } from '../support/letters.ts';
import { Client, PUSH } from './support/client.ts';

const FACTS = {
  name: 'Ours',
  abbreviations: [{ id: 'own-zq', forms: ['ZQ'], meanings: ['zebra quotient'], source: 'ours', certainty: 'seen' }],
};
const CAPABILITIES: ClientCapabilities = {
  ...PUSH,
  workspace: { applyEdit: true, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

let folder: string;
let client: Client;
let published: Map<string, readonly Diagnostic[]>;
let messages: string[];
let watched: string[];
let applied: WorkspaceEdit[];
let settings: Record<string, unknown>;
/** What `imr/readFile` answers, by address; null: the client does not answer it. */
let files: Map<string, unknown> | null;
let asked: string[];
/** Called before an edit is answered. */
let applies: () => boolean | Promise<boolean>;

const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const write = (name: string, value: string | Buffer | object): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(
    join(folder, name),
    typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value),
  );
};

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'imr-trust-')));
  published = new Map();
  [messages, watched, applied, asked] = [[], [], [], []];
  settings = {};
  files = null;
  applies = () => true;
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
  rmSync(folder, { recursive: true });
});

const prepare = (connection: ProtocolConnection): void => {
  connection.onNotification(
    PublishDiagnosticsNotification.type,
    ({ uri, diagnostics }) => void published.set(uri, diagnostics),
  );
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
  connection.onRequest(
    RegistrationRequest.type,
    ({ registrations }) => void watched.push(JSON.stringify(registrations)),
  );
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section = '' }) => settings[section] ?? null),
  );
  connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
    applied.push(edit);
    return { applied: await applies() };
  });
  connection.onRequest('imr/readFile', ({ uri }: { uri: string }) => {
    asked.push(uri);
    return files?.get(uri) ?? null;
  });
};

async function start(root = 'team', isTrusted?: boolean): Promise<void> {
  const workspaceFolders = [{ uri: root.includes(':') ? root : at(root), name: 'letters' }];
  const initializationOptions = { readsFiles: files !== null, ...(isTrusted === undefined ? {} : { isTrusted }) };
  client = await Client.start(CAPABILITIES, prepare, { workspaceFolders, initializationOptions });
}

/** The facts that the letter is compared with, as the catalogue shows them. */
const catalogue = (letter: string): Promise<string> =>
  client.connection.sendRequest('imr/guidelineCatalogue', { uri: letter });
const hasOwnFacts = async (letter: string): Promise<boolean> => (await catalogue(letter)).includes('zebra quotient');
const told = (uri: string): readonly (readonly [unknown, number | undefined])[] =>
  (published.get(uri) ?? []).map(({ message, severity }) => [message, severity]);
const putAside = (letter: string): Promise<unknown> =>
  client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'imr.putAside',
    arguments: [{ uri: letter, rule: 'missing-decision', fingerprint: `v1:${'0'.repeat(32)}`, reason: 'why' }],
  });

describe('A folder that is opened', () => {
  it('has files outside of it neither read, watched nor judged, whatever its own file names', async () => {
    write('secret.json', 'root:x:0:0:');
    write('team/a.txt', LETTER);
    const outside = [
      '../secret.json',
      join(folder, 'secret.json'),
      at('secret.json'),
      '/etc/passwd',
      'file:///etc/passwd',
    ];
    const elsewhere = ['http://example.org/x', 'file://host/share/x', '\\\\host\\share\\x'];
    write('team/sub/x.txt', '');
    symlinkSync('../../secret.json', join(folder, 'team', 'sub', 'link.json'));
    write('team/.imr.json', { guidelines: { files: [...outside, ...elsewhere, 'sub/link.json'] } });
    await start();
    await client.open(at('team/a.txt'), LETTER);
    const config = at('team/.imr.json');
    await expect.poll(() => told(config).length).toBe(outside.length + elsewhere.length + 1);
    const kinds = told(config).map(
      ([message]) => /is outside|is not on this machine|is a link/.exec(String(message))?.[0],
    );
    expect(kinds).toEqual([
      ...outside.map(() => 'is outside'),
      ...elsewhere.map(() => 'is not on this machine'),
      'is a link',
    ]);
    expect([...published.keys()].filter((uri) => uri !== config && uri !== at('team/a.txt'))).toEqual([]);
    expect(watched.filter((each) => /secret|passwd|share|link/.test(each))).toEqual([]);
    expect(messages).toEqual([]);
  });

  it('is not left by a client that reads files either', async () => {
    const root = 'vscode-vfs://github/o/r/';
    files = new Map([
      [`${root}.imr.json`, JSON.stringify({ guidelines: { files: ['../s/x.json', 'file:///etc/passwd', 'in.json'] } })],
      [`${root}in.json`, JSON.stringify(FACTS)],
    ]);
    await start(root);
    await client.open(`${root}a.txt`, LETTER);
    expect(await hasOwnFacts(`${root}a.txt`)).toBe(true);
    expect(asked.filter((uri) => !uri.startsWith(root))).toEqual([]);
    await expect.poll(() => told(`${root}.imr.json`).map(([, severity]) => severity)).toEqual([1, 1]);
  });

  it('and is not trusted has its guideline files read only when it is', async () => {
    write('team/a.txt', LETTER);
    write('team/own.json', FACTS);
    write('mine.json', FACTS);
    write('team/.imr.json', { guidelines: { files: ['own.json'] }, rules: { 'missing-decision': 'hint' } });
    settings = { 'imr.guidelines.files': ['own.json'] };
    await start('team', false);
    await client.open(at('team/a.txt'), LETTER);
    expect(await hasOwnFacts(at('team/a.txt'))).toBe(false);
    // What only changes how findings are shown counts.
    await expect.poll(() => told(at('team/a.txt'))).toEqual([[expect.any(String), 4]]);
    await expect
      .poll(() => told(at('team/.imr.json')))
      .toEqual([['“own.json” is not read in Restricted Mode. Trust the folder to use its guideline facts.', 3]]);
    expect(messages).toEqual([]);
    await client.connection.sendNotification('imr/trustGranted');
    await expect.poll(() => hasOwnFacts(at('team/a.txt'))).toBe(true);
    await expect.poll(() => told(at('team/.imr.json'))).toEqual([]);
  });

  it('has files of the user’s own settings read, wherever they lie on this machine, and nowhere else', async () => {
    write('team/a.txt', LETTER);
    write('mine.json', FACTS);
    settings = { 'imr.guidelines.files': [join(folder, 'mine.json'), 'https://example.org/x'] };
    await start('team', false);
    await client.open(at('team/a.txt'), LETTER);
    expect(await hasOwnFacts(at('team/a.txt'))).toBe(true);
    await expect
      .poll(() => messages)
      .toEqual([
        'The setting “imr.guidelines.files”: “https://example.org/x” is not on this machine. Guideline files are never fetched from elsewhere: save a copy here.',
      ]);
  });

  it('later counts from then on', async () => {
    write('a.txt', LETTER);
    write('.imr.json', { rules: { 'missing-decision': 'hint' } });
    write('inner/b.txt', LETTER);
    await start('inner');
    await client.open(at('inner/b.txt'), LETTER);
    await expect.poll(() => told(at('inner/b.txt'))).toEqual([[expect.any(String), 1]]);
    const folders = { added: [{ uri: at('.'), name: 'all' }], removed: [] };
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event: folders });
    await expect.poll(() => told(at('inner/b.txt'))).toEqual([[expect.any(String), 4]]);
  });
});

describe('A file of the team that cannot be read', () => {
  it.runIf(process.platform !== 'win32')('says so at its own address; nothing is put aside in it', async () => {
    write('team/.imr-ignore.json', Buffer.from([...Buffer.from('{ "putAside": [] } // caf'), 0xe9]));
    symlinkSync('/dev/zero', join(folder, 'team', '.imr.json'));
    await start();
    await client.open(at('team/a.txt'), LETTER);
    await expect
      .poll(() => told(at('team/.imr.json')))
      .toEqual([['This file is not used: it is not a regular file but a folder, a pipe, a device, or the like.', 1]]);
    await expect
      .poll(() => told(at('team/.imr-ignore.json')))
      .toEqual([['This file is not used: it is not UTF-8 text; save it as UTF-8.', 1]]);
    expect(await putAside(at('team/a.txt'))).toBeNull();
    expect(applied).toEqual([]);
    expect(messages).toEqual([
      'Nothing was put aside: .imr-ignore.json cannot be changed, because it is not UTF-8 text; save it as UTF-8.',
    ]);
  });

  it('is as deep as a well, and the server goes on', async () => {
    write('team/.imr.json', '['.repeat(5000));
    await start();
    await client.open(at('team/a.txt'), LETTER);
    await expect.poll(() => told(at('team/.imr.json'))).toEqual([[expect.stringMatching(/more than 50 deep/), 1]]);
    expect(published.get(at('team/.imr.json'))?.[0]?.range.start).toEqual({ line: 0, character: 50 });
    await expect.poll(() => told(at('team/a.txt'))).toHaveLength(1);
  });

  it('comes from a client that reads files', async () => {
    const root = 'vscode-vfs://github/o/r/';
    files = new Map<string, unknown>([
      [`${root}.imr.json`, { kind: 'unreadable', reason: 'you have no permission to read it' }],
      [`${root}.imr-ignore.json`, { kind: 'text', text: '{ "putAside": "\uFFFD" }' }],
    ]);
    await start(root);
    await client.open(`${root}a.txt`, LETTER);
    await expect
      .poll(() => told(`${root}.imr.json`))
      .toEqual([['This file is not used: you have no permission to read it.', 1]]);
    expect(await putAside(`${root}a.txt`)).toBeNull();
    expect(messages).toEqual([expect.stringContaining('it holds characters that could not be read')]);
  });
});

describe('A change of a team’s file', () => {
  it('is made of what it holds at that moment, though it was read before', async () => {
    write('team/.imr-ignore.json', '{ "putAside": [] }');
    await start();
    await client.open(at('team/a.txt'), LETTER);
    await expect.poll(() => told(at('team/a.txt'))).toHaveLength(1);
    // Nothing reports this to the server.
    write('team/.imr-ignore.json', '{\n  // ours\n  "putAside": [\n  ]\n}');
    await putAside(at('team/a.txt'));
    expect(applied[0]?.documentChanges).toMatchObject([{ edits: [{ range: { start: { line: 2, character: 15 } } }] }]);
  });

  it('is about the version that is open, and is made again where that was refused', async () => {
    const uri = at('team/.imr-ignore.json');
    write('team/.imr-ignore.json', '');
    await start();
    await client.open(at('team/a.txt'), LETTER);
    await client.open(uri, '{ "putAside": [] }');
    applies = async () => {
      if (applied.length > 1) return true;
      await client.edit(uri, 2, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '// theirs\n');
      return false;
    };
    expect(await putAside(at('team/a.txt'))).toEqual({ uri });
    expect(applied.map(({ documentChanges }) => documentChanges)).toMatchObject([
      [{ textDocument: { version: 1 }, edits: [{ range: { start: { line: 0 } } }] }],
      [{ textDocument: { version: 2 }, edits: [{ range: { start: { line: 1 } } }] }],
    ]);
    applies = () => false;
    expect(await putAside(at('team/a.txt'))).toBeNull();
    expect(messages).toEqual([expect.stringContaining('the editor did not accept the change; try again')]);
  });
});
