import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, open, positionOf } from './support.ts';

describe('Outline', () => {
  afterEach(closeAll);

  it('shows sections, the disputed issue with its decision, and its parts', async () => {
    const document = await open('clean.txt');
    await becomesLetter(document);
    const symbols = await eventually(
      'the outline',
      () => outlineOf(document),
      (roots) => roots.length > 0,
    );
    const names = flat(symbols).map(({ name }) => name);

    const issue = flat(symbols).find(({ name }) => name.startsWith('MRI of the left ankle'));
    assert.ok(issue, `no issue among ${names.join(' | ')}`);
    // The decision is shown once, and after the treatment.
    assert.equal(issue.name, 'MRI of the left ankle without … — Overturned');
    assert.equal(issue.detail, '');
    assert.equal(issue.selectionRange.start.line, positionOf(document, 'MRI of the left ankle without').line);
    assert.equal(issue.children.length, 3, 'claims administrator’s guideline, reviewer’s guideline, rationale');
    assert.ok(
      names.some((name) => /clinical case summary/i.test(name)),
      names.join(' | '),
    );
  });

  it('nests every symbol inside its parent', async () => {
    const document = await open('no-citation.txt');
    await becomesLetter(document);
    const symbols = await eventually(
      'the outline',
      () => outlineOf(document),
      (roots) => roots.length > 0,
    );
    for (const symbol of flat(symbols)) {
      assert.ok(symbol.range.contains(symbol.selectionRange), symbol.name);
      for (const child of symbol.children)
        assert.ok(symbol.range.contains(child.range), `${symbol.name} > ${child.name}`);
    }
  });

  it('folds the issue and its section', async () => {
    const document = await open('clean.txt');
    await becomesLetter(document);
    const ranges = await eventually(
      'the folding ranges',
      () =>
        vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        ),
      (found) => (found?.length ?? 0) > 0,
    );
    const starts = new Set((ranges ?? []).map(({ start }) => start));
    assert.ok(starts.has(positionOf(document, 'MRI of the left ankle without').line), [...starts].join(', '));
    assert.ok(starts.has(positionOf(document, 'IMR ISSUES, DECISIONS').line), [...starts].join(', '));
  });
});

async function outlineOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return symbols ?? [];
}

function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
