import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from './shipped.ts';

const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

/** Those whose files are read by their path, or that are found at run time: knip sees imports only. */
const readByPath: { readonly ignoreDependencies: readonly string[] } = JSON.parse(read('knip.json'));

describe('the dependencies', () => {
  it('are all used, and all that is used is declared; no file lies there unused', async () => {
    const found = await promisify(execFile)(
      process.execPath,
      [
        `${root}node_modules/knip/bin/knip.js`,
        '--include=dependencies,unlisted,unresolved,binaries,files',
        '--treat-config-hints-as-errors',
      ],
      { cwd: root },
    ).then(
      () => 'nothing',
      ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
    );
    expect(found).toBe('nothing');
  });

  it.each(readByPath.ignoreDependencies)('%s is read by its path', (name) => {
    const sources = ['scripts', 'test/cli', 'test/page'].flatMap((folder) =>
      readdirSync(`${root}${folder}`).map((file) => `${folder}/${file}`),
    );
    expect(sources.filter((file) => /\.(?:mjs|ts)$/.test(file) && read(file).includes(name))).not.toEqual([]);
  });

  it('come from wherever the machine’s own settings say: the lock file names no host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/);
    expect(read('package.json')).not.toMatch(/(?:https?|git|file|link):/);
  });
});
