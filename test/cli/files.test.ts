import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AWKWARD, fillAwkwardFolder, HAS_PIPES, makePipe } from '../support/awkwardFolder.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

let folder: string;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command that hangs is a failure. */
function imr(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const options = { cwd: folder, encoding: 'utf8', timeout: 15_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], options);
  return { status, out: stdout, err: stderr };
}

interface Checked {
  readonly file: string;
  readonly diagnostics: readonly { readonly rule: string; readonly line: number; readonly column: number }[];
}
function checked(...args: readonly string[]): readonly Checked[] {
  return JSON.parse(imr('check', '--format', 'json', ...args).out);
}

const summary = (out: string): string => out.trim().split('\n').at(-1) ?? '';

describe('imr check over a folder', () => {
  it('checks every letter, however it is named and written, and passes over what is none', () => {
    fillAwkwardFolder(folder);
    const { status, out, err } = imr('check', '.');
    expect(status).toBe(2);
    const { letters, others, passedOver, unreadable } = AWKWARD;
    expect(summary(out)).toBe(
      `${letters.length} letters checked, ${letters.length - 1} findings; ${others.length + passedOver.length} other files are not letters; ${unreadable.length} files could not be read`,
    );
    expect(err.trim().split('\n')).toEqual([
      'imr: empty.imr: it is empty',
      'imr: large.txt: it is larger than 10 MB, and no letter is',
      'imr: noise.txt: it is not text',
      'imr: scan.txt: it is damaged, or not what its name says',
      'imr: 1 PDF or Word file was skipped: such files are read when they are named, or by a pattern such as "*.pdf"',
    ]);
    const files = checked('.');
    expect(files.map(({ file }) => file)).toEqual(['empty.imr', ...letters].sort());
    for (const { file, diagnostics } of files) {
      const rules = file === 'clean.txt' || file === 'empty.imr' ? [] : ['missing-decision'];
      expect([file, diagnostics.map(({ rule }) => rule)]).toEqual([file, rules]);
      for (const { line, column } of diagnostics) expect([file, line, column]).toEqual([file, 14, 1]);
    }
  });

  it('reports what is not a letter if it is to be strict, except files without an ending', () => {
    write('clean.txt', CLEAN_LETTER);
    write('minutes.txt', 'Minutes of the meeting.\n');
    write('README', 'How to file letters.\n');
    expect(imr('check', '.')).toEqual({
      status: 0,
      out: '1 letter checked, 0 findings; 2 other files are not letters\n',
      err: '',
    });
    expect(imr('check', '--strict', '.')).toMatchObject({
      status: 2,
      err: 'imr: minutes.txt: it is not an IMR final determination letter of a known form\n',
    });
  });

  it.runIf(HAS_PIPES)('is not held up by a pipe or a device, and names them', () => {
    write('clean.txt', CLEAN_LETTER);
    makePipe(join(folder, 'pipe.txt'));
    makePipe(join(folder, 'pipe'));
    symlinkSync('/dev/zero', join(folder, 'zeros.imr'));
    const reason = 'it is not a regular file but a folder, a pipe, a device, or the like';
    const { status, out, err } = imr('check', '.', '/dev/zero', 'pipe');
    expect({ status, out }).toEqual({
      status: 2,
      out: '1 letter checked, 0 findings; 5 files could not be read\n',
    });
    expect(err).toBe(
      ['pipe', 'pipe.txt', 'zeros.imr', '/dev/zero', 'pipe'].map((file) => `imr: ${file}: ${reason}\n`).join(''),
    );
  });

  it('visits folders that are linked to each other once, and a file by its own name', () => {
    mkdirSync(join(folder, 'a'));
    mkdirSync(join(folder, 'b'));
    write('a/letter.txt', LETTER_WITH_FINDINGS);
    write('b/other.txt', LETTER_WITH_FINDINGS);
    symlinkSync('../b', join(folder, 'a', '0-to-b'));
    symlinkSync('../a', join(folder, 'b', '0-to-a'));
    symlinkSync('..', join(folder, 'a', '0-up'));
    symlinkSync('a/letter.txt', join(folder, '0-alias.txt'));
    linkSync(join(folder, 'b/other.txt'), join(folder, 'b/same.txt'));
    symlinkSync('nowhere.txt', join(folder, 'broken.txt'));
    symlinkSync('loop.txt', join(folder, 'loop.txt'));
    const files = ['a/letter.txt', 'b/other.txt'];
    expect(checked('.').map(({ file }) => file)).toEqual(files);
    expect(checked('b', 'b/other.txt', 'a', '.').map(({ file }) => file)).toEqual([
      'b/0-to-a/letter.txt',
      'b/other.txt',
    ]);
    expect(imr('check', '.').err).toBe(
      'imr: broken.txt: it is a link to a file that is not there\nimr: loop.txt: it is a link that leads back to itself\n',
    );
  });
});

describe('imr check with a pattern', () => {
  it('takes what matches, whatever it is called, and looks no deeper than it says', () => {
    mkdirSync(join(folder, 'old'));
    write('a.txt.bak', LETTER_WITH_FINDINGS);
    write('[b].txt', LETTER_WITH_FINDINGS);
    write('old/c.txt', LETTER_WITH_FINDINGS);
    expect(checked('*.bak').map(({ file }) => file)).toEqual(['a.txt.bak']);
    expect(checked('*.txt').map(({ file }) => file)).toEqual(['[b].txt']);
    expect(checked('**/*.{txt,bak}').map(({ file }) => file)).toEqual(['[b].txt', 'a.txt.bak', 'old/c.txt']);
    expect(imr('check', '*.nothing')).toMatchObject({
      status: 2,
      err: 'imr: *.nothing: no letters were found there\n',
    });
  });
});

describe('imr check of a named file', () => {
  it('says why it is not a letter, and counts none', () => {
    write('empty.txt', '');
    write('minutes.txt', 'Minutes of the meeting.\n');
    expect(imr('check', 'empty.txt', 'minutes.txt')).toEqual({
      status: 0,
      out: '0 letters checked, 0 findings; 2 other files are not letters\n',
      err: 'imr: empty.txt: it is empty\nimr: minutes.txt: it is not an IMR final determination letter of a known form\n',
    });
  });

  it('says so where it is found in a folder first, too', () => {
    write('minutes.txt', 'Minutes of the meeting.\n');
    write('clean.txt', CLEAN_LETTER);
    expect(imr('check', '.', 'minutes.txt').err).toContain('minutes.txt: it is not an IMR');
  });
});
