import { access, chmod, chown, constants, lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { codeOf, type FileBytes, readRegularFile } from './regularFile.ts';

/** What changing a file asks of a disk: a port, so that full disks and kills can be tried. It fails with Node's errors. */
export interface Disk {
  /** The path at which a file really lies, all links followed. */
  realPath(path: string): Promise<string>;
  /** Whether something has that name, though it may be a link that leads nowhere. */
  isTaken(path: string): Promise<boolean>;
  /** Never fails. */
  read(path: string): Promise<FileBytes>;
  facts(path: string): Promise<FileFacts>;
  /** Fails where the user may not write to the file. */
  mayWrite(path: string): Promise<void>;
  /** Writes a file, and returns when it is on the disk. Fails with EEXIST where there is one of that name. What it could not finish it removes. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /** Gives a file the permissions of another, and its owner as far as the user may. */
  dress(path: string, facts: FileFacts): Promise<void>;
  /** Puts a file in another's place in one step. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Returns when the names in a folder are on the disk, as far as the system lets one ask for it. */
  syncFolder(path: string): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

export interface FileFacts {
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
  /** Milliseconds since it was last written. */
  readonly age: number;
}

/** This machine's. */
export const DISK: Disk = {
  realPath: (path) => realpath(path),
  isTaken: (path) =>
    lstat(path).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'ENOENT') return false;
        throw error;
      },
    ),
  read: readRegularFile,
  async facts(path) {
    const { mode, uid, gid, mtimeMs } = await stat(path);
    return { mode, owner: uid, group: gid, age: Date.now() - mtimeMs };
  },
  mayWrite: (path) => access(path, constants.W_OK),
  async create(path, bytes) {
    const file = await open(path, 'wx');
    try {
      // Goes on until all is written: a disk that is nearly full takes a part of it without an error.
      await file.writeFile(bytes);
      await file.sync().catch(unlessUnknown);
      await file.close();
    } catch (error) {
      await file.close().catch(() => undefined);
      await unlink(path).catch(() => undefined);
      throw error;
    }
  },
  async dress(path, { mode, owner, group }) {
    await chown(path, owner, group).catch(() => undefined);
    await chmod(path, mode & PERMISSIONS);
  },
  async rename(from, to) {
    // On Windows a virus scanner or an indexer may hold a file for a moment.
    for (let tries = process.platform === 'win32' ? 10 : 1; tries > 1; tries--) {
      try {
        return await rename(from, to);
      } catch {
        await setTimeout(50);
      }
    }
    return rename(from, to);
  },
  remove: (path) => unlink(path),
  async syncFolder(path) {
    // Windows opens no folder, and some shares sync none: the file itself is on the disk.
    const folder = await open(path, 'r').catch(() => null);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  },
  wait: (milliseconds) => setTimeout(milliseconds),
};

const PERMISSIONS = 0o7777;

/** Some shares know no sync. */
function unlessUnknown(error: unknown): void {
  if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error;
}
