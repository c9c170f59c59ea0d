import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, becomesLetter, closeAll, eventually, file, openUri, replace } from './support.ts';

describe('A check of all letters', () => {
  /** A folder for each test; the others’ letters are checked with it. */
  let folder: vscode.Uri;
  let count = 0;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const copy = (name: string, to: string) => vscode.workspace.fs.copy(file(name), at(to));
  const check = () => vscode.commands.executeCommand('imr.checkWorkspace');
  const uncited = (name: string) =>
    vscode.languages
      .getDiagnostics(at(name))
      .filter(({ code }) => typeof code === 'object' && code.value === 'missing-citation');
  const hasFindings = (name: string, number: number) =>
    eventually(
      `the findings of ${name}`,
      () => uncited(name).length,
      (length) => length === number,
    );

  beforeEach(async () => {
    count += 1;
    folder = file(`check-${count}`);
    await copy('no-citation.txt', 'letter.txt');
  });
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('imr.clearWorkspaceCheck');
  });

  it('shows what is found in letters that are not open, and opens none', async () => {
    await copy('no-citation.txt', 'deeper/named.imr');
    await copy('notes.txt', 'notes.txt');
    await check();
    await hasFindings('letter.txt', 1);
    await hasFindings('deeper/named.imr', 1);
    assert.deepEqual(vscode.languages.getDiagnostics(at('notes.txt')), []);
    const [finding] = uncited('letter.txt');
    assert.ok(typeof finding?.code === 'object');
    assert.equal(finding.code.target.scheme, 'command', 'its rule is explained as in an open letter');
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri.path);
    assert.ok(!open.some((path) => path.startsWith(folder.path)), open.join(', '));
  });

  it('shows a finding once when its letter is opened, and those of the saved letter when it is closed', async () => {
    await check();
    await hasFindings('letter.txt', 1);
    const letter = await openUri(at('letter.txt'));
    await becomesLetter(letter);
    await answered(letter);
    await hasFindings('letter.txt', 1);
    await cite(letter);
    await hasFindings('letter.txt', 0);
    // Nothing is saved.
    await closeAll();
    await hasFindings('letter.txt', 1);

    const again = await openUri(at('letter.txt'));
    await cite(again);
    await again.save();
    await closeAll();
    // All are looked at again: what does not come now does not come.
    await check();
    assert.deepEqual(uncited('letter.txt'), []);
  });

  it('takes back what was found in a letter that the user makes plain text', async () => {
    await check();
    const letter = await openUri(at('letter.txt'));
    await becomesLetter(letter);
    await hasFindings('letter.txt', 1);
    await vscode.languages.setTextDocumentLanguage(letter, 'plaintext');
    await hasFindings('letter.txt', 0);
    await closeAll();
    await check();
    await hasFindings('letter.txt', 0);
  });

  it('leaves what is excluded, too large or no text, and letters that the user made plain text', async () => {
    const clean = new TextDecoder().decode(await vscode.workspace.fs.readFile(at('letter.txt')));
    const write = (name: string, bytes: Uint8Array) => vscode.workspace.fs.writeFile(at(name), bytes);
    await copy('no-citation.txt', 'excluded/letter.txt');
    await write('large.txt', new TextEncoder().encode(clean + ' '.repeat(10_100_000)));
    await write(
      'noise.txt',
      Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256),
    );
    await write('utf16.txt', Buffer.from(`\uFEFF${clean}`, 'utf16le'));
    await write('latin.txt', Buffer.from(clean.replace('Decision rationale:', 'Café. Decision rationale:'), 'latin1'));
    await copy('no-citation.txt', 'plain.txt');
    const plain = await openUri(at('plain.txt'));
    await becomesLetter(plain);
    await vscode.languages.setTextDocumentLanguage(plain, 'plaintext');
    await closeAll();
    const files = vscode.workspace.getConfiguration('files', folder);
    await files.update('exclude', { '**/excluded': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await check();
      await hasFindings('letter.txt', 1);
      await hasFindings('utf16.txt', 1);
      await hasFindings('latin.txt', 1);
      for (const name of ['excluded/letter.txt', 'large.txt', 'noise.txt', 'plain.txt']) {
        assert.deepEqual(vscode.languages.getDiagnostics(at(name)), [], name);
      }
    } finally {
      await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('loses the findings of a letter that is renamed or deleted, and all when it is cleared', async () => {
    for (const name of ['other.txt', 'last.txt']) await copy('no-citation.txt', name);
    await check();
    await hasFindings('letter.txt', 1);
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(at('letter.txt'), at('renamed.txt'));
    assert.ok(await vscode.workspace.applyEdit(rename));
    await hasFindings('letter.txt', 0);
    await hasFindings('renamed.txt', 1);
    const remove = new vscode.WorkspaceEdit();
    remove.deleteFile(at('renamed.txt'));
    assert.ok(await vscode.workspace.applyEdit(remove));
    await hasFindings('renamed.txt', 0);
    await hasFindings('other.txt', 1);
    // By another program.
    await vscode.workspace.fs.delete(at('other.txt'));
    await hasFindings('other.txt', 0);
    await hasFindings('last.txt', 1);
    await vscode.commands.executeCommand('imr.clearWorkspaceCheck');
    await hasFindings('last.txt', 0);
  });
});

function cite(letter: vscode.TextDocument): Promise<void> {
  const none = 'The Expert Reviewer did not cite any medical evidence for its decision.';
  return replace(letter, none, 'Decision based on MTUS Ankle and Foot Complaints 2004, Section(s): Special Studies.');
}
