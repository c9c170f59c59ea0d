import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Report } from '../checking/rule.ts';
import type { Letters as LettersOfFile } from '../determination/model/determination.ts';
import { parseLetters } from '../determination/parse.ts';
import type { CheckedLetter } from '../features/codeActions.ts';
import { MOST_BYTES } from '../intake/letterNames.ts';
import { type Checked, LetterCheck } from './letterCheck.ts';
import type { Policy } from './policy.ts';
import type { Spelling } from './spelling.ts';

/** Called for a rule that failed, once for each letter; the other rules' findings remain. `kind` is the error's, without words of the letter. */
export type OnFault = (rule: string, kind: string) => void;

/** What has been found in a letter. */
export interface Found extends CheckedLetter {
  /** Changes with every change of the letter's text and of what applies to it. */
  readonly revision: string;
  /** What was found and is put aside; complete where all rules were asked. */
  readonly putAside: readonly Report[];
  /** All rules were asked. Else it is what some of them found, and the rest follows. */
  readonly isWhole: boolean;
}

/** Ten times what a long letter has, in UTF-16 code units. */
const LONG = 200_000;

/** A longer text is not a letter: as little is read of it as of a file of that size. In UTF-16 code units. */
export const isTooLong = (document: TextDocument): boolean => document.getText().length > MOST_BYTES;

/** One text of an open letter. */
interface Reading {
  /** Counts all texts of all letters: a client may use one version twice. */
  readonly serial: number;
  readonly version: number;
  /** Read when it is first needed. */
  letters?: LettersOfFile;
  /** What was read of the text before. */
  earlier: LettersOfFile | null;
  check?: LetterCheck;
}

/**
 * The open letters. The text as it is now is read once, and checked once for what applies to it, for all who need it: findings,
 * quick fixes, and cards are those of one check. A check gives way to all other requests, and a change of the text or of
 * what applies to it ends the check under way.
 */
export class Letters {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #policy: Policy;
  readonly #spelling: Spelling;
  readonly #onFault: OnFault;
  readonly #readings = new Map<string, Reading>();
  /** By address: rules whose failure was reported. */
  readonly #told = new Map<string, Set<string>>();
  #serial = 0;

  constructor(documents: TextDocuments<TextDocument>, policy: Policy, spelling: Spelling, onFault: OnFault) {
    this.#documents = documents;
    this.#policy = policy;
    this.#spelling = spelling;
    this.#onFault = onFault;
    documents.onDidChangeContent(({ document }) => this.#follow(document));
    documents.onDidClose(({ document: { uri } }) => {
      this.#drop(uri);
      this.#told.delete(uri);
    });
  }

  /** The letters that a document holds: most hold one. */
  of(document: TextDocument): LettersOfFile {
    const reading = this.#reading(document);
    reading.letters ??= parseLetters(isTooLong(document) ? '' : document.getText(), reading.earlier);
    reading.earlier = null;
    return reading.letters;
  }

  /** Names the text as it is now and what applies to it: as long as it stays, a check finds the same. */
  revision(document: TextDocument): string {
    return `${this.#policy.revision}:${this.#reading(document).serial}`;
  }

  /** What has been found in the text as it is now; null where nothing has been looked for yet. */
  found(document: TextDocument): Found | null {
    return this.#reading(document).check?.found ?? null;
  }

  /** What is found in the text as it is when the answer comes; null where the letter was closed before. */
  checked(document: TextDocument): Promise<Found | null> {
    return this.#outcome(document, (check) => check.whole);
  }

  /** The same, or the first of it where the letter is long. */
  foundSoon(document: TextDocument): Promise<Found | null> {
    return this.#outcome(document, (check) => check.soon);
  }

  /** Checks a letter that is not open, as it would be checked if it were. Nothing of it is kept. */
  async checkedUnopened(uri: string, text: string): Promise<CheckedLetter> {
    const letters = parseLetters(text);
    const letter = { uri, serial: ++this.#serial, version: 0, isLong: false, read: () => letters };
    for (;;) {
      const found = await this.#begin(letter).whole;
      // Null where what applies to it changed meanwhile.
      if (found !== null) return found;
    }
  }

  async #outcome(document: TextDocument, of: (check: LetterCheck) => Promise<Found | null>): Promise<Found | null> {
    const { uri } = document;
    while (this.#documents.get(uri) === document) {
      const found = await of(this.#check(document));
      // Null where the letter changed meanwhile, or what applies to it.
      if (found !== null) return found;
    }
    return null;
  }

  /** The check of the text as it is now, which is begun where there is none. */
  #check(document: TextDocument): LetterCheck {
    const reading = this.#reading(document);
    if (reading.check?.isCurrent) return reading.check;
    const isLong = document.getText().length > LONG;
    reading.check = this.#begin({ uri: document.uri, ...reading, isLong, read: () => this.of(document) });
    return reading.check;
  }

  #begin(letter: Omit<Checked, 'policy' | 'spelling' | 'onFault'>): LetterCheck {
    const [policy, spelling] = [this.#policy, this.#spelling];
    return new LetterCheck({
      ...letter,
      policy,
      spelling,
      onFault: (rule, kind) => this.#tell(letter.uri, rule, kind),
    });
  }

  #reading(document: TextDocument): Reading {
    return this.#readings.get(document.uri) ?? this.#readFrom(document, null);
  }

  #readFrom({ uri, version }: TextDocument, earlier: LettersOfFile | null): Reading {
    const reading: Reading = { serial: ++this.#serial, version, earlier };
    this.#readings.set(uri, reading);
    return reading;
  }

  /** The text changed: what was read of it may still hold for most of it. */
  #follow(document: TextDocument): void {
    const before = this.#readings.get(document.uri);
    before?.check?.stop();
    this.#readFrom(document, before?.letters ?? before?.earlier ?? null);
  }

  #drop(uri: string): void {
    this.#readings.get(uri)?.check?.stop();
    this.#readings.delete(uri);
  }

  #tell(uri: string, rule: string, kind: string): void {
    const told = this.#told.get(uri) ?? new Set();
    if (told.has(rule)) return;
    this.#told.set(uri, told.add(rule));
    this.#onFault(rule, kind);
  }
}
