import type { TextDocument } from 'vscode-languageserver-textdocument';
import { letterName, sortOut } from '../config/putAside.ts';
import { fileName } from '../config/teamFiles.ts';
import type { Determination } from '../determination/model.ts';
import { parseDetermination } from '../determination/parse.ts';
import type { CheckedLetter } from '../features/codeActions.ts';
import { RULES } from '../rules/index.ts';
import { checkDetermination, type OnFault } from '../rules/support/check.ts';
import type { LetterPolicy, Policy } from './policy.ts';
import type { Spelling } from './spelling.ts';

interface Entry {
  readonly version: number;
  readonly determination: Determination;
  /** What was found, and the revision of the policy it was found with. */
  checked?: { readonly revision: number; readonly letter: CheckedLetter };
}

/** Reads and checks letters: an open one once a version and policy. */
export class Letters {
  readonly #policy: Policy;
  readonly #spelling: Spelling;
  readonly #onFault: OnFault;
  readonly #entries = new Map<string, Entry>();

  constructor(policy: Policy, spelling: Spelling, onFault: OnFault) {
    this.#policy = policy;
    this.#spelling = spelling;
    this.#onFault = onFault;
  }

  determination(document: TextDocument): Determination {
    return this.#entry(document).determination;
  }

  async checked(document: TextDocument): Promise<CheckedLetter> {
    const entry = this.#entry(document);
    const { revision } = this.#policy;
    if (entry.checked?.revision === revision) return entry.checked.letter;
    const policy = await this.#policy.of(document.uri);
    const letter = check(document.uri, entry, policy, this.#spelling, this.#onFault);
    // What changed while the policy was asked for makes this answer stale: it is given, but not kept.
    if (revision === this.#policy.revision) entry.checked = { revision, letter };
    return letter;
  }

  /** Checks a letter that is not open, as it would be checked if it were. Nothing of it is kept. */
  async checkedUnopened(uri: string, text: string): Promise<CheckedLetter> {
    const entry = { version: 0, determination: parseDetermination(text) };
    return check(uri, entry, await this.#policy.of(uri), this.#spelling, this.#onFault);
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  #entry(document: TextDocument): Entry {
    const { uri, version } = document;
    const known = this.#entries.get(uri);
    if (known?.version === version) return known;
    const entry = { version, determination: parseDetermination(document.getText()) };
    this.#entries.set(uri, entry);
    return entry;
  }
}

function check(
  uri: string,
  { version, determination }: Entry,
  policy: LetterPolicy,
  spelling: Spelling,
  onFault: OnFault,
): CheckedLetter {
  const { severities, putAside, guidelines } = policy;
  const dictionary = spelling.dictionaryWith(policy.words);
  const all = checkDetermination(determination, RULES, severities, { guidelines, dictionary }, onFault);
  const isOff = (rule: string): boolean => severities[rule] === 'off' || (dictionary === null && WAITING.has(rule));
  const name = letterName(determination, fileName(uri));
  const { shown, unused } = sortOut(determination, all, name, putAside, isOff);
  policy.noteUnused(name, unused);
  return { uri, version, determination, reports: shown };
}

/** Rules that find nothing as long as the dictionary is not there. */
const WAITING: ReadonlySet<string> = new Set(RULES.filter((rule) => rule.needsDictionary).map(({ name }) => name));
