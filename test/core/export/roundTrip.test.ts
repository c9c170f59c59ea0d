/**
 * A letter that was exported and read back is the same letter, whatever its page did to it before. More letters by
 * `IMR_LETTERS`, folders divided as in PATH.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { htmlPage } from '../../../server/src/documents/write/html.ts';
import { wordFile } from '../../../server/src/documents/write/word.ts';
import { printLetter } from '../../../server/src/export/printLetter.ts';
import { determinationOf, readText } from '../documents/support.ts';
import { combined, DISTORTIONS, pageBreaks } from '../support/distortions.ts';
import { textOfHtml } from './support.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const more = (process.env['IMR_LETTERS'] ?? '').split(delimiter).filter((folder) => folder !== '');
const LETTERS = [here('../../../samples'), here('../fixtures/letters'), here('../documents/fixtures'), ...more].flatMap(
  (folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const),
);

const throughWord = async (source: string): Promise<string> =>
  readText(await wordFile(printLetter(parseDetermination(source))));
const throughHtml = (source: string): string => textOfHtml(htmlPage(printLetter(parseDetermination(source))));

describe.each(LETTERS)('%s', (_, source) => {
  it('says the same after Word', async () => {
    expect(determinationOf(await throughWord(source))).toEqual(determinationOf(source));
  });

  it('says the same after HTML', () => {
    expect(determinationOf(throughHtml(source))).toEqual(determinationOf(source));
  });
});

it('in every shape of its page', async () => {
  const shapes = fc
    .tuple(fc.subarray([...DISTORTIONS], { maxLength: 2 }), fc.option(fc.nat(1000)))
    .map(([some, seed]) => combined(seed === null ? some : [...some, pageBreaks(seed)]));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LETTERS), shapes, async ([, letter], { distort }) => {
      const source = distort(letter);
      const determination = determinationOf(source);
      expect(determinationOf(await throughWord(source))).toEqual(determination);
      expect(determinationOf(throughHtml(source))).toEqual(determination);
    }),
    { numRuns: 40 },
  );
});
