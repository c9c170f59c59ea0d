import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { becomesLetter, closeAll, eventually, open, positionOf } from './support.ts';

describe('Hover', () => {
  afterEach(closeAll);

  it('says what a decision means', async () => {
    assert.match(await hoverOver('Overturned'), /medically necessary/i);
  });

  it('explains a citation', async () => {
    assert.match(await hoverOver('Ankle and Foot Complaints'), /ankle/i);
  });

  it('says nothing about an ordinary word', async () => {
    const document = await open('clean.txt');
    await becomesLetter(document);
    await hoverOver('Overturned');
    assert.equal(await hoverAt(document, 'crates'), '');
  });
});

async function hoverOver(text: string): Promise<string> {
  const document = await open('clean.txt');
  await becomesLetter(document);
  return eventually(
    `the hover over ${text}`,
    () => hoverAt(document, text),
    (hover) => hover !== '',
  );
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text).translate(0, 2),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
