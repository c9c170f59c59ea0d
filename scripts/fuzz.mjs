// @ts-check
// Edits letters at random on the built server for as long as you like, and holds it against a fresh one now and then.
// `node scripts/fuzz.mjs [--edits 10000] [--minutes 10] [--seed N] [--mode pull|push] [--paste-once-in 1000] [--compare-every 1000]`
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '10000' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    mode: { type: 'string' },
    'paste-once-in': { type: 'string', default: '1000' },
    'compare-every': { type: 'string', default: '1000' },
  },
});
const outfile = path.resolve('dist/test/fuzz.mjs');
await build({
  entryPoints: ['test/fuzz/run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { run } = await import(pathToFileURL(outfile).href);
process.exitCode = await run({
  edits: Number(values.edits),
  minutes: values.minutes === undefined ? null : Number(values.minutes),
  seed: values.seed,
  modes: values.mode === undefined ? ['pull', 'push'] : [values.mode],
  pasteOnceIn: Number(values['paste-once-in']),
  compareEvery: Number(values['compare-every']),
});
