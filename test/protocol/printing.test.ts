import { afterEach, expect, it } from 'vitest';
import type { PrintedFile } from '../../server/src/protocol/printedLetter.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL } from './support/client.ts';

const URI = 'untitled:/letters/invented.txt';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const printed = (withFindings: boolean, uri = URI): Promise<PrintedFile | null> =>
  client.connection.sendRequest('imr/printedLetter', { uri, withFindings });

it('an open letter is laid out again, with the findings that show or without', async () => {
  client = await Client.start(PULL);
  await client.open(URI, LETTER_WITH_FINDINGS);
  const [plain] = (await printed(false))?.letters ?? [];
  expect(plain?.blocks.map(({ kind }) => kind)).toContain('issue');
  expect(plain?.notes).toEqual([]);
  const [noted] = (await printed(true))?.letters ?? [];
  expect(noted?.notes).toMatchObject([{ rule: 'missing-decision', severity: 'error' }]);
  expect(noted?.blocks).not.toEqual(plain?.blocks);
});

it('each letter of a document is, with its own findings', async () => {
  client = await Client.start(PULL);
  await client.open(
    URI,
    `Case Number: CM16-0990301\n\n${CLEAN_LETTER}\nCase Number: CM16-0990302\n\n${LETTER_WITH_FINDINGS}`,
  );
  const file = await printed(true);
  expect(file?.title).toBe('Independent Medical Review Final Determinations');
  expect(
    file?.letters.map(({ foot, blocks }) => [foot.slice(-12), blocks.some(({ kind }) => kind === 'issue')]),
  ).toEqual([
    ['CM16-0990301', true],
    ['CM16-0990302', true],
  ]);
  const [first, second] = file?.letters ?? [];
  expect(first?.notes.map(({ rule }) => rule)).not.toContain('missing-decision');
  expect(second?.notes.map(({ rule }) => rule)).toContain('missing-decision');
});

it('what is not a letter, or is not open, is not', async () => {
  client = await Client.start(PULL);
  await client.open(URI, 'A note about a letter.');
  expect(await printed(true)).toBeNull();
  expect(await printed(true, 'file:///nowhere.txt')).toBeNull();
});
