import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMR, Workplace } from '../support/program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

interface Block {
  readonly page: string;
  /** What follows the three marks. */
  readonly info: string;
  readonly lines: readonly string[];
}

const blocks = PAGES.flatMap((page): readonly Block[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, info = '', text = '']) => ({
      page,
      info,
      lines: text.split('\n').filter((line) => line.trim() !== ''),
    }),
  ),
);
const commands = blocks
  .filter(({ info }) => info.startsWith('sh run'))
  .flatMap(({ page, info, lines }) => lines.map((line) => ({ page, line, needs: /needs (\S+)$/.exec(info)?.[1] })));

const isInstalled = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

let place: Workplace;
let path: string;
beforeAll(() => {
  place = new Workplace();
  for (const folder of ['letters', 'more-letters']) {
    mkdirSync(join(place.folder, folder));
    cpSync(join(root, 'samples'), join(place.folder, folder), { recursive: true });
  }
  copyFileSync(join(root, 'samples/2 Knee surgery (clean).txt'), join(place.folder, 'letter.txt'));
  copyFileSync(join(root, 'test/core/documents/fixtures/therapy.libreoffice.pdf'), join(place.folder, 'letter.pdf'));
  mkdirSync(join(place.folder, 'bin'));
  chmodSync(place.write('bin/imr', `#!/bin/sh\nexec "${process.execPath}" "${IMR}" "$@"\n`), 0o755);
  path = `${join(place.folder, 'bin')}${delimiter}${process.env['PATH']}`;
});
afterAll(() => place.remove());

describe('A command line in the documents', { timeout: 60_000 }, () => {
  it('is run here, or it is said why not', () => {
    const silent = blocks.filter(
      ({ info, lines }) =>
        /^(?:sh|bash|shell|console|)(?: |$)/.test(info) &&
        lines.some((line) => /\bimr /.test(line)) &&
        !/^sh run(?: needs \S+)?$|^sh not run: ./.test(info),
    );
    expect(silent).toEqual([]);
    expect(commands.length).toBeGreaterThan(15);
  });

  for (const { page, line, needs } of commands) {
    const isMissing = needs !== undefined && !isInstalled(needs);
    const why = isMissing ? ` (not run: ${needs} is not installed here)` : '';
    it.skipIf(process.platform === 'win32' || isMissing)(`does what it says: ${page}: ${line}${why}`, () => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
        cwd: place.folder,
        encoding: 'utf8',
        env: { ...process.env, PATH: path },
        timeout: 60_000,
      });
      // 1: something was found in the letters.
      expect([0, 1], stderr).toContain(status);
      expect(stderr).not.toMatch(/error:|failed|usage/i);
      const files = [...line.matchAll(/(?:> |--output )([\w.-]+)/g)].map(([, file = '']) => file);
      const sizes = files.map((file) => statSync(join(place.folder, file)).size);
      expect(stderr.includes(': written') || Math.max(stdout.length, ...sizes) > 20).toBe(true);
      // What one puts aside, another would not find.
      rmSync(join(place.folder, 'letters/.imr-ignore.json'), { force: true });
      rmSync(join(place.folder, '.imr-ignore.json'), { force: true });
    });
  }
});
