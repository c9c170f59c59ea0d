import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const linesOf = (name: string): readonly string[] =>
  readFileSync(fileURLToPath(new URL(`../determination/${name}`, import.meta.url)), 'utf8')
    .trim()
    .split('\n');

const cellsOf = (row: string): readonly [string, string, ...string[]] => {
  const [first = '', second = '', ...others] = row.split('\t');
  return [first, second, ...others];
};

/** The rows of a table beside the tests of the determination, without its heading. */
export const rowsOf = (name: string): readonly (readonly [string, string, ...string[]])[] =>
  linesOf(name).slice(1).map(cellsOf);

/** The same of a table without a heading, whose remarks begin with '#' and whose groups are parted by empty lines. */
export const remarkedRowsOf = (name: string): readonly (readonly [string, string, ...string[]])[] =>
  linesOf(name)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(cellsOf);

/**
 * The rows of a table of words: what is expected, a sentence with '%', and words, one after the other, that do the same in
 * its place, which what is expected may name as '%'. What takes one of them away from the reader's classes fails its row.
 */
export const wordRowsOf = (name: string): readonly (readonly [string, string])[] =>
  rowsOf(name).flatMap(([expected, sentence, words = '']) =>
    words.split(', ').map((word) => [expected.replace('%', word), sentence.replace('%', word)] as const),
  );

/** The rows of a table of which each line has its cells between bars; lines that begin with '#' are remarks. */
export const barredRowsOf = (file: URL): readonly (readonly string[])[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | '));

/**
 * The rows of a table of sentences with a gap: 'expected | sentence with {} | words; words'. With each of the words in the
 * gap the same is read, and without it in its class something else.
 */
export const gapRowsOf = (file: URL): readonly (readonly [string, string, readonly string[]])[] =>
  barredRowsOf(file).map(
    ([expected = '', sentence = '', words = '']) => [expected, sentence, words.split('; ')] as const,
  );
