import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, becomesLetter, closeAll, eventually, file, open } from './support.ts';

/** A file system that holds one letter and cannot be written to, as those of comparisons and histories are. */
class OldVersions implements vscode.FileSystemProvider {
  readonly #letter: Uint8Array;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(letter: Uint8Array) {
    this.#letter = letter;
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#letter.length };
  }
  readFile(): Uint8Array {
    return this.#letter;
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }
  createDirectory(): void {}
  writeFile(): void {}
  delete(): void {}
  rename(): void {}
}

describe('A letter that cannot be edited', () => {
  let registered: vscode.Disposable;
  const findings = ({ uri }: vscode.TextDocument) => vscode.languages.getDiagnostics(uri);
  const hasFindings = (document: vscode.TextDocument) =>
    eventually(
      'the findings',
      () => findings(document),
      (all) => all.length > 0,
    );

  before(async () => {
    const letter = await vscode.workspace.fs.readFile(file('no-citation.txt'));
    registered = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider('imr-test-old', new OldVersions(letter), { isReadonly: true }),
      vscode.workspace.registerTextDocumentContentProvider('imr-test-compared', {
        provideTextDocumentContent: () => new TextDecoder().decode(letter),
      }),
    );
  });
  after(() => registered.dispose());
  afterEach(closeAll);

  for (const scheme of ['imr-test-old', 'imr-test-compared']) {
    it(`as in a comparison (${scheme}:) has no findings and no quick fixes, and the letter beside it has its own`, async () => {
      const old = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/letters/no-citation.txt`));
      await becomesLetter(old);
      const letter = await open('no-citation.txt');
      await vscode.commands.executeCommand('vscode.diff', old.uri, letter.uri);
      const [finding] = await hasFindings(letter);
      assert.ok(finding);
      await answered(old);
      assert.deepEqual(findings(old), []);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        old.uri,
        finding.range,
      );
      assert.deepEqual(
        actions.map(({ title }) => title),
        [],
      );
    });
  }

  it('has findings where its file system can be written to', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'imr-determination',
      content: new TextDecoder().decode(await vscode.workspace.fs.readFile(file('no-citation.txt'))),
    });
    await vscode.window.showTextDocument(untitled);
    await hasFindings(untitled);
  });
});
