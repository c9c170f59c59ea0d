import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './support/plainWords.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The files of a folder and, unless it is the root, of the folders in it. */
const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: folder !== '', encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}${name}`);

describe('pages are in plain words', () => {
  const folders = ['', 'docs/', 'samples/', '.github/'];
  const pages = folders.flatMap((folder) => filesIn(folder, /\.(?:md|yml)$/));

  it.each(pages)('%s', (page) => {
    expect(proseOf(read(page)).flatMap((line) => faultsOf('page', line))).toEqual([]);
  });
});

describe('settings, commands, and schemas are in plain words', () => {
  const files = [
    'package.json',
    ...['schemas/', 'snippets/', 'server/src/guidelines/schema/'].flatMap((folder) => filesIn(folder, /\.json$/)),
  ];

  it.each(files)('%s', (file) => {
    const texts = shownIn(JSON.parse(read(file)));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => faultsOf('page', text))).toEqual([]);
  });
});

describe('what the program says is in plain words', () => {
  const SHOWN = [
    'features',
    'server',
    'cli',
    'report',
    'team',
    'host',
    'documents',
    'precedents',
    'export',
    'checking',
  ];
  const folders = ['client/src/', ...SHOWN.map((name) => `server/src/${name}/`)];

  it.each(folders)('%s', (folder) => {
    const sentences = filesIn(folder, /\.ts$/).flatMap((file) => sentencesIn(withoutComments(read(file))));
    expect(sentences.flatMap((sentence) => faultsOf('page', sentence))).toEqual([]);
  });
});

describe('comments and names of tests are in plain words', () => {
  const folders = ['server/src/', 'client/src/', 'scripts/', 'bench/', 'test/'];

  it.each(folders)('%s', (folder) => {
    const faults = filesIn(folder, /\.(?:ts|mjs)$/).flatMap((file) => {
      const code = read(file);
      return [...commentsIn(code), ...testNamesIn(code)]
        .flatMap((text) => faultsOf('comment', text))
        .map((fault) => `${file}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});

/** The words of a page that are its own: no code, no quoted examples, no emphasis, no addresses. */
const proseOf = (page: string): readonly string[] =>
  page
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .map((line) => line.replace(/\]\([^)]*\)/g, ']').replace(/\*[^*\n]*\*/g, '**'));

const SHOWN_KEYS = new Set(['title', 'description', 'markdownDescription', 'enumDescriptions', 'label']);

/** The texts of a manifest or a schema that an editor shows. */
function shownIn(node: unknown, key = ''): readonly string[] {
  if (typeof node === 'string') return SHOWN_KEYS.has(key) ? [node] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => shownIn(value, Array.isArray(node) ? key : name));
}

const withoutComments = (code: string): string => code.replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)$/gm, '');

/** Strings of at least three words. */
const sentencesIn = (code: string): readonly string[] =>
  [...code.matchAll(/'([^'\n]*)'|`([^`]*)`|"([^"\n]*)"/g)]
    .map(([, single, template, double]) => single ?? template ?? double ?? '')
    .filter((text) => /\w+ \S+ \w+/.test(text));

/** Comments that fill their lines, without the code and the examples that they quote. */
const commentsIn = (code: string): readonly string[] =>
  [...code.matchAll(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)$/gm)].map(([comment]) =>
    comment.replace(/(?<!\w)'(?=\S)[^'\n]*(?<=\S)'(?!\w)|"[^"\n]*"/g, "''"),
  );

const testNamesIn = (code: string): readonly string[] =>
  [...code.matchAll(/\b(?:it|test|describe)(?:\.\w+(?:\([^()]*\))?)*\(\s*'([^'\n]*)'/g)].map(([, name]) => name ?? '');
