import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageReadme } from '../../scripts/packageReadme.mjs';
import { RULES } from '../../server/src/rules/index.ts';
import { root, shippedFiles } from './shipped.ts';

const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

let files: readonly string[];
beforeAll(async () => {
  files = await shippedFiles();
});

describe('the package', () => {
  it('holds what it should, and nothing else', () => {
    const pages = RULES.map(({ name }) => `docs/rules/${name}.md`);
    expect([...files].sort()).toEqual([...read('test/package/files.txt').trim().split('\n'), ...pages].sort());
  });

  it('holds the server once', () => {
    const scripts = files.filter((file) => /^dist\/.*\.c?js$/.test(file));
    expect(scripts.filter((file) => read(file).includes('The server has been shut down.'))).toEqual(['dist/server.js']);
  });

  it('has a README for those who use it, who need no tools of developers', () => {
    const readme = packageReadme(read('README.md'));
    expect(readme).toBe(read('dist/README.md'));
    expect(readme).toMatch(/^## What it does$/m);
    expect(readme).not.toMatch(/npm|node|command line$|<!--|ARCHITECTURE|CONTRIBUTING/im);
    expect(read('README.md')).toMatch(/^npm ci && npm start$[\s\S]*^npm ci && npm test$/m);
  });

  it('has one page for each rule', () => {
    const pages = readdirSync(`${root}docs/rules`).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(RULES.map(({ name }) => `${name}.md`).sort());
  });
});
