import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, file, openUri } from './support.ts';

describe('Spelling', () => {
  let folder: vscode.Uri;
  let letter: vscode.TextDocument;
  let count = 0;

  beforeEach(async () => {
    count += 1;
    folder = file(`spelling-${count}`);
    const clean = await vscode.workspace.fs.readFile(file('clean.txt'));
    const text = new TextDecoder().decode(clean).replace('medically necessary', 'medicaly necessary');
    const uri = vscode.Uri.joinPath(folder, 'letter.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    letter = await openUri(uri);
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.getConfiguration('imr.dictionary').update('userWords', undefined, true);
  });

  it('reports a word that no list has, and offers the right one', async () => {
    await misspelled(['medicaly']);
    const titles = (await actions()).map(({ title }) => title);
    assert.ok(titles.includes('Change “medicaly” to “medically”'), titles.join(', '));
  });

  it('learns a word for the user', async () => {
    await misspelled(['medicaly']);
    await run('Add “medicaly” to the letter dictionary of your own');
    await misspelled([]);
    const settings = vscode.workspace.getConfiguration('imr.dictionary');
    assert.deepEqual(settings.inspect('userWords')?.globalValue, ['medicaly']);
  });

  it('learns a word for everyone in the folder, on the disk', async () => {
    const config = vscode.Uri.joinPath(folder, '.imr.json');
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('{}'));
    await misspelled(['medicaly']);
    await run('Add “medicaly” to the letter dictionary of this folder');
    await misspelled([]);
    const saved = await eventually(
      'the file',
      async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(config)),
      (text) => text !== '{}',
    );
    assert.deepEqual(JSON.parse(saved), { dictionary: { words: ['medicaly'] } });
  });

  const findings = (): readonly vscode.Diagnostic[] =>
    vscode.languages
      .getDiagnostics(letter.uri)
      .filter(({ code }) => typeof code === 'object' && code.value === 'misspelling');

  async function misspelled(words: readonly string[]): Promise<void> {
    await eventually(
      'the misspelled words',
      () => findings().map(({ range }) => letter.getText(range)),
      (found) => found.join() === words.join(),
    );
  }

  async function actions(): Promise<readonly vscode.CodeAction[]> {
    const [finding] = findings();
    assert.ok(finding);
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      letter.uri,
      finding.range,
    );
  }

  async function run(title: string): Promise<void> {
    const command = (await actions()).find((action) => action.title === title)?.command;
    assert.ok(command, title);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  }
});
