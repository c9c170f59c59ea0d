// Runs in the extension host of a real VS Code; see scripts/test-editor.mjs.
import { format } from 'node:util';

/** How the lines of the report begin: VS Code mixes its own messages in. */
const reportMark = 'test: ';

/** Resolves when every test passed: what VS Code asks of `extensionTestsPath`. */
export async function run(): Promise<void> {
  // Mocha is an ES module, which this one, bundled for VS Code, is not.
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = (...line) => console.log(reportMark + format(...line));
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: true });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./detection.test.ts');
  await import('./diagnostics.test.ts');
  await import('./outline.test.ts');
  await import('./hover.test.ts');
  await import('./team.test.ts');
  await import('./dictionary.test.ts');
  await import('./assistance.test.ts');
  await import('./workspaceCheck.test.ts');
  await import('./readOnly.test.ts');
  await import('./letterText.test.ts');
  await import('./views.test.ts');
  await import('./newLetter.test.ts');
  await import('./cleanUp.test.ts');
  await import('./moving.test.ts');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
