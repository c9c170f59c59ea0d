import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Dictionary } from '../../../server/src/wording/spelling/dictionary.ts';
import { loadDictionary } from '../../../server/src/wording/spelling/shipped.ts';

const folder = fileURLToPath(new URL('../../../dist/dictionaries/', import.meta.url));
const OWN = 'imr-words.txt.gz';

/**
 * The dictionary as it ships. The lists are made where the project has not been built yet.
 * @param own in place of the project's own words
 */
export async function shippedDictionary(own?: string): Promise<Dictionary> {
  return loadDictionary(async (file) => (file === OWN ? own : undefined) ?? shippedList(file));
}

/** One of the lists, unpacked. */
export async function shippedList(file: string): Promise<string> {
  if (!existsSync(`${folder}usual-english.list.gz`)) {
    const { writeDictionaries } = await import('../../../scripts/dictionaries.mjs');
    await writeDictionaries(folder);
  }
  return gunzipSync(readFileSync(folder + file)).toString('utf8');
}
