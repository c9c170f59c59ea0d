import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { buildSync } from 'esbuild';

/** The entry, bundled as a script that leaves what it exports in the variable `core`. */
export function bundle(entry: URL): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    format: 'iife',
    globalName: 'core',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

const script = new Script(bundle(new URL('./coreForOrder.ts', import.meta.url)));

/** The core as a program that has just started has it: nothing was read with it. */
export function freshCore(): typeof import('./coreForOrder.ts') {
  const context = createContext({});
  script.runInContext(context);
  return context['core'];
}
