import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ReadWordList } from '../wording/spelling/shipped.ts';

const unpack = promisify(gunzip);

/** The word lists lie beside this bundle. */
export const readWordList: ReadWordList = async (file) =>
  (await unpack(await readFile(join(__dirname, 'dictionaries', file)))).toString('utf8');
