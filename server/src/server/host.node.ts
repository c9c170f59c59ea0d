import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { listLetters, readLetter, readText, realAddress } from '../host/readFiles.ts';
import { rulePage } from '../host/rulePages.ts';
import { readWordList } from '../host/wordLists.ts';
import type { Host } from './serve.ts';

export const host: Host = {
  rulePage,
  readText,
  realAddress,
  home: `${pathToFileURL(homedir()).href}/`,
  readLetter,
  listLetters,
  // They are always beside this bundle.
  wordListsIn: () => readWordList,
};
