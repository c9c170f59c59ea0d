import { afterEach, expect, it } from 'vitest';
import type { ReadyLetter } from '../../server/src/protocol/readyLetter.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL } from './support/client.ts';

const URI = 'untitled:/letters/invented.txt';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const readyLetter = (uri = URI): Promise<ReadyLetter | null> =>
  client.connection.sendRequest('imr/readyLetter', { uri });

it('an open letter has a verdict, a page, JSON, and questions', async () => {
  client = await Client.start(PULL);
  await client.open(URI, LETTER_WITH_FINDINGS);
  const ready = await readyLetter();
  expect(ready).toMatchObject({ verdict: 'not-ready' });
  expect(ready?.html).toContain('<h1>Not ready to issue: 1 error');
  expect(JSON.parse(ready?.json ?? '')).toMatchObject({ file: 'invented.txt', open: [{ rule: 'missing-decision' }] });
  expect(ready?.questions).toContain('would you please check');
});

it('a clean letter is ready; what is not a letter, or is not open, has no verdict', async () => {
  client = await Client.start(PULL);
  await client.open(URI, CLEAN_LETTER);
  expect(await readyLetter()).toMatchObject({ verdict: 'ready', questions: '' });
  await client.open('untitled:/note.txt', 'A note about a letter.');
  expect(await readyLetter('untitled:/note.txt')).toBeNull();
  expect(await readyLetter('file:///nowhere.txt')).toBeNull();
});

it('a document of several letters is not ready, and its page has a row for each', async () => {
  client = await Client.start(PULL);
  const both = `Case Number: CM16-0990301\n\n${CLEAN_LETTER}\nCase Number: CM16-0990302\n\n${LETTER_WITH_FINDINGS}`;
  await client.open(URI, both);
  const ready = await readyLetter();
  expect(ready?.summary).toContain('2 letters in one file');
  const { decisions, open } = JSON.parse(ready?.json ?? '');
  expect(decisions).toMatchObject([
    { part: 1, decision: 'upheld' },
    { part: 2, decision: null },
  ]);
  expect(open).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'missing-decision', part: 2 })]));
});
