import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_PIPES, makePipe } from '../support/awkwardFolder.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS, MISSPELT_LETTER } from '../support/letters.ts';
import { IMR, Workplace } from '../support/program.ts';

/** Enough that each of three threads has several. */
const LETTERS = 40;
/** Many runs, and on a busy machine each of its threads waits for the others. */
const SLOW = { timeout: 120_000 };

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  const kinds = [CLEAN_LETTER, LETTER_WITH_FINDINGS, MISSPELT_LETTER, `${LETTER_WITH_FINDINGS}\n`.repeat(5)];
  for (let i = 0; i < LETTERS; i++) {
    const number = `CM16-09990${String(i).padStart(2, '0')}`;
    place.write(`${number}.txt`, `Case Number: ${number}\n\n${kinds[i % kinds.length]}`);
  }
  place.write('noise.txt', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)));
  if (HAS_PIPES) makePipe(join(place.folder, 'pipe.txt'));
  place.write('.imr.json', '{ "rules": { "missing-decision": "warning" }, "dictionary": { "words": ["tenderness"] } }');
  // Ends each thread that reads the letter: none but the first, which cannot be done without.
  place.write(
    'poison.cjs',
    `const { isMainThread } = require('node:worker_threads');
     const fs = require('node:fs');
     const { openSync } = fs;
     fs.openSync = (path, ...rest) => {
       if (!isMainThread && String(path).includes('CM16-0999017')) process.exit(7);
       // The first thread is slow: the others have work to do.
       if (isMainThread) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
       return openSync(path, ...rest);
     };`,
  );
});
afterAll(() => place.remove());

describe('Several threads', SLOW, () => {
  it.each([
    ['check', '--format', 'text'],
    ['check', '--format', 'sarif'],
    ['extract', '--format', 'csv'],
  ])('print what one prints, in the same order: imr %s %s %s', (...args) => {
    const one = place.imr(...args, '--threads', '1', '.');
    expect(one.status).toBe(2);
    expect(one.out.length).toBeGreaterThan(2000);
    for (const threads of ['2', '3']) expect(place.imr(...args, '--threads', threads, '.')).toEqual(one);
  });

  it('put aside and take back what one puts aside', () => {
    const baselineBy = (threads: string): unknown => {
      expect(place.imr('baseline', '--threads', threads, '.').status).toBe(2);
      const file = readFileSync(join(place.folder, '.imr-ignore.json'), 'utf8');
      expect(place.imr('check', '--threads', threads, '.').out).toContain(', 0 findings');
      expect(place.imr('check', '--prune', '--threads', threads, '.').err).not.toContain('removed');
      place.write('.imr-ignore.json', '{}');
      return JSON.parse(file).putAside;
    };
    const one = baselineBy('1');
    expect(one).not.toEqual([]);
    expect(baselineBy('3')).toEqual(one);
  });

  it('lose nothing but the letter that ends one of them', () => {
    const { status, out, err } = place.run(process.execPath, [
      '--require',
      join(place.folder, 'poison.cjs'),
      ...[IMR, 'extract', '--format', 'ndjson', '--threads', '3', 'CM*.txt'],
    ]);
    expect(status).toBe(3);
    expect(err).toMatch(/^imr: CM16-0999017\.txt: the program failed on it \(\w+\); please report it\n$/);
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file);
    // A file of several letters has a line for each.
    expect(new Set(files).size).toBe(LETTERS - 1);
    expect(files).toEqual([...files].sort());
  });

  it('end with what they came to where nobody reads', () => {
    expect(place.shell('imr check --threads 3 . | head -1')).toMatchObject({
      status: 2,
      out: expect.stringMatching(/^[^\n]*\n$/),
    });
  });
});

describe('Progress', SLOW, () => {
  /** In a terminal of its own, wherever the tests run; what it shows comes back on standard output. */
  const inTerminal = (line: string, ...settings: readonly string[]): string => {
    const command = `"${process.execPath}" --require ./impatient.cjs "${IMR}" ${line}`;
    return place.run('env', ['-u', 'CI', 'TERM=xterm', ...settings, 'script', '-qec', command, '/dev/null']).out;
  };

  // Whatever the program waits for before it does something is over at once, so that any run is a long one.
  beforeAll(() => {
    place.write(
      'impatient.cjs',
      `const { setTimeout } = globalThis;
       globalThis.setTimeout = (does, _ms, ...args) => setTimeout(does, 0, ...args);`,
    );
  });

  it.runIf(existsSync('/usr/bin/script'))('is shown on a terminal, and only there', () => {
    const shown = inTerminal('check --threads 1 CM*.txt > out.txt');
    expect(shown).toMatch(/\d+ of 40 letters/);
    // Each fourth file holds five letters.
    expect(readFileSync(join(place.folder, 'out.txt'), 'utf8')).toMatch(/\n80 letters checked, .*\n$/);
    expect(inTerminal('check --threads 1 CM*.txt 2> err.txt > out.txt')).toBe('');
    expect(inTerminal('check --threads 1 CM*.txt | cat > out.txt')).toBe('');
    expect(readFileSync(join(place.folder, 'err.txt'), 'utf8')).toBe('');
  });

  it.runIf(existsSync('/usr/bin/script'))('is not shown where a program reads the terminal', () => {
    for (const setting of ['CI=true', 'TERM=dumb']) {
      expect(inTerminal('check --threads 1 CM*.txt > out.txt', setting)).toBe('');
    }
  });
});
