import { describe, expect, it } from 'vitest';
import { CITING_NOTHING, saysNothingCited } from '../../../server/src/determination/readers/citations/nothingCited.ts';

describe.each(CITING_NOTHING.rows.map((row) => [row.id, row] as const))('words that cite nothing: %s', (_, row) => {
  it.each(row.examples)('say so: %s', (words) => {
    expect(saysNothingCited(words)).toBe(true);
  });

  it.each(row.nearMisses)('do not: %s', (words) => {
    expect(saysNothingCited(words)).toBe(false);
  });
});

describe('every word of the lists', () => {
  it.each(CITING_NOTHING.sources)('source: %s', (word) => {
    expect(saysNothingCited(`No ${word} was named.`)).toBe(true);
    expect(saysNothingCited(`The ${word} was named.`)).toBe(false);
  });

  it.each(CITING_NOTHING.kinds)('kind of source: %s', (word) => {
    expect(saysNothingCited(`No ${word} source was named.`)).toBe(true);
  });

  it.each(CITING_NOTHING.cited)('participle: %s', (word) => {
    expect(saysNothingCited(`No guideline was ${word}.`)).toBe(true);
    expect(saysNothingCited(`No brace was ${word}.`)).toBe(false);
  });

  it.each(CITING_NOTHING.cite)('verb: %s', (word) => {
    expect(saysNothingCited(`We ${word} no guideline.`)).toBe(true);
    expect(saysNothingCited(`We ${word} the guideline.`)).toBe(false);
  });
});

it.each([
  'No guideline other than the MTUS was consulted.',
  'None but the MTUS was cited.',
  'No guideline of the MTUS was cited.',
  'Beyond the schedule no guideline was cited.',
  'The reviewer did not fail to cite a guideline.',
  'It is not so that no guideline was cited.',
  'Where no guideline was cited, the reviewer used his own.',
  'Rockwood and Green, Fractures in Adults.',
  '',
])('is not a word for nothing: %s', (words) => {
  expect(saysNothingCited(words)).toBe(false);
});
