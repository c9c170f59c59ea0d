// @ts-check
// The extension as a user gets it: built, and packed into a .vsix.
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot, projectRoot, run, SetupError } from './setup.mjs';

/**
 * Bundles the sources into `dist/`.
 * @param {{ tests?: boolean }} [options]
 */
export async function build({ tests = false } = {}) {
  const { code, output } = await run(process.execPath, ['scripts/build.mjs', ...(tests ? ['--tests'] : [])]);
  if (code !== 0) throw new SetupError(`The build failed:\n${output.trim()}`);
}

/**
 * Packs the extension again.
 * @param {string} [vsix] the file that is written; without it, one that git ignores
 * @returns {Promise<string>} its path
 */
export async function packageExtension(vsix = path.join(cacheRoot, 'imr-determinations.vsix')) {
  const vsce = path.join(projectRoot, 'node_modules/@vscode/vsce/vsce');
  if (!existsSync(vsce)) throw new SetupError("The project's packages are missing: run 'npm ci' first.");
  await mkdir(cacheRoot, { recursive: true });
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    ...['--readme-path', PACKAGE_README],
    '--out',
    vsix,
  ];
  const { code, output } = await run(process.execPath, [vsce, ...args]);
  if (code !== 0) throw new SetupError(`The extension could not be packed:\n${output.trim()}`);
  const { size } = await stat(vsix);
  if (size > MOST_BYTES)
    throw new SetupError(`The extension has grown to ${size} bytes; it is to stay under ${MOST_BYTES}.`);
  return vsix;
}

const MOST_BYTES = 3_000_000;

/** Written by the build. */
const PACKAGE_README = 'dist/README.md';
