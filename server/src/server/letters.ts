import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fileName } from '../config/teamFiles.ts';
import type { Determination } from '../determination/model.ts';
import { parseDetermination } from '../determination/parse.ts';
import type { CheckedLetter } from '../features/codeActions.ts';
import { checkLetter } from '../pipeline/checkLetter.ts';
import type { EditorPolicy, Policy } from './policy.ts';
import type { Spelling } from './spelling.ts';

interface Entry {
  readonly version: number;
  readonly determination: Determination;
  /** What was found, and the revision of the policy it was found with. */
  checked?: { readonly revision: number; readonly letter: CheckedLetter };
}

/** Told of a rule that failed, once a letter; the other rules' findings stand. `kind` is the error's, without words of the letter. */
export type OnFault = (rule: string, kind: string) => void;

/** Reads and checks letters: an open one once a version and policy. */
export class Letters {
  readonly #policy: Policy;
  readonly #spelling: Spelling;
  readonly #onFault: OnFault;
  readonly #entries = new Map<string, Entry>();
  /** By address: rules whose failure was told. */
  readonly #told = new Map<string, Set<string>>();

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
    const letter = this.#check(document.uri, entry, policy);
    // What changed while the policy was asked for makes this answer stale: it is given, but not kept.
    if (revision === this.#policy.revision) entry.checked = { revision, letter };
    return letter;
  }

  /** Checks a letter that is not open, as it would be checked if it were. Nothing of it is kept. */
  async checkedUnopened(uri: string, text: string): Promise<CheckedLetter> {
    const entry = { version: 0, determination: parseDetermination(text) };
    return this.#check(uri, entry, await this.#policy.of(uri));
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
    this.#told.delete(uri);
  }

  #entry(document: TextDocument): Entry {
    const { uri, version } = document;
    const known = this.#entries.get(uri);
    if (known?.version === version) return known;
    const entry = { version, determination: parseDetermination(document.getText()) };
    this.#entries.set(uri, entry);
    return entry;
  }

  #check(uri: string, { version, determination }: Entry, policy: EditorPolicy): CheckedLetter {
    const { dictionary } = this.#spelling;
    const { names, shown, unused, faults } = checkLetter(determination, fileName(uri), { policy, dictionary });
    policy.noteUnused(names, unused);
    for (const { rule, kind } of faults) this.#tell(uri, rule, kind);
    return { uri, version, determination, reports: shown };
  }

  #tell(uri: string, rule: string, kind: string): void {
    const told = this.#told.get(uri) ?? new Set();
    if (told.has(rule)) return;
    this.#told.set(uri, told.add(rule));
    this.#onFault(rule, kind);
  }
}
