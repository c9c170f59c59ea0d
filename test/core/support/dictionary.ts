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
  if (!existsSync(`${folder}usual-english.txt.gz`)) {
    const { writeDictionaries } = await import('../../../scripts/dictionaries.mjs');
    await writeDictionaries(folder);
  }
  return loadDictionary(async (file) => (file === OWN ? own : undefined) ?? unpacked(file));
}

const unpacked = (file: string): string => gunzipSync(readFileSync(folder + file)).toString('utf8');
