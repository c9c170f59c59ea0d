import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  becomesLetter,
  closeAll,
  copyOf,
  eventually,
  file,
  insert,
  open,
  openUri,
  staysIn,
  staysPlain,
} from './support.ts';

/** Resolves when all changes of a language that were requested until now are made: they are made in turn. */
async function languageChanges(): Promise<void> {
  const other = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
  await vscode.languages.setTextDocumentLanguage(other, 'markdown');
}

describe('Detection', () => {
  afterEach(closeAll);

  it('makes a letter saved as .txt a letter when it is opened', async () => {
    await becomesLetter(await open('clean.txt'));
  });

  it('knows *.imr and *.imr.txt by name', async () => {
    assert.equal((await open('by-name.imr')).languageId, 'imr-determination');
    assert.equal((await open('by-name.imr.txt')).languageId, 'imr-determination');
  });

  it('leaves notes about letters alone', async () => {
    await staysPlain(await open('notes.txt'));
  });

  it('leaves an e-mail that quotes a letter alone', async () => {
    await staysPlain(await open('mail.txt'));
  });

  it('makes an untitled document a letter when one is pasted into it', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    await vscode.window.showTextDocument(document);
    await insert(document, new vscode.Position(0, 0), await letterText());
    await becomesLetter(document);
  });

  it('makes an empty .txt file a letter when one is pasted into it', async () => {
    const document = await open('empty.txt');
    await insert(document, new vscode.Position(0, 0), await letterText());
    await becomesLetter(document);
  });

  it('makes a document a letter while it is being typed, and not before it is one', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    await vscode.window.showTextDocument(document);
    const end = () => document.lineAt(document.lineCount - 1).range.end;
    await insert(document, end(), 'HOW THE IMR FINAL DETERMINATION WAS MADE\n');
    await staysPlain(document);
    await insert(document, end(), 'MAXIMUS Federal Services sent the complete case file to an expert reviewer.');
    await becomesLetter(document);
  });

  it('looks at each of two documents that are typed in at once', async () => {
    const empty = () => vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const [one, other] = [await empty(), await empty()];
    await insert(one, new vscode.Position(0, 0), await letterText());
    await insert(other, new vscode.Position(0, 0), 'A note.');
    await becomesLetter(one);
    await staysPlain(other);
  });

  it('leaves notes alone when a letter is pasted into them', async () => {
    const document = await open('notes.txt');
    await insert(document, new vscode.Position(0, 0), await letterText());
    await staysPlain(document);
  });

  describe('and the user', () => {
    const settings = () => vscode.workspace.getConfiguration('imr');
    afterEach(() => settings().update('detection.enabled', undefined, vscode.ConfigurationTarget.Global));

    it('can turn it off, and on again', async () => {
      await settings().update('detection.enabled', false, vscode.ConfigurationTarget.Global);
      const document = await open('clean.txt');
      await languageChanges();
      assert.equal(document.languageId, 'plaintext');
      await settings().update('detection.enabled', true, vscode.ConfigurationTarget.Global);
      await becomesLetter(document);
    });

    it('can make a letter plain text, and finds it so the next time', async () => {
      const letter = await copyOf('clean.txt');
      const document = await openUri(letter);
      await becomesLetter(document);
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      await staysPlain(document);

      await closeAll();
      await closed(document);
      const again = await openUri(letter);
      assert.notEqual(again, document, 'the document was opened afresh');
      await staysPlain(again);

      await vscode.languages.setTextDocumentLanguage(again, 'imr-determination');
      await closeAll();
      await closed(again);
      await becomesLetter(await openUri(letter));
    });

    it('has a letter known for one whatever files.associations makes of it', async () => {
      const files = vscode.workspace.getConfiguration('files');
      await files.update('associations', { '*.txt': 'markdown' }, vscode.ConfigurationTarget.Workspace);
      try {
        const document = await open('clean.txt');
        await becomesLetter(document);
        const notes = await open('notes.txt');
        await staysIn(notes, 'markdown');
        // What the user chooses then is hers.
        await vscode.languages.setTextDocumentLanguage(document, 'markdown');
        await staysIn(document, 'markdown');
      } finally {
        await files.update('associations', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    it('is asked about a letter that is saved as Markdown, and only then', async () => {
      const copy = file('letter-as.md');
      await vscode.workspace.fs.copy(file('clean.txt'), copy, { overwrite: true });
      const document = await openUri(copy);
      await eventually(
        'the answer',
        async () => {
          await vscode.commands.executeCommand('notification.acceptPrimaryAction');
          return document.languageId;
        },
        (id) => id === 'imr-determination',
      );
      await vscode.workspace.fs.delete(copy);
    });

    it('keeps a pasted letter when VS Code guesses another language for it, once', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
      await insert(document, new vscode.Position(0, 0), await letterText());
      // What a guess does, before the letter was looked at.
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await becomesLetter(document);
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await staysIn(document, 'markdown');
    });

    it('can give a letter any other language', async () => {
      const document = await open('clean.txt');
      await becomesLetter(document);
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await staysIn(document, 'markdown');
    });
  });
});

async function letterText(): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(file('clean.txt'))).toString('utf8');
}

/** VS Code lets go of a document some time after its last editor closed. */
async function closed(document: vscode.TextDocument): Promise<void> {
  await eventually(
    'whether it is closed',
    () => document.isClosed,
    (isClosed) => isClosed,
  );
}
