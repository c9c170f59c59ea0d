import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedFiles } from './shipped.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const notices = read('dist/THIRD-PARTY-NOTICES.txt');

/** By the bundles' source maps, folder by folder, and so not by what the notices are made from. */
const bundled: readonly string[] = [
  ...new Set(
    readdirSync(new URL('dist/', root))
      .filter((file) => file.endsWith('js.map') || file.endsWith('cjs.map'))
      .flatMap((file) => {
        const { sources }: { sources: readonly string[] } = JSON.parse(read(`dist/${file}`));
        return sources.flatMap(
          (source) => /^(?:\.\.\/)*(.*node_modules\/(?:@[^/]+\/)?[^/@]+)\//.exec(source)?.[1] ?? [],
        );
      }),
  ),
];
const packages = bundled.map((folder): { name: string; version: string } => JSON.parse(read(`${folder}/package.json`)));

describe('the notices of other people’s code', () => {
  it('name every package in the bundles, with the text of its license', () => {
    expect(packages.map(({ name }) => name)).toContain('vscode-jsonrpc');
    const missing = packages.filter(({ name, version }) => !notices.includes(`\n${name} ${version} (`));
    expect(missing).toEqual([]);
    const texts = notices.split(/^-{80}$/m).slice(1);
    expect(texts.length).toBeGreaterThanOrEqual(packages.length);
    const withoutText = texts.filter((text) => !/permission|copyright|license and its sources/i.test(text));
    expect(withoutText).toEqual([]);
  });

  it('name what a package holds of others without saying so', () => {
    for (const name of ['pdf.js', 'pako', 'lie']) expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\S+ \\(`, 'm'));
    expect(notices).toContain('Mozilla Foundation');
  });

  it('are about one version of each: two that talk to each other would disagree', () => {
    const names = packages.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    // The client and the server are two bundles.
    const locked: { packages: Record<string, unknown> } = JSON.parse(read('package-lock.json'));
    const copies = Object.keys(locked.packages).filter((path) => /(?:^|\/)node_modules\/vscode-jsonrpc$/.test(path));
    expect(copies).toEqual(['node_modules/vscode-jsonrpc']);
  });

  it('are in the extension, with every dictionary and its license', async () => {
    const files = await shippedFiles();
    const dictionaries = [
      'english.list.gz',
      'english.LICENSE.txt',
      'usual-english.list.gz',
      'usual-english.LICENSE.txt',
      'medicalterms-en.txt.gz',
      'medicalterms-en.LICENSE.txt',
    ];
    for (const file of [
      'LICENSE',
      'dist/THIRD-PARTY-NOTICES.txt',
      ...dictionaries.map((each) => `dist/dictionaries/${each}`),
    ]) {
      expect(files).toContain(file);
    }
    // What is shipped is built: no sources, no tests, no maps.
    expect(files.filter((file) => /\.(?:ts|map)$|^(?:test|bench|samples|node_modules)\//.test(file))).toEqual([]);
  });
});
