import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../support/tables.ts';
import { afterSurgeryIn, kindsIn, limitsIn, partIn, priorIn, tooManyIn, visitsIn } from './read.ts';

describe('visits had before, according to the summary', () => {
  test.each(rowsOf('visits/priorVisits.tsv'))('%s: %s', (heading = '', text = '', expected = '') => {
    expect(priorIn(heading, text)).toBe(expected);
  });
});

describe('quoted limits', () => {
  test.each(rowsOf('visits/quotedLimits.tsv'))('%s: %s', (heading = '', text = '', expected = '') => {
    const limits = expected.split('; ').sort();
    expect(limitsIn(heading, text)).toBe(limits.join('; '));
  });
});

describe('visits in dispute', () => {
  test.each(rowsOf('visits/visits.tsv'))('%s', (heading = '', total = '', perWeek = '', weeks = '') => {
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
  test.each(rowsOf('visits/words.tsv'))(
    '%s, %s: %s %s',
    (place = '', heading = '', text = '', expected = '', words = '') => {
      const misread = words.split('|').filter((word) => readWith(word, place, heading, text) !== expected);
      expect(misread).toEqual([]);
    },
  );
});
