import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchFiles } from '../../../server/src/host/fileSearch.ts';
import { THIS_MACHINE, type WalkedFiles } from '../../../server/src/host/walk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-search-'));
  for (const name of ['open/a.txt', 'open/b.txt', 'locked/c.txt', 'open/deep/d.imr', 'e.txt']) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const denied = (): Promise<never> => Promise.reject(Object.assign(new Error('secret'), { code: 'EACCES' }));

async function search(files: WalkedFiles, ...names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const candidate of searchFiles(names, files)) {
    const path = relative(folder, candidate.path);
    found.push(candidate.kind === 'fault' ? `${path}: ${candidate.reason}` : `${path} ${candidate.kind}`);
  }
  return found;
}

describe('A search', () => {
  it('names a folder and a file that it may not read, and goes on', async () => {
    const files: WalkedFiles = {
      readdir: (path) => (path.endsWith('locked') ? denied() : THIS_MACHINE.readdir(path)),
      stat: (path) => (path.endsWith('b.txt') ? denied() : THIS_MACHINE.stat(path)),
    };
    const reason = 'you have no permission to read it';
    expect(await search(files, folder)).toEqual([
      'e.txt found',
      `locked: ${reason}`,
      'open/a.txt found',
      `open/b.txt: ${reason}`,
      'open/deep/d.imr found',
    ]);
    expect(await search(files, join(folder, 'locked'))).toEqual([`locked: ${reason}`]);
  });

  it('takes each path for a file of its own where the file system numbers nothing', async () => {
    const files: WalkedFiles = {
      ...THIS_MACHINE,
      stat: async (path) => Object.assign(await THIS_MACHINE.stat(path), { ino: 0n }),
    };
    expect(await search(files, folder)).toHaveLength(5);
  });

  it('looks into no more folders than a pattern can match', async () => {
    const visited: string[] = [];
    const files: WalkedFiles = {
      ...THIS_MACHINE,
      readdir: (path) => {
        visited.push(relative(folder, path));
        return THIS_MACHINE.readdir(path);
      },
    };
    expect(await search(files, join(folder, '*.txt'))).toEqual(['e.txt found']);
    expect(await search(files, join(folder, 'open/*.txt'))).toEqual(['open/a.txt found', 'open/b.txt found']);
    expect(visited).toEqual(['', 'open']);
  });

  it('takes a file that is named for named, wherever it is come upon', async () => {
    const found = await search(THIS_MACHINE, join(folder, 'open'), join(folder, 'open/b.txt'), join(folder, 'e.txt'));
    expect(found).toEqual(['open/a.txt found', 'open/b.txt named', 'open/deep/d.imr found', 'e.txt named']);
  });
});
