import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, file, insert } from './support.ts';

/** The command, as the Explorer’s menu runs it: on a file, with all that are selected. */
const openText = (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) =>
  vscode.commands.executeCommand('imr.openLetterText', clicked, selected);

const shown = (title: string) =>
  eventually(
    'the editor',
    () => vscode.window.activeTextEditor?.document,
    (document) => document?.fileName.endsWith(`/${title}`) === true,
  );

describe('The text of a PDF or Word file', () => {
  let folder: vscode.Uri;
  let count = 0;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const copy = async (name: string, to: string) => {
    await vscode.workspace.fs.copy(file(name), at(to));
    return at(to);
  };

  beforeEach(() => {
    count += 1;
    folder = file(`documents-${count}`);
  });
  afterEach(closeAll);

  for (const name of ['letter.pdf', 'letter.docx']) {
    it(`opens as an untitled letter beside it, named after it: ${name}`, async () => {
      await openText(await copy(name, name));
      const letter = await shown('letter.txt');
      assert.ok(letter);
      assert.deepEqual([letter.isUntitled, letter.isDirty], [true, true]);
      await becomesLetter(letter);
      assert.match(letter.getText(), /^ *Case Number: +CM17-0990523$/m);
      const finding = await eventually(
        'its findings',
        () => vscode.languages.getDiagnostics(letter.uri)[0],
        (first) => first !== undefined,
      );
      assert.match(finding?.message ?? '', /The 2009 edition ended/);
      assert.ok(await letter.save());
      assert.equal((await vscode.workspace.fs.stat(at('letter.txt'))).type, vscode.FileType.File);
    });
  }

  it('opens again as it was edited, and under another name where its own is taken', async () => {
    const pdf = await copy('letter.pdf', 'twice.pdf');
    await openText(pdf);
    const letter = await shown('twice.txt');
    assert.ok(letter);
    await becomesLetter(letter);
    await insert(letter, new vscode.Position(0, 0), 'DRAFT\n');
    await openText(await copy('letter.docx', 'twice.docx'));
    await shown('twice 2.txt');
    await openText(pdf);
    assert.match((await shown('twice.txt'))?.getText() ?? '', /^DRAFT\n/);
  });

  it('opens for each file that is selected, and for the one that is shown', async () => {
    const [pdf, docx] = [await copy('letter.pdf', 'one.pdf'), await copy('letter.docx', 'other.docx')];
    await openText(pdf, [pdf, docx]);
    const titles = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    assert.deepEqual(titles.filter((title) => /^o(?:ne|ther)\./.test(title)).sort(), ['one.txt', 'other.txt']);
    await closeAll();

    await vscode.commands.executeCommand('vscode.open', await copy('letter.pdf', 'shown.pdf'));
    await openText();
    await shown('shown.txt');
  });

  it('is a choice beside the editors of such files, and takes its place', async () => {
    await vscode.commands.executeCommand('vscode.openWith', await copy('letter.docx', 'with.docx'), 'imr.letterText');
    const letter = await shown('with.txt');
    assert.ok(letter);
    await becomesLetter(letter);
    const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually(
      'the tabs',
      tabs,
      (labels) => labels.filter((label) => label.startsWith('with')).join() === 'with.txt',
    );
  });
});
