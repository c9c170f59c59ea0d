import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_PIPES, makePipe } from '../support/awkwardFolder.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { IMR, Workplace } from '../support/program.ts';

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  place.write('a.txt', CLEAN_LETTER);
  place.write('Dr. b #2.txt', LETTER_WITH_FINDINGS);
  place.write('=c.txt', CLEAN_LETTER.replace('MRI of', '=MRI of'));
  place.write('minutes.txt', 'Minutes of the meeting.\n');
  place.write('noise.txt', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)));
});
afterAll(() => place.remove());

const schema = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(new URL('../../schemas/imr-extract.schema.json', import.meta.url), 'utf8')),
);
const objects = (out: string): readonly { file: string }[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('imr extract --format ndjson', () => {
  it('prints a letter a line, the same as the array holds, as the schema has it', () => {
    const array: unknown = JSON.parse(place.imr('extract', '--format', 'json', '.', 'minutes.txt').out);
    const lines = objects(place.imr('extract', '--format', 'ndjson', '.', 'minutes.txt').out);
    expect(lines).toEqual(array);
    expect(lines.map(({ file }) => file)).toEqual(['=c.txt', 'Dr. b #2.txt', 'a.txt', 'minutes.txt']);
    for (const line of lines) expect(schema(line), JSON.stringify(schema.errors)).toBe(true);
    expect(schema({ ...lines[0], more: 1 })).toBe(false);
    expect(schema({ ...lines[0], issues: [{}] })).toBe(false);
  });
});

describe('imr extract --explain', () => {
  it('prints the words that each value was read from', () => {
    const { out } = place.imr('extract', '--explain', 'a.txt');
    expect(out).toContain('Issue 1, side: left');
    expect(out).toMatch(/line \d+, “left knee”: /);
    expect(place.imr('extract', 'a.txt').out).not.toContain('side: left');
  });

  it('and as data, as the schema has it', () => {
    const [letter] = objects(place.imr('extract', '--explain', '--format', 'ndjson', 'a.txt').out);
    expect(schema(letter), JSON.stringify(schema.errors)).toBe(true);
    expect(letter).toHaveProperty('explain');
  });
});

describe('imr extract --format csv', () => {
  it('prints an issue a row, and no cell of it is a formula', () => {
    const { status, out } = place.imr('extract', '--format', 'csv', 'a.txt', '=c.txt', 'minutes.txt');
    expect(status).toBe(0);
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toMatch(/^file,caseNumber,decisionDate,.*,issue,line,treatment,category,/);
    expect(rows).toEqual([
      'a.txt,,,,2016-03-14,,,,,Family Practice,Oregon,51,male,1,14,MRI of the left knee,imaging,knee,left,upheld,not-necessary,,,MTUS Knee Complaints 2004,MTUS Knee Complaints 2004',
      expect.stringMatching(/^'=c\.txt,.*,'=MRI of the left knee,/),
      expect.stringMatching(/^minutes\.txt,+$/),
    ]);
  });
});

/** Several runs, on a machine that may be busy. */
const SLOW = { timeout: 60_000 };

describe('imr extract --from-list', SLOW, () => {
  const fromList = (list: string, format = 'ndjson') =>
    place.run(process.execPath, [IMR, 'extract', '--format', format, '--from-list', '-'], list);

  it('reads names, however they are written, in their order', () => {
    const { status, out, err } = fromList('Dr. b #2.txt\r\n\n./a.txt\na.txt');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(objects(out).map(({ file }) => file)).toEqual(['Dr. b #2.txt', './a.txt', 'a.txt']);
  });

  it('names what cannot be read, and goes on', () => {
    if (HAS_PIPES) makePipe(`${place.folder}/pipe`);
    const { status, out, err } = fromList(
      `absent.txt\na.txt\nnoise.txt\n.\n${HAS_PIPES ? 'pipe\n' : ''}*.txt\na.txt\n`,
    );
    expect(status).toBe(2);
    expect(objects(out).map(({ file }) => file)).toEqual(['a.txt', 'a.txt']);
    const irregular = 'it is not a regular file but a folder, a pipe, a device, or the like';
    expect(err.trimEnd().split('\n')).toEqual([
      'imr: absent.txt: there is no such file or folder',
      'imr: noise.txt: it is not text',
      `imr: .: ${irregular}`,
      ...(HAS_PIPES ? [`imr: pipe: ${irregular}`] : []),
      'imr: *.txt: there is no such file or folder',
    ]);
  });

  it('takes a file of names, and every other format', () => {
    place.write('list', 'a.txt\n');
    expect(place.imr('extract', '--from-list', 'list').out).toContain('1. MRI of the left knee: Upheld');
    expect(fromList('a.txt\na.txt\n', 'csv').out.trimEnd().split('\n')).toHaveLength(3);
    expect(place.imr('extract', '--from-list', 'no-list')).toEqual({
      status: 2,
      out: '',
      err: 'imr: no-list: there is no such file or folder\n',
    });
    expect(place.imr('extract', '--from-list', 'list', 'a.txt').status).toBe(2);
    expect(place.imr('extract').status).toBe(2);
  });

  it('prints each letter before the next name is there, and ends where nobody reads any more', async () => {
    const imr = spawn(process.execPath, [IMR, 'extract', '--format', 'ndjson', '--from-list', '-'], {
      cwd: place.folder,
    });
    const ended = once(imr, 'exit');
    const lines = createInterface(imr.stdout)[Symbol.asyncIterator]();
    for (const name of ['a.txt', 'Dr. b #2.txt']) {
      imr.stdin.write(`${name}\n`);
      const line = await lines.next();
      expect(JSON.parse(String(line.value))).toMatchObject({ file: name });
    }
    imr.stdout.destroy();
    // It may be gone before it has read all of this.
    imr.stdin.on('error', () => {});
    const more = setInterval(() => imr.stdin.write('a.txt\n'), 5);
    try {
      expect(await ended).toEqual([0, null]);
    } finally {
      clearInterval(more);
    }
  });
});
