import { readFile, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../config/fingerprint.ts';
import {
  addEntries,
  PUT_ASIDE_FILE,
  type PutAside,
  type PutAsideEntry,
  type PutAsideFile,
  removeEntries,
  UnusedEntries,
} from '../config/putAside.ts';
import type { Located } from '../config/teamFiles.ts';
import type { CheckedLetter } from '../pipeline/checkLetter.ts';
import { today } from '../pipeline/today.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { printError, shownPath } from './output.ts';
import type { FilePolicy } from './teamPolicy.ts';

/** A change of a `.imr-ignore.json`, in entries. */
export interface Change {
  readonly path: string;
  readonly entries: number;
}

interface Noted {
  readonly located: Located<PutAsideFile>;
  readonly unused: UnusedEntries;
  /** Names of the letters that were checked. */
  readonly letters: Set<string>;
}

/** What is put aside in the letters of one run of the command. */
export class PutAsides {
  readonly #noted = new Map<string, Noted>();
  /** By the path of the file; the same words found twice in one sentence, or in two copies of a letter, are one entry. */
  readonly #baseline = new Map<string, Map<string, PutAside>>();

  /** Takes note of what a letter needs of the file that puts its findings aside. */
  note(file: string, { name, unused }: CheckedLetter, { putAsideFile }: FilePolicy): void {
    if (putAsideFile === null) return;
    const noted = this.#noted.get(putAsideFile.uri) ?? {
      located: putAsideFile,
      unused: new UnusedEntries(),
      letters: new Set(),
    };
    noted.letters.add(name);
    noted.unused.note(file, name, unused);
    this.#noted.set(putAsideFile.uri, noted);
  }

  /** Takes note of findings to put aside. Where there is no file yet it comes to the current folder, or beside a letter elsewhere. */
  addToBaseline(
    file: string,
    { determination, name, shown }: CheckedLetter,
    { putAsideFile }: FilePolicy,
    reason: string,
  ): void {
    const folder = isInside(process.cwd(), file) ? process.cwd() : dirname(resolve(file));
    const path = putAsideFile === null ? join(folder, PUT_ASIDE_FILE) : fileURLToPath(putAsideFile.uri);
    const date = today();
    const entries = this.#baseline.get(path) ?? new Map<string, PutAside>();
    for (const report of shown) {
      const print = fingerprint(determination, report);
      entries.set(`${name} ${print}`, { fingerprint: print, rule: report.rule.name, letter: name, reason, date });
    }
    this.#baseline.set(path, entries);
  }

  /** Null where a file could not be written; why has been printed. */
  async writeBaseline(): Promise<readonly Change[] | null> {
    const changes: Change[] = [];
    for (const [path, entries] of this.#baseline) {
      if (entries.size === 0) continue;
      const written = await rewrite(path, (source) => {
        const edit = addEntries(source, [...entries.values()]);
        return edit && source.slice(0, edit.span.start) + edit.newText + source.slice(edit.span.end);
      });
      if (!written) return null;
      changes.push({ path, entries: entries.size });
    }
    return changes;
  }

  /** Removes the entries that put nothing aside any more. Null where a file could not be written; why has been printed. */
  async prune(folders: readonly string[]): Promise<readonly Change[] | null> {
    const changes: Change[] = [];
    for (const { located, entries } of this.#unused(folders)) {
      const path = fileURLToPath(located.uri);
      if (!(await rewrite(path, (source) => removeEntries(source, entries)))) return null;
      changes.push({ path, entries: entries.length });
    }
    return changes;
  }

  /** Prints the entries that put nothing aside any more. */
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

  /** @param folders those that were checked as a whole: entries of letters that are no more in them are not needed either */
  #unused(
    folders: readonly string[],
  ): readonly { located: Located<PutAsideFile>; entries: readonly PutAsideEntry[] }[] {
    return [...this.#noted.values()].flatMap(({ located, letters, unused }) => {
      const isCovered = folders.some((folder) => isInside(folder, fileURLToPath(located.uri)));
      const gone = isCovered ? located.file.entries.filter(({ letter }) => !letters.has(letter)) : [];
      const entries = [...unused.list(), ...gone].sort((a, b) => a.index - b.index);
      return entries.length === 0 ? [] : [{ located, entries }];
    });
  }
}

/** Returns whether the file was written; why not has been printed. */
async function rewrite(path: string, change: (source: string) => string | null): Promise<boolean> {
  try {
    const text = change(await readFile(path, 'utf8').catch(() => ''));
    if (text !== null) {
      await writeFile(path, text);
      return true;
    }
    printError(shownPath(path), 'it has mistakes, and was left as it is; correct them first');
  } catch (error) {
    printError(shownPath(path), `it cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
  return false;
}

function isInside(folder: string, file: string): boolean {
  const path = relative(resolve(folder), resolve(file));
  return !path.startsWith('..') && !isAbsolute(path);
}
