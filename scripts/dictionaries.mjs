// @ts-check
// Puts the word lists that spelling is checked by into a folder: data files beside the bundles, each with its licence.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const { resolve } = createRequire(import.meta.url);
const packageOf = (/** @type {string} */ name) => dirname(resolve(`${name}/cspell-ext.json`));
const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder */
export async function writeDictionaries(folder) {
  await mkdir(folder, { recursive: true });
  await Promise.all([writeEnglish(folder), copyMedical(folder), writeOwn(folder)]);
}

/** The words of cspell's tree, listed and sorted: read in milliseconds and without a library. MIT and older free licences. */
async function writeEnglish(/** @type {string} */ folder) {
  const { decodeTrie } = await import('cspell-trie-lib');
  const english = packageOf('@cspell/dict-en_us');
  const tree = decodeTrie(gunzipSync(await readFile(join(english, 'en_US.trie.gz'))));
  // Left out are possessives, and the doubles in small letters and without accents that are marked with ~.
  const words = [...tree.words()].filter(
    (word) => /^[A-Za-z\u00c0-\u00ff'-]{2,}$|^[aAI]$/.test(word) && !word.endsWith("'s"),
  );
  const text = `${[...new Set(words)].sort().join('\n')}\n`;
  const [licence, sources] = await Promise.all(
    ['LICENSE', 'src/hunspell/README_en_US-large.txt'].map((file) => readFile(join(english, file), 'utf8')),
  );
  await Promise.all([
    writeFile(join(folder, 'english.txt.gz'), gzipSync(text, { level: 9 })),
    writeFile(join(folder, 'english.LICENSE.txt'), `${licence}\n${sources}`),
  ]);
}

/** As it is published, under the GPL: a file of its own, never part of a bundle. */
async function copyMedical(/** @type {string} */ folder) {
  const medical = packageOf('@cspell/dict-medicalterms');
  const [licence, authors] = await Promise.all(
    ['LICENSE', 'src/wordlist-medicalterms-en/README.md'].map((file) => readFile(join(medical, file), 'utf8')),
  );
  await Promise.all([
    copyFile(join(medical, 'dict/medicalterms-en.txt.gz'), join(folder, 'medicalterms-en.txt.gz')),
    writeFile(join(folder, 'medicalterms-en.LICENSE.txt'), `${authors}\n${licence}`),
  ]);
}

async function writeOwn(/** @type {string} */ folder) {
  const words = await readFile(join(root, 'server/src/spelling/data/imr-words.txt'));
  await writeFile(join(folder, 'imr-words.txt.gz'), gzipSync(words, { level: 9 }));
}
