import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN_LETTER } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));
const fixtures = new URL('../core/documents/fixtures/', import.meta.url);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const take = (...names: readonly string[]): void => {
  for (const name of names) copyFileSync(new URL(name, fixtures), join(folder, name));
};

/** A command that hangs is a failure. */
function imr(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const options = { cwd: folder, encoding: 'utf8', timeout: 20_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], options);
  return { status, out: stdout, err: stderr };
}

const LINES_OF_TEXT = (file: string): string =>
  `imr: lines of PDF and Word files are those of their text; “imr text ${file}” prints it\n`;

describe('PDF and Word files', () => {
  it('are extracted as their text is', () => {
    const names = ['medications.libreoffice.pdf', 'medications.chromium.pdf', 'medications.docx', 'medications.txt'];
    take(...names);
    const { status, out, err } = imr('extract', '--format', 'json', ...names);
    expect([status, err]).toEqual([0, '']);
    const letters: readonly Record<string, unknown>[] = JSON.parse(out, (key, value) =>
      /line$/i.test(key) ? undefined : value,
    );
    expect(letters.map(({ file }) => file)).toEqual(names);
    const [first] = letters;
    for (const letter of letters) expect({ ...letter, file: '' }).toEqual({ ...first, file: '' });
  });

  it('are checked with the findings of their text, in its lines, which can be printed', () => {
    take('medications.docx');
    const { status, out, err } = imr('check', 'medications.docx');
    expect(status).toBe(1);
    expect(out).toMatch(
      /^medications\.docx:36:74: warning: .*\[superseded-guideline\]\n1 letter checked, 1 finding\n$/,
    );
    expect(err).toBe(LINES_OF_TEXT('medications.docx'));
    const text = imr('text', 'medications.docx');
    expect([text.status, text.err]).toEqual([0, '']);
    writeFileSync(join(folder, 'medications.txt'), text.out);
    expect(imr('check', 'medications.txt')).toMatchObject({
      out: out.replaceAll('medications.docx', 'medications.txt'),
    });
    expect(text.out.split('\n')[35]?.slice(73)).toMatch(/^2009/);
  });

  it('print nothing to a program except what it wants', () => {
    take('medications.docx');
    expect(imr('check', '--format', 'json', 'medications.docx').err).toBe('');
  });

  it('that cannot be read are named with the reason, and the others are read', () => {
    take('scanned.pdf', 'locked.pdf', 'therapy.docx');
    writeFileSync(join(folder, 'torn.pdf'), '%PDF-1.7 torn');
    const { status, out, err } = imr('check', 'scanned.pdf', 'locked.pdf', 'torn.pdf', 'therapy.docx');
    expect(status).toBe(2);
    expect(out).toContain('1 letter checked');
    expect(err).toBe(
      [
        'imr: scanned.pdf: its pages are pictures without text, as a scanner makes them; recognize the text first (OCR)\n',
        'imr: locked.pdf: it is protected by a password; save it without one first\n',
        'imr: torn.pdf: it is damaged, or not what its name says\n',
        LINES_OF_TEXT('therapy.docx'),
      ].join(''),
    );
  });

  it('are read where a pattern names them, and skipped in a folder with a word', () => {
    mkdirSync(join(folder, 'letters'));
    writeFileSync(join(folder, 'letters', 'clean.txt'), CLEAN_LETTER);
    for (const name of ['therapy.docx', 'therapy.chromium.pdf']) {
      copyFileSync(new URL(name, fixtures), join(folder, 'letters', name));
    }
    expect(imr('check', 'letters')).toEqual({
      status: 0,
      out: '1 letter checked, 0 findings; 2 other files are not letters\n',
      err: 'imr: 2 PDF or Word files were skipped: such files are read when they are named, or by a pattern such as "*.pdf"\n',
    });
    const { out } = imr('extract', '--format', 'json', 'letters/*.{pdf,docx}');
    expect(JSON.parse(out)).toHaveLength(2);
  });

  it('are known by what they hold, whatever they are called', () => {
    copyFileSync(new URL('therapy.docx', fixtures), join(folder, 'letter.txt'));
    expect(imr('text', 'letter.txt').out).toContain('CLINICAL CASE SUMMARY');
    expect(readFileSync(join(folder, 'letter.txt')).subarray(0, 2).toString()).toBe('PK');
  });
});
