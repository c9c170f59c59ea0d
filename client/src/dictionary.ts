import { ConfigurationTarget, commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { changeTeamFile } from './teamFile.ts';

/** The server's command behind the quick fix “Add … to the letter dictionary of this folder”. */
export const addWordCommand = 'imr.addWord';

/** Where the word lists lie that spelling is checked by, ending in '/'. */
export const dictionaries = ({ extensionUri }: ExtensionContext): Uri =>
  Uri.joinPath(extensionUri, 'dist/dictionaries/');

/** @param carryOut lets the server add the word to the team's file; answers which file was changed */
export async function addWord(carryOut: () => unknown): Promise<void> {
  if (await changeTeamFile(carryOut)) window.setStatusBarMessage('Added to the dictionary in .imr.json', 5000);
}

/** The command behind the quick fix “Add … to the letter dictionary of your own”: the words are a setting of the user's. */
export function registerUserDictionary(): Disposable {
  return commands.registerCommand('imr.addUserWord', async (word: unknown) => {
    if (typeof word !== 'string') return;
    const settings = workspace.getConfiguration('imr.dictionary');
    const words = settings.get<readonly string[]>('userWords', []);
    if (words.includes(word)) return;
    const sorted = [...words, word].sort((a, b) => a.localeCompare(b));
    await settings.update('userWords', sorted, ConfigurationTarget.Global);
  });
}
