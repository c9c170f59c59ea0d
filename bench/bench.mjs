// How fast letters are read and checked, on one set of letters in one run:
//   npm run bench [-- [--before REF] FILES OR FOLDERS…]        (without any: the samples and the test fixtures)
// Prints milliseconds a letter (median and 95th percentile) and the ratio to the floor, which is what no reader can
// do without: decoding the bytes and splitting the lines.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { BAR, measureBars } from './bars.mjs';
import { allocatedBy, measureBefore } from './before.mjs';
import { measureHostile } from './hostile.mjs';
import { checkText } from './peers.mjs';
import { measureProtocol } from './protocol.mjs';
import { summary } from './summary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 30;
/** The compiler has found what is hot by then, as in an editor that has been open for a while. */
const WARM_UP_ROUNDS = 5;

const { values, positionals: named } = parseArgs({ options: { before: { type: 'string' } }, allowPositionals: true });
const files =
  named.length > 0
    ? named.flatMap((name) => (isFolder(name) ? lettersIn(resolve(name)) : [name]))
    : ['samples', 'test/core/fixtures/letters'].flatMap(lettersIn);
if (files.length === 0) {
  console.error('There are no letters to measure with: name some, as in `npm run bench -- letters/*.txt`.');
  process.exit(2);
}
const bytes = files.map((file) => readFileSync(file));
const letters = bytes.map((each) => each.toString('utf8'));
const size = bytes.reduce((sum, { length }) => sum + length, 0);
console.log(`${letters.length} letters, ${Math.round(size / 1024)} KB, Node ${process.versions.node}\n`);

const { parseDetermination, checkDetermination, defaultContext, loadDictionary, readThrough, RULES } = await loadCore();
if (values.before !== undefined) {
  for (const [what, { before, now }] of Object.entries(await measureBefore(values.before, letters, root))) {
    console.log(
      `${what}: ${before.toFixed(3)} ms at ${values.before}, ${now.toFixed(3)} ms now, ratio ${(now / before).toFixed(2)}`,
    );
  }
  process.exit();
}
const dictionary = await loadDictionary(async (file) =>
  gunzipSync(readFileSync(join(root, 'dist/dictionaries', file))).toString('utf8'),
);
const context = { ...defaultContext(), dictionary };
const check = (letter) => checkDetermination(parseDetermination(letter), RULES, {}, context);
/** All that a letter says, not only where its parts are. */
const readAll = (letter) => {
  for (const _ of readThrough(parseDetermination(letter)));
};
const floor = await measure(bytes, (each) => new TextDecoder().decode(each).split('\n').length);
const rows = [
  ['floor: decode + split lines', floor],
  ['parse', await measure(letters, parseDetermination)],
  ['parse and read all', await measure(letters, readAll)],
  [`parse + ${RULES.length} rules`, await measure(letters, check)],
];
for (const [name, work, rounds] of await checkText()) rows.push([name, await measure(letters, work, rounds)]);
print(rows, floor.median);

const bytesEach = allocatedBy(letters, readAll);
if (bytesEach !== null) console.log(`\nAllocated by parsing a letter: ${Math.round(bytesEach / 1024)} KB (median)`);

console.log('\nGrowth (parse + all rules): one letter repeated; the time for each KB should stay the same');
const longest = letters.reduce((a, b) => (a.length > b.length ? a : b));
for (const times of [1, 10, 100, 1000]) {
  const text = longest.repeat(times);
  // A letter of several megabytes is opened once, and nothing is warm then.
  const { median } = await measure([text], check, times > 100 ? 1 : 5, times > 100 ? 0 : WARM_UP_ROUNDS);
  console.log(
    `  ${String(Math.round(text.length / 1024)).padStart(5)} KB  ${median.toFixed(2)} ms  ${((median / text.length) * 1024).toFixed(4)} ms/KB`,
  );
}

console.log(`\nBars (parse + all rules): under ${BAR} ms at first; twice and four times as much text`);
for (const { name, times } of measureBars(longest, check)) {
  const cells = times.map((time) => `${time.toFixed(0)} ms`.padStart(9)).join('');
  console.log(`  ${name.padEnd(34)}${cells}${(times[0] ?? 0) > BAR ? '  OVER THE BAR' : ''}`);
}

console.log('\nHostile texts (parse + all rules), the slowest: 20 KB and 80 KB of one piece');
for (const { place, piece, short, long } of measureHostile(longest, check)) {
  console.log(
    `  ${JSON.stringify(piece).padEnd(36)} in ${place.padEnd(22)} ${short.toFixed(0)} ms, ${long.toFixed(0)} ms`,
  );
}

console.log('\nThrough the protocol (the built server over stdio)');
for (const [name, { median, p95 }] of await measureProtocol(letters, root)) {
  console.log(`  ${name.padEnd(34)} median ${median.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms`);
}

function isFolder(name) {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

function lettersIn(folder) {
  try {
    return readdirSync(resolve(root, folder))
      .filter((file) => /\.(txt|imr)$/i.test(file))
      .map((file) => resolve(root, folder, file));
  } catch {
    return [];
  }
}

async function loadCore() {
  const outfile = join(root, 'dist/bench/core.mjs');
  await build({
    entryPoints: [join(root, 'bench/core.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** Milliseconds for each letter, after this many rounds that do not count. */
async function measure(inputs, work, rounds = ROUNDS, warmUpRounds = WARM_UP_ROUNDS) {
  for (let round = 0; round < warmUpRounds; round++) {
    for (const input of inputs) await work(input);
  }
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const input of inputs) {
      const start = performance.now();
      const result = work(input);
      if (result instanceof Promise) await result;
      times.push(performance.now() - start);
    }
  }
  return summary(times);
}

function print(rows, floorMedian) {
  console.log(
    `${''.padEnd(30)} ${'median ms'.padStart(10)} ${'p95 ms'.padStart(10)} ${'letters/s'.padStart(10)} ${'× floor'.padStart(9)}`,
  );
  for (const [name, { median, p95 }] of rows) {
    const cells = [median.toFixed(3), p95.toFixed(3), Math.round(1000 / median), (median / floorMedian).toFixed(0)];
    console.log(`${name.padEnd(30)} ${cells.map((cell, i) => String(cell).padStart(i === 3 ? 9 : 10)).join(' ')}`);
  }
}
