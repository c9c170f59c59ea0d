import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** A command that hangs is a failure. */
function imr(args: readonly string[], input = ''): { status: number | null; out: string; err: string } {
  const options = { cwd: folder, encoding: 'utf8', timeout: 20_000, input } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], options);
  return { status, out: stdout, err: stderr };
}

const extracted = (...files: readonly string[]): readonly unknown[] =>
  JSON.parse(imr(['extract', '--format', 'json', ...files]).out, (key, value) =>
    /line$/i.test(key) || key === 'file' ? undefined : value,
  );

describe('imr export', () => {
  it('makes a Word file beside each letter, which says the same', () => {
    mkdirSync(join(folder, 'letters'));
    write('letters/clean.imr.txt', CLEAN_LETTER);
    write('letters/other.txt', LETTER_WITH_FINDINGS);
    expect(imr(['export', 'letters', '--to', 'docx'])).toEqual({
      status: 0,
      out: '',
      err: 'imr: letters/clean.docx: written\nimr: letters/other.docx: written\n',
    });
    const files = ['clean.imr.txt', 'clean.docx', 'other.txt', 'other.docx'].map((name) => `letters/${name}`);
    const [clean, cleanAgain, other, otherAgain] = extracted(...files);
    expect([cleanAgain, otherAgain]).toEqual([clean, other]);
    expect(clean).not.toEqual(other);
    expect(read('letters/other.docx')).not.toContain('word/comments.xml');
  });

  it('writes what is found if the option says so', () => {
    write('letter.txt', LETTER_WITH_FINDINGS);
    expect(imr(['export', 'letter.txt', '--to', 'html', '--with-findings', '-o', '-']).out).toMatch(
      /<aside><p class="error"><b>1\. error<\/b> .*<i>missing-decision<\/i>/,
    );
    imr(['export', 'letter.txt', '--to', 'docx', '--with-findings']);
    expect(read('letter.docx')).toContain('word/comments.xml');
  });

  it('leaves out what was put aside, unless an option says not to', () => {
    write('letter.txt', LETTER_WITH_FINDINGS);
    imr(['baseline', 'letter.txt', '--reason', 'Agreed']);
    const page = ['export', 'letter.txt', '--to', 'html', '--with-findings', '--output', '-'];
    expect(imr(page).out).not.toContain('missing-decision');
    expect(imr([...page, '--no-ignore']).out).toContain('missing-decision');
  });

  it('replaces no file unless an option says so, and never the letter', () => {
    write('letter.txt', CLEAN_LETTER);
    write('letter.html', 'mine');
    const refused = imr(['export', 'letter.txt', '--to', 'html']);
    expect([refused.status, refused.err]).toEqual([2, 'imr: letter.html: it is there already; --force replaces it\n']);
    expect(read('letter.html')).toBe('mine');
    expect(imr(['export', 'letter.txt', '--to', 'html', '--force']).status).toBe(0);
    expect(read('letter.html')).toContain('<!doctype html>');
    expect(imr(['export', 'letter.txt', '--to', 'html', '--force', '-o', 'letter.txt'])).toMatchObject({
      status: 2,
      err: 'imr: letter.txt: it is the letter itself; say with --output where to write\n',
    });
    expect(read('letter.txt')).toBe(CLEAN_LETTER);
  });

  it('reads standard input, and writes where the option says', () => {
    expect(imr(['export', '-', '--to', 'html'], CLEAN_LETTER)).toMatchObject({
      status: 2,
      err: 'imr: <stdin>: it has no name to go by; say with --output where to write\n',
    });
    expect(imr(['export', '-', '--to', 'html', '-o', 'page.html'], CLEAN_LETTER).status).toBe(0);
    expect(read('page.html')).toContain('<title>');
  });

  it('names what is not a letter, and makes the others', () => {
    write('minutes.txt', 'Minutes of the meeting.\n');
    write('letter.txt', CLEAN_LETTER);
    const { status, err } = imr(['export', 'minutes.txt', 'letter.txt', '--to', 'docx']);
    expect(status).toBe(2);
    expect(err).toBe(
      'imr: minutes.txt: it is not an IMR final determination letter of a known form\nimr: letter.docx: written\n',
    );
    expect(existsSync(join(folder, 'minutes.docx'))).toBe(false);
    expect(imr(['export', 'minutes.txt', 'letter.txt', '--to', 'docx', '-o', 'one.docx'])).toMatchObject({
      status: 2,
      err: 'imr: one.docx: it can hold one letter only; without --output each is written beside its own file\n',
    });
  });
});
