import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Workplace } from '../support/program.ts';

const FILE = `Case Number: CM16-0990301\n\n${CLEAN_LETTER}\nCase Number: CM16-0990302\n\n${LETTER_WITH_FINDINGS}`;
/** 1-based, of the second letter. */
const SECOND = CLEAN_LETTER.split('\n').length + 3;

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  place.write('a.txt', CLEAN_LETTER);
  place.write('both.txt', FILE);
  place.write('z.txt', CLEAN_LETTER);
});
afterAll(() => place.remove());

describe('A file with two letters', () => {
  it('has an object for each in imr extract, in order', () => {
    for (const format of ['json', 'ndjson']) {
      const { out } = place.imr('extract', '--format', format, '.');
      const all: unknown =
        format === 'json'
          ? JSON.parse(out)
          : out
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line));
      expect(all).toMatchObject([
        { file: 'a.txt' },
        { file: 'both.txt', part: 1, case: { caseNumber: 'CM16-0990301' }, issues: [{ decision: 'upheld' }] },
        { file: 'both.txt', part: 2, case: { caseNumber: 'CM16-0990302' }, issues: [{ decision: null }] },
        { file: 'z.txt' },
      ]);
      expect(all).not.toMatchObject([{ part: 1 }, {}, {}, {}]);
    }
  });

  it('has one object in imr check, whose findings name the letter and count the lines of the file', () => {
    const files = JSON.parse(place.imr('check', '--format', 'json', '.').out);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(['a.txt', 'both.txt', 'z.txt']);
    expect(files[1].diagnostics).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'foreign-page', severity: 'information', part: 2, line: SECOND }),
        expect.objectContaining({ rule: 'missing-decision', part: 2, line: SECOND + 15 }),
      ]),
    );
    expect(files[1].diagnostics.filter(({ part }: { part: number }) => part !== 2 && part !== 1)).toEqual([]);
  });

  it('counts as two', () => {
    const { out } = place.imr('check', '.');
    expect(out).toContain('\n4 letters checked');
    expect(out).toMatch(new RegExp(`^both\\.txt:${SECOND + 15}:1: error: `, 'm'));
  });

  it('has each of them in the list of letters like one, the other letters of the asked file too', () => {
    const { status, out } = place.imr('precedents', '--format', 'json', `both.txt:${SECOND + 15}`, '.');
    expect(status).toBe(0);
    const found: unknown = JSON.parse(out);
    expect(found).toMatchObject({ asked: { number: 1 }, letters: 3, fared: { upheld: 3, undecided: 0 } });
    expect(Object(found).alike.map(({ file, line }: { file: string; line: number }) => [file, line])).toEqual([
      ['a.txt', 14],
      ['both.txt', 16],
      ['z.txt', 14],
    ]);
    expect(place.imr('precedents', 'both.txt', '.').err).toContain(`its issues begin at 16, ${SECOND + 15}`);
    expect(JSON.parse(place.imr('precedents', '--format', 'json', 'a.txt', '.').out)).toMatchObject({ letters: 3 });
  });

  it('is exported whole', () => {
    place.imr('export', 'both.txt', '--to', 'docx');
    place.imr('export', 'both.txt', '--to', 'html', '--with-findings');
    expect(JSON.parse(place.imr('extract', '--format', 'json', 'both.docx').out)).toMatchObject([
      { part: 1, case: { caseNumber: 'CM16-0990301' }, issues: [{ decision: 'upheld' }] },
      { part: 2, case: { caseNumber: 'CM16-0990302' }, issues: [{ decision: null }] },
    ]);
    expect(readFileSync(join(place.folder, 'both.html'), 'utf8').match(/<article/g)).toHaveLength(2);
  });
});
