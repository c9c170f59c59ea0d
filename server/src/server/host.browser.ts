import { fetchWordLists } from '../host/wordLists.browser.ts';
import { ABSENT } from '../intake/fileText.ts';
import type { Host } from './serve.ts';

declare const self: { readonly location: { readonly href: string } };

const { href } = self.location;
const ownFolder = href.slice(0, href.lastIndexOf('/') + 1);

/** A worker reaches no files: its client reads them. */
export const host: Host = {
  rulePage: (rule) => `docs/rules/${rule}.md`,
  readText: () => Promise.resolve(ABSENT),
  realAddress: () => Promise.resolve(null),
  home: null,
  readLetter: () => Promise.resolve({ skipped: 'unreadable' }),
  listLetters: () => Promise.resolve([]),
  wordListsIn: (scripts) => fetchWordLists(`${scripts ?? ownFolder}dictionaries/`),
};
