import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-status-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('clean.txt', CLEAN_LETTER);
  write('found.txt', LETTER_WITH_FINDINGS);
  write('scan.txt', '%PDF-1.7\n');
  // Words between what a terminal obeys.
  write('colored.txt', LETTER_WITH_FINDINGS.replace('left knee', 'left \x1b[31mknee\u009b0m \u202eeenk'));
  // What the program prints about one letter makes it fail, with words of the letter in the error.
  write(
    'sabotage.cjs',
    `const { write } = process.stdout;
     process.stdout.write = function (text, ...rest) {
       if (text.startsWith('found.txt') || text.includes('"Knee')) throw new RangeError('no red flag');
       return write.call(this, text, ...rest);
     };`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 15_000 });
  return { status, out: stdout, err: stderr };
}
const imr = (...args: readonly string[]) => run(process.execPath, IMR, ...args);
const shell = (command: string) => run('bash', '-c', command.replaceAll('imr ', `"${process.execPath}" "${IMR}" `));

describe('The exit status', () => {
  it.each([
    [1, ['check', 'clean.txt', 'found.txt']],
    [0, ['check', '--fail-on', 'error', 'clean.txt']],
    [2, ['check', 'scan.txt', 'found.txt', 'absent.txt']],
    [2, ['extract', 'clean.txt', 'absent.txt']],
    [2, ['check', '--no-such-option', 'clean.txt']],
    [0, ['check', '--help']],
  ])('is %i for imr %j', (status, args) => {
    expect(imr(...args).status).toBe(status);
  });

  // `true` reads nothing and is gone before the first letter is checked.
  it.runIf(process.platform !== 'win32').each([
    [1, 'imr check found.txt | true'],
    [0, 'imr check clean.txt | true'],
    [2, 'imr check found.txt scan.txt | true'],
    [0, 'imr rules | head -1'],
  ])('is %i of %s', (status, command) => {
    expect(shell(`set -o pipefail; ${command}`).status).toBe(status);
  });

  it.runIf(existsSync('/dev/full'))('is 2 where nothing can be written', () => {
    expect(shell('imr check clean.txt > /dev/full')).toEqual({
      status: 2,
      out: '',
      err: 'imr: the output could not be written (ENOSPC)\n',
    });
  });
});

describe('A fault of the program', () => {
  const sabotaged = (...args: readonly string[]) =>
    run(process.execPath, '--require', join(folder, 'sabotage.cjs'), IMR, ...args);

  it('is reported in one sentence, and the other letters are checked', () => {
    const { status, out, err } = sabotaged('check', 'found.txt', 'absent.txt', 'clean.txt');
    expect(status).toBe(3);
    expect(err).toBe(
      'imr: found.txt: the program failed on it (RangeError); please report it\nimr: absent.txt: there is no such file or folder\n',
    );
    expect(out).toContain('checked');
  });

  it('that belongs to no letter is reported in one sentence, too', () => {
    expect(sabotaged('guidelines', '--format', 'json', 'knee')).toEqual({
      status: 3,
      out: '',
      err: 'imr: the program failed (RangeError); please report it\n',
    });
  });
});

describe('Nothing that is printed is obeyed by a terminal', () => {
  it.each([
    ['check', 'text'],
    ['extract', 'json'],
  ])('by imr %s --format %s', (command, format) => {
    const { out, err } = imr(command, '--format', format, 'colored.txt', '\x1b[31mabsent.txt');
    expect(out).not.toBe('');
    expect(err).toContain('\\u001b[31mabsent.txt');
    expect(out + err).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    if (format === 'json' && command === 'extract') {
      expect(JSON.parse(out)).toMatchObject([{ issues: [{ heading: expect.stringContaining('knee') }] }]);
    }
  });

  it.runIf(process.platform !== 'win32')('and the name of a file is no line of its own', () => {
    const name = 'a.txt:1:1: error: forged\n\u200fb\tc.txt';
    writeFileSync(join(folder, name), LETTER_WITH_FINDINGS);
    const shown = 'a.txt:1:1: error: forged\\u000a\\u200fb\\u0009c.txt';
    expect(imr('check', name).out.split('\n')[0]).toMatch(
      /^a\.txt:1:1: error: forged\\u000a\\u200fb\\u0009c\.txt:14:1: error: /,
    );
    expect(imr('extract', name).out.split('\n')[0]).toBe(shown);
    rmSync(join(folder, name));
    expect(imr('check', name).err).toBe(`imr: ${shown}: there is no such file or folder\n`);
    writeFileSync(join(folder, name), '%PDF-1.7\n');
    expect(imr('check', name).err).toBe(`imr: ${shown}: it is damaged, or not what its name says\n`);
  });
});
