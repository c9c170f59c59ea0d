// @ts-check
// Takes words, rows, constructions, their conditions, and slots away at random, one at a time, and lists those whose loss
// fails no test.
// `node scripts/removals/removals.mjs [--count 100] [--seed N] [--kind words,rows,…] [--only PATTERN]`
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BaseSequencer, startVitest } from 'vitest/node';
import { switchable } from './switchable.mjs';

const { values, positionals } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    /** Of `KINDS`, divided by commas; all by default. */
    kind: { type: 'string', default: '' },
    /** A regular expression: only what is called so is taken away, and all of it. */
    only: { type: 'string', default: '' },
  },
  allowPositionals: true,
});

const results = path.resolve('node_modules/.cache/removals.json');
mkdirSync(path.dirname(results), { recursive: true });
const { kind, only } = values;
process.env['IMR_REMOVALS'] = JSON.stringify({
  count: Number(values.count),
  seed: Number(values.seed),
  kinds: kind === '' ? [] : kind.split(','),
  only,
  results,
});

/** What looks at the words of letters. Tests of random texts would notice a removal one time and not the next. */
const LOOKED_AT = [
  'test/core/{determination,language,wording}/**/*.test.ts',
  'test/core/{contradictions,rules,planted,plantedAppeals,plantedHeader}.test.ts',
];
const LEFT_OUT = ['test/core/**/{properties,nesting,conclusionGrammar,severalLetters,docs}.test.ts'];

/** The quick files first, by the last run: what they notice need not be tried in the slow ones. */
class QuickFirst extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    return (await super.sort(files)).reverse();
  }
}

const vitest = await startVitest(
  'test',
  positionals,
  {
    watch: false,
    include: LOOKED_AT,
    exclude: LEFT_OUT,
    runner: path.resolve('scripts/removals/runner.ts'),
    maxWorkers: 1,
    sequence: { sequencer: QuickFirst },
    // A removal may make a test hang; that, too, is noticed.
    testTimeout: 600_000,
    reporters: ['minimal'],
  },
  { plugins: [switchable()] },
);
await vitest.close();

/** @type {import('./runner.ts').Results} */
const { seed, population, sampled, unnoticed } = JSON.parse(readFileSync(results, 'utf8'));
for (const { kind, name, met } of unnoticed) console.log(`${kind}: ${name} (met in ${met} tests)`);
console.log(`Nobody noticed ${unnoticed.length} of ${sampled.length} removals (seed ${seed}):`);
for (const [each, all] of Object.entries(population)) {
  const count = (/** @type {readonly { kind: string }[]} */ list) => list.filter(({ kind }) => kind === each).length;
  console.log(`  ${count(unnoticed)} of ${count(sampled)} ${each} (there are ${all})`);
}
