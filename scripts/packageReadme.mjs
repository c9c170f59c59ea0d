// @ts-check
// The README that ships with the extension: this repository's own, without what is for those who have the repository.
import { readFile, writeFile } from 'node:fs/promises';

/** In the README, a part between these is only for those who have the repository. */
const PART = /<!-- repository only -->\n[\s\S]*?<!-- end -->\n+/g;

/**
 * @param {string} readme the repository's
 * @returns {string}
 */
export const packageReadme = (readme) => `${readme.replace(PART, '').trimEnd()}\n`;

/** @param {string} file where it is written */
export async function writePackageReadme(file) {
  await writeFile(file, packageReadme(await readFile('README.md', 'utf8')));
}
