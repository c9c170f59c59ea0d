import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, becomesLetter, closeAll, eventually, file, open, openUri, positionOf } from './support.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

describe('A team’s files', () => {
  /** A folder for each test: what lies in one counts for its letters only. */
  let folder: vscode.Uri;
  let letter: vscode.TextDocument;
  let count = 0;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (name: string, text: string) => vscode.workspace.fs.writeFile(at(name), encoder.encode(text));
  const read = async (name: string) => decoder.decode(await vscode.workspace.fs.readFile(at(name)));

  beforeEach(async () => {
    count += 1;
    folder = file(`team-${count}`);
    await vscode.workspace.fs.copy(file('no-citation.txt'), at('letter.txt'));
  });
  afterEach(closeAll);

  it('.imr.json sets a rule’s severity, and an edit counts before it is saved', async () => {
    await write('.imr.json', '{ "rules": { "missing-citation": "information" } }');
    letter = await openUri(at('letter.txt'));
    await severityIs(letter, vscode.DiagnosticSeverity.Information);
    const config = await vscode.workspace.openTextDocument(at('.imr.json'));
    assert.equal(config.languageId, 'jsonc');
    await edit(config, 'information', 'off');
    await eventually(
      'the findings',
      () => findings(letter),
      (all) => all.length === 0,
    );
    await edit(config, 'off', 'error');
    await severityIs(letter, vscode.DiagnosticSeverity.Error);
    await config.save();
  });

  it('.imr.json with a mistake shows it at its place', async () => {
    await write('.imr.json', '{\n  "rules": { "mising-citation": "off" }\n}');
    letter = await openUri(at('letter.txt'));
    const [problem] = await eventually(
      'the problems',
      () => findingsAt(at('.imr.json')),
      (all) => all.length === 1,
    );
    assert.match(problem?.message ?? '', /Did you mean “missing-citation”/);
    assert.equal(problem?.range.start.line, 1);
  });

  it('.imr.json shows one mistake once, even while it is open', async () => {
    await write('.imr.json', '{\n  "rules": { "mising-citation": "off" }\n}');
    letter = await openUri(at('letter.txt'));
    const config = await openUri(at('.imr.json'));
    const told = () => vscode.languages.getDiagnostics(at('.imr.json')).map(({ source }) => source);
    await eventually('the problems', told, (all) => all.length > 0);
    // Once the JSON of a later mistake has been checked, that of the first has been.
    await edit(config, '"off" }', '"off" ');
    await eventually('the problems', told, (all) => all.some((source) => source !== 'imr'));
    assert.deepEqual(told().filter((source) => source === 'imr').length, 1);
    assert.equal(told().length, 2);
    await edit(config, '"off" ', '"off" }');
    await eventually('the problems', told, (all) => all.length === 1);
    await config.save();
  });

  it('.imr-ignore.json takes a finding with a reason, and it is away at once', async () => {
    await write('.imr-ignore.json', '{ "putAside": [] }');
    letter = await openUri(at('letter.txt'));
    const action = await offered(letter, 'Put aside');
    assert.match(action.title, /^Put aside “?[^”]/);
    const { command, arguments: [request] = [] } = action.command;
    await vscode.commands.executeCommand(command, { ...request, reason: 'confirmed by the reviewer' });
    await eventually(
      'the findings',
      () => findings(letter),
      (all) => all.length === 0,
    );
    const { putAside } = JSON.parse(await read('.imr-ignore.json'));
    assert.equal(putAside.length, 1);
    assert.equal(putAside[0].rule, 'missing-citation');
    assert.equal(putAside[0].reason, 'confirmed by the reviewer');
    assert.ok(!JSON.stringify(putAside).includes('evidence'), 'no words of the letter');
    assert.equal(letter.isDirty, false, 'the letter is not touched');
    // What the notice's Undo does.
    await vscode.commands.executeCommand('imr.bringBack', request);
    await eventually(
      'the findings',
      () => findings(letter),
      (all) => all.length === 1,
    );
  });

  it('a rule is turned down for the team by the light bulb, and the file says so', async () => {
    await write('.imr.json', '{\n  // ours\n  "rules": {}\n}\n');
    letter = await openUri(at('letter.txt'));
    const action = await offered(letter, 'Turn this rule down or off');
    const [request] = action.command.arguments ?? [];
    assert.deepEqual(request, {
      uri: letter.uri.toString(),
      rule: 'missing-citation',
      title: 'The reviewer cites no guideline or evidence',
      severity: 'warning',
    });
    // What choosing ‘off’ for the team does.
    await vscode.commands.executeCommand('imr.setTeamRule', { ...request, severity: 'off' });
    await eventually(
      'the findings',
      () => findings(letter),
      (all) => all.length === 0,
    );
    const config = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === at('.imr.json').toString());
    const text = config?.getText() ?? (await read('.imr.json'));
    assert.match(text, /\/\/ ours/);
    assert.match(text, /"missing-citation": "off"/);
  });

  it('a rule is turned down for the user by the light bulb', async () => {
    letter = await openUri(at('letter.txt'));
    await eventually(
      'the findings',
      () => findings(letter),
      (all) => all.length === 1,
    );
    const rules = () => vscode.workspace.getConfiguration('imr.rules', letter);
    const request = {
      uri: letter.uri.toString(),
      rule: 'missing-citation',
      title: 'No guideline',
      severity: 'warning',
    };
    let isDone = false;
    const done = Promise.resolve(vscode.commands.executeCommand('imr.turnRuleDown', request)).finally(() => {
      isDone = true;
    });
    try {
      // The first of the list: information, for the user.
      await eventually(
        'the choice',
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return isDone;
        },
        (value) => value,
      );
      await done;
      await severityIs(letter, vscode.DiagnosticSeverity.Information);
    } finally {
      await rules().update('missing-citation', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('one command makes every safe repair', async () => {
    letter = await openUri(at('letter.txt'));
    await becomesLetter(letter);
    const settings = vscode.workspace.getConfiguration('editor', letter).get('codeActionsOnSave');
    assert.deepEqual(settings, { 'source.fixAll.imr': 'never' });
    const start = positionOf(letter, 'worker is a ');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(letter.uri, new vscode.Range(start, start.translate(0, 'worker is a '.length)), 'worker is a(n) ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(
      'the findings',
      () => findingsAt(letter.uri),
      (all) => all.length === 2,
    );
    await vscode.commands.executeCommand('imr.repairAll');
    await eventually(
      'the letter',
      () => letter.getText(),
      (text) => !text.includes('a(n)'),
    );
  });
});

describe('A finding in the sentence being typed', () => {
  let editor: vscode.TextEditor;
  const repeated = () =>
    vscode.languages.getDiagnostics(editor.document.uri).filter((each) => ruleOf(each) === 'repeated-text');

  beforeEach(async () => {
    const document = await open('clean.txt');
    await becomesLetter(document);
    const active = vscode.window.activeTextEditor;
    assert.ok(active);
    editor = active;
    const end = positionOf(document, 'a brace and exercise.').translate(0, 'a brace and'.length);
    editor.selection = new vscode.Selection(end, end);
    await eventually(
      'the outline',
      () => vscode.commands.executeCommand<unknown[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri),
      (symbols) => (symbols?.length ?? 0) > 0,
    );
  });
  afterEach(closeAll);

  const type = async (text: string) => {
    for (const character of text) await vscode.commands.executeCommand('type', { text: character });
  };

  it('waits until the typing has paused', async () => {
    const started = Date.now();
    await type(' and');
    await eventually('the finding', repeated, (all) => all.length === 1);
    assert.ok(Date.now() - started > 1800, 'it waited');
    // It stays while the sentence is typed on.
    const later = positionOf(editor.document, ' exercise.').translate(0, ' exercise'.length);
    editor.selection = new vscode.Selection(later, later);
    const counts = new Set<number>();
    const watching = vscode.languages.onDidChangeDiagnostics(() => counts.add(repeated().length));
    await type(' at home');
    await answered(editor.document);
    watching.dispose();
    assert.deepEqual([...counts.add(repeated().length)], [1]);
  });

  it('shows as soon as the caret has left the sentence', async () => {
    await type(' and');
    await answered(editor.document);
    assert.deepEqual(repeated(), []);
    const elsewhere = positionOf(editor.document, 'CLINICAL CASE');
    editor.selection = new vscode.Selection(elsewhere, elsewhere);
    const left = Date.now();
    await eventually('the finding', repeated, (all) => all.length === 1);
    assert.ok(Date.now() - left < 1400, 'it did not wait for the pause');
  });
});

describe('An issue that is only begun', () => {
  afterEach(closeAll);

  it('has no error until the caret has left it', async () => {
    const letter = await open('clean.txt');
    await becomesLetter(letter);
    await vscode.commands.executeCommand('cursorBottom');
    for (const character of '\n\nMRI of the left wrist: Upheld\n\n') {
      await vscode.commands.executeCommand('type', { text: character });
    }
    const missing = () => findingsAt(letter.uri).filter((each) => ruleOf(each) === 'missing-part');
    await answered(letter);
    assert.deepEqual(missing(), []);
    await vscode.commands.executeCommand('cursorTop');
    await eventually('the finding', missing, (all) => all.length > 0);
  });
});

function findings({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return findingsAt(uri).filter((finding) => ruleOf(finding) === 'missing-citation');
}

function findingsAt(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'imr');
}

async function severityIs(letter: vscode.TextDocument, severity: vscode.DiagnosticSeverity): Promise<void> {
  await eventually(
    'the severity',
    () => findings(letter).map((finding) => finding.severity),
    (severities) => severities.length === 1 && severities[0] === severity,
  );
}

async function edit(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const start = document.getText().indexOf(text);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, by);
  assert.ok(await vscode.workspace.applyEdit(change));
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The action whose title begins so, of those that are offered at a letter's only finding. */
async function offered(letter: vscode.TextDocument, beginning: string) {
  const [finding] = await eventually(
    'the findings',
    () => findings(letter),
    (all) => all.length === 1,
  );
  assert.ok(finding);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    letter.uri,
    finding.range,
  );
  const action = actions.find(({ title }) => title.startsWith(beginning));
  assert.ok(action?.command, 'the quick fix');
  return { title: action.title, command: action.command };
}
