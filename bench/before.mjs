// How reading compares with an earlier commit, the two measured in turn in one run:
//   npm run bench -- --before TAG [FILES…]
// An earlier core is built from its own files with the packages of today.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { summary } from './summary.mjs';

const ROUNDS = 30;
const WARM_UP_ROUNDS = 5;

/**
 * Reads each letter through (all that it says, not only where its parts stand) with today's core and with that of a
 * commit, and checks it with the rules of each.
 * @returns for reading and for checking the milliseconds a letter, before and now
 */
export async function measureBefore(ref, letters, root) {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-'));
  try {
    execFileSync('git', ['-C', root, 'worktree', 'add', '--detach', '--quiet', join(folder, 'tree'), ref]);
    symlinkSync(join(root, 'node_modules'), join(folder, 'tree/node_modules'));
    const [before, now] = [await coreOf(join(folder, 'tree'), folder), await coreOf(root, folder)];
    return {
      read: inTurn(letters, before.read, now.read),
      check: inTurn(letters, before.check, now.check),
    };
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
      contents: `export * from './bench/core.ts';\nexport { readThrough } from './server/src/determination/parse.ts';`,
      resolveDir: tree,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  const { parseDetermination, readThrough, checkDetermination, defaultContext, RULES } = await import(
    pathToFileURL(outfile).href
  );
  const context = defaultContext();
  return {
    read(letter) {
      for (const _ of readThrough(parseDetermination(letter)));
    },
    check: (letter) => checkDetermination(parseDetermination(letter), RULES, {}, context),
  };
}

/** The shortest time of each letter, over all rounds: another program on the same machine lengthens some of them. */
function inTurn(letters, before, now) {
  const shortest = {
    before: letters.map(() => Number.POSITIVE_INFINITY),
    now: letters.map(() => Number.POSITIVE_INFINITY),
  };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const [i, letter] of letters.entries()) {
      for (const [name, work] of Object.entries({ before, now })) {
        const start = performance.now();
        work(letter);
        const time = performance.now() - start;
        if (round >= 0) shortest[name][i] = Math.min(shortest[name][i] ?? time, time);
      }
    }
  }
  return { before: summary(shortest.before).median, now: summary(shortest.now).median };
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
