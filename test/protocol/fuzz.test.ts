import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { LETTERS } from '../core/fixtures/letters.ts';
import { shapesOf } from '../fuzz/edits.ts';
import { seedOf } from '../fuzz/random.ts';
import { fuzzServer } from '../fuzz/serverFuzz.ts';

/** `FUZZ_SEED=… npx vitest run test/protocol/fuzz.test.ts` makes a run again; `npm run fuzz` runs for longer. */
const seed = seedOf(process.env['FUZZ_SEED']);

it.each(['pull', 'push'] as const)(
  `five hundred edits at random leave the server as a fresh one would be (%s mode, seed ${seed})`,
  async (mode) => {
    const { crashes, faults, desyncs } = await fuzzServer({
      server: fileURLToPath(new URL('../../dist/imr-language-server.cjs', import.meta.url)),
      mode,
      seed,
      shapes: shapesOf([...LETTERS.values()]),
      edits: 500,
      pasteOnceIn: 0,
      compareEvery: 500,
    });
    expect({ crashes, faults: [...faults], desyncs }).toEqual({ crashes: [], faults: [], desyncs: [] });
  },
  120_000,
);
