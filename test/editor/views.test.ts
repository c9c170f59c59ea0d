import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, open } from './support.ts';

describe('The views beside a letter', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const tabs = (viewType: string): readonly vscode.Tab[] =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));

  it('the summary opens beside the letter, once, and leaves the caret in it', async () => {
    const letter = await open('no-citation.txt');
    await becomesLetter(letter);
    await vscode.commands.executeCommand('imr.showLetterSummary');
    await vscode.commands.executeCommand('imr.showLetterSummary');
    const [summary] = await eventually(
      'the summary',
      () => tabs('imr.letterSummary'),
      ([tab]) => tab?.label.startsWith('Summary of copy-') === true,
    );
    assert.equal(tabs('imr.letterSummary').length, 1);
    assert.equal(summary?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, letter);
  });
});
