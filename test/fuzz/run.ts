import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shapesOf } from './edits.ts';
import { seedOf } from './random.ts';
import { type FuzzSummary, fuzzServer } from './serverFuzz.ts';

/** The options of `npm run fuzz`. */
export interface Run {
  /** In each mode. */
  readonly edits: number;
  /** In each mode; null: as long as the edits take. */
  readonly minutes: number | null;
  readonly seed: string | undefined;
  readonly modes: readonly ('pull' | 'push')[];
  readonly pasteOnceIn: number;
  readonly compareEvery: number;
}

/** Prints what came of it. Returns the exit status: 0 where nothing was wrong. */
export async function run({ edits, minutes, seed: given, modes, pasteOnceIn, compareEvery }: Run): Promise<number> {
  const seed = seedOf(given);
  let isWrong = false;
  for (const mode of modes) {
    const begun = Date.now();
    const took = (): string => `${((Date.now() - begun) / 1000).toFixed(0)} s`;
    console.log(`${mode} mode, seed ${seed}`);
    const summary = await fuzzServer({
      server: path.resolve('dist/imr-language-server.cjs'),
      mode,
      seed,
      shapes: shapesOf(letters()),
      edits,
      isOver: () => minutes !== null && Date.now() - begun > minutes * 60_000,
      pasteOnceIn,
      compareEvery,
      progress: (so) => console.log(`  ${so.edits} edits, ${so.requests} requests, ${took()}${problems(so)}`),
    });
    print(summary, took());
    isWrong ||= summary.crashes.length + summary.desyncs.length + summary.faults.size > 0;
  }
  return isWrong ? 1 : 0;
}

const problems = ({ faults, desyncs }: FuzzSummary): string =>
  faults.size + desyncs.length === 0 ? '' : `, ${faults.size} faults, ${desyncs.length} differences`;

function print(
  { edits, requests, pastes, comparisons, crashes, faults, desyncs, slowest }: FuzzSummary,
  took: string,
): void {
  console.log(`${edits} edits (${pastes} of 1 MB), ${requests} requests, ${comparisons} comparisons in ${took}`);
  console.log(
    `${crashes.length} crashes, ${faults.size} kinds of fault, ${desyncs.length} differences from a fresh server`,
  );
  for (const crash of crashes) console.log(`crash: ${crash}`);
  for (const [fault, count] of faults) console.log(`fault (${count} times): ${fault}`);
  for (const desync of desyncs) console.log(`difference: ${desync}`);
  console.log('longest wait in ms        no document over 100 KB    ever');
  for (const [request, { usual, any }] of [...slowest].sort(([, a], [, b]) => b.usual - a.usual)) {
    console.log(`${request.padEnd(36)} ${usual.toFixed(0).padStart(15)} ${any.toFixed(0).padStart(7)}`);
  }
}

/** The fixtures and the samples: invented letters of every layout. */
export function letters(): readonly string[] {
  return ['test/core/fixtures/letters', 'samples'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(path.join(folder, name), 'utf8')),
  );
}
