import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, open } from './support.ts';

describe('Clean Up Text', () => {
  afterEach(closeAll);

  it('makes a letter plain that came with its pages, and one undo takes it back', async () => {
    const letter = await open('clean.txt');
    await becomesLetter(letter);
    const { activeTextEditor: editor } = vscode.window;
    assert.ok(editor);
    const whole = () => new vscode.Range(0, 0, letter.lineCount, 0);
    const clean = letter.getText();
    const arrived = clean
      .replaceAll('\n', '\n\n')
      .replace('is being treated', 'is being trea-\n\n\n                        Page 3 of 5\n\f\nted')
      .replace('left ankle sprain', 'left\u200b ankle sprain');
    assert.ok(await editor.edit((edit) => edit.replace(whole(), arrived)));
    await vscode.commands.executeCommand('imr.cleanUpText');
    const cleaned = await eventually(
      'the letter',
      () => letter.getText(),
      (text) => text !== arrived,
    );
    assert.ok(!cleaned.includes('Page 3 of 5'), cleaned);
    assert.match(cleaned, /is being treated/);
    assert.match(cleaned, /He\/she has no\naffiliation/);
    assert.doesNotMatch(cleaned, /[\u200b\f]/);
    await vscode.commands.executeCommand('undo');
    assert.equal(letter.getText(), arrived);
  });

  it('leaves a clean letter alone', async () => {
    const letter = await open('clean.txt');
    await becomesLetter(letter);
    const before = letter.version;
    await vscode.commands.executeCommand('imr.cleanUpText');
    await vscode.commands.executeCommand('imr.nextIssue');
    await eventually(
      'the caret',
      () => vscode.window.activeTextEditor?.selection.active.line ?? 0,
      (line) => line > 0,
    );
    assert.equal(letter.version, before);
  });
});
