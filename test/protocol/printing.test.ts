import { afterEach, expect, it } from 'vitest';
import type { PrintedLetter } from '../../server/src/protocol/printedLetter.ts';
import { LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Client, PULL } from './support/client.ts';

const URI = 'untitled:/letters/invented.txt';

let client: Client;
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const printed = (withFindings: boolean, uri = URI): Promise<PrintedLetter | null> =>
  client.connection.sendRequest('imr/printedLetter', { uri, withFindings });

it('an open letter is set anew, with the findings that show or without', async () => {
  client = await Client.start(PULL);
  await client.open(URI, LETTER_WITH_FINDINGS);
  const plain = await printed(false);
  expect(plain?.blocks.map(({ kind }) => kind)).toContain('issue');
  expect(plain?.notes).toEqual([]);
  const noted = await printed(true);
  expect(noted?.notes).toMatchObject([{ rule: 'missing-decision', severity: 'error' }]);
  expect(noted?.blocks).not.toEqual(plain?.blocks);
});

it('what is no letter, or is not open, is not', async () => {
  client = await Client.start(PULL);
  await client.open(URI, 'A note about a letter.');
  expect(await printed(true)).toBeNull();
  expect(await printed(true, 'file:///nowhere.txt')).toBeNull();
});
