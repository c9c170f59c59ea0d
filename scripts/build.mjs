// @ts-check
// Bundles everything that runs into dist/. `node scripts/build.mjs [--production] [--tests] [--watch]`
import { mkdir, writeFile } from 'node:fs/promises';
import { context } from 'esbuild';
import { bundles, tests } from './bundles.mjs';
import { writeDictionaries } from './dictionaries.mjs';
import { writeNotices } from './notices.mjs';
import { writePackageReadme } from './packageReadme.mjs';

const watching = process.argv.includes('--watch');
const dictionaries = writeDictionaries('dist/dictionaries');
await mkdir('dist', { recursive: true });
// The scripts that browsers load, too, are called .js; to Node they would be modules, as the package's sources are.
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await writeFile('dist/imr-language-server.cjs', "#!/usr/bin/env node\nrequire('./server.js');\n", { mode: 0o755 });
await writePackageReadme('dist/README.md');
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
