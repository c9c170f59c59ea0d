import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_LETTER as LETTER } from '../support/letters.ts';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-cli-'));
  writeFileSync(join(folder, 'clean.txt'), LETTER);
  writeFileSync(join(folder, 'undecided.txt'), LETTER.replace(': Upheld', ''));
  writeFileSync(
    join(folder, 'freely.txt'),
    LETTER.replace(/(MAXIMUS guideline: ).*/, '$1My guide was Ames, Bracing, 2011.').replace(
      /(Decision rationale: )[\s\S]*/,
      '$1The knee locks. My scales tip one way only.\n',
    ),
  );
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes of the meeting.\n');
  writeFileSync(join(folder, 'scan.txt'), '%PDF-1.7\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function imr(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

describe('imr extract', () => {
  it('prints the contract’s JSON, an object a letter in the order of the files', () => {
    const { status, out } = imr('extract', '--format', 'json', 'clean.txt', 'minutes.txt');
    expect(status).toBe(0);
    const letters: unknown = JSON.parse(out);
    expect(letters).toMatchObject([
      {
        file: 'clean.txt',
        reviewer: { specialties: ['Family Practice'], licensure: ['Oregon'] },
        patient: { age: 51, sex: 'male', dateOfInjury: '2016-03-14' },
        sections: [
          { kind: 'how-made', line: 1 },
          { kind: 'clinical-summary', line: 8 },
          { kind: 'issues', line: 11 },
        ],
        issues: [
          {
            line: 14,
            endLine: 20,
            heading: 'MRI of the left knee',
            treatment: 'MRI of the left knee',
            decision: 'upheld',
            decisionLine: 14,
            claimsGuidelineLine: 16,
            reviewerGuidelineLine: 18,
            rationaleLine: 20,
            category: 'imaging',
            bodyParts: ['knee'],
            laterality: 'left',
            visits: null,
            priorVisits: null,
            quotedLimits: [],
            reviewerCitations: [
              { source: 'MTUS', title: 'Knee Complaints', year: 2004, sections: ['Special Studies'], pages: [] },
            ],
            conclusion: 'not-necessary',
            unread: [],
          },
        ],
      },
      { file: 'minutes.txt', sections: [], issues: [] },
    ]);
  });

  it('says which words it did not understand', () => {
    const letters: unknown = JSON.parse(imr('extract', '--format', 'json', 'freely.txt').out);
    expect(letters).toMatchObject([
      {
        issues: [
          {
            reviewerCitations: [],
            conclusion: 'unclear',
            unread: [
              { part: 'reviewer', line: 18, text: 'My guide was Ames, Bracing, 2011.' },
              { part: 'rationale', line: 20, text: 'My scales tip one way only.' },
            ],
          },
        ],
      },
    ]);
  });

  it('prints for people by default', () => {
    const { out } = imr('extract', 'clean.txt');
    expect(out).toContain('1. MRI of the left knee: Upheld');
  });
});

describe('imr check', () => {
  it('exits with 0 where nothing is found', () => {
    expect(imr('check', 'clean.txt')).toMatchObject({ status: 0, out: '1 letter checked, 0 findings\n' });
  });

  it('exits with 1 where something is found, and says where', () => {
    const { status, out } = imr('check', 'undecided.txt');
    expect(status).toBe(1);
    expect(out).toMatch(/^undecided\.txt:14:1: error: .* \[missing-decision\]$/m);
  });

  it('prints the contract’s JSON', () => {
    const { out } = imr('check', '-f', 'json', 'undecided.txt');
    const letters: unknown = JSON.parse(out);
    expect(letters).toEqual([
      {
        file: 'undecided.txt',
        diagnostics: [
          {
            rule: 'missing-decision',
            severity: 'error',
            line: 14,
            column: 1,
            endLine: 14,
            endColumn: 21,
            issue: 0,
            message: expect.stringContaining('no decision'),
            url: expect.stringMatching(/docs\/rules\/missing-decision\.md$/),
          },
        ],
      },
    ]);
  });

  it('takes a folder and a pattern, and goes on after a bad file', () => {
    const { status, out, err } = imr('check', '.', '*.nothing', 'absent.txt');
    expect(status).toBe(2);
    expect(out).toContain('3 letters checked');
    expect(err).toContain('scan.txt: it is damaged, or not what its name says');
    expect(err).toContain('*.nothing: no letters were found there');
    expect(err).toContain('absent.txt: there is no such file or folder');
  });

  it('accepts a text that is not a letter, unless it is to be strict', () => {
    expect(imr('check', 'minutes.txt').status).toBe(0);
    const strict = imr('check', '--strict', 'minutes.txt');
    expect(strict.status).toBe(2);
    expect(strict.err).toContain('not an IMR final determination letter');
  });

  it('explains a wrong call', () => {
    expect(imr('check')).toMatchObject({
      status: 2,
      err: expect.stringContaining("missing required argument 'files'"),
    });
    expect(imr('check', '--format', 'pdf', 'clean.txt').status).toBe(2);
    expect(imr('--version').status).toBe(0);
  });
});
