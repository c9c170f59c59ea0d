// Bundles everything that runs outside the tests. `node scripts/build.mjs [--watch] [--production]`
import { context } from 'esbuild';

const production = process.argv.includes('--production');
const common = { bundle: true, sourcemap: !production, minify: production, logLevel: 'info', legalComments: 'none' };
/** Node bundles prefer a package's ES module build, so that what is not used falls away. */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode', './languageClient.cjs'] },
  { ...node, entryPoints: ['client/src/languageClient.ts'], outfile: 'dist/languageClient.cjs', external: ['vscode'] },
  { ...browser, entryPoints: ['client/src/extension.browser.ts'], outfile: 'dist/client.browser.js', format: 'cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/server/main.node.ts'], outfile: 'dist/server.cjs' },
  { ...browser, entryPoints: ['server/src/server/main.browser.ts'], outfile: 'dist/server.browser.js', format: 'iife' },
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/imr.cjs' },
];

const contexts = await Promise.all(bundles.map((options) => context(options)));
if (process.argv.includes('--watch')) {
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
}
