import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  type DocumentDiagnosticReport,
  ExecuteCommandRequest,
  FileChangeType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Registration,
  RegistrationRequest,
  UnregistrationRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL, PUSH } from './support/client.ts';

const EVERYTHING: ClientCapabilities = {
  ...PULL,
  window: { workDoneProgress: true },
  workspace: { applyEdit: true, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** The findings that are at the client, as the Problems panel has them: what was pushed, and beside it what was pulled. */
const published = new Map<string, readonly Diagnostic[]>();
const pulled = new Map<string, readonly Diagnostic[]>();
const progress: string[] = [];
let registrations: Registration[] = [];
/** What `imr/readLetter` answers; null: the server reads by itself. */
let letters: Map<string, object> | null = null;
let onProgress = (_token: string | number): void => {};
let folder: string;
let client: Client;

const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const rules = (uri: string): readonly unknown[] =>
  [...(published.get(uri) ?? []), ...(pulled.get(uri) ?? [])].map(({ code }) => code);
/** In no order: letters are read a few at a time. */
const shown = (): readonly string[] =>
  [...published]
    .flatMap(([uri, all]) => (all.length > 0 ? [decodeURI(uri.slice(uri.lastIndexOf('/') + 1))] : []))
    .sort();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-workspace-'));
  mkdirSync(join(folder, 'more'));
  write('clean.txt', CLEAN_LETTER);
  write('lost.txt', LETTER_WITH_FINDINGS);
  write('more/lost too.txt', LETTER_WITH_FINDINGS);
  write('notes.txt', 'Minutes of the meeting of 4 May.\n\nNobody came.\n');
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
  rmSync(folder, { recursive: true });
  published.clear();
  pulled.clear();
  progress.length = 0;
  registrations = [];
  letters = null;
  onProgress = () => {};
});

async function start(capabilities: ClientCapabilities): Promise<void> {
  client = await Client.start(capabilities, listen, {
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }],
    initializationOptions: { readsFiles: letters !== null },
  });
}

function listen(connection: ProtocolConnection): void {
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    published.set(uri, diagnostics);
  });
  connection.onRequest(RegistrationRequest.type, (params) => void registrations.push(...params.registrations));
  connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
    const ids = unregisterations.map(({ id }) => id);
    registrations = registrations.filter(({ id }) => !ids.includes(id));
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onRequest('imr/readFile', () => null);
  connection.onRequest('imr/readLetter', ({ uri }: { uri: string }) => letters?.get(uri) ?? { skipped: 'unreadable' });
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, (value) => {
      progress.push(value.kind);
      if (value.kind === 'begin') expect(value).toMatchObject({ title: 'Checking letters', cancellable: true });
      if (value.kind === 'report') onProgress(token);
    });
  });
}

const check = (...uris: readonly string[]): Promise<unknown> =>
  client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'imr.checkLetters', arguments: [uris] });
const checkAll = (): Promise<unknown> =>
  check(...['clean.txt', 'lost.txt', 'more/lost too.txt', 'notes.txt'].map((name) => at(name)));
const tell = (name: string, type: FileChangeType): Promise<void> =>
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: at(name), type }] });

async function open(name: string, text: string): Promise<void> {
  await client.open(at(name), text);
  await pull(name);
}

async function pull(name: string): Promise<void> {
  const report: DocumentDiagnosticReport = await client.pull(at(name));
  pulled.set(at(name), report.kind === 'full' ? report.items : []);
}

async function close(name: string): Promise<void> {
  pulled.delete(at(name));
  await client.close(at(name));
}

describe('a check of all letters', () => {
  it('shows what is found in letters that are not open, and returns the counts', async () => {
    await start(EVERYTHING);
    expect(await checkAll()).toEqual({
      letters: 3,
      findings: 2,
      lettersWithFindings: 2,
      tooLarge: 0,
      unreadable: 0,
      stopped: false,
    });
    expect(shown()).toEqual(['lost too.txt', 'lost.txt']);
    expect(progress).toEqual(['begin', 'report', 'report', 'report', 'report', 'end']);
  });

  it('finds the same as when the letter is opened, misspellings too, the first time already', async () => {
    write('lost.txt', LETTER_WITH_FINDINGS.replace('red flag', 'tendernes'));
    write('.imr.json', '{ "rules": { "missing-decision": "hint" } }');
    await start(EVERYTHING);
    await check(at('lost.txt'));
    const closed = published.get(at('lost.txt')) ?? [];
    expect(closed).toMatchObject([
      {
        code: 'missing-decision',
        severity: 4,
        codeDescription: { href: expect.stringMatching(/missing-decision\.md$/) },
      },
      { code: 'misspelling' },
    ]);
    await open('lost.txt', LETTER_WITH_FINDINGS.replace('red flag', 'tendernes'));
    expect(pulled.get(at('lost.txt'))).toEqual(closed);
  });

  it('leaves out what the team has put aside', async () => {
    await start(EVERYTHING);
    await open('lost.txt', LETTER_WITH_FINDINGS);
    write('.imr-ignore.json', JSON.stringify({ putAside: [await putAsideEntry('lost.txt')] }));
    await close('lost.txt');
    await tell('.imr-ignore.json', FileChangeType.Created);
    expect(await checkAll()).toMatchObject({ letters: 3, findings: 1 });
    expect(shown()).toEqual(['lost too.txt']);
  });

  it('takes the place of the check before, and an empty one takes all back', async () => {
    await start(EVERYTHING);
    await checkAll();
    expect(registrations.map(({ method }) => method)).toHaveLength(2);
    await check(at('lost.txt'));
    expect(shown()).toEqual(['lost.txt']);
    expect(await check()).toMatchObject({ letters: 0 });
    expect(shown()).toEqual([]);
    await expect.poll(() => registrations).toHaveLength(1);
  });

  it('can be stopped: what was found until then stays', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `letter ${i}.txt`);
    for (const name of many) write(name, LETTER_WITH_FINDINGS);
    await start(EVERYTHING);
    onProgress = (token) => void client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    const summary = await check(...many.map((name) => at(name)));
    expect(summary).toMatchObject({ stopped: true });
    expect(shown().length).toBeGreaterThan(0);
    expect(shown().length).toBeLessThan(many.length);
    expect(progress.at(-1)).toBe('end');
  });

  it('reads letters through the client where it can, and counts what it could not check', async () => {
    letters = new Map<string, object>([
      ['vscode-vfs://github/team/lost.txt', { text: LETTER_WITH_FINDINGS }],
      ['vscode-vfs://github/team/notes.txt', { skipped: 'noLetter' }],
      ['vscode-vfs://github/team/log.txt', { skipped: 'tooLarge' }],
    ]);
    await start(EVERYTHING);
    const summary = await check(...letters.keys(), 'vscode-vfs://github/team/gone.txt');
    expect(summary).toMatchObject({ letters: 1, findings: 1, tooLarge: 1, unreadable: 1 });
    expect(shown()).toEqual(['lost.txt']);
  });
});

describe('a finding of a letter that is not open', () => {
  it('is shown once when the letter is opened; closing brings back those of the saved letter', async () => {
    await start(EVERYTHING);
    await checkAll();
    await open('lost.txt', LETTER_WITH_FINDINGS);
    expect(rules(at('lost.txt'))).toEqual(['missing-decision']);
    // The open letter counts, and is shown once, however often all are checked.
    expect(await checkAll()).toMatchObject({ letters: 3, findings: 2 });
    expect(rules(at('lost.txt'))).toEqual(['missing-decision']);
    const heading = { line: 13, character: 'MRI of the left knee'.length };
    await client.edit(at('lost.txt'), 2, { start: heading, end: heading }, ': Upheld');
    await pull('lost.txt');
    expect(rules(at('lost.txt'))).toEqual([]);
    // Not saved.
    await close('lost.txt');
    await expect.poll(() => rules(at('lost.txt'))).toEqual(['missing-decision']);

    await open('lost.txt', LETTER_WITH_FINDINGS);
    write('lost.txt', CLEAN_LETTER);
    await close('lost.txt');
    await check(at('lost.txt'));
    expect(rules(at('lost.txt'))).toEqual([]);
  });

  it('stays while the letter is open without an editor that shows it', async () => {
    await start(EVERYTHING);
    await checkAll();
    await client.open(at('lost.txt'), LETTER_WITH_FINDINGS);
    await checkAll();
    expect(rules(at('lost.txt'))).toEqual(['missing-decision']);
  });

  it('is shown once by a client that takes only what is pushed', async () => {
    await start(PUSH);
    await checkAll();
    await client.open(at('lost.txt'), CLEAN_LETTER);
    await expect.poll(() => rules(at('lost.txt'))).toEqual([]);
    await client.close(at('lost.txt'));
    await expect.poll(() => rules(at('lost.txt'))).toEqual(['missing-decision']);
    expect(registrations).toEqual([]);
  });

  it('follows the file: written, deleted, renamed, alone and with its folder', async () => {
    await start(EVERYTHING);
    await checkAll();
    write('lost.txt', CLEAN_LETTER);
    await tell('lost.txt', FileChangeType.Changed);
    await expect.poll(shown).toEqual(['lost too.txt']);
    write('notes.txt', LETTER_WITH_FINDINGS);
    await tell('notes.txt', FileChangeType.Changed);
    await expect.poll(shown).toEqual(['lost too.txt', 'notes.txt']);
    rmSync(join(folder, 'more'), { recursive: true });
    await tell('more', FileChangeType.Deleted);
    await expect.poll(shown).toEqual(['notes.txt']);

    write('renamed.txt', LETTER_WITH_FINDINGS);
    rmSync(join(folder, 'notes.txt'));
    const files = [{ oldUri: at('notes.txt'), newUri: at('renamed.txt') }];
    await client.connection.sendNotification(DidRenameFilesNotification.type, { files });
    await expect.poll(shown).toEqual(['renamed.txt']);
    rmSync(join(folder, 'renamed.txt'));
    await client.connection.sendNotification(DidDeleteFilesNotification.type, { files: [{ uri: at('renamed.txt') }] });
    await expect.poll(shown).toEqual([]);
  });

  it('follows the team’s files', async () => {
    await start(EVERYTHING);
    await checkAll();
    write('.imr.json', '{ "rules": { "missing-decision": "off" } }');
    await tell('.imr.json', FileChangeType.Created);
    await expect.poll(shown, { timeout: 4000 }).toEqual([]);
    rmSync(join(folder, '.imr.json'));
    await tell('.imr.json', FileChangeType.Deleted);
    await expect.poll(shown, { timeout: 4000 }).toEqual(['lost too.txt', 'lost.txt']);
  });

  it('does not come with files that the check was not about', async () => {
    await start(EVERYTHING);
    await check(at('clean.txt'));
    await tell('lost.txt', FileChangeType.Changed);
    await client.open(at('lost.txt'), LETTER_WITH_FINDINGS);
    await client.close(at('lost.txt'));
    await check(at('clean.txt'));
    expect(shown()).toEqual([]);
  });
});

/** What the quick fix would write for the letter's one finding. */
async function putAsideEntry(name: string): Promise<object> {
  const answer = await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: at(name) },
    range: { start: { line: 13, character: 0 }, end: { line: 13, character: 0 } },
    context: { diagnostics: [] },
  });
  const print = /"fingerprint":"([^"]+)"/.exec(JSON.stringify(answer))?.[1];
  return { rule: 'missing-decision', letter: name, reason: '', date: '', fingerprint: print };
}
