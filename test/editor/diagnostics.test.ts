import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, open, positionOf, replace } from './support.ts';

describe('Findings', () => {
  afterEach(closeAll);

  it('appear at their place, with rule, source and a page that explains them', async () => {
    const document = await open('no-citation.txt');
    const [finding] = await findingsOf(document, (all) => all.length > 0);
    assert.ok(finding);
    assert.equal(finding.source, 'imr');
    assert.equal(ruleOf(finding), 'missing-citation');
    assert.equal(finding.range.start.line, positionOf(document, 'MAXIMUS guideline:').line);
    assert.match(finding.message, /\w.*\.$/, 'a whole sentence');
    assert.ok(typeof finding.code === 'object');
    await vscode.commands.executeCommand(finding.code.target.path, ...JSON.parse(finding.code.target.query));
    const page = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    await eventually('the page', page, (label) => label.includes('missing-citation.md'));
  });

  it('come and go with what is typed', async () => {
    const document = await open('no-citation.txt');
    await findingsOf(document, (all) => all.length === 1);
    const none = 'The Expert Reviewer did not cite any medical evidence for its decision.';
    const citation = 'Decision based on MTUS Ankle and Foot Complaints 2004, Section(s): Special Studies.';
    await replace(document, none, citation);
    await findingsOf(document, (all) => all.length === 0);
    await replace(document, citation, none, positionOf(document, 'MAXIMUS guideline'));
    await findingsOf(document, (all) => all.map(ruleOf).includes('missing-citation'));
  });

  it('are none in a clean letter', async () => {
    const document = await open('clean.txt');
    await becomesLetter(document);
    // A finding shows that it was checked; all else that there were would show with it.
    await replace(document, ': Overturned', '');
    const found = await findingsOf(document, (all) => all.length > 0);
    assert.deepEqual(found.map(ruleOf), ['missing-decision']);
    await vscode.commands.executeCommand('undo');
    await findingsOf(document, (all) => all.length === 0);
  });

  it('leave with the letter', async () => {
    const document = await open('no-citation.txt');
    await findingsOf(document, (all) => all.length > 0);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await findingsOf(document, (all) => all.length === 0);
    await vscode.languages.setTextDocumentLanguage(document, 'imr-determination');
    await findingsOf(document, (all) => all.length > 0);
  });
});

function findingsOf(document: vscode.TextDocument, holds: (findings: vscode.Diagnostic[]) => boolean) {
  return eventually('the findings', () => vscode.languages.getDiagnostics(document.uri), holds);
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
