import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
      // From files at two depths of a folder: a path that goes farther up is the same import.
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
  for (const to of FOLDERS) attempt(`server/src/determination/model/of-${to}.ts`, `../../${to}/any.ts`);
  for (const file of ['parse', 'issue']) attempt(`server/src/rules/${file}.ts`, `../determination/${file}.ts`);
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
    const where = 'in the table “The folders” of ARCHITECTURE.md';
    expect(unnamed(FOLDERS, [...TABLE.keys()]), `add a row for each of these folders ${where}`).toEqual([]);
    expect(unnamed([...TABLE.keys()], FOLDERS), `remove the rows of these, which are not there, ${where}`).toEqual([]);
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
    expect([...include].sort(), '“include” of tsconfig.core.json names every folder listed before `host`').toEqual(
      PURE.map((each) => `server/src/${each}`).sort(),
    );
  });

  it('the client shares intake and protocol with the server, and nothing else', () => {
    for (const to of FOLDERS) {
      const isAllowed = ['intake', 'protocol'].includes(to);
      expect(complaints.get(`client/src/${to}.ts`), to).toEqual(isAllowed ? undefined : saysWhereItBelongs);
    }
  });

  it('the model knows nothing that reads, and of other folders text/ alone', () => {
    expect(complaints.get('server/src/determination/model/lines.ts')).toEqual(saysWhereItBelongs);
    expect(complaints.get('server/src/determination/model/readers.ts')).toEqual(saysWhereItBelongs);
    for (const to of FOLDERS.filter((each) => each !== 'determination')) {
      const complaint = complaints.get(`server/src/determination/model/of-${to}.ts`);
      expect(complaint, to).toEqual(to === 'text' ? undefined : saysWhereItBelongs);
    }
  });

  it('a rule does not parse', () => {
    for (const file of ['parse', 'issue'])
      expect(complaints.get(`server/src/rules/${file}.ts`), file).toEqual(saysWhereItBelongs);
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
  expect(twice, 'name each of these once, in server/src/protocol/').toEqual([]);
});

describe('ARCHITECTURE.md says what is so', () => {
  const architecture = readFileSync(`${root}ARCHITECTURE.md`, 'utf8');
  const all = readdirSync(root, { recursive: false, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name))
    .flatMap((name) => [name, ...(statSync(root + name).isDirectory() ? everythingIn(name) : [])]);

  it('of files and folders, which are there under the names that it gives', () => {
    const prose = architecture.replaceAll(/^```[\s\S]*?^```$/gm, '');
    const named = [...prose.matchAll(/`([\w./-]+(?:\.(?:tsx?|mjs|json|grit|md)|\/))`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(100);
    const made = ['dist/', '.imr.json', '.imr-ignore.json'];
    const sought = named
      .filter((name) => !made.some((each) => name.startsWith(each)) && !name.includes('NAME'))
      .map((name) => name.replace(/\/$/, ''));
    const absent = sought.filter((name) => !all.some((path) => path === name || path.endsWith(`/${name}`)));
    expect(absent, 'ARCHITECTURE.md names these, which are not there').toEqual([]);
  });

  it('of the folders of readers, each of which it names', () => {
    const [, after = ''] = architecture.split('| folder of `readers` | reads |');
    const [table = ''] = after.split('\n\n');
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);
    const folders = foldersIn('server/src/determination/readers');
    const where = 'in the table of readers in ARCHITECTURE.md (“folder of `readers`”)';
    expect(unnamed(folders, named), `add a row for each of these folders ${where}`).toEqual([]);
    expect(unnamed(named, folders), `remove the rows of these folders, which are not there, ${where}`).toEqual([]);
  });

  it('of the folders of visits, each of which imports only those before it', () => {
    const visits = 'server/src/determination/readers/visits';
    const order = ['words', 'counts', 'roles', 'history'];
    expect([...foldersIn(visits)].sort(), `${visits} has these folders`).toEqual([...order].sort());
    for (const [place, name] of order.entries()) {
      const forbidden = [visits, ...order.slice(place + 1).map((later) => `${visits}/${later}`)];
      const imported = filesIn(`${visits}/${name}`)
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => importsOf(file).map((path) => dirname(join(dirname(file), path))));
      const what = `${visits}/${name} may import only from the folders before it: ${order.slice(0, place).join(', ')}`;
      expect(
        imported.filter((folder) => forbidden.includes(folder)),
        what,
      ).toEqual([]);
    }
  });

  it('of the network, which no module uses: the word lists of a browser alone are fetched, from the extension itself', () => {
    const online =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|(?:from |import\(|require\()'(?:node:)?(?:https?|http2|net|tls|dgram)'/;
    const files = [...filesIn('server/src'), ...filesIn('client/src')];
    expect(
      files.filter((file) => online.test(source(file))),
      'nothing leaves the computer: only this module may open a connection, to the extension itself',
    ).toEqual(['server/src/host/wordLists.browser.ts']);
  });

  it('of tables of letters, which no module holds', () => {
    const table =
      /^(?:export )?(?:const|let) .*new (?:Weak)?(?:Map|Set)<(?:Prose|LetterText|Determination|DisputedIssue|Passage|Reading)\b/m;
    expect(
      filesIn('server/src').filter((file) => table.test(source(file))),
      'keep what is read with the letter (`oncePerProse`, `oncePerLetter`), not in these modules',
    ).toEqual([]);
  });

  it('of fingerprints, whose frozen code shares nothing with the reader of letters', () => {
    expect(
      importsOf('server/src/team/fingerprintV1.ts').filter((path) => path.startsWith('.')),
      'fingerprintV1.ts imports none of our modules',
    ).toEqual([]);
  });

  it('of checks: an open letter’s, that of a verdict, and those of a report', () => {
    const files = filesIn('server/src/server').filter((file) => /\bcheckLetters?(?:InSteps)?\(/.test(source(file)));
    expect(files.map((file) => file.slice(file.lastIndexOf('/') + 1)).sort()).toEqual([
      'letterCheck.ts',
      'readiness.ts',
      'workspaceReport.ts',
    ]);
    expect(filesIn('server/src/features').filter((file) => /\bcheckLetters?(?:InSteps)?\(/.test(source(file)))).toEqual(
      [],
    );
  });
});

it('no file of the program is longer than 400 lines, but for rows, which are data', () => {
  const files = ['server/src', 'client/src', 'scripts', 'bench'].flatMap((folder) =>
    everythingIn(folder).filter((file) => /\.(?:tsx?|mjs|css)$/.test(file)),
  );
  const written = files.filter((file) => !source(file).startsWith('// Generated') && !file.includes('/rows/'));
  expect(written.length).toBeGreaterThan(500);
  const long = written.filter((file) => source(file).split('\n').length > 401);
  expect(long, 'divide these files: they have more than 400 lines').toEqual([]);
});

/** Those that are not among the names. */
const unnamed = (each: readonly string[], names: readonly string[]): readonly string[] =>
  each.filter((name) => !names.includes(name));

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

const source = (file: string): string => readFileSync(root + file, 'utf8');

const importsOf = (file: string): readonly string[] =>
  [...source(file).matchAll(/from '([^']+)'/g)].map(([, path = '']) => path);

const everythingIn = (path: string): readonly string[] =>
  readdirSync(root + path, { recursive: true, encoding: 'utf8' }).map(
    (file) => `${path}/${file.replaceAll('\\', '/')}`,
  );

function filesIn(path: string): readonly string[] {
  return readdirSync(root + path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${path}/${file.replaceAll('\\', '/')}`);
}
