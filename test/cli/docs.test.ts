import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMR, Workplace } from '../support/program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
const PAGES = ['README.md', ...pagesIn('docs')];
/** Those that show no command line on lines of its own, but name one in a sentence. */
const FURTHER_PAGES = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pagesIn('docs/rules')];

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

/** Code within a sentence: `imr rules`. */
const mentions = [...PAGES, ...FURTHER_PAGES].flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => ({ page, code }));
});

/** What a command works on, where a sentence names only the command. */
const OPERANDS: Readonly<Record<string, string>> = {
  check: 'letters/',
  extract: 'letters/',
  report: 'letters/',
  baseline: 'letters/ --reason "As of May"',
  explain: 'missing-citation',
  text: 'letter.pdf',
};
/** A sentence names a command, its options, and at times its operand, or what stands for one. */
function complete(code: string): string {
  const line = code.replace('RULE', 'missing-citation').replace('…', 'The request is denied.');
  const [, command = ''] = /^imr ([a-z-]+)(?: --(?:format \w+|[a-z-]+))*$/.exec(line) ?? [];
  return `${line} ${OPERANDS[command] ?? ''}`.trim();
}
const shown = new Set(commands.map(({ line }) => line.replace(/ +(?:# |> ).*/, '')));
const mentioned = new Map(
  mentions
    .filter(({ code }) => /\bimr [a-z-]/.test(code))
    .map(({ page, code }) => [complete(code), page] as const)
    .filter(([line]) => !shown.has(line)),
);

/** Options of programs by others that the pages name. */
const OPTIONS_OF_OTHERS = [
  '--joblog',
  '--stdio',
  '--edits',
  '--minutes',
  '--seed',
  '--mode',
  '--log-code',
  '--log-ic',
  '--count',
  '--kind',
  '--only',
];

const isInstalled = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

let place: Workplace;
let path: string;
let names: readonly string[];
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
  names = readdirSync(join(place.folder, 'letters')).flatMap((name) =>
    name.endsWith('.txt') ? [`letters/${name}`] : [],
  );
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
    it.skipIf(process.platform === 'win32' || isMissing)(`does what it says: ${page}: ${line}${why}`, () => run(line));
  }
});

describe('A command that a sentence of the documents names', { timeout: 60_000 }, () => {
  for (const [line, page] of mentioned) {
    it.skipIf(process.platform === 'win32')(`does what it says: ${page}: ${line}`, () => run(line));
  }

  it('has the options that are named', () => {
    const { stdout } = spawnSync(process.execPath, [IMR, '--help'], { encoding: 'utf8' });
    const names = [...stdout.matchAll(/^ {2}([a-z-]+) .*[>\]] {2,}/gm)].map(([, name = '']) => name);
    expect(names).toContain('explain-sentence');
    const helps = names.map((name) => spawnSync(process.execPath, [IMR, name, '--help'], { encoding: 'utf8' }).stdout);
    const known = new Set([stdout, ...helps].join('\n').match(/--[a-z][a-z-]*/g));
    const named = mentions.flatMap(({ page, code }) =>
      (code.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []).map((option) => ({ page, option })),
    );
    expect(named.length).toBeGreaterThan(20);
    const isKnown = (option: string): boolean => known.has(option) || OPTIONS_OF_OTHERS.includes(option);
    expect(named.filter(({ option }) => !isKnown(option))).toEqual([]);
  });
});

/** Runs a line where the letters are, as a reader would. It gets the letters' names on its standard input. */
function run(line: string): void {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: place.folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    timeout: 60_000,
    input: names.map((name) => `${name}\n`).join(''),
  });
  // 1: something was found in the letters.
  expect([0, 1], stderr).toContain(status);
  expect(stderr).not.toMatch(/error:|failed|usage/i);
  const files = [...line.matchAll(/(?:> |--output )([\w.-]+)/g)].map(([, file = '']) => file);
  const sizes = files.map((file) => statSync(join(place.folder, file)).size);
  // A version is short.
  const least = line.endsWith('--version') ? 4 : 20;
  expect(stderr.includes(': written') || Math.max(stdout.length, ...sizes) > least).toBe(true);
  // What one puts aside, another would not find.
  for (const file of ['letters/.imr-ignore.json', '.imr-ignore.json'])
    rmSync(join(place.folder, file), { force: true });
}
