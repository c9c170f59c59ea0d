import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSearched } from '../intake/letterNames.ts';
import { NOT_REGULAR, readingFault } from './regularFile.ts';

/** What a walk needs of a file system. */
export interface WalkedFiles {
  stat(path: string): Promise<BigIntStats>;
  readdir(folder: string): Promise<readonly Dirent[]>;
}

export const THIS_MACHINE: WalkedFiles = {
  stat: (path) => stat(path, { bigint: true }),
  readdir: (folder) => readdir(folder, { withFileTypes: true }),
};

/** What lies at a path. Links are followed; `identity` is the same by whatever path a file or folder is reached. */
export type Place =
  | { readonly kind: 'file' | 'folder'; readonly identity: string }
  | { readonly kind: 'fault'; readonly isAbsent: boolean; readonly reason: string };

/** Total. */
export async function placeAt(files: WalkedFiles, path: string): Promise<Place> {
  try {
    const stats = await files.stat(path);
    // Some file systems number nothing: there each path is a file of its own.
    const identity = stats.ino === 0n ? path : `${stats.dev}:${stats.ino}`;
    if (stats.isFile()) return { kind: 'file', identity };
    if (stats.isDirectory()) return { kind: 'folder', identity };
    return { kind: 'fault', isAbsent: false, reason: NOT_REGULAR.reason };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: 'fault', isAbsent, reason: readingFault(error) };
  }
}

/** What a walk comes upon. */
export type Walked =
  | { readonly kind: 'file'; readonly path: string; readonly identity: string }
  | { readonly kind: 'passedOver'; readonly path: string }
  | { readonly kind: 'fault'; readonly path: string; readonly reason: string };

export interface Search {
  readonly folder: string;
  /** Whether a file is looked for, by its path from the folder, parted by `/`. */
  readonly wants: (path: string) => boolean;
  /** How far down: 1 is the folder alone. */
  readonly depth: number;
}

/**
 * Walks through a folder and all below it, in the order of the paths. A file or folder counts once, whatever links lead
 * to it, and by its own name before that of a link. Hidden files that are not wanted are not there at all.
 */
export async function walk(files: WalkedFiles, { folder, wants, depth }: Search): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  const seen = new Set<string>();
  /** Paths from the folder, and whole ones. */
  const links: (readonly [string, string])[] = [];

  async function visit(below: string, path: string, isWanted: boolean): Promise<void> {
    const place = await placeAt(files, path);
    if (place.kind === 'fault') {
      // What the folder lists and is not there is a link without an end.
      const reason = place.isAbsent && below !== '' ? 'it is a link to a file that is not there' : place.reason;
      if (isWanted) walked.push({ kind: 'fault', path, reason });
      return;
    }
    const isTooDeep = place.kind === 'folder' && below !== '' && below.split('/').length >= depth;
    if (isTooDeep || seen.has(place.identity)) return;
    seen.add(place.identity);
    if (place.kind === 'folder') await visitAll(below, path);
    else if (isWanted) walked.push({ kind: 'file', path, identity: place.identity });
    else passOver(path);
  }

  async function visitAll(below: string, path: string): Promise<void> {
    let entries: readonly Dirent[];
    try {
      entries = await files.readdir(path);
    } catch (error) {
      walked.push({ kind: 'fault', path, reason: readingFault(error) });
      return;
    }
    for (const entry of entries) {
      const entryBelow = below === '' ? entry.name : `${below}/${entry.name}`;
      const entryPath = join(path, entry.name);
      const isWanted = wants(entryBelow);
      if (entry.isSymbolicLink()) links.push([entryBelow, entryPath]);
      else if (entry.isDirectory() ? isSearched(entry.name) : isWanted) await visit(entryBelow, entryPath, isWanted);
      else if (entry.isFile()) passOver(entryPath);
    }
  }

  function passOver(path: string): void {
    if (!basename(path).startsWith('.')) walked.push({ kind: 'passedOver', path });
  }

  await visit('', folder, true);
  for (const [below, path] of links) if (isSearched(basename(path))) await visit(below, path, wants(below));
  return walked.sort((a, b) => (a.path < b.path ? -1 : 1));
}
