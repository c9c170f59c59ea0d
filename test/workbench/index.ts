// Drives the workbench of a real VS Code as a person does; see scripts/test-editor.mjs.
import type { Surroundings } from './surroundings.ts';
import { surround } from './surroundings.ts';

/** Resolves to the number of tests that failed. */
export async function run(surroundings: Surroundings): Promise<number> {
  surround(surroundings);
  // Mocha is an ES module, which this one, bundled for VS Code, is not.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: process.stdout.isTTY });
  if (surroundings.only !== undefined) mocha.grep(surroundings.only);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./workbench.test.ts');
  await import('./newLetter.test.ts');
  await import('./decide.test.ts');
  await import('./web.test.ts');
  await import('./views.test.ts');
  await import('./ready.test.ts');
  return new Promise((resolve) => mocha.run(resolve));
}
