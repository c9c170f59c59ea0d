import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Workplace } from '../support/program.ts';

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  place.write('clean.txt', CLEAN_LETTER);
  place.write('found.txt', LETTER_WITH_FINDINGS.replace('There is no', 'There is is no'));
  place.write('=2+3.txt', LETTER_WITH_FINDINGS.replace('MRI of', '<img src=x onerror=alert(1)> of'));
  place.write('noise.txt', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)));
  place.write('minutes.txt', 'Minutes of the meeting.\n');
  place.write('.imr.json', '{ "rules": { "date-order": "off" } }');
});
afterAll(() => place.remove());

const read = (name: string): string => readFileSync(join(place.folder, name), 'utf8');

/** Several runs, on a machine that may be busy. */
const SLOW = { timeout: 60_000 };

describe('imr report', SLOW, () => {
  it('writes one page, and ends with 0 or, where something could not be read, with 2', () => {
    expect(place.imr('report', 'clean.txt', 'found.txt', '--output', 'report.html')).toEqual({
      status: 0,
      out: '',
      err: 'imr: report.html: written\n',
    });
    const { status, out, err } = place.imr('report', '.');
    expect([status, err]).toEqual([2, 'imr: noise.txt: it is not text\n']);
    expect(out).toContain('3 letters in <bdi>.</bdi>');
    expect(out).toContain('<bdi>noise.txt</bdi></th><td>it is not text</td>');
    expect(out).toContain('<li>Turned off by the team, in .imr.json: date-order.</li>');
    expect(out).toContain('<li>2 other files are not letters.</li>');
    expect(out).not.toContain('<img');
    expect(out.trimEnd()).toMatch(/<\/html>$/);
    expect(place.imr('check', '--format', 'html', 'found.txt')).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^<!doctype html>/),
    });
  });

  it('prints JSON as the schema has it', () => {
    const schema: unknown = JSON.parse(
      readFileSync(new URL('../../schemas/imr-report.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(Object(schema));
    for (const args of [['.'], ['--rule', 'misspelling', '--severity', 'warning', 'clean.txt'], ['minutes.txt']]) {
      const report: unknown = JSON.parse(place.imr('report', '--format', 'json', ...args).out);
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...Object(report), totals: {} })).toBe(false);
    }
    expect(JSON.parse(place.imr('report', '--format', 'json', '.').out)).toMatchObject({
      letters: [{ file: '=2+3.txt' }, { file: 'clean.txt', findings: [] }, { file: 'found.txt' }],
      totals: {
        letters: 3,
        decisions: { upheld: 1, overturned: 0, undecided: 2 },
        lookFirst: [{ file: '=2+3.txt' }, { file: 'found.txt' }],
        notRead: [{ file: 'noise.txt', reason: 'it is not text' }],
      },
    });
  });

  it('writes a table for a spreadsheet: it knows the encoding, and finds no formula', () => {
    expect(place.imr('report', '.', '-o', 'report.CSV').status).toBe(2);
    const table = read('report.CSV');
    expect(table).toMatch(/^\uFEFFfile,caseNumber,decisionDate,issue,/);
    expect(table).toContain("\n'=2+3.txt,");
    expect(table).not.toMatch(/^=/m);
    expect(place.imr('report', '--format', 'csv', 'clean.txt').out).toMatch(/^file,/);
  });

  it('writes SARIF, with what could not be read', () => {
    const log: unknown = JSON.parse(place.imr('report', '--format', 'sarif', '.').out);
    expect(log).toMatchObject({
      runs: [{ invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] }] }],
    });
  });

  it('never takes the place of a letter, and says where it cannot be written', () => {
    expect(place.imr('report', '.', '--output', 'clean.txt')).toEqual({
      status: 2,
      out: '',
      err: 'imr: --output takes a name that ends in .html, .csv, .sarif, .json, such as report.html\n',
    });
    expect(read('clean.txt')).toBe(CLEAN_LETTER);
    const { status, err } = place.imr('report', 'clean.txt', '--output', 'no/such/folder.html');
    expect([status, err]).toEqual([2, 'imr: no/such/folder.html: it cannot be written (ENOENT)\n']);
    expect(existsSync(join(place.folder, 'no'))).toBe(false);
  });
});

describe('imr check --format csv and github', () => {
  it('print a finding a row, and a command', () => {
    const [head, ...rows] = place.imr('check', '--format', 'csv', '=2+3.txt', 'found.txt').out.trimEnd().split('\n');
    expect(head).toMatch(/^file,caseNumber,line,column,/);
    expect(rows[0]).toMatch(/^'=2\+3\.txt,,14,1,14,\d+,error,substance,missing-decision,1,/);
    expect(place.imr('check', '--format', 'github', '--rule', 'missing-decision', 'found.txt')).toEqual({
      status: 1,
      out: expect.stringMatching(
        /^::error file=found\.txt,line=14,endLine=14,col=1,endColumn=21,title=missing-decision::.*\n$/,
      ),
      err: '',
    });
  });
});
