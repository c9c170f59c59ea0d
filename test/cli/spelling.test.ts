import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));
const LETTER = `HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.

The Expert Reviewer has the following credentials:
State(s) of Licensure: Oregon
Certification(s)/Specialty: Family Practice

CLINICAL CASE SUMMARY
The injured worker is a 51 year old male who was hurt on 03/14/2016.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: There is no tendernes. Therefore, the request is not medically necessary.
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-spelling-'));
  writeFileSync(join(folder, 'letter.txt'), LETTER);
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = (): { status: number | null; out: string } => {
  const { status, stdout } = spawnSync(process.execPath, [IMR, 'check', '.'], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout };
};

it('finds a misspelled word', () => {
  const { status, out } = check();
  expect(status).toBe(1);
  expect(out).toMatch(/^letter\.txt:20:33: information: “tendernes” .*“tenderness”\? \[misspelling\]$/m);
});

it('knows the words of the nearest .imr.json', () => {
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'letter.txt'), LETTER.replace('tendernes', 'neurowidgets'));
  writeFileSync(join(folder, '.imr.json'), '{ "dictionary": { "words": ["tendernes", "Neurowidget"] } }');
  expect(check()).toEqual({ status: 0, out: '2 letters checked, 0 findings\n' });
});
