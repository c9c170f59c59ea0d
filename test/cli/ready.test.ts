import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));
const schema = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(new URL('../../schemas/imr-ready.schema.json', import.meta.url), 'utf8')),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-ready-'));
  writeFileSync(join(folder, 'clean.txt'), CLEAN_LETTER);
  writeFileSync(join(folder, 'faulty.txt'), LETTER_WITH_FINDINGS);
});
afterAll(() => rmSync(folder, { recursive: true }));

function imr(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

describe('imr check --ready', () => {
  it('says whether a letter may go out, and ends with 1 where one may not', () => {
    const clean = imr('check', '--ready', 'clean.txt');
    expect([clean.status, clean.err]).toEqual([0, '']);
    expect(clean.out).toMatch(/^clean\.txt: Ready to issue: nothing is open\.\n {2}issue 1: /);
    const both = imr('check', '--ready', 'clean.txt', 'faulty.txt');
    expect(both.status).toBe(1);
    expect(both.out).toContain('faulty.txt: Not ready to issue: 1 error');
    expect(both.out).toMatch(/ {2}open, line \d+: error: .*\(missing-decision\)/);
  });

  it('is never ready where a file holds several letters', () => {
    writeFileSync(join(folder, 'two.txt'), `${CLEAN_LETTER}\n${CLEAN_LETTER}`);
    const { status, out } = imr('check', '--ready', 'two.txt');
    expect(status).toBe(1);
    expect(out.match(/^two\.txt: Not ready to issue: 2 letters in one file\.$/gm)).toHaveLength(1);
    expect(out.match(/^ {2}letter [12], issue 1: MRI of the left knee: upheld$/gm)).toHaveLength(2);
    imr('check', '--ready', '--save', 'two.txt');
    const saved: unknown = JSON.parse(readFileSync(join(folder, 'two.ready.json'), 'utf8'));
    expect(schema(saved), JSON.stringify(schema.errors)).toBe(true);
    expect(saved).toMatchObject({ decisions: [{ part: 1 }, { part: 2 }] });
  });

  it('prints JSON as the schema has it', () => {
    const { out } = imr('check', '--ready', '--format', 'json', 'clean.txt', 'faulty.txt');
    const found: unknown[] = JSON.parse(out);
    for (const each of found) expect(schema(each), JSON.stringify(schema.errors)).toBe(true);
    expect(schema({ ...Object(found[0]), more: 1 })).toBe(false);
    expect(found).toMatchObject([{ verdict: 'ready' }, { verdict: 'not-ready', open: [{ rule: 'missing-decision' }] }]);
  });

  it('makes a page of one letter', () => {
    const { status, out } = imr('check', '--ready', '--format', 'html', 'clean.txt');
    expect(status).toBe(0);
    expect(out).toMatch(/^<!doctype html>[\s\S]*<h1>Ready to issue: nothing is open\.<\/h1>/);
    expect(imr('check', '--ready', '--format', 'html', 'clean.txt', 'faulty.txt').status).toBe(2);
  });

  it('saves the verdict beside the letter, and sees a later change', () => {
    const saved = imr('check', '--ready', '--save', 'clean.txt');
    expect(saved.err).toContain('clean.ready.html: written\n');
    expect(existsSync(join(folder, 'clean.ready.html'))).toBe(true);
    expect(schema(JSON.parse(readFileSync(join(folder, 'clean.ready.json'), 'utf8')))).toBe(true);
    writeFileSync(join(folder, 'clean.txt'), CLEAN_LETTER.replaceAll('\n', '\r\n'));
    expect(imr('check', '--ready', 'clean.txt').err).toBe('');
    writeFileSync(join(folder, 'clean.txt'), CLEAN_LETTER.replace('red flag', 'other flag'));
    expect(imr('check', '--ready', 'clean.txt').err).toMatch(
      /clean\.txt: it was changed since its verdict of \d{4}-\d\d-\d\d was saved/,
    );
  });

  it('is of all that was found: options that ask for a part are refused', () => {
    expect(imr('check', '--ready', '--rule', 'grammar', 'clean.txt').status).toBe(2);
    expect(imr('check', '--ready', '--format', 'csv', 'clean.txt').status).toBe(2);
    expect(imr('check', '--save', 'clean.txt').status).toBe(2);
  });
});
