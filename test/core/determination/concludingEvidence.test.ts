import { describe, expect, it } from 'vitest';
import { CONCLUDING_WORDS, readVerdict } from '../../../server/src/determination/concludingEvidence.ts';

describe.each(CONCLUDING_WORDS.rows.map((row) => [row.id, row] as const))('words that may conclude: %s', (_, row) => {
  it.each(row.examples)('do: %s', (sentence) => {
    expect(readVerdict(sentence, row.where === 'end')).toBe('may-conclude');
  });

  it.each(row.nearMisses)('do not: %s', (sentence) => {
    expect(readVerdict(sentence, row.where === 'end')).not.toBe('may-conclude');
  });
});
