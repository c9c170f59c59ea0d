import type { ChangedFile } from '../protocol/commands.ts';
import { addWord } from '../team/addWord.ts';
import { TEAM_CONFIG } from '../team/teamConfig.ts';
import type { TeamFileEditor } from './teamFileEditor.ts';

/** Adds a word to the dictionary of the nearest `.imr.json`: everyone who works in the folder has it then. */
export class AddWordCommand {
  readonly #editor: TeamFileEditor;

  constructor(editor: TeamFileEditor) {
    this.#editor = editor;
  }

  /** Null where nothing was changed; a message has said why. */
  async run(argument: unknown): Promise<ChangedFile> {
    if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('word' in argument)) return null;
    const { uri, word } = argument;
    if (typeof uri !== 'string' || typeof word !== 'string') return null;
    const file = await this.#editor.fileFor(uri, TEAM_CONFIG);
    if (file === null)
      return this.#editor.refuse('Save the letter first, so that a file next to it can hold the dictionary.');
    return this.#editor.change(`Add “${word}” to the dictionary`, `“${word}” was not added`, file, (source) =>
      addWord(source, word),
    );
  }
}
