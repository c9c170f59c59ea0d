/**
 * Changes a team's file so that nothing in it is lost: it is either complete as it was or complete as it should be, whenever the power
 * fails or the disk is full, with all that someone else wrote in the meantime.
 *
 * The libraries for it (write-file-atomic, atomically) do the second half. But both take a write for complete that a nearly
 * full disk did in part, and none looks whether the file is still the one that was read.
 */
import { basename, dirname, join } from 'node:path';
import { utf8Text } from '../intake/fileText.ts';
import { MOST_BYTES } from '../intake/letterNames.ts';
import { applied, type FileChange } from '../team/fileChange.ts';
import { MOST_CHARACTERS } from '../team/teamJson.ts';
import { DISK, type Disk } from './disk.ts';
import { codeOf, type FileBytes } from './regularFile.ts';

/** What became of a file. */
export type Changed =
  /** `count` of what was added or removed. */
  | { readonly kind: 'written'; readonly count: number }
  /** It said so already. */
  | { readonly kind: 'unchanged' }
  /** It is as it was; `reason` continues “name: ”. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Total: an error is an answer.
 * @param change is given the file's text (empty where there is no file yet), and again where someone else wrote meanwhile
 */
export async function changeFile(
  path: string,
  change: (source: string) => FileChange,
  disk: Disk = DISK,
): Promise<Changed> {
  try {
    const target = await targetOf(disk, path);
    if (target === null) return refused('it is a link that leads to no file');
    const lock = `${target}.lock`;
    const fresh = join(dirname(target), `${basename(target)}.${suffix()}.new`);
    if (!(await take(disk, lock, basename(fresh)))) {
      return refused(`another program is changing it just now; if none is, delete “${basename(lock)}” beside it`);
    }
    try {
      for (let i = 0; i < MOST_TRIES; i++) {
        const changed = await tryOnce(disk, target, fresh, change);
        if (changed !== null) return changed;
      }
      return refused('another program keeps changing it; try again');
    } finally {
      await disk.remove(lock).catch(() => undefined);
    }
  } catch (error) {
    return refused(reasonOf(error));
  }
}

const refused = (reason: string): Changed => ({ kind: 'refused', reason });

const MOST_TRIES = 5;

/** Where the file lies or will lie; null for a link that leads nowhere. */
async function targetOf(disk: Disk, path: string): Promise<string | null> {
  try {
    return await disk.realPath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    if (await disk.isTaken(path)) return null;
    return join(await disk.realPath(dirname(path)), basename(path));
  }
}

/** One writer at a time. A lock that a killed program has left is taken over. */
async function take(disk: Disk, lock: string, content: string): Promise<boolean> {
  for (let waited = 0; waited <= LONGEST_WAIT; waited += WAIT) {
    try {
      await disk.create(lock, new TextEncoder().encode(content));
      return true;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const facts = await disk.facts(lock).catch(() => null);
    if (facts !== null && facts.age > ABANDONED) await abandon(disk, lock);
    else if (facts !== null) await disk.wait(WAIT);
  }
  return false;
}

/** In milliseconds. Writing takes some ten. */
const WAIT = 50;
const LONGEST_WAIT = 3000;
const ABANDONED = 60_000;

/** What the killed program was writing goes with its lock, which names it. */
async function abandon(disk: Disk, lock: string): Promise<void> {
  const named = await disk.read(lock);
  await disk.remove(lock);
  const name = named.kind === 'bytes' ? new TextDecoder().decode(named.bytes) : '';
  if (name.startsWith(`${basename(lock, '.lock')}.`) && name.endsWith('.new') && !/[/\\]/.test(name)) {
    await disk.remove(join(dirname(lock), name)).catch(() => undefined);
  }
}

/** Null where someone else wrote the file meanwhile. */
async function tryOnce(
  disk: Disk,
  target: string,
  fresh: string,
  change: (source: string) => FileChange,
): Promise<Changed | null> {
  const before = await disk.read(target);
  const source = sourceOf(before);
  if (typeof source !== 'string') return source;
  const facts = before.kind === 'bytes' ? await disk.facts(target) : null;
  if (facts !== null) {
    // Putting another in its place needs no permission on the file itself.
    if ((facts.mode & ANY_MAY_WRITE) === 0) return refused('it is write-protected');
    await disk.mayWrite(target);
  }
  const wanted = change(source);
  if (wanted.kind !== 'edits') return wanted;
  const text = applied(source, wanted.edits);
  const bytes = new TextEncoder().encode(text);
  if (text.length > MOST_CHARACTERS || bytes.length > MOST_BYTES) {
    return refused('it would become too large to be read again');
  }
  try {
    await disk.create(fresh, bytes);
    if (facts !== null) await disk.dress(fresh, facts);
    if (!isSame(before, await disk.read(target))) {
      await disk.remove(fresh);
      return null;
    }
    await disk.rename(fresh, target);
  } catch (error) {
    await disk.remove(fresh).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(dirname(target));
  return { kind: 'written', count: wanted.count };
}

const ANY_MAY_WRITE = 0o222;

function sourceOf(file: FileBytes): string | Changed {
  if (file.kind === 'absent') return '';
  if (file.kind !== 'bytes') return refused(file.reason);
  const text = utf8Text(file.bytes);
  if (text.kind === 'text') return text.text;
  return refused(text.kind === 'unreadable' ? text.reason : 'it cannot be read');
}

const isSame = (a: FileBytes, b: FileBytes): boolean =>
  a.kind === 'bytes' && b.kind === 'bytes'
    ? Buffer.compare(a.bytes, b.bytes) === 0
    : a.kind === 'absent' && b.kind === 'absent';

let count = 0;
/** No other name of this moment. */
const suffix = (): string => `${process.pid}-${Date.now().toString(36)}-${count++}`;

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return (code === null ? undefined : REASONS[code]) ?? `it cannot be written (${code ?? 'unknown error'})`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk is write-protected',
  EACCES: 'you have no permission to write it',
  EPERM: 'you have no permission to write it',
  ENOENT: 'its folder is gone',
  ENOTDIR: 'its folder is gone',
  ELOOP: 'it is a link that leads back to itself',
};
