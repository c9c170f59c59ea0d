import { afterEach, expect, it } from 'vitest';
import { type CodeAction, CodeActionRequest } from 'vscode-languageserver-protocol/node';
import { CLEAN_LETTER } from '../support/letters.ts';
import { Client, PULL } from './support/client.ts';

const URI = 'file:///letters/garbled.txt';
const GARBLED = CLEAN_LETTER.replace('There is', 'The worker\u00e2\u20ac\u2122s knee shows');
const LINE = GARBLED.split('\n').findIndex((line) => line.includes('\u20ac'));

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

async function actions(): Promise<readonly CodeAction[]> {
  const range = { start: { line: LINE, character: 0 }, end: { line: LINE + 1, character: 0 } };
  const params = { textDocument: { uri: URI }, range, context: { diagnostics: [] } };
  const answer = await client.connection.sendRequest(CodeActionRequest.type, params);
  return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
}

it('a letter in the wrong encoding is one finding, with a way to reopen it for a client that has one', async () => {
  client = await Client.start(PULL, undefined, { initializationOptions: { reopensWithEncoding: true } });
  await client.open(URI, GARBLED);
  expect(await client.pull(URI)).toMatchObject({ items: [{ code: 'text-encoding' }] });
  const [reopen, write] = await actions();
  expect(reopen).toMatchObject({ command: { command: 'workbench.action.editor.changeEncoding' } });
  expect(write).toMatchObject({ title: 'Repair the garbled character', edit: expect.anything() });
});

it('a client that does not know how to reopen it is offered to write it as it was meant', async () => {
  client = await Client.start(PULL);
  await client.open(URI, GARBLED);
  expect((await actions()).map(({ title }) => title)).toEqual(['Repair the garbled character']);
});
