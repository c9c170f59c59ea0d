import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, open, positionOf } from './support.ts';

describe('A new letter', () => {
  afterEach(closeAll);

  it('whose questions are all left open is a template, with each blank reported', async () => {
    let isDone = false;
    const done = Promise.resolve(vscode.commands.executeCommand('imr.newLetter')).finally(() => {
      isDone = true;
    });
    await eventually(
      'the last question',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isDone;
      },
      (is) => is,
    );
    await done;
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, 'imr-determination');
    assert.match(document.getText(), /^Case Number: {10}CM17-0000000\n/);
    assert.doesNotMatch(document.getText(), /: (?:Upheld|Overturned)\n/);
    // The caret is in the first blank: what is typed takes its place.
    await vscode.commands.executeCommand('type', { text: 'CM17-0990001' });
    assert.match(document.getText(), /^Case Number: {10}CM17-0990001\n/);
    await eventually(
      'the blanks',
      () => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message),
      (all) => ['“Specialty”', '“00”', '“Chapter and year”'].every((each) => all.some((one) => one.startsWith(each))),
    );
  });

  it('is offered in a file that is empty, and not in notes', async () => {
    const offered = async (content: string) => {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(content.length),
      );
      return list.items.filter(({ label }) => typeof label !== 'string' && label.label === 'imr-letter').length;
    };
    assert.equal(await offered(''), 1);
    assert.equal(await offered('imr'), 1);
    assert.equal(await offered('i'), 0);
    assert.equal(await offered('Buy milk, im'), 0);
  });

  it('takes another issue after the one that holds the caret', async () => {
    const letter = await open('clean.txt');
    await becomesLetter(letter);
    const { activeTextEditor: editor } = vscode.window;
    assert.ok(editor);
    const heading = positionOf(letter, 'MRI of the left ankle without');
    editor.selection = new vscode.Selection(heading, heading);
    await vscode.commands.executeCommand('imr.addIssue');
    const text = await eventually(
      'the issue',
      () => letter.getText(),
      (all) => all.includes('Requested treatment, quantity and body part: [Upheld or Overturned]'),
    );
    assert.ok(text.indexOf('Requested treatment') > text.indexOf('Decision rationale:'));
    assert.equal(text.split('Claims Administrator guideline:').length, 3);
  });
});
