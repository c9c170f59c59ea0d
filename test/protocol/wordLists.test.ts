import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchWordLists } from '../../server/src/host/wordLists.browser.ts';
import { loadDictionary } from '../../server/src/wording/spelling/shipped.ts';

const DICTIONARIES = fileURLToPath(new URL('../../dist/dictionaries/', import.meta.url));

/** Serves the lists as they are under /plain/, and unpacked on the way under /encoded/, as some servers do with .gz. */
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(async ({ url = '' }, response) => {
    const [, kind, file = ''] = url.split('/');
    try {
      const bytes = await readFile(DICTIONARIES + file);
      response.writeHead(200, kind === 'encoded' ? { 'content-encoding': 'gzip' } : {}).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'string' || address === null) throw new Error('It listens on no port.');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

it.each(['plain', 'encoded'])('a browser’s server fetches the word lists (%s)', async (kind) => {
  const dictionary = await loadDictionary(fetchWordLists(`${origin}/${kind}/`));
  expect(['patient', 'radiculopathy', 'cervicogenic', 'tendernes'].map((word) => dictionary.isKnown(word))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it('and says which one is missing', async () => {
  await expect(fetchWordLists(`${origin}/plain/`)('welsh.txt.gz')).rejects.toThrow('welsh.txt.gz: 404');
});
