import type { Report } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import type { PutAsideItem } from '../protocol/putAsideList.ts';
import { RULES } from '../rules/index.ts';
import { fingerprint } from '../team/fingerprint.ts';
import { type LetterNames, letterKey } from '../team/letterNames.ts';
import type { PutAsideEntry } from '../team/putAside.ts';
import { plain } from './plain.ts';

/** A letter whose words can be shown. */
export interface OpenLetter {
  readonly uri: string;
  readonly names: LetterNames;
  readonly determination: Determination;
  /** What was found in it and is put aside. */
  readonly putAside: readonly Report[];
}

/** The entries of a file as a view shows them, with their words where their letter is open. */
export function putAsideItems(
  file: string,
  entries: readonly PutAsideEntry[],
  letters: readonly OpenLetter[],
): readonly PutAsideItem[] {
  const byName = new Map<string, OpenFindings>();
  for (const letter of letters) {
    const findings = new OpenFindings(letter);
    for (const name of letter.names) byName.set(letterKey(name), findings);
  }
  return entries.map(({ rule, letter, reason, date, by = '', fingerprint: print }) => ({
    file,
    rule,
    title: TITLES.get(rule) ?? rule,
    letter: plain(letter),
    reason: plain(reason),
    date: plain(date),
    by: plain(by),
    fingerprint: print,
    open: byName.get(letterKey(letter))?.wordsOf(print) ?? null,
  }));
}

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ name, title }) => [name, title]));

/** Longer words are cut, because their place in the letter shows them in full. */
const MOST_WORDS = 100;

class OpenFindings {
  readonly #letter: OpenLetter;
  readonly #byPrint: ReadonlyMap<string, Report>;

  constructor(letter: OpenLetter) {
    this.#letter = letter;
    this.#byPrint = new Map(letter.putAside.map((report) => [fingerprint(letter.determination, report), report]));
  }

  wordsOf(print: string): NonNullable<PutAsideItem['open']> {
    const { uri, determination } = this.#letter;
    const report = this.#byPrint.get(print);
    if (report === undefined) return { uri, words: '', place: null };
    const { text } = determination;
    const words = plain(text.prose.within(report.span).text);
    const start = text.lines.positionAt(report.span.start);
    const end = text.lines.positionAt(report.span.end);
    return {
      uri,
      words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).trimEnd()} …` : words,
      place: { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character },
    };
  }
}
