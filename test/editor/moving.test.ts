import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, open, positionOf } from './support.ts';

describe('Moving through a letter', () => {
  let letter: vscode.TextDocument;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    letter = await open('clean.txt');
    await becomesLetter(letter);
    assert.ok(vscode.window.activeTextEditor);
    editor = vscode.window.activeTextEditor;
  });
  afterEach(closeAll);

  const caretIsAt = (place: vscode.Position) =>
    eventually(
      'the caret',
      () => editor.selection.active,
      (caret) => caret.isEqual(place),
    );

  it('goes from issue to issue, and after the last to the first', async () => {
    const end = letter.lineAt(letter.lineCount - 1).range.end;
    assert.ok(await editor.edit((edit) => edit.insert(end, secondIssue)));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const first = positionOf(letter, 'MRI of the left ankle without');
    const second = positionOf(letter, 'Crutches for the left ankle: Upheld');
    await vscode.commands.executeCommand('imr.nextIssue');
    await caretIsAt(first);
    await vscode.commands.executeCommand('imr.nextIssue');
    await caretIsAt(second);
    await vscode.commands.executeCommand('imr.nextIssue');
    await caretIsAt(first);
    await vscode.commands.executeCommand('imr.previousIssue');
    await caretIsAt(second);
  });

  it('goes from finding to finding in the order of the letter', async () => {
    assert.equal(vscode.workspace.getConfiguration('problems').get('sortOrder'), 'position');
    // The first is a misspelling, the second an error.
    await editor.edit((edit) => {
      edit.insert(positionOf(letter, 'CLINICAL CASE SUMMARY'), '\n');
      edit.replace(wordAt('Date of Injury:'), 'Date of Injvry:');
      edit.replace(wordAt(': Overturned', 'MRI of the left ankle'), '');
    });
    const found = await eventually(
      'the findings',
      () => vscode.languages.getDiagnostics(letter.uri),
      (all) => all.length >= 2,
    );
    const starts = found.map(({ range }) => range.start).sort((a, b) => a.compareTo(b));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const start of starts.filter((each, i) => i === 0 || !each.isEqual(starts[i - 1] ?? each))) {
      await vscode.commands.executeCommand('imr.nextFinding');
      await caretIsAt(start);
    }
    await vscode.commands.executeCommand('imr.previousFinding');
    await eventually(
      'the caret',
      () => editor.selection.active,
      (caret) => caret.isBefore(starts.at(-1) ?? caret),
    );
    await vscode.commands.executeCommand('closeMarkersNavigation');
  });

  it('goes from ‘the request’ to its heading, and marks both', async () => {
    const request = positionOf(letter, 'The request for an MRI').translate(0, 5);
    const heading = positionOf(letter, 'MRI of the left ankle without');
    editor.selection = new vscode.Selection(request, request);
    const marked = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      letter.uri,
      request,
    );
    assert.deepEqual(marked?.[0]?.range.start, heading);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await caretIsAt(heading);
  });

  it('rewraps the paragraph at the caret, and no word of it changes', async () => {
    const start = positionOf(letter, 'The MTUS supports imaging');
    await editor.edit((edit) => edit.insert(start.translate(0, 3), ' somewhat long and very well known guideline'));
    editor.selection = new vscode.Selection(start, start);
    const words = letter.getText().split(/\s+/);
    const before = letter.getText();
    await vscode.commands.executeCommand('imr.rewrapParagraph');
    const after = await eventually(
      'the paragraph',
      () => letter.getText(),
      (text) => text !== before,
    );
    assert.deepEqual(after.split(/\s+/), words);
    assert.ok(after.split('\n').every((line) => line.length <= 100));
  });

  function wordAt(text: string, after?: string): vscode.Range {
    const start = positionOf(letter, text, after === undefined ? undefined : positionOf(letter, after));
    return new vscode.Range(start, start.translate(0, text.length));
  }
});

const secondIssue = `

Crutches for the left ankle: Upheld
Claims Administrator guideline: Decision based on MTUS Ankle and Foot Complaints 2004, Section(s): General Approach.

MAXIMUS guideline: Decision based on MTUS Ankle and Foot Complaints 2004, Section(s): General Approach.

Decision rationale: The MTUS does not support crutches here. Therefore, the request is not medically necessary.
`;
