import { readFileSync } from 'node:fs';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';

let metafile: Metafile;
beforeAll(async () => {
  const server = bundles.find(({ outfile }) => outfile === 'dist/server.js');
  const built = await build({ ...server, metafile: true, write: false, sourcemap: false });
  metafile = built.metafile;
}, 60_000);

/** The files that are loaded with these: what they import, and what that imports, but for what is imported when it is needed. */
function loadedWith(...entries: readonly string[]): readonly string[] {
  const loaded = new Set<string>();
  const next = [...entries];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    const input = metafile.inputs[file];
    if (input === undefined || loaded.has(file)) continue;
    loaded.add(file);
    for (const { kind, path } of input.imports) if (kind !== 'dynamic-import') next.push(path);
  }
  return [...loaded];
}

describe('the server', () => {
  it('needs no editor', () => {
    const outside = Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.flatMap(({ external, path }) => (external ? [path] : [])),
    );
    expect(outside).toContain('node:fs');
    expect(outside.filter((path) => path.startsWith('vscode'))).toEqual([]);
    expect(readFileSync('dist/server.js', 'utf8')).not.toMatch(/require\(['"]vscode['"]\)/);
  });

  it('loads nothing that reads letters before it has answered that it is there', () => {
    const early = loadedWith('server/src/server/main.node.ts', 'server/src/server/main.browser.ts');
    expect(early).toContain('server/src/server/capabilities.ts');
    expect(early.filter((file) => /^server\/src\/(?!server\/|protocol\/|features\/announced\.ts)/.test(file))).toEqual(
      [],
    );
    expect(loadedWith('server/src/server/serve.ts')).toContain('server/src/guidelines/catalogue.ts');
  });

  it('loads nothing of Node in a browser', () => {
    const inBrowser = loadedWith(
      ...['main.ts', 'main.browser.ts', 'host.browser.ts', 'serve.ts'].map((name) => `server/src/server/${name}`),
    );
    const ofNode = inBrowser.filter((file) => metafile.inputs[file]?.imports.some(({ external }) => external));
    expect(ofNode).toEqual([]);
  });
});
