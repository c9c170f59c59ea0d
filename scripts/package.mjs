// @ts-check
// Packs the extension for users: `npm run package [-- FILE.vsix]`. Without a file it lies in this folder, named after its version.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { packageExtension } from './vscode/extension.mjs';
import { projectRoot, runScript } from './vscode/setup.mjs';

runScript(async () => {
  const { name, version } = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8'));
  const vsix = await packageExtension(
    path.resolve(process.argv[2] ?? path.join(projectRoot, `${name}-${version}.vsix`)),
  );
  console.log(`${path.relative(process.cwd(), vsix)} (${((await stat(vsix)).size / 1e6).toFixed(2)} MB)`);
});
