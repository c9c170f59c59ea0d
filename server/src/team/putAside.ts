/** The findings that a team has put aside: `.imr-ignore.json`. It holds no words of a letter, only fingerprints. */
import type { Node } from 'jsonc-parser';
import type { Report } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import {
  FINGERPRINT_VERSION,
  fingerprint,
  formerFingerprints,
  formerRules,
  guessedFingerprints,
} from './fingerprint.ts';
import { type LetterNames, letterKey } from './letterNames.ts';
import { elementsOf, type FileProblem, type JsonSpan, membersOf, Problems, readRoot, spanOf } from './teamJson.ts';

export const PUT_ASIDE_FILE = '.imr-ignore.json';

/** A finding that was put aside. */
export interface PutAside {
  readonly fingerprint: string;
  readonly rule: string;
  /** The letter it belongs to: `letterName`. */
  readonly letter: string;
  readonly reason: string;
  /** The day it was put aside, `YYYY-MM-DD`. */
  readonly date: string;
  /** Who put it aside, where she wished to be named. */
  readonly by?: string;
}

export interface PutAsideEntry extends PutAside {
  /** Its place in the file. */
  readonly span: JsonSpan;
  /** Its position in the file's list. */
  readonly index: number;
}

export interface PutAsideFile {
  readonly entries: readonly PutAsideEntry[];
  readonly problems: readonly FileProblem[];
  /** The entries of one letter, by what it may be called. */
  readonly entriesOf: EntriesOf;
}

export type EntriesOf = (names: LetterNames) => readonly PutAsideEntry[];

/** As where there is no such file. */
export const nothingPutAside: EntriesOf = () => [];

/** Reads a `.imr-ignore.json`. Total: entries that cannot be used are reported in `problems`. */
export function readPutAside(source: string): PutAsideFile {
  const problems = new Problems();
  const entries: PutAsideEntry[] = [];
  const root = readRoot(source, problems);
  for (const { name, nameSpan, value } of root === null ? [] : membersOf(root, 'The file', problems)) {
    if (name === LIST) {
      elementsOf(value, `“${LIST}”`, problems).forEach((element, index) => {
        const entry = readEntry(element, index, problems);
        if (entry !== null) entries.push(entry);
      });
    } else if (name !== '$schema') {
      problems.warning(nameSpan, `“${name}” is not known here; use “${LIST}”.`);
    }
  }
  return { entries, problems: problems.all, entriesOf: entriesByLetter(entries) };
}

/** A letter's reports, divided by what was put aside in it. */
export interface Sorted {
  readonly shown: readonly Report[];
  readonly putAside: readonly Report[];
  /** Why each of them was put aside, in the words of its entry. */
  readonly reasons: ReadonlyMap<Report, string>;
  /** This letter's entries that nothing was found for. Entries of rules that are off are not judged. */
  readonly unused: readonly PutAsideEntry[];
}

/**
 * @param own the letter's entries
 * @param isOff whether a rule was not asked, so that its entries cannot be judged
 */
export function sortOut(
  letter: Determination,
  reports: readonly Report[],
  own: readonly PutAsideEntry[],
  isOff: (rule: string) => boolean,
): Sorted {
  if (own.length === 0) return { shown: reports, putAside: [], reasons: new Map(), unused: [] };
  const unmet = new Map(own.map((entry) => [entry.fingerprint, entry.rule]));
  const isMet = takeOut(letter, reports, unmet);
  const reasonOf = new Map(own.map(({ fingerprint, reason }) => [fingerprint, reason]));
  return {
    shown: reports.filter((report) => !isMet.has(report)),
    putAside: reports.filter((report) => isMet.has(report)),
    reasons: new Map([...isMet].map(([report, print]) => [report, reasonOf.get(print) ?? ''])),
    unused: own.filter((entry) => unmet.has(entry.fingerprint) && !isOff(entry.rule)),
  };
}

/** Entries by letter: a file has thousands, and is asked at every keystroke. */
export function entriesByLetter(entries: readonly PutAsideEntry[]): EntriesOf {
  const groups = new Map<string, PutAsideEntry[]>();
  for (const entry of entries) {
    const key = letterKey(entry.letter);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return (names) => [...new Set(names.map(letterKey))].flatMap((key) => groups.get(key) ?? []);
}

/** The reports that are put aside, with the fingerprints by which. Those are taken out of `unmet`, a map from fingerprints to rules. */
function takeOut(
  letter: Determination,
  reports: readonly Report[],
  unmet: Map<string, string>,
): ReadonlyMap<Report, string> {
  const isMet = new Map<Report, string>();
  const take = (candidates: readonly Report[], printsOf: (report: Report) => readonly string[]): void => {
    // Words found twice in one sentence have one entry.
    const wanted = new Set(unmet.keys());
    const rules = new Set(unmet.values());
    for (const report of candidates) {
      if (isMet.has(report) || !formerRules(report).some((rule) => rules.has(rule))) continue;
      const print = printsOf(report).find((each) => wanted.has(each));
      if (print === undefined) continue;
      unmet.delete(print);
      isMet.set(report, print);
    }
  };
  take(reports, (report) => [fingerprint(letter, report)]);
  // What is left may have been put aside by an earlier version, which marked or read the same words otherwise.
  if (unmet.size > 0) take(reports, (report) => formerFingerprints(letter, report));
  if (unmet.size > 0) {
    const rules = new Set(unmet.values());
    const open = reports.filter((report) => !isMet.has(report) && formerRules(report).some((rule) => rules.has(rule)));
    take(open.slice(0, MOST_GUESSED), (report) => guessedFingerprints(letter, report));
  }
  return isMet;
}

/** Guessing takes up to a millisecond for each finding, at every keystroke until the entry that is not needed any more is removed. */
const MOST_GUESSED = 20;

/**
 * The entries of a file that no longer put anything aside. Several letters may go by one name (drafts of a case, copies):
 * an entry is needed as long as one of them needs it.
 */
export class UnusedEntries {
  readonly #letters = new Map<
    string,
    { readonly keys: readonly string[]; readonly unused: readonly PutAsideEntry[] }
  >();

  /**
   * @param letter what distinguishes letters of one name: an address
   * @param names what it may be called: `letterNames`
   */
  note(letter: string, names: LetterNames, unused: readonly PutAsideEntry[]): void {
    this.#letters.set(letter, { keys: [...new Set(names.map(letterKey))], unused });
  }

  forget(letter: string): void {
    this.#letters.delete(letter);
  }

  /** The names of the letters that were noted, as `letterKey` has them. */
  letterKeys(): ReadonlySet<string> {
    return new Set([...this.#letters.values()].flatMap(({ keys }) => keys));
  }

  /** In the order of the file. */
  list(): readonly PutAsideEntry[] {
    const letters = new Map<string, number>();
    const counts = new Map<PutAsideEntry, number>();
    for (const { keys, unused } of this.#letters.values()) {
      for (const key of keys) letters.set(key, (letters.get(key) ?? 0) + 1);
      for (const entry of unused) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
    return [...counts]
      .flatMap(([entry, count]) => (count === letters.get(letterKey(entry.letter)) ? [entry] : []))
      .sort((a, b) => a.index - b.index);
  }
}

/** The member that holds the entries. */
export const LIST = 'putAside';

function readEntry(node: Node, index: number, problems: Problems): PutAsideEntry | null {
  if (node.type !== 'object') {
    problems.warning(spanOf(node), 'Expected a finding that was put aside: { "rule": …, "fingerprint": … }.');
    return null;
  }
  const texts = new Map<string, string>();
  for (const { name, value } of membersOf(node, 'An entry', problems)) {
    if (typeof value.value === 'string') texts.set(name, value.value);
  }
  const missing = ['rule', 'letter', 'fingerprint'].filter((name) => !texts.has(name));
  if (missing.length > 0) {
    problems.warning(
      spanOf(node),
      `This entry has no ${missing.map((name) => `“${name}”`).join(' and no ')}. It is not used.`,
    );
    return null;
  }
  const text = (name: string): string => texts.get(name) ?? '';
  if (!text('fingerprint').startsWith(`${FINGERPRINT_VERSION}:`)) {
    problems.warning(
      spanOf(node),
      `This fingerprint does not begin with “${FINGERPRINT_VERSION}:”: another version of the extension made it. It is not used; put the finding aside again.`,
    );
    return null;
  }
  return {
    fingerprint: text('fingerprint'),
    rule: text('rule'),
    letter: text('letter'),
    reason: text('reason'),
    date: text('date'),
    ...(texts.has('by') && { by: text('by') }),
    span: spanOf(node),
    index,
  };
}
