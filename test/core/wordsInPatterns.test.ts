import { expect, test } from 'vitest';
import { sourceFiles, wordsInPatterns } from './support/patterns.ts';
import lists from './support/wordsInPatterns.json' with { type: 'json' };

/*
 * English is read from words, not from patterns: a word inside a regular expression is met in one form, at one place, and
 * by no test of rows. Three places may have them: what recognizes lines, the shapes of single tokens, and the printed
 * form of citations, which a machine wrote.
 */
const { lines, tokenShapes, printedCitations } = lists;
const allowed = [...lines, ...tokenShapes, ...printedCitations];
const isIn = (list: readonly string[], file: string): boolean =>
  list.some((each) => (each.endsWith('/') ? file.startsWith(each) : each === file));

const withWords = sourceFiles().filter((file) => wordsInPatterns(file).length > 0);

test('no English word is in a regular expression except in the listed places', () => {
  const found = withWords.filter((file) => !isIn(allowed, file));
  expect(found.map((file) => `${file}: ${wordsInPatterns(file).join(', ')}`)).toEqual([]);
});

test('each listed place is there', () => {
  const files = sourceFiles();
  expect(allowed.filter((place) => !files.some((file) => isIn([place], file)))).toEqual([]);
});
