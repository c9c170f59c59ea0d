import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePipe } from '../support/awkwardFolder.ts';
import { CLEAN_LETTER } from '../support/letters.ts';
import { Workplace } from '../support/program.ts';

const isInstalled = spawnSync('sh', ['-c', 'command -v parallel']).status === 0;
const why = isInstalled ? '' : ' (not run: GNU parallel is not installed; in Debian: apt install parallel)';

const LETTERS = 40;
/** None of them is a letter that can be read, and one of them would wait forever for someone to write to it. */
const POISON = [
  'letters/noise.txt',
  'letters/pipe.txt',
  'letters/folder.txt',
  'letters/absent.txt',
  'letters/locked.pdf',
];

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  mkdirSync(join(place.folder, 'letters'));
  const names = Array.from({ length: LETTERS }, (_, i) => `letters/CM16-09990${String(i).padStart(2, '0')}.txt`);
  for (const name of names) place.write(name, CLEAN_LETTER);
  place.write('letters/noise.txt', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)));
  place.write('letters/locked.pdf', '%PDF-1.7\nnot a page\n');
  mkdirSync(join(place.folder, 'letters/folder.txt'));
  if (isInstalled) makePipe(join(place.folder, 'letters/pipe.txt'));
  // The poison is among the letters.
  const listed = names.flatMap((name, i) => (i % 8 === 3 ? [name, POISON[(i - 3) / 8] ?? ''] : [name]));
  place.write('names', `${listed.join('\n')}\n`);
});
afterAll(() => place.remove());

const WORK = 'parallel --jobs 2 --pipe -N 5 imr extract --format ndjson --from-list - < names';

describe.skipIf(!isInstalled)(`GNU parallel over two workers${why}`, { timeout: 120_000 }, () => {
  it('reads every letter that can be read, and names each of the others once', () => {
    const { status, out, err } = place.shell(WORK);
    const letters = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(letters).toHaveLength(LETTERS);
    expect(new Set(letters.map(({ file }) => file)).size).toBe(LETTERS);
    for (const { issues } of letters) expect(issues).toMatchObject([{ decision: 'upheld' }]);
    const named = [...err.matchAll(/^imr: (letters\/.*?): \S/gm)].map(([, file]) => file);
    expect(named.sort()).toEqual([...POISON].sort());
    // This many jobs had a letter that could not be read.
    expect(status).toBe(POISON.length);
  });

  it('ends where nobody reads any more', () => {
    const { status, out } = place.shell(`${WORK} | head -1`);
    expect(JSON.parse(out)).toMatchObject({ issues: [{ decision: 'upheld' }] });
    // It did not have to be stopped.
    expect(status).not.toBeNull();
  });
});
