import type { ChangedFile } from '../protocol/commands.ts';
import { letterKey, letterNames } from '../team/letterNames.ts';
import { PUT_ASIDE_FILE, readPutAside } from '../team/putAside.ts';
import { removeEntries } from '../team/putAsideEdits.ts';
import { fileName } from '../team/teamFiles.ts';
import type { OpenLetters } from './putAsideCommand.ts';
import type { TeamFileEditor } from './teamFileEditor.ts';

/** Brings back a finding that was put aside: takes its entries out of the nearest `.imr-ignore.json`. */
export class BringBackCommand {
  readonly #open: OpenLetters;
  readonly #editor: TeamFileEditor;

  constructor(open: OpenLetters, editor: TeamFileEditor) {
    this.#open = open;
    this.#editor = editor;
  }

  /** Null where nothing was changed; unless nothing was put aside, a message has said why. */
  async run(argument: unknown): Promise<ChangedFile> {
    if (typeof argument !== 'object' || argument === null) return null;
    const members = new Map<string, unknown>(Object.entries(argument));
    const [uri, fingerprint, rule, letter] = ['uri', 'fingerprint', 'rule', 'letter'].map((name) => members.get(name));
    if (typeof uri !== 'string') return null;
    const remove = (file: string, isLetter: (key: string) => boolean): Promise<ChangedFile> =>
      this.#editor.change('Bring finding back', 'The finding was not brought back', file, (source) =>
        removeEntries(
          source,
          readPutAside(source).entries.filter(
            (entry) => entry.rule === rule && entry.fingerprint === fingerprint && isLetter(letterKey(entry.letter)),
          ),
        ),
      );
    if (typeof letter === 'string') {
      return fileName(uri) === PUT_ASIDE_FILE ? remove(uri, (key) => key === letterKey(letter)) : null;
    }
    const document = this.#open.documents.get(uri);
    const file = await this.#editor.fileFor(uri, PUT_ASIDE_FILE);
    if (document === undefined || file === null) return null;
    const all = this.#open.letters.of(document).flatMap((letter) => letterNames(letter, fileName(uri)));
    const names = new Set(all.map(letterKey));
    return remove(file, (key) => names.has(key));
  }
}
