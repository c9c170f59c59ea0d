import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_LETTER as LETTER } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));
const schema = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(new URL('../../schemas/imr-precedents.schema.json', import.meta.url), 'utf8')),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-precedents-'));
  mkdirSync(join(folder, 'letters'));
  writeFileSync(join(folder, 'letters/asked.txt'), LETTER);
  writeFileSync(join(folder, 'letters/same.txt'), LETTER);
  writeFileSync(join(folder, 'letters/shoulder.txt'), LETTER.replaceAll('left knee', 'right shoulder'));
  writeFileSync(join(folder, 'letters/drug.txt'), LETTER.replaceAll('MRI of the left knee', 'Norco 10/325 mg #60'));
  writeFileSync(join(folder, 'letters/notes.txt'), 'Minutes of the meeting.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function imr(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

describe('imr precedents', () => {
  it('prints how such requests fared, and the letters, the most alike first', () => {
    const { status, out, err } = imr('precedents', 'letters/asked.txt:16', 'letters');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('letters/asked.txt, issue 1: MRI of the left knee\n');
    expect(out).toContain('Compared with 3 other letters by MRI, knee\n');
    expect(out).toContain('Such requests: 2 upheld, 0 overturned\n');
    expect(out.match(/^ {2}letters\/\S+/gm)).toEqual(['  letters/same.txt:14:', '  letters/shoulder.txt:14:']);
  });

  it('prints JSON as the schema has it', () => {
    const { status, out } = imr('precedents', '--format', 'json', 'letters/asked.txt', 'letters');
    expect(status).toBe(0);
    const found: unknown = JSON.parse(out);
    expect(schema(found), JSON.stringify(schema.errors)).toBe(true);
    expect(schema({ ...Object(found), more: 1 })).toBe(false);
    expect(found).toMatchObject({
      letters: 3,
      fared: { upheld: 2, overturned: 0, undecided: 0 },
      alike: [{ file: 'letters/same.txt', line: 14, likeness: 1 }, { file: 'letters/shoulder.txt' }],
    });
  });

  it('says which lines are in issues, and why a file cannot be asked about', () => {
    expect(imr('precedents', 'letters/asked.txt:2', 'letters')).toEqual({
      status: 2,
      out: '',
      err: 'imr: letters/asked.txt: line 2 is in no issue; its issues begin at 14\n',
    });
    expect(imr('precedents', 'letters/notes.txt:1', 'letters').err).toContain('not an IMR final determination letter');
    expect(imr('precedents', 'letters/none.txt:1', 'letters')).toMatchObject({ status: 2, out: '' });
    expect(imr('precedents', 'letters/asked.txt:14', 'letters/asked.txt').err).toBe(
      'imr: no other letter was found there\n',
    );
  });
});
