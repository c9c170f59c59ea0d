import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { afterSurgeryIn, kindsIn, limitsIn, partIn, priorIn, tooManyIn, visitsIn } from './read.ts';

/** The rows of a table beside this file, without its head. */
const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));

describe('visits had before, told in the summary', () => {
  test.each(rowsOf('priorVisits'))('%s: %s', (heading = '', text = '', expected = '') => {
    expect(priorIn(heading, text)).toBe(expected);
  });
});

describe('quoted limits', () => {
  test.each(rowsOf('quotedLimits'))('%s: %s', (heading = '', text = '', expected = '') => {
    const limits = expected.split('; ').sort();
    expect(limitsIn(heading, text)).toBe(limits.join('; '));
  });
});

describe('visits in dispute', () => {
  test.each(rowsOf('visits'))('%s', (heading = '', total = '', perWeek = '', weeks = '') => {
    expect(visitsIn(heading)).toBe(`${total} | ${perWeek} | ${weeks}`);
  });
});

/** What a sentence of the table of words says, with one of them in the place of each %. */
function readWith(word: string, place: string, heading: string, text: string): string {
  const put = (frame: string): string => frame.replaceAll('%', word);
  switch (place) {
    case 'summary':
    case 'rationale':
      return priorIn(heading, put(text), place);
    case 'limits':
      return limitsIn(heading, put(text));
    case 'part':
      return partIn(heading, put(text));
    case 'kind':
      return kindsIn(heading, put(text));
    case 'too many':
      return tooManyIn(put(text));
    case 'after surgery':
      return afterSurgeryIn(put(heading));
    default:
      return visitsIn(put(heading));
  }
}

describe('each word of its classes', () => {
  test.each(rowsOf('words'))('%s, %s: %s %s', (place = '', heading = '', text = '', expected = '', words = '') => {
    const misread = words.split('|').filter((word) => readWith(word, place, heading, text) !== expected);
    expect(misread).toEqual([]);
  });
});
