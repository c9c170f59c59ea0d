import { basename, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { changeFile } from '../host/changeFile.ts';
import { teamFilePlace } from '../pipeline/teamFilePlace.ts';
import { today } from '../pipeline/today.ts';
import { caseNumberIn, letterKey } from '../team/letterNames.ts';
import {
  PUT_ASIDE_FILE,
  type PutAside,
  type PutAsideEntry,
  type PutAsideFile,
  UnusedEntries,
} from '../team/putAside.ts';
import { addEntries, removeEntries } from '../team/putAsideEdits.ts';
import type { Located } from '../team/teamFiles.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { NOT_READ, type Outcome } from './exitStatus.ts';
import { counted, printError, shownPath } from './output.ts';
import type { FilePolicy } from './teamPolicy.ts';
import type { CheckedFile } from './work.ts';

interface Noted {
  readonly located: Located<PutAsideFile>;
  readonly unused: UnusedEntries;
  /** By their position in the file. */
  readonly entries: ReadonlyMap<number, PutAsideEntry>;
}

const newNoted = (located: Located<PutAsideFile>): Noted => ({
  located,
  unused: new UnusedEntries(),
  entries: new Map(located.file.entries.map((entry) => [entry.index, entry])),
});

/** What is put aside in the letters of one run of the command. */
export class PutAsides {
  readonly #outcome: Outcome;
  /** By the address of the file. */
  readonly #noted = new Map<string, Noted>();
  /** By the path of the file; the same words found twice in one sentence, or in two copies of a letter, are one entry. */
  readonly #baseline = new Map<string, PutAside[]>();
  /** Files of which it is not known what letter they hold: those that could not be read, or failed. */
  readonly #unknown = new Set<string>();
  /** What entries may call files that are not letters today, as `letterKey` has it. */
  readonly #others = new Set<string>();

  constructor(outcome: Outcome) {
    this.#outcome = outcome;
  }

  /** A file was found. Unless one of the others is called for it, no one knows which letter it is. */
  noteFile(file: string): void {
    this.#unknown.add(file);
  }

  /** A file is not a letter. It may have been one when its findings were put aside, and may be one again. */
  noteNoLetter(file: string): void {
    this.#unknown.delete(file);
    const name = basename(file);
    for (const each of [name, caseNumberIn(name) ?? name]) this.#others.add(letterKey(each));
  }

  /** Takes note of what a letter needs of the file that puts its findings aside. */
  noteLetter({ file, names, unused }: CheckedFile, { putAsideFile }: FilePolicy): void {
    this.#unknown.delete(file);
    if (putAsideFile === null || putAsideFile === 'unreadable') return;
    const noted = this.#noted.get(putAsideFile.uri) ?? newNoted(putAsideFile);
    noted.unused.note(
      file,
      names,
      unused.flatMap((index) => noted.entries.get(index) ?? []),
    );
    this.#noted.set(putAsideFile.uri, noted);
  }

  /** Takes note of findings to put aside; where, `teamFilePlace` decides as for the editor. */
  addToBaseline(
    { file, names: [letter], report }: CheckedFile,
    { putAsideFile, nearestPutAside: nearest }: FilePolicy,
    reason: string,
  ): void {
    // What it holds is not known, and another file in its place would hide it.
    if (putAsideFile === 'unreadable') return;
    const opened = [pathToFileURL(process.cwd()).href];
    const uri = teamFilePlace({ letter: pathToFileURL(resolve(file)).href, name: PUT_ASIDE_FILE, nearest, opened });
    if (uri === null) return;
    const path = fileURLToPath(uri);
    const date = today();
    const entries = this.#baseline.get(path) ?? [];
    this.#baseline.set(path, entries);
    for (const { rule, fingerprint } of report.findings) {
      if (fingerprint !== null) entries.push({ fingerprint, rule, letter, reason, date });
    }
  }

  async writeBaseline(): Promise<void> {
    for (const [path, entries] of this.#baseline) {
      if (entries.length > 0) await this.#change(path, 'written to', (source) => addEntries(source, entries));
    }
  }

  /**
   * Removes the entries that no longer put anything aside.
   * @param folders those that were checked as a whole: entries of letters that are no more in them are not needed either
   */
  async prune(folders: readonly string[]): Promise<void> {
    for (const { located, entries, kept } of this.#unused(folders)) {
      const path = fileURLToPath(located.uri);
      if (entries.length > 0) await this.#change(path, 'removed from', (source) => removeEntries(source, entries));
      if (kept === 0) continue;
      const files = counted(this.#unknown.size, 'file');
      printError(
        shownPath(path),
        `${counted(kept, 'entry is', 'entries are')} of letters that were not found; none of them is removed, because ${files} could not be read`,
      );
    }
  }

  /** Prints the entries that no longer put anything aside. */
  tellUnused(folders: readonly string[]): void {
    for (const { located, entries } of this.#unused(folders)) {
      const lines = new LineIndex(located.source);
      const path = shownPath(fileURLToPath(located.uri));
      for (const { span, letter, rule } of entries) {
        const reason = `information: ${rule} in ${letter} is put aside, but not found any more; --prune removes the entry`;
        printError(`${path}:${lines.lineAt(span.start) + 1}`, reason);
      }
    }
  }

  /** `kept`: how many more would not be needed if all files could have been read. */
  #unused(folders: readonly string[]): readonly {
    readonly located: Located<PutAsideFile>;
    readonly entries: readonly PutAsideEntry[];
    readonly kept: number;
  }[] {
    return [...this.#noted.values()].map(({ located, unused }) => {
      const isCovered = folders.some((folder) => isInside(folder, fileURLToPath(located.uri)));
      const known = new Set([...unused.letterKeys(), ...this.#others]);
      const gone = isCovered ? located.file.entries.filter(({ letter }) => !known.has(letterKey(letter))) : [];
      const isSure = this.#unknown.size === 0;
      const entries = [...unused.list(), ...(isSure ? gone : [])].sort((a, b) => a.index - b.index);
      return { located, entries, kept: isSure ? 0 : gone.length };
    });
  }

  /** Changes a file as it is now, and reports what became of it. */
  async #change(path: string, what: string, change: Parameters<typeof changeFile>[1]): Promise<void> {
    const changed = await changeFile(path, change);
    const shown = shownPath(path);
    if (changed.kind === 'written') printError(shown, `${counted(changed.count, 'entry', 'entries')} ${what} it`);
    if (changed.kind !== 'refused') return;
    printError(shown, `${changed.reason}. It was not changed`);
    this.#outcome.note(NOT_READ);
  }
}

function isInside(folder: string, file: string): boolean {
  const path = relative(resolve(folder), resolve(file));
  return !path.startsWith('..') && !isAbsolute(path);
}
