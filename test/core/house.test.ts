import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = foldersIn('server/src');
/** Folders that run in any host. */
const PURE = FOLDERS.filter((folder) => !['host', 'server', 'cli'].includes(folder));
const TABLE = allowedByTable();

/** By the path of a file that imports something, what the linter says of it. */
let complaints: ReadonlyMap<string, string>;
let folder: string;

/** A file for each import that is tried, in a folder with the linter's rules and nothing else. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-house-'));
  for (const file of ['biome.json', '.gitignore', 'scripts/lint'])
    cpSync(root + file, join(folder, file), { recursive: true });
  for (const from of FOLDERS) {
    for (const to of FOLDERS) {
      // Of two files one deep in its folder: a path that goes up further is the same import.
      if (to !== from) attempt(`server/src/${from}/${to}.ts`, `../${to}/any.ts`);
      if (to !== from) attempt(`server/src/${from}/deep/down/${to}.ts`, `../../../${to}/any.ts`);
    }
    attempt(`server/src/${from}/own.ts`, './deep/down/any.ts');
    attempt(`server/src/${from}/client.ts`, '../../../client/src/any.ts');
    for (const [name, specifier] of Object.entries(PACKAGES))
      attempt(`server/src/${from}/package-${name}.ts`, specifier);
  }
  for (const to of FOLDERS) attempt(`client/src/${to}.ts`, `../../server/src/${to}/any.ts`);
  for (const to of foldersIn('server/src/determination')) {
    if (to !== 'model') attempt(`server/src/determination/model/${to}.ts`, `../${to}/any.ts`);
  }
  complaints = lint();
});
afterAll(() => rmSync(folder, { recursive: true }));

const PACKAGES = {
  node: 'node:fs',
  vscode: 'vscode',
  connection: 'vscode-languageserver/node',
  shapes: 'vscode-languageserver-types',
};

describe('the linter holds the table of ARCHITECTURE.md', () => {
  it('which has a row for every folder of the server, and for no other', () => {
    expect([...TABLE.keys()].sort()).toEqual([...FOLDERS].sort());
  });

  describe.each(FOLDERS)('%s', (from) => {
    it.each(FOLDERS.filter((to) => to !== from))('and %s', (to) => {
      const isAllowed = TABLE.get(from)?.has(to);
      for (const path of [`server/src/${from}/${to}.ts`, `server/src/${from}/deep/down/${to}.ts`]) {
        expect(complaints.get(path), path).toEqual(isAllowed ? undefined : saysWhereItBelongs);
      }
    });

    it('may import from itself, and not from the client', () => {
      expect(complaints.get(`server/src/${from}/own.ts`)).toBeUndefined();
      expect(complaints.get(`server/src/${from}/client.ts`)).toEqual(saysWhereItBelongs);
    });
  });

  it.each(PURE)('%s has no host', (from) => {
    for (const name of ['node', 'vscode', 'connection']) {
      expect(complaints.get(`server/src/${from}/package-${name}.ts`), name).toEqual(saysWhereItBelongs);
    }
    const knowsShapes = ['features', 'protocol'].includes(from);
    expect(complaints.get(`server/src/${from}/package-shapes.ts`)).toEqual(
      knowsShapes ? undefined : saysWhereItBelongs,
    );
  });

  it('and compiles every folder without a host', () => {
    const { include } = JSON.parse(readFileSync(`${root}tsconfig.core.json`, 'utf8').replace(/^\s*\/\/.*$/gm, ''));
    expect([...include].sort()).toEqual(PURE.map((each) => `server/src/${each}`).sort());
  });

  it('the client shares intake and protocol with the server, and nothing else', () => {
    for (const to of FOLDERS) {
      const isAllowed = ['intake', 'protocol'].includes(to);
      expect(complaints.get(`client/src/${to}.ts`), to).toEqual(isAllowed ? undefined : saysWhereItBelongs);
    }
  });

  it('the model knows nothing that reads', () => {
    expect(complaints.get('server/src/determination/model/lines.ts')).toEqual(saysWhereItBelongs);
    expect(complaints.get('server/src/determination/model/readers.ts')).toEqual(saysWhereItBelongs);
  });
});

it('what client and server both name is spelled in protocol/ alone', () => {
  const spelled = [...filesIn('client/src'), ...filesIn('server/src')].flatMap((file) =>
    [...readFileSync(root + file, 'utf8').matchAll(/(['"`])(imr[./][\w./-]*)\1/g)].map(([, , name = '']) => ({
      name,
      file,
    })),
  );
  const shared = spelled.filter(({ file }) => file.startsWith('server/src/protocol/')).map(({ name }) => name);
  expect(shared).toContain('imr/readFile');
  const twice = spelled.filter(({ name, file }) => spelled.some((other) => other.name === name && other.file !== file));
  expect(twice).toEqual([]);
});

/** A message that says what to do, not only what is wrong. */
const saysWhereItBelongs = expect.stringMatching(/ (?:belongs?|for|shares) /);

function attempt(path: string, specifier: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `export * from '${specifier}';\n`);
}

function lint(): ReadonlyMap<string, string> {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const options = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { diagnostics }: { diagnostics: readonly { message: string; location: { path: string } }[] } =
    JSON.parse(stdout);
  return new Map(diagnostics.map(({ message, location }) => [location.path, message]));
}

/** What each folder may import, as the table of the folders says it. */
function allowedByTable(): ReadonlyMap<string, ReadonlySet<string>> {
  const [, table = ''] = readFileSync(`${root}ARCHITECTURE.md`, 'utf8').split('| folder | holds | may import |');
  const allowed = new Map<string, ReadonlySet<string>>();
  for (const row of table.split('\n\n')[0]?.split('\n') ?? []) {
    const [, name, , imports = ''] = row.split('|').map((cell) => cell.trim());
    const from = name?.match(/^`(\w+)`$/)?.[1];
    if (from === undefined) continue;
    const named = [...imports.matchAll(/`(\w+)`/g)].map(([, each = '']) => each);
    allowed.set(from, new Set(named));
    if (imports.startsWith('everything but')) {
      allowed.set(from, new Set(FOLDERS.filter((each) => each !== from && !named.includes(each))));
    } else if (/what (?:it|they) may import/.test(imports)) {
      allowed.set(from, new Set(named.flatMap((each) => [each, ...(allowed.get(each) ?? [])])));
    }
  }
  return allowed;
}

/** Those with a file of ours: git leaves empty ones where something was moved away. */
function foldersIn(path: string): readonly string[] {
  const inside = filesIn(path).map((file) => file.slice(path.length + 1));
  return [...new Set(inside.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))))];
}

function filesIn(path: string): readonly string[] {
  return readdirSync(root + path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${path}/${file.replaceAll('\\', '/')}`);
}
