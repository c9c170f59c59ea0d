import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Changed, changeFile } from '../../server/src/host/changeFile.ts';
import type { PutAside } from '../../server/src/team/putAside.ts';
import { readPutAside } from '../../server/src/team/putAside.ts';
import { addEntries } from '../../server/src/team/putAsideEdits.ts';
import { MemoryDisk } from './memoryDisk.ts';

const entry = (letter: string): PutAside => ({
  letter,
  rule: 'missing-citation',
  reason: '',
  date: '2026-03-14',
  fingerprint: `v1:${'0'.repeat(32)}`,
});
const add =
  (...letters: readonly string[]) =>
  (source: string) =>
    addEntries(source, letters.map(entry));
const lettersOf = (source: string | null): readonly string[] => {
  const { entries, problems } = readPutAside(source ?? '');
  expect(problems).toEqual([]);
  return entries.map(({ letter }) => letter);
};

const FILE = '/team/.imr-ignore.json';
const BEFORE = `{ "putAside": [${JSON.stringify(entry('first.txt'))}] }\n`;

function diskWith(text: string | Uint8Array | null): MemoryDisk {
  const disk = new MemoryDisk();
  disk.put('/team/letter.txt', '');
  if (text !== null) disk.put(FILE, text);
  return disk;
}

/** The steps of a change that goes well. */
async function stepsOf(text: string | null): Promise<readonly string[]> {
  const disk = diskWith(text);
  await changeFile(FILE, add('second.txt'), disk);
  return disk.steps;
}

describe('A file that is changed', () => {
  it.each([
    ['has its old entries and the new one', BEFORE, ['first.txt', 'second.txt']],
    ['is made where there was none', null, ['second.txt']],
    ['is not written where it says so already', `{ "putAside": [${JSON.stringify(entry('second.txt'))}] }`, null],
  ])('%s', async (_, text, letters) => {
    const disk = diskWith(text);
    const changed = await changeFile(FILE, add('second.txt'), disk);
    expect(changed).toEqual(letters === null ? { kind: 'unchanged' } : { kind: 'written', count: 1 });
    if (letters === null) expect(disk.text(FILE)).toBe(text);
    else expect(lettersOf(disk.text(FILE))).toEqual(letters);
    expect([...disk.files.keys()].sort()).toEqual([FILE, '/team/letter.txt']);
  });

  it('is whole, old or new, whenever the program is killed or the power fails; and the next one can go on', async () => {
    for (const text of [BEFORE, null]) {
      const steps = await stepsOf(text);
      expect(steps.filter((step) => step.startsWith('sync ')).length).toBe(2);
      for (let at = 0; at < steps.length; at++) {
        const disk = diskWith(text);
        disk.killedAt = at;
        await changeFile(FILE, add('second.txt'), disk);
        for (const now of [disk, disk.restarted()]) {
          const old = text === null ? [[], null] : [['first.txt'], BEFORE];
          const left = now.text(FILE);
          const isNew = lettersOf(left).includes('second.txt');
          if (!isNew) expect([lettersOf(left), left], steps[at]).toEqual(old);
          else expect(lettersOf(left)).toEqual([...(text === null ? [] : ['first.txt']), 'second.txt']);
        }
        const next = disk.restarted();
        expect(await changeFile(FILE, add('third.txt'), next)).toEqual({ kind: 'written', count: 1 });
        expect(lettersOf(next.text(FILE))).toContain('third.txt');
        // Nothing is left of the one that was killed.
        expect([...next.files.keys()].sort(), steps[at]).toEqual([FILE, '/team/letter.txt']);
      }
    }
  });

  it('stays as it was on a full disk, however much room is left', async () => {
    for (const text of [BEFORE, null]) {
      for (let room = 0; room < 130; room += 7) {
        const disk = diskWith(text);
        disk.room = room;
        expect(await changeFile(FILE, add('second.txt'), disk)).toEqual({
          kind: 'refused',
          reason: 'the disk is full',
        });
        expect(disk.text(FILE)).toBe(text);
        expect([...disk.files.keys()].filter((path) => path !== FILE)).toEqual(['/team/letter.txt']);
      }
    }
  });

  it('keeps what someone else wrote at any moment before it was replaced', async () => {
    const steps = await stepsOf(BEFORE);
    const replaced = steps.findIndex((step) => step.startsWith('rename '));
    expect(replaced).toBeGreaterThan(5);
    for (let at = 0; at < replaced; at++) {
      const disk = diskWith(BEFORE);
      disk.meanwhile = () => {
        if (disk.steps.length !== at + 1) return;
        const theirs = add('theirs.txt')(disk.text(FILE) ?? '');
        if (theirs.kind === 'edits')
          disk.put(FILE, BEFORE.replace('] }', `, ${JSON.stringify(entry('theirs.txt'))}] }`));
      };
      expect(await changeFile(FILE, add('second.txt'), disk), steps[at]).toEqual({ kind: 'written', count: 1 });
      expect(lettersOf(disk.text(FILE)), steps[at]).toEqual(['first.txt', 'theirs.txt', 'second.txt']);
    }
  });

  it('is given up where someone else never stops writing, or is writing', async () => {
    const busy = diskWith(BEFORE);
    let turn = 0;
    busy.meanwhile = (step) => {
      if (step.startsWith('sync ')) busy.put(FILE, `${BEFORE}${' '.repeat(turn++)}`);
    };
    expect(await changeFile(FILE, add('second.txt'), busy)).toMatchObject({
      reason: expect.stringMatching(/keeps changing/),
    });
    const locked = diskWith(BEFORE);
    locked.put(`${FILE}.lock`, 'someone');
    const refusal = await changeFile(FILE, add('second.txt'), locked);
    expect(refusal).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('delete “.imr-ignore.json.lock”'),
    });
    expect(locked.text(FILE)).toBe(BEFORE);
    expect(locked.text(`${FILE}.lock`)).toBe('someone');
  });

  it('removes nothing that a lock does not name as its own', async () => {
    for (const name of ['letter.txt', '../team/letter.txt', '.imr-ignore.json', '.imr-ignore.json.x/../letter.new']) {
      const disk = diskWith(BEFORE);
      disk.put('/team/.imr-ignore.json.x/../letter.new', 'mine');
      disk.put(`${FILE}.lock`, name);
      disk.clock += 120_000;
      expect(await changeFile(FILE, add('second.txt'), disk)).toMatchObject({ kind: 'written' });
      expect([...disk.files.keys()]).toEqual(
        expect.arrayContaining(['/team/letter.txt', '/team/.imr-ignore.json.x/../letter.new']),
      );
    }
  });

  it.each<[string, string | Uint8Array, string]>([
    ['is in Latin-1', Uint8Array.from([0x7b, 0x7d, 0x2f, 0x2f, 0xe9]), 'it is not UTF-8 text; save it as UTF-8'],
    ['is in UTF-16', Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), 'it is not UTF-8 text; save it as UTF-8'],
    [
      'lost characters',
      '{} // caf\uFFFD',
      'it holds characters that could not be read (\uFFFD); save it as UTF-8 first',
    ],
    ['has mistakes', '{ "putAside": [', 'it has mistakes; correct them first'],
    ['would be too large', `{ "$schema": "${'x'.repeat(4_999_950)}" }`, 'it would become too large to be read again'],
  ])('is left as it is where it %s', async (_, text, reason) => {
    const disk = diskWith(text);
    const before = disk.files.get(FILE)?.bytes;
    expect(await changeFile(FILE, add('second.txt'), disk)).toEqual({ kind: 'refused', reason });
    expect(disk.files.get(FILE)?.bytes).toBe(before);
  });

  it('is left as it is where it is protected, or a link that leads nowhere', async () => {
    const disk = diskWith(null);
    disk.put(FILE, BEFORE, 0o100444);
    expect(await changeFile(FILE, add('second.txt'), disk)).toEqual({
      kind: 'refused',
      reason: 'it is write-protected',
    });
    const linked = diskWith(null);
    linked.links.set(FILE, '/elsewhere/none.json');
    expect(await changeFile(FILE, add('second.txt'), linked)).toEqual({
      kind: 'refused',
      reason: 'it is a link that leads to no file',
    });
    linked.links.set(FILE, FILE);
    expect(await changeFile(FILE, add('second.txt'), linked)).toEqual({
      kind: 'refused',
      reason: 'it is a link that leads back to itself',
    });
    expect(linked.files.has(FILE)).toBe(false);
  });
});

describe('On a real disk', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'imr-change-'));
    file = join(folder, '.imr-ignore.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const WRITTEN: Changed = { kind: 'written', count: 1 };

  it('a file keeps its byte order mark, its line ends and its permissions, and is the only one that is left', async () => {
    writeFileSync(file, `\uFEFF{\r\n  "putAside": [\r\n  ]\r\n}\r\n`);
    chmodSync(file, 0o664);
    expect(await changeFile(file, add('a.txt'))).toEqual(WRITTEN);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^\uFEFF\{\r\n {2}"putAside": \[\r\n.*a\.txt.*\r\n {2}\]\r\n\}\r\n$/);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o664);
    expect(readdirSync(folder)).toEqual(['.imr-ignore.json']);
  });

  it.runIf(process.platform !== 'win32')('a link stays a link, and the file that it leads to is written', async () => {
    mkdirSync(join(folder, 'shared'));
    const target = join(folder, 'shared', 'team.json');
    writeFileSync(target, BEFORE);
    symlinkSync('shared/team.json', file);
    expect(await changeFile(file, add('a.txt'))).toEqual(WRITTEN);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(lettersOf(readFileSync(target, 'utf8'))).toEqual(['first.txt', 'a.txt']);
    expect(readdirSync(join(folder, 'shared'))).toEqual(['team.json']);
  });

  it.runIf(process.platform !== 'win32')('what is no regular file is left alone', async () => {
    const reason = expect.stringContaining('it is not a regular file');
    execFileSync('mkfifo', [file]);
    expect(await changeFile(file, add('a.txt'))).toEqual({ kind: 'refused', reason });
    mkdirSync(join(folder, 'dir'));
    expect(await changeFile(join(folder, 'dir'), add('a.txt'))).toEqual({ kind: 'refused', reason });
    expect(await changeFile(join(folder, 'none', 'x.json'), add('a.txt'))).toEqual({
      kind: 'refused',
      reason: 'its folder is gone',
    });
  });

  it('many who write at once lose nothing of each other', async () => {
    writeFileSync(file, BEFORE);
    linkSync(file, join(folder, 'copy'));
    const letters = Array.from({ length: 12 }, (_, i) => `${i}.txt`);
    const all = await Promise.all(letters.map((letter) => changeFile(file, add(letter))));
    expect(all).toEqual(letters.map(() => WRITTEN));
    expect([...lettersOf(readFileSync(file, 'utf8'))].sort()).toEqual(['first.txt', ...letters].sort());
    expect(readdirSync(folder).sort()).toEqual(['.imr-ignore.json', 'copy']);
  });
});
