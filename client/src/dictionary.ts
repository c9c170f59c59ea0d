import { ConfigurationTarget, commands, type Disposable, window, workspace } from 'vscode';
import { ADD_USER_WORD_COMMAND } from '../../server/src/protocol/commands.ts';
import { USER_WORDS_SETTING } from '../../server/src/protocol/names.ts';
import { changeTeamFile } from './teamFile.ts';

/** @param carryOut lets the server add the word to the team's file; answers which file was changed */
export async function addWord(carryOut: () => unknown): Promise<void> {
  if (await changeTeamFile(carryOut)) window.setStatusBarMessage('Added to the dictionary in .imr.json', 5000);
}

/** The command of the quick fix “Add … to the letter dictionary of your own”: the words are a setting of the user's. */
export function registerUserDictionary(): Disposable {
  return commands.registerCommand(ADD_USER_WORD_COMMAND, async (word: unknown) => {
    if (typeof word !== 'string') return;
    const settings = workspace.getConfiguration();
    const words = settings.get<readonly string[]>(USER_WORDS_SETTING, []);
    if (words.includes(word)) return;
    const sorted = [...words, word].sort((a, b) => a.localeCompare(b));
    await settings.update(USER_WORDS_SETTING, sorted, ConfigurationTarget.Global);
  });
}
