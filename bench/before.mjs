// How reading compares with an earlier commit, the two measured in turn in one run:
//   npm run bench -- --before TAG [FILES…]
// An earlier core is built from its own files with the packages of today.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { summary } from './summary.mjs';

/** Processes of each core, and rounds in each of them. */
const TURNS = 4;
const ROUNDS = 10;
const WARM_UP_ROUNDS = 5;

/**
 * Parses each letter (where its parts are), reads it through (all that it says), and checks it with all rules, with
 * today's core and with that of a commit.
 * @returns for each of the three the milliseconds a letter, before and now
 */
export async function measureBefore(ref, letters, root) {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  try {
    execFileSync('git', ['-C', root, 'worktree', 'add', '--detach', '--quiet', join(folder, 'tree'), ref]);
    symlinkSync(join(root, 'node_modules'), join(folder, 'tree/node_modules'));
    const [before, now] = [await coreOf(join(folder, 'tree'), folder), await coreOf(root, folder)];
    const texts = join(folder, 'letters.json');
    writeFileSync(texts, JSON.stringify(letters));
    return inTurn(texts, before, now);
  } finally {
    execFileSync('git', ['-C', root, 'worktree', 'remove', '--force', join(folder, 'tree')]);
    rmSync(folder, { recursive: true, force: true });
  }
}

let built = 0;

async function coreOf(tree, folder) {
  const outfile = join(folder, `core-${built++}.mjs`);
  await build({
    stdin: {
      contents: `export * from './bench/core.ts';\nexport * from './server/src/determination/parse.ts';`,
      resolveDir: tree,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}

/**
 * The shortest time of each letter, over all rounds: another program on the same machine lengthens some of them. Each core
 * has processes of its own: two in one have more machine code than the engine optimizes patterns with.
 */
function inTurn(texts, before, now) {
  const shortest = { before: null, now: null };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, core] of Object.entries({ before, now })) {
      const script = `import(${JSON.stringify(import.meta.url)}).then((bench) => bench.printTimes(...process.argv.slice(1)))`;
      const times = JSON.parse(execFileSync(process.execPath, ['-e', script, core, texts], { encoding: 'utf8' }));
      shortest[name] = shortest[name] === null ? times : least(shortest[name], times);
    }
  }
  const middle = (what) => ({
    before: summary(shortest.before[what]).median,
    now: summary(shortest.now[what]).median,
  });
  return { parse: middle('parse'), 'parse and read all': middle('read'), 'parse + all rules': middle('check') };
}

const least = (a, b) =>
  Object.fromEntries(
    Object.entries(a).map(([what, times]) => [what, times.map((time, i) => Math.min(time, b[what][i]))]),
  );

/** In a process of its own: prints the shortest time of each letter in milliseconds, read and checked by one core. */
export async function printTimes(core, texts) {
  const { parseDetermination, readThrough, checkDetermination, defaultContext, RULES } = await import(
    pathToFileURL(core).href
  );
  const context = defaultContext();
  const letters = JSON.parse(readFileSync(texts, 'utf8'));
  const works = {
    parse: parseDetermination,
    read(letter) {
      const determination = parseDetermination(letter);
      // Earlier parsers read all at once.
      if (readThrough !== undefined) for (const _ of readThrough(determination));
    },
    check: (letter) => checkDetermination(parseDetermination(letter), RULES, {}, context),
  };
  const times = {};
  for (const [name, work] of Object.entries(works)) {
    times[name] = letters.map(() => Number.POSITIVE_INFINITY);
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (const [i, letter] of letters.entries()) {
        const start = performance.now();
        work(letter);
        if (round >= 0) times[name][i] = Math.min(times[name][i], performance.now() - start);
      }
    }
  }
  console.log(JSON.stringify(times));
}

/** Bytes that work on a letter takes from the heap, the median of the letters; null without `--expose-gc`. */
export function allocatedBy(letters, work) {
  if (globalThis.gc === undefined) return null;
  const each = letters.map((letter) => {
    globalThis.gc();
    const start = process.memoryUsage().heapUsed;
    work(letter);
    return process.memoryUsage().heapUsed - start;
  });
  return summary(each).median;
}
