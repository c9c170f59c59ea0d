import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { RunnerTestCase } from 'vitest';
import { TestRunner } from 'vitest';
import { Random } from '../../test/fuzz/random.ts';
import { type Population, populationOf } from './population.ts';
import { metBy, prepare, type Removal, without } from './switches.ts';

/** What `removals.mjs` asks for. */
interface Asked {
  readonly count: number;
  readonly seed: number;
  /** None: all. */
  readonly kinds: readonly string[];
  readonly only: string;
  /** The file for the results. */
  readonly results: string;
}

interface Named {
  readonly kind: string;
  readonly name: string;
}

export interface Results {
  readonly seed: number;
  /** By kind: how many there are. */
  readonly population: Readonly<Record<string, number>>;
  readonly sampled: readonly Named[];
  readonly unnoticed: readonly (Named & { readonly met: number })[];
}

/** A test that takes longer (in ms) is run only once: there are others, and it would be run hundreds of times. */
const LONGEST = 20_000;

const asked: Asked = JSON.parse(process.env['IMR_REMOVALS'] ?? '');
const population = populationOf();
const sampled = sampleOf(population);
prepare(sampled, population.ofClass);
/** Those that no test has noticed yet, with how many tests came upon them. */
const unnoticed = new Map(Array.from(sampled, (removal) => [removal, 0]));

/** Runs each test, and again without each of the parts that it came upon, until one test has noticed its loss. */
export default class RemovalRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = async () => await TestRunner.getTestFn(test)();
    const began = performance.now();
    const met = await metBy(run);
    if (performance.now() - began > LONGEST) return;
    for (const removal of met) {
      const before = unnoticed.get(removal);
      if (before === undefined || (removal.ownTests !== null && test.name.startsWith(removal.ownTests))) continue;
      unnoticed.set(removal, before + 1);
      try {
        await without(removal, run);
      } catch {
        unnoticed.delete(removal);
      }
    }
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    writeFileSync(asked.results, JSON.stringify(resultsSoFar()));
  }
}

function sampleOf({ removals }: Population): ReadonlySet<Removal> {
  const only = new RegExp(asked.only);
  const eligible = removals.filter(
    ({ kind, name }) => (asked.kinds.length === 0 || asked.kinds.includes(kind)) && only.test(name),
  );
  if (asked.only !== '') return new Set(eligible);
  const random = new Random(asked.seed);
  const sample = new Set<Removal>();
  while (sample.size < Math.min(asked.count, eligible.length)) {
    const removal = random.oneOf(eligible);
    if (removal !== undefined) sample.add(removal);
  }
  return sample;
}

function resultsSoFar(): Results {
  const counts: Record<string, number> = {};
  for (const { kind } of population.removals) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    seed: asked.seed,
    population: counts,
    sampled: Array.from(sampled, ({ kind, name }) => ({ kind, name })),
    unnoticed: Array.from(unnoticed, ([{ kind, name }, met]) => ({ kind, name, met })),
  };
}
