import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  CodeActionRequest,
  type Diagnostic,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL } from './support/client.ts';

const URI = 'file:///letters/both.txt';
const FIRST = `Case Number: CM16-0990301\n\n${CLEAN_LETTER}\n`;
const SECOND = `Case Number: CM16-0990302\n\n${LETTER_WITH_FINDINGS.replace('no red flag', 'no no red flag')}`;
/** 0-based, of the second letter. */
const BEGINNING = FIRST.split('\n').length - 1;
const ISSUE = BEGINNING + SECOND.split('\n').findIndex((line) => line.startsWith('MRI'));

let client: Client;
beforeEach(async () => {
  client = await Client.start(PULL);
  await client.open(URI, FIRST + SECOND);
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.errors).toBe('');
});

async function pulled(): Promise<readonly Diagnostic[]> {
  const report = await client.pull(URI);
  return report.kind === 'full' ? report.items : [];
}

it('outlines and folds each of two letters in a document', async () => {
  const outline = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } });
  expect(outline).toMatchObject([
    { name: 'Letter 1: CM16-0990301', selectionRange: { start: { line: 0 } } },
    { name: 'Letter 2: CM16-0990302', selectionRange: { start: { line: BEGINNING } } },
  ]);
  const names = JSON.stringify(outline);
  expect(names.match(/"name":"[^"]*MRI of the left knee/g)).toHaveLength(2);
  const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: URI } });
  expect(folds?.some(({ startLine }) => startLine > BEGINNING)).toBe(true);
  expect(folds?.some(({ startLine, endLine }) => startLine < BEGINNING && endLine >= BEGINNING)).toBe(false);
});

it('finds in each what is in it, at its place', async () => {
  const found = await pulled();
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'foreign-page', severity: 3 }),
      expect.objectContaining({ code: 'missing-decision' }),
    ]),
  );
  expect(found.filter(({ range }) => range.start.line < BEGINNING && range.end.line < BEGINNING)).toEqual(
    (await alone(FIRST)).map((each) => expect.objectContaining({ code: each.code, range: each.range })),
  );
  expect(found.find(({ code }) => code === 'missing-decision')?.range.start.line).toBe(ISSUE);
});

async function alone(text: string): Promise<readonly Diagnostic[]> {
  const uri = 'file:///letters/alone.txt';
  await client.open(uri, text);
  const report = await client.pull(uri);
  return report.kind === 'full' ? report.items : [];
}

it('shows cards and repairs in the second', async () => {
  const [first, second] = await Promise.all(
    [FIRST.split('\n').findIndex((line) => line.endsWith('Upheld')), ISSUE].map((line) =>
      client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: URI },
        position: { line: line + 2, character: 'Claims Administrator guideline: Decision based on MTUS K'.length },
      }),
    ),
  );
  expect(second?.contents).toEqual(first?.contents);
  expect(second?.range?.start.line).toBe(ISSUE + 2);
  const line = BEGINNING + SECOND.split('\n').findIndex((words) => words.includes('no no'));
  const at = { line, character: 'Decision rationale: There is no n'.length };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: URI },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  expect(actions).toMatchObject([
    { edit: { documentChanges: [{ edits: [{ range: { start: { line }, end: { line } }, newText: '' }] }] } },
  ]);
});
