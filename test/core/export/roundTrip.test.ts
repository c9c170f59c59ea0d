/**
 * A letter that was exported and read back is the same letter, whatever its page did to it before. More letters by
 * `IMR_LETTERS`, folders divided as in PATH.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLetters } from '../../../server/src/determination/parse.ts';
import { htmlPage } from '../../../server/src/documents/write/html.ts';
import { wordFile } from '../../../server/src/documents/write/word.ts';
import { printFile, printLetter } from '../../../server/src/export/printLetter.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../../support/letters.ts';
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

const printed = (source: string) => printFile(parseLetters(source).map((letter) => printLetter(letter)));
const throughWord = async (source: string): Promise<string> => readText(await wordFile(printed(source)));
const throughHtml = (source: string): string => textOfHtml(htmlPage(printed(source)));

describe.each(LETTERS)('%s', (_, source) => {
  it('says the same after Word', async () => {
    expect(determinationOf(await throughWord(source))).toEqual(determinationOf(source));
  });

  it('says the same after HTML', () => {
    expect(determinationOf(throughHtml(source))).toEqual(determinationOf(source));
  });
});

it('a file of several letters is the same letters', async () => {
  const both = `Case Number: CM16-0990301\n\n${CLEAN_LETTER}\nCase Number: CM16-0990302\n\n${LETTER_WITH_FINDINGS}`;
  const said = (source: string): readonly unknown[] =>
    parseLetters(source).map(({ header, issues }) => [
      header.caseNumber.kind,
      issues.map(({ heading }) => heading.text),
    ]);
  expect(said(both)).toHaveLength(2);
  expect(said(await throughWord(both))).toEqual(said(both));
  expect(said(throughHtml(both))).toEqual(said(both));
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
