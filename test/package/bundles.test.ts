import { readFileSync } from 'node:fs';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

/** The script that starts, and the one that reads letters. */
let start: Metafile;
let letters: Metafile;
beforeAll(async () => {
  [start, letters] = await Promise.all([metafileOf('dist/server.js'), metafileOf('dist/server.letters.js')]);
}, 60_000);

async function metafileOf(outfile: string): Promise<Metafile> {
  const bundle = bundles.find((each) => each.outfile === outfile);
  return (await build({ ...bundle, metafile: true, write: false, sourcemap: false })).metafile;
}

/** The files that are loaded with these: what they import, and what that imports, except for what is imported when it is needed. */
function loadedWith({ inputs }: Metafile, ...entries: readonly string[]): readonly string[] {
  const loaded = new Set<string>();
  const next = [...entries];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    const input = inputs[file];
    if (input === undefined || loaded.has(file)) continue;
    loaded.add(file);
    for (const { kind, path } of input.imports) if (kind !== 'dynamic-import') next.push(path);
  }
  return [...loaded];
}

/** What these import that is in no bundle: Node's modules, another script. */
const outside = ({ inputs }: Metafile, files: readonly string[]): readonly string[] =>
  files.flatMap((file) => inputs[file]?.imports.flatMap(({ external, path }) => (external ? [path] : [])) ?? []);

describe('the server', () => {
  it('needs no editor', () => {
    const modules = [start, letters].flatMap((each) => outside(each, Object.keys(each.inputs)));
    expect(modules).toContain('node:fs');
    expect(modules.filter((path) => path.startsWith('vscode'))).toEqual([]);
    for (const script of ['server.js', 'server.letters.js']) {
      expect(readFileSync(`dist/${script}`, 'utf8')).not.toMatch(/require\(['"]vscode['"]\)/);
    }
  });

  it('loads nothing that reads letters before it has answered that it is there', () => {
    const all = Object.keys(start.inputs);
    expect(all).toContain('server/src/server/capabilities.ts');
    expect(all.filter((file) => /^server\/src\/(?!server\/|protocol\/|features\/announced\.ts)/.test(file))).toEqual(
      [],
    );
    expect(Object.keys(letters.inputs)).toContain('server/src/guidelines/catalogue.ts');
  });

  it('loads no module of Node at its start that takes long and that it does not need', () => {
    const early = outside(start, loadedWith(start, 'server/src/server/main.node.ts'));
    expect(early).toContain('net');
    // One is loaded when a random name is needed.
    expect(early.filter((path) => ['child_process', 'crypto', 'node:fs', 'node:url'].includes(path))).toEqual([]);
  });

  it('has the libraries of the protocol once: an error of one is an error to the other', () => {
    const common = (name: string): boolean =>
      /vscode-(?:languageserver|jsonrpc|languageserver-protocol)\/lib/.test(name);
    expect(Object.keys(start.inputs).filter(common)).not.toEqual([]);
    expect(Object.keys(letters.inputs).filter(common)).toEqual([]);
  });

  it('loads nothing of Node in a browser', () => {
    const entry = ['server/src/server/main.ts', 'server/src/server/main.browser.ts'];
    expect(outside(start, loadedWith(start, ...entry))).toEqual([]);
    const further = ['main.letters.ts', 'host.browser.ts'].map((name) => `server/src/server/${name}`);
    expect(outside(letters, loadedWith(letters, ...further))).toEqual([]);
  });
});
