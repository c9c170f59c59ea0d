import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Determination } from '../determination/model.ts';
import { parseDetermination } from '../determination/parse.ts';
import type { CheckedLetter } from '../features/codeActions.ts';
import { RULES } from '../rules/index.ts';
import { checkDetermination } from '../rules/support/check.ts';
import type { Settings } from './settings.ts';

interface Entry {
  readonly version: number;
  readonly determination: Determination;
  /** What was found, and the revision of the settings it was found with. */
  checked?: { readonly revision: number; readonly letter: CheckedLetter };
}

/** Every open letter, read once a version and checked once a version and settings. */
export class Letters {
  readonly #settings: Settings;
  readonly #entries = new Map<string, Entry>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  determination(document: TextDocument): Determination {
    return this.#entry(document).determination;
  }

  async checked(document: TextDocument): Promise<CheckedLetter> {
    const entry = this.#entry(document);
    const { uri } = document;
    const { version, determination } = entry;
    const severities = await this.#settings.severities(uri);
    const { revision } = this.#settings;
    if (entry.checked?.revision === revision) return entry.checked.letter;
    const letter = { uri, version, determination, reports: checkDetermination(determination, RULES, severities) };
    entry.checked = { revision, letter };
    return letter;
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
