import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { shippedDictionary } from './support/dictionary.ts';
import { faultsOf } from './support/plainWords.ts';
import { readRuleExamples } from './support/ruleExamples.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** A block of the page that is a file, a piece of one (before a line that is there), or what completes a rule's page. */
interface Block {
  readonly kind: 'file' | 'into' | 'page';
  readonly path: string;
  readonly before: string | undefined;
  readonly text: string;
}

const blocks = [...source.matchAll(/^```\w+ (file|into|page)=(\S+)(?: before="(.+)")?\n([\s\S]*?)^```$/gm)].map(
  ([, kind, path = '', before, text = '']): Block => ({
    kind: kind === 'file' ? 'file' : kind === 'into' ? 'into' : 'page',
    path,
    before: before?.replaceAll('\\"', '"'),
    text,
  }),
);
const of = (kind: Block['kind']): readonly Block[] => blocks.filter((block) => block.kind === kind);

let folder: string;
const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');

/** What a command prints in the copy; it fails where the command does. */
function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    // Not those of the run that this test is in.
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  });
  expect(status, `${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

const vitest = (...args: readonly string[]): string => run('node_modules/vitest/vitest.mjs', 'run', ...args);

/** Follows the section “Add a rule” in a copy of the repository. It generates once, with the examples there: half the time. */
describe('CONTRIBUTING.md adds a rule as it says', { timeout: 120_000 }, () => {
  let printed: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imr-walk-'));
    const left = /(?:^|[\\/])(?:node_modules|dist|\.git|\.vscode-test)$/;
    cpSync(root, folder, { recursive: true, filter: (name) => !left.test(name.replace(/[\\/]$/, '')) });
    for (const shared of ['node_modules', 'dist'])
      if (existsSync(join(root, shared))) symlinkSync(join(root, shared), path(shared), 'junction');
    for (const block of of('file')) {
      mkdirSync(dirname(path(block.path)), { recursive: true });
      writeFileSync(path(block.path), block.text);
    }
    for (const { path: name, before = '', text } of of('into')) {
      const lines = read(name).split('\n');
      const at = lines.findIndex((line) => line.startsWith(before));
      expect(at, `${name} has a line that begins with “${before}”`).toBeGreaterThan(0);
      writeFileSync(path(name), lines.toSpliced(at, 0, text.trimEnd()).join('\n'));
    }
    printed = run('scripts/generate.mjs');
    // Where a person writes: the messages that were generated remain.
    for (const { path: page, text } of of('page'))
      writeFileSync(path(page), read(page).replace('## What it reports\n\nTO BE WRITTEN\n', text));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('in blocks that give each file whole or say where a line goes', () => {
    expect(of('file').map((block) => block.path)).toContain('server/src/rules/missed-visits.ts');
    expect(of('into').map((block) => block.path)).toContain('ARCHITECTURE.md');
    expect(of('page')).toHaveLength(1);
  });

  it('and is shown what was generated, and what is left to do', () => {
    expect(printed).toContain('  server/src/rules/index.ts\n');
    expect(printed).toContain('docs/rules/missed-visits.md: complete the page');
  });

  it('in the format of the project, and with sound types', () => {
    const written = blocks.map((block) => block.path).filter((name) => /\.(?:ts|json)$/.test(name));
    run('node_modules/@biomejs/biome/bin/biome', 'check', ...written);
    const files = written.filter((name) => name.endsWith('.ts'));
    writeFileSync(path('tsconfig.walk.json'), JSON.stringify({ extends: './tsconfig.json', include: [], files }));
    run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.walk.json', '--noEmit');
  });

  it('in plain words', () => {
    expect(blocks.flatMap(({ text }) => faultsOf('comment', text))).toEqual([]);
  });

  it('whose examples are quiet for every other rule', async () => {
    const context = { ...defaultContext(), dictionary: await shippedDictionary() };
    const [source = ''] = of('file').flatMap((block) => (block.path.endsWith('.txt') ? [block.text] : []));
    const quiet = readRuleExamples(source).filter(({ kind }) => kind !== 'fires');
    expect(quiet.length).toBeGreaterThan(1);
    const said = quiet.flatMap(({ text }) => checkDetermination(parseDetermination(text), RULES, {}, context));
    expect(said.map(({ rule, message }) => `${rule.name}: ${message}`)).toEqual([]);
  });

  it('and passes the tests that it names', () => {
    const [, files = ''] = /^npx vitest run ((?:\S+ ){3,}\S+)$/m.exec(source) ?? [];
    expect(files).toContain('test/core/house.test.ts');
    vitest(...files.split(' '), '--maxWorkers=1', '-t', 'missed|ARCHITECTURE');
  });
});
