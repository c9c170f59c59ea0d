// @ts-check
// What is built, and how.
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';

const production = process.argv.includes('--production');

/** What rows have for the tests alone: a third of the tables. */
const EXAMPLES = new Set(['holds', 'misses', 'example', 'counterexample']);

/**
 * A table whose rows come without their examples. A class of words may have the name of one of these: it is no list and no
 * text.
 * @param {string} key
 * @param {unknown} value
 */
const withoutExamples = (key, value) =>
  EXAMPLES.has(key) && (Array.isArray(value) || typeof value === 'string') ? undefined : value;

/**
 * Data as JSON text: the engine reads that in a quarter of the time that the same as program text takes, at every start.
 * @type {import('esbuild').Plugin}
 */
const dataAsText = {
  name: 'data as text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /server\/src\/.*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')), withoutExamples);
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    }),
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  plugins: [dataAsText],
  bundle: true,
  sourcemap: !production,
  minify: production,
  logLevel: 'warning',
  // What they would say is in THIRD-PARTY-NOTICES.txt, whole.
  legalComments: 'none',
  metafile: true,
};

/**
 * Node bundles prefer a package's ES module build, so that what is not used falls away.
 * @type {import('esbuild').BuildOptions}
 */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
};

/**
 * One script for all hosts. What only one of them has is loaded there and nowhere else.
 * @type {import('esbuild').BuildOptions}
 */
const anyHost = {
  ...common,
  platform: 'neutral',
  target: ['node20', 'es2022'],
  format: 'iife',
  mainFields: ['module', 'main'],
  conditions: ['module', 'node', 'browser'],
  external: [...builtinModules, 'node:*'],
};

/**
 * A command of its own on the PATH.
 * @type {import('esbuild').BuildOptions}
 */
const command = { ...node, banner: { js: '#!/usr/bin/env node' } };

/** @type {import('esbuild').BuildOptions} */
const browser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/**
 * The language client is a bundle beside the extension's, loaded at the first letter.
 * @type {import('esbuild').Plugin}
 */
const languageClientBeside = {
  name: 'language client beside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/languageClient\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './languageClient.cjs', external: true } : undefined,
    ),
};

/**
 * What the commands do is a bundle beside the command line's own: help and version are answered without it, and the
 * threads of a command load nothing else.
 * @type {import('esbuild').Plugin}
 */
const commandsBeside = {
  name: 'commands beside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/commands\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './imr-commands.cjs', external: true } : undefined,
    ),
};

/**
 * What reads letters is a script beside the one that starts the server, loaded after its first answer.
 * @type {import('esbuild').Plugin}
 */
const lettersBeside = {
  name: 'letters beside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/main\.letters\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './server.letters.js', external: true } : undefined,
    ),
};

/**
 * Modules of Node that take long to load, and that the protocol's libraries need for nothing the server does at its start:
 * random names are made when they are needed, and a server that is a bundle searches for no packages.
 * @type {import('esbuild').Plugin}
 */
const quickStart = {
  name: 'quick start',
  setup: ({ onResolve, onLoad }) => {
    const contents = {
      crypto: `const names = ['randomBytes', 'randomUUID'];
        for (const name of names) exports[name] = (...given) => require('node:crypto')[name](...given);`,
      files: '',
    };
    /** @type {(name: keyof typeof contents, from: RegExp) => Parameters<typeof onResolve>[1]} */
    const instead =
      (name, from) =>
      ({ importer }) =>
        from.test(importer.replaceAll('\\', '/'))
          ? { path: name, namespace: 'quick', pluginData: contents[name] }
          : undefined;
    onResolve({ filter: /^crypto$/ }, instead('crypto', /\/vscode-jsonrpc\/lib\/node\//));
    onResolve({ filter: /^\.\/files$/ }, instead('files', /\/vscode-languageserver\/lib\/node\/main\.js$/));
    onLoad({ filter: /./, namespace: 'quick' }, ({ pluginData }) => ({ contents: pluginData }));
  },
};

/**
 * That script takes the libraries of the protocol from the one that starts (`server/src/server/server.ts`).
 * @type {import('esbuild').Plugin}
 */
const libraryOfTheStart = {
  name: 'library of the start',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^vscode-languageserver$/ }, ({ path }) => ({ path, namespace: 'start' }));
    onLoad({ filter: /./, namespace: 'start' }, () => ({ contents: 'module.exports = imrLanguageServerLibrary;' }));
  },
};

/** @type {import('esbuild').BuildOptions[]} */
export const bundles = [
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
    plugins: [languageClientBeside],
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: ['client/src/languageClient.ts'], outfile: 'dist/languageClient.cjs', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/src/extension.browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...anyHost,
    entryPoints: ['server/src/server/main.ts'],
    outfile: 'dist/server.js',
    plugins: [dataAsText, lettersBeside, quickStart],
    supported: { 'dynamic-import': false },
    // Half as much to read before the first answer.
    minify: true,
  },
  {
    ...anyHost,
    entryPoints: ['server/src/server/main.letters.ts'],
    outfile: 'dist/server.letters.js',
    plugins: [dataAsText, libraryOfTheStart],
    // Node takes it for a module; a worker of a browser finds it by its name.
    globalName: 'imrLetters',
    footer: { js: "if (typeof module === 'object') module.exports = imrLetters;" },
  },
  // The page of a view, with its style beside it: the client puts both into one text when the view opens.
  {
    ...browser,
    entryPoints: { letterSummary: 'client/src/views/summary/page/main.tsx' },
    outdir: 'dist/views',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: false,
    minify: true,
  },
  // One for all hosts, loaded at the first PDF or Word file: a script for a worker.
  { ...browser, entryPoints: ['server/src/documents/worker.ts'], outfile: 'dist/documents.js', format: 'iife' },
  {
    ...command,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/imr.cjs',
    plugins: [commandsBeside],
    supported: { 'dynamic-import': false },
  },
  {
    ...node,
    entryPoints: ['server/src/cli/commands.ts'],
    outfile: 'dist/imr-commands.cjs',
    // A dependency needs its own address to make a `require`; a CommonJS bundle has to be given it.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
];

/** @type {import('esbuild').BuildOptions[]} */
export const tests = [
  // Mocha looks for its own files at run time and stays outside; VS Code offers 'vscode' in its extension host only.
  { ...node, entryPoints: ['test/editor/index.ts'], outfile: 'dist/test/editor.cjs', external: ['vscode', 'mocha'] },
  {
    ...node,
    entryPoints: ['test/workbench/index.ts'],
    outfile: 'dist/test/workbench.cjs',
    external: ['mocha', 'playwright-core'],
  },
];
