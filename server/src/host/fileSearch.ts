import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { isFoundInSearch } from '../intake/letterNames.ts';
import { placeAt, type Search, THIS_MACHINE, type WalkedFiles, walk } from './walk.ts';

/** What a search comes upon: a file (that the user named, or that a folder or pattern led to), one that is skipped, or what cannot be had. */
export type Candidate =
  | { readonly kind: 'named' | 'found' | 'passedOver'; readonly path: string }
  | { readonly kind: 'fault'; readonly path: string; readonly reason: string };

/**
 * The files that a user named, and those that may be letters in folders, or match a pattern. Each once, however many
 * names and links lead to it. Total.
 * @param names files, folders, and patterns that no file is called by
 */
export async function* searchFiles(
  names: readonly string[],
  files: WalkedFiles = THIS_MACHINE,
): AsyncIterable<Candidate> {
  const places = await Promise.all(names.map(async (name) => ({ name, place: await placeAt(files, name) })));
  const named = new Set(places.flatMap(({ place }) => (place.kind === 'file' ? [place.identity] : [])));
  const seen = new Set<string>();
  const isNew = (identity: string): boolean => {
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  };

  for (const { name, place } of places) {
    if (place.kind === 'file') {
      if (isNew(place.identity)) yield { kind: 'named', path: name };
      continue;
    }
    const search = place.kind === 'folder' ? { folder: name, wants: isFoundInSearch, depth: Infinity } : matching(name);
    if (place.kind === 'fault' && (!place.isAbsent || search === null)) {
      yield { kind: 'fault', path: name, reason: place.reason };
      continue;
    }
    let candidates = 0;
    for (const each of search === null ? [] : await walk(files, search)) {
      if (each.kind === 'passedOver') {
        // What a pattern does not match was not requested.
        if (place.kind === 'folder' && isNew(resolve(each.path))) yield each;
        continue;
      }
      candidates++;
      if (each.kind === 'fault') yield each;
      else if (isNew(each.identity)) yield { kind: named.has(each.identity) ? 'named' : 'found', path: each.path };
    }
    if (candidates === 0) yield { kind: 'fault', path: name, reason: 'no letters were found there' };
  }
}

/** Where to look for what matches a pattern; null where the name is none. */
function matching(name: string): Search | null {
  const { isGlob, base, glob } = picomatch.scan(isWindows ? name.replaceAll('\\', '/') : name);
  if (!isGlob) return null;
  const depth = glob.includes('**') ? Infinity : glob.split('/').length;
  return { folder: base === '' ? '.' : base, wants: picomatch(glob, { dot: true, nocase: isWindows }), depth };
}

const isWindows = process.platform === 'win32';
