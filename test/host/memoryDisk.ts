/** A disk in memory that can be full, and can stop at any step as a killed program or a power failure does. */
import type { Disk, FileFacts } from '../../server/src/host/disk.ts';
import type { FileBytes } from '../../server/src/host/regularFile.ts';

interface File {
  bytes: Uint8Array;
  mode: number;
  /** Whether the bytes outlive a power failure. */
  isSynced: boolean;
  written: number;
}

export class Killed extends Error {}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

export class MemoryDisk implements Disk {
  readonly files = new Map<string, File>();
  readonly links = new Map<string, string>();
  /** Each call, in its order. */
  readonly steps: string[] = [];
  /** The step, from 0, at which the program is killed. */
  killedAt = Number.POSITIVE_INFINITY;
  /** Bytes that there is room for. */
  room = Number.POSITIVE_INFINITY;
  /** Called before each step: someone else's hand. */
  meanwhile: (step: string) => void = () => {};
  clock = 1_000_000;

  put(path: string, text: string | Uint8Array, mode = 0o100644): void {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    this.files.set(path, { bytes, mode, isSynced: true, written: this.clock });
  }

  text(path: string): string | null {
    const file = this.files.get(path);
    return file === undefined ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  }

  /** What is there after the power came back: what was not synced is empty. */
  restarted(): MemoryDisk {
    const disk = new MemoryDisk();
    for (const [path, file] of this.files) {
      disk.files.set(path, { ...file, bytes: file.isSynced ? file.bytes : new Uint8Array() });
    }
    for (const [path, target] of this.links) disk.links.set(path, target);
    disk.clock = this.clock + 3_600_000;
    return disk;
  }

  #step(step: string): void {
    if (this.steps.length >= this.killedAt) throw new Killed(step);
    this.steps.push(step);
    this.meanwhile(step);
  }

  #at(path: string): File {
    const file = this.files.get(path);
    if (file === undefined) throw failure('ENOENT');
    return file;
  }

  async realPath(path: string): Promise<string> {
    this.#step(`realPath ${path}`);
    const target = this.links.get(path);
    if (target === path) throw failure('ELOOP');
    const real = target ?? path;
    if (!this.files.has(real) && ![...this.files.keys()].some((each) => each.startsWith(`${real}/`)))
      throw failure('ENOENT');
    return real;
  }

  async isTaken(path: string): Promise<boolean> {
    this.#step(`isTaken ${path}`);
    return this.files.has(path) || this.links.has(path);
  }

  async read(path: string): Promise<FileBytes> {
    this.#step(`read ${path}`);
    const file = this.files.get(path);
    return file === undefined ? { kind: 'absent', reason: 'it is not there' } : { kind: 'bytes', bytes: file.bytes };
  }

  async facts(path: string): Promise<FileFacts> {
    this.#step(`facts ${path}`);
    const { mode, written } = this.#at(path);
    return { mode, owner: 7, group: 8, age: this.clock - written };
  }

  async mayWrite(path: string): Promise<void> {
    this.#step(`mayWrite ${path}`);
    this.#at(path);
  }

  async create(path: string, bytes: Uint8Array): Promise<void> {
    this.#step(`create ${path}`);
    if (this.files.has(path)) throw failure('EEXIST');
    const file: File = { bytes: new Uint8Array(), mode: 0o100600, isSynced: false, written: this.clock };
    this.files.set(path, file);
    this.#step(`write ${path}`);
    // A part of it comes first.
    file.bytes = bytes.slice(0, Math.min(bytes.length >> 1, this.room));
    this.#step(`write on ${path}`);
    if (bytes.length > this.room) {
      this.files.delete(path);
      throw failure('ENOSPC');
    }
    file.bytes = bytes;
    this.#step(`sync ${path}`);
    file.isSynced = true;
  }

  async dress(path: string, { mode }: FileFacts): Promise<void> {
    this.#step(`dress ${path}`);
    this.#at(path).mode = mode;
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step(`rename ${from}`);
    const file = this.#at(from);
    this.files.delete(from);
    this.files.set(to, file);
  }

  async remove(path: string): Promise<void> {
    this.#step(`remove ${path}`);
    this.#at(path);
    this.files.delete(path);
  }

  async syncFolder(path: string): Promise<void> {
    this.#step(`syncFolder ${path}`);
  }

  async wait(milliseconds: number): Promise<void> {
    this.#step('wait');
    this.clock += milliseconds;
  }
}
