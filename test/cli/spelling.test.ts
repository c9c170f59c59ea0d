import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MISSPELT_LETTER } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-spelling-'));
  writeFileSync(join(folder, 'letter.txt'), MISSPELT_LETTER);
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = (): { status: number | null; out: string } => {
  const { status, stdout } = spawnSync(process.execPath, [IMR, 'check', '.'], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout };
};

it('finds a misspelled word', () => {
  const { status, out } = check();
  expect(status).toBe(1);
  expect(out).toMatch(/^letter\.txt:20:33: information: Possible misspelling: “tendernes”\. \[misspelling\]$/m);
});

it('knows the words of the nearest .imr.json', () => {
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'letter.txt'), MISSPELT_LETTER.replace('tendernes', 'neurowidgets'));
  writeFileSync(join(folder, '.imr.json'), '{ "dictionary": { "words": ["tendernes", "Neurowidget"] } }');
  expect(check()).toEqual({ status: 0, out: '2 letters checked, 0 findings\n' });
});
