// @ts-check
// Bundles everything that runs into dist/. `node scripts/build.mjs [--production] [--tests] [--watch]`
import { readFile } from 'node:fs/promises';
import { context } from 'esbuild';
import { writeDictionaries } from './dictionaries.mjs';
import { writeNotices } from './notices.mjs';

const production = process.argv.includes('--production');

/**
 * Data as JSON text: the engine reads that in a quarter of the time that the same as program text takes, at every start.
 * @type {import('esbuild').Plugin}
 */
const dataAsText = {
  name: 'data as text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /server\/src\/.*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
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
  // What they would say stands in THIRD-PARTY-NOTICES.txt, whole.
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

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
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
    ...node,
    entryPoints: ['server/src/server/main.node.ts'],
    outfile: 'dist/server.cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...command, entryPoints: ['server/src/server/main.node.ts'], outfile: 'dist/imr-language-server.cjs' },
  {
    ...browser,
    entryPoints: ['server/src/server/main.browser.ts'],
    outfile: 'dist/server.browser.js',
    format: 'iife',
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
  // One for all hosts, loaded at the first PDF or Word file: a script for a worker, which Node takes for a module.
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
    // A dependency asks for its own address to make a `require`; a CommonJS bundle has to be told it.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
];

/** @type {import('esbuild').BuildOptions[]} */
const tests = [
  // Mocha looks for its own files at run time and stays outside; VS Code offers 'vscode' in its extension host only.
  { ...node, entryPoints: ['test/editor/index.ts'], outfile: 'dist/test/editor.cjs', external: ['vscode', 'mocha'] },
  {
    ...node,
    entryPoints: ['test/workbench/index.ts'],
    outfile: 'dist/test/workbench.cjs',
    external: ['mocha', 'playwright-core'],
  },
];

const watching = process.argv.includes('--watch');
const dictionaries = writeDictionaries('dist/dictionaries');
if (watching) console.log('Building …');
const wanted = process.argv.includes('--tests') ? [...bundles, ...tests] : bundles;
const contexts = await Promise.all(wanted.map((options) => context(options)));
const built = await Promise.allSettled(contexts.map((each) => each.rebuild()));
await dictionaries;
// Where one failed esbuild has printed what is wrong.
if (built.some(({ status }) => status === 'rejected')) process.exitCode = 1;
else {
  const shipped = built.slice(0, bundles.length);
  await writeNotices(
    shipped.map((each) => (each.status === 'fulfilled' ? each.value.metafile : undefined)),
    'dist/THIRD-PARTY-NOTICES.txt',
  );
}
if (watching) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('Watching for changes.');
} else {
  await Promise.all(contexts.map((each) => each.dispose()));
}
