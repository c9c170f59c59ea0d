import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Registration,
  RegistrationRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { LIST_LETTERS, PRECEDENTS, READ_LETTER } from '../../server/src/protocol/messages.ts';
import type { Precedents } from '../../server/src/protocol/precedents.ts';
import { CLEAN_LETTER as LETTER } from '../support/letters.ts';
import { Client, PULL } from './support/client.ts';

const WATCHING = { ...PULL, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

let folder: string;
let client: Client;
let registrations: Registration[];
/** What the server requested of the client. */
let asked: string[];

const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const names = (found: Precedents | null): readonly string[] =>
  (found?.alike ?? []).map(({ file }) => file.slice(file.lastIndexOf('/') + 1));
const precedentsOf = (name: string, line = 13): Promise<Precedents | null> =>
  client.connection.sendRequest(PRECEDENTS, { uri: at(name), line });
const symbols = async (query: string): Promise<readonly string[]> => {
  const found: readonly WorkspaceSymbol[] | null = await client.connection.sendRequest(WorkspaceSymbolRequest.method, {
    query,
  });
  return (found ?? []).map(({ name, containerName }) => `${name} (${containerName})`);
};
const tell = (...changes: readonly (readonly [name: string, type: FileChangeType])[]): Promise<void> =>
  client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: changes.map(([name, type]) => ({ uri: at(name), type })),
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-precedents-'));
  mkdirSync(join(folder, 'more'));
  write('asked.txt', LETTER);
  write('more/same.txt', LETTER);
  write('shoulder.txt', LETTER.replaceAll('left knee', 'right shoulder'));
  write('drug.txt', LETTER.replaceAll('MRI of the left knee', 'Norco 10/325 mg #60'));
  write('notes.txt', 'Minutes of the meeting of 4 May.\n');
  registrations = [];
  asked = [];
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
  rmSync(folder, { recursive: true });
});

async function start(readsFiles = false): Promise<void> {
  client = await Client.start(
    WATCHING,
    (connection) => {
      connection.onRequest(RegistrationRequest.type, (params) => void registrations.push(...params.registrations));
      connection.onRequest(LIST_LETTERS, () => {
        asked.push('list');
        return [at('asked.txt'), at('far.txt')];
      });
      connection.onRequest(READ_LETTER, ({ uri }: { uri: string }) => {
        asked.push(uri.slice(uri.lastIndexOf('/') + 1));
        return { text: LETTER };
      });
    },
    { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }], initializationOptions: { readsFiles } },
  );
  await client.open(at('asked.txt'), LETTER);
}

describe('letters like the one that is open', () => {
  it('are found in the folder, the most alike first, without the letter itself', async () => {
    await start();
    const found = await precedentsOf('asked.txt');
    expect(names(found)).toEqual(['same.txt', 'shoulder.txt']);
    expect(found).toMatchObject({ letters: 3, fared: { upheld: 2, overturned: 0, undecided: 0 } });
    expect(await precedentsOf('asked.txt', 1)).toBeNull();
    expect(await precedentsOf('none.txt')).toBeNull();
  });

  it('are each letter of a file, those beside the asked one too', async () => {
    const second = LETTER.replaceAll('left knee', 'left ankle');
    write('both.txt', `Case Number: CM16-0990301\n\n${LETTER}\nCase Number: CM16-0990302\n\n${second}`);
    await start();
    expect(await precedentsOf('asked.txt')).toMatchObject({ letters: 5, fared: { upheld: 4 } });
    expect(await symbols('ankle')).toEqual(['MRI of the left ankle: Upheld (CM16-0990302)']);
    const places: readonly WorkspaceSymbol[] | null = await client.connection.sendRequest(
      WorkspaceSymbolRequest.method,
      { query: 'CM16-0990302' },
    );
    const line = LETTER.split('\n').length + 2;
    expect(places?.[0]?.location).toMatchObject({ range: { start: { line } } });
    await client.open(at('both.txt'), `Case Number: CM16-0990301\n\n${LETTER}\nCase Number: CM16-0990302\n\n${second}`);
    const found = await precedentsOf('both.txt', line + 15);
    expect(found?.asked.treatment).toBe('MRI of the left ankle');
    expect(names(found)).toContain('both.txt');
    expect(found?.letters).toBe(5);
  });

  it('are not looked for before someone asks', async () => {
    await start(true);
    await client.pull(at('asked.txt'));
    expect(asked).toEqual([]);
    expect(JSON.stringify(registrations)).not.toContain('"globPattern":"**"');
    expect(names(await precedentsOf('asked.txt'))).toEqual(['far.txt']);
    // The open letter is there as it is.
    expect(asked.toSorted()).toEqual(['asked.txt', 'far.txt', 'list']);
    await precedentsOf('asked.txt');
    expect(asked).toHaveLength(3);
  });

  it('follow the files, and what is typed', async () => {
    await start();
    await precedentsOf('asked.txt');
    expect(JSON.stringify(registrations)).toContain('"globPattern":"**"');
    write('new.txt', LETTER.replaceAll('left', 'right'));
    rmSync(join(folder, 'more'), { recursive: true });
    write('drug.txt', LETTER);
    await tell(
      ['new.txt', FileChangeType.Created],
      ['more', FileChangeType.Deleted],
      ['drug.txt', FileChangeType.Changed],
    );
    expect(names(await precedentsOf('asked.txt')).toSorted()).toEqual(['drug.txt', 'new.txt', 'shoulder.txt']);

    await client.open(at('new.txt'), LETTER.replaceAll('MRI of the left knee', 'Norco 10/325 mg #60'));
    expect(names(await precedentsOf('asked.txt')).toSorted()).toEqual(['drug.txt', 'shoulder.txt']);
    await client.close(at('new.txt'));
    expect(names(await precedentsOf('asked.txt')).toSorted()).toEqual(['drug.txt', 'new.txt', 'shoulder.txt']);
  });
});

describe('symbols of the workspace', () => {
  it('are the cases and treatments of all letters, with their decisions', async () => {
    await start();
    // A list that opens does not wait for all letters; this does.
    await precedentsOf('asked.txt');
    expect((await symbols('')).toSorted()).toEqual([
      'MRI of the left knee: Upheld (asked.txt)',
      'MRI of the left knee: Upheld (same.txt)',
      'MRI of the right shoulder: Upheld (shoulder.txt)',
      'Norco 10/325 mg #60: Upheld (drug.txt)',
    ]);
    expect(await symbols('upheld shldr')).toEqual(['MRI of the right shoulder: Upheld (shoulder.txt)']);
    expect(await symbols('overturned')).toEqual([]);
  });
});
