import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, file, insert, open, openUri, positionOf, replace } from './support.ts';

const encoder = new TextEncoder();

describe('Help beside the text', () => {
  let letter: vscode.TextDocument;

  beforeEach(async () => {
    letter = await open('clean.txt');
    await becomesLetter(letter);
    await replace(
      letter,
      'MRI of the left ankle without contrast',
      'Physical therapy 2 times a week for 4 weeks for the left ankle',
    );
    await replace(letter, 'a left ankle sprain.', 'a left ankle sprain. He has had 6 visits of physical therapy.');
  });
  afterEach(closeAll);

  it('is shown above an issue about visits, and after a frequency', async () => {
    const lenses = await eventually(
      'the lenses',
      () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', letter.uri),
      (all) => all.length > 0,
    );
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title.split(' · ')[0]]),
      [[positionOf(letter, 'Physical therapy 2').line, '8 requested + 6 had = 14']],
    );
    const whole = new vscode.Range(0, 0, letter.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      letter.uri,
      whole,
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['= 8 visits'],
    );
  });

  it('goes away when it is turned off', async () => {
    const settings = vscode.workspace.getConfiguration('imr', letter);
    const count = () =>
      vscode.commands
        .executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', letter.uri)
        .then((all) => all.length);
    await eventually('the lenses', count, (all) => all === 1);
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('the lenses', count, (all) => all === 0);
    } finally {
      await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('and the page are calm: no minimap, no rulers, no boxes, and the header’s columns stay', async () => {
    const editor = vscode.workspace.getConfiguration('editor', letter);
    const settings = ['minimap.enabled', 'guides.indentation', 'renderControlCharacters', 'wordWrap'];
    assert.deepEqual(
      settings.map((setting) => editor.get(setting)),
      [false, false, false, 'wordWrapColumn'],
    );
    // In other files everything is as it was.
    const notes = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'Buy milk.' });
    assert.equal(vscode.workspace.getConfiguration('editor', notes).get('minimap.enabled'), true);
  });

  it('has the colors of decisions turned off by a setting', async () => {
    const settings = vscode.workspace.getConfiguration('imr', letter);
    const types = async () => {
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        letter.uri,
      );
      return new Set([...(tokens?.data ?? [])].filter((_, i) => i % 5 === 3)).size;
    };
    await settings.update('colors.decisions', false, vscode.ConfigurationTarget.Workspace);
    await settings.update('colors.headings', false, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('the kinds of colors', types, (count) => count === 1);
    } finally {
      await settings.update('colors.decisions', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('colors.headings', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('offers the chapters in force where one is cited, and nothing of its own accord in prose', async () => {
    const cited = positionOf(letter, 'Ankle and Foot Complaints', positionOf(letter, 'MAXIMUS guideline'));
    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      letter.uri,
      cited,
      ' ',
    );
    const labels = offered.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('Chronic Pain Medical Treatment 2016, Section(s):'), labels.join(' | '));
    const settings = vscode.workspace.getConfiguration('editor', letter);
    assert.deepEqual(settings.get('quickSuggestions'), { other: 'off', comments: 'off', strings: 'off' });
    assert.equal(settings.get('wordBasedSuggestions'), 'off');
    await insert(letter, positionOf(letter, 'In this case'), 'Th ');
    const prose = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      letter.uri,
      positionOf(letter, 'Th In this case').translate(0, 3),
      ' ',
    );
    assert.deepEqual(prose.items, []);
  });
});

describe('What the letters are compared with', () => {
  afterEach(closeAll);

  it('is shown as a page, with where each figure is known from', async () => {
    await vscode.commands.executeCommand('imr.showGuidelines');
    const page = await eventually(
      'the catalogue',
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'imr-guidelines')?.getText() ?? '',
      (text) => text !== '',
    );
    assert.match(page, /^# Guideline catalogue/);
    assert.match(page, /9-10 visits over 8 weeks \(Myalgia and myositis, unspecified\)/);
    await eventually('the tab', activeTab, (label) => label.includes('Guideline catalogue'));
  });

  it('is added to by a file of one’s own, whose mistakes are marked in it', async () => {
    const own = file('own.imr-guidelines.json');
    const limit = {
      id: 'ours',
      chapter: 'mtus-ankle-foot',
      condition: 'Invented ankle sprain',
      categories: ['physical-therapy'],
      kind: 'total',
      visitsMax: 13,
      source: 'our license',
      certainty: 'seen',
    };
    const write = (limits: object[]) =>
      vscode.workspace.fs.writeFile(own, encoder.encode(JSON.stringify({ name: 'Ours', limits }, null, 2)));
    await write([limit]);
    const settings = vscode.workspace.getConfiguration('imr');
    await settings.update('guidelines.files', ['own.imr-guidelines.json'], vscode.ConfigurationTarget.Workspace);
    try {
      const letter = await open('clean.txt');
      await becomesLetter(letter);
      await replace(
        letter,
        'MRI of the left ankle without contrast',
        'Physical therapy 20 sessions for the left ankle',
      );
      const lens = () =>
        vscode.commands
          .executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', letter.uri)
          .then(([first]) => first?.command?.title ?? '');
      await eventually('the lens', lens, (title) => title.includes('13 visits'));
      await write([{ ...limit, visitsMax: 'thirteen' }]);
      // The file is empty for the moment in which it is written, and may be read then, too.
      await eventually(
        'the mistake',
        () => vscode.languages.getDiagnostics(own).map(({ message }) => message),
        (all) => all.some((message) => message.includes('“visitsMax” must be a whole number')),
      );
      await eventually('the lens', lens, (title) => !title.includes('13 visits'));
      assert.equal((await openUri(own)).languageId, 'jsonc');
    } finally {
      await settings.update('guidelines.files', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(own);
    }
  });

  it('is explained rule by rule', async () => {
    await vscode.commands.executeCommand('imr.explainRule', 'missing-citation');
    await eventually('the tab', activeTab, (label) => label.includes('missing-citation'));
  });
});

const activeTab = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
