import { describe, expect, it } from 'vitest';
import {
  CONCLUDING_WORDS,
  concludingSentences,
  readVerdict,
} from '../../../server/src/determination/readers/conclusion/concludingEvidence.ts';

describe.each(CONCLUDING_WORDS.rows.map((row) => [row.id, row] as const))('words that may conclude: %s', (_, row) => {
  it.each(row.examples)('do: %s', (sentence) => {
    expect(readVerdict(sentence, row.where === 'end')).toBe('may-conclude');
  });

  it.each(row.nearMisses)('do not: %s', (sentence) => {
    expect(readVerdict(sentence, row.where === 'end')).not.toBe('may-conclude');
  });
});

describe('every word of the lists', () => {
  const { words, facts } = CONCLUDING_WORDS;
  const each = (list: string): readonly string[] => list.split(' ');

  it.each(each(words.rating))('rates: %s', (word) => {
    expect(readVerdict(`The brace is ${word}.`, false)).toBe('may-conclude');
  });

  it.each(each(words.mild))('rates at the end: %s', (word) => {
    expect(readVerdict(`The dose is ${word}.`, true)).toBe('may-conclude');
  });

  it.each(each(words.granted))('grants or withholds: %s', (word) => {
    expect(readVerdict(`The brace is ${word}.`, false)).toBe('may-conclude');
    expect(readVerdict(`The brace was ${word} in June.`, false)).toBe('none');
  });

  it.each(each(words.mildly))('grants where it speaks of the request: %s', (word) => {
    expect(readVerdict(`The requested brace is ${word}.`, false)).toBe('may-conclude');
  });

  it.each(each(words.grant))('orders: %s', (word) => {
    expect(readVerdict(`${word.charAt(0).toUpperCase()}${word.slice(1)} the brace.`, false)).toBe('may-conclude');
  });

  it.each(each(words.denial))('of the denial: %s', (word) => {
    expect(readVerdict(`The ${word} stands.`, false)).toBe('may-conclude');
  });

  it.each(each(words.be))('links: %s', (word) => {
    expect(readVerdict(`The brace ${word} warranted.`, false)).toBe('may-conclude');
  });

  it.each(each(words.adverb))('stands between: %s', (word) => {
    expect(readVerdict(`The brace is ${word} warranted.`, false)).toBe('may-conclude');
  });

  it.each(each(words.definite))('is of this letter: %s', (word) => {
    expect(readVerdict(`Use of braces by ${word} in sprains of joints is warranted.`, false)).toBe('may-conclude');
    expect(readVerdict('Use of braces by workers in sprains of joints is warranted.', false)).toBe('of-others');
  });

  it.each(each(facts))('tells of the record: %s', (word) => {
    const ends = (sentence: string): number =>
      concludingSentences(sentence, [{ start: 0, end: sentence.length }], '').length;
    expect(ends(`Plaster and ${word} and plaster.`)).toBe(0);
    expect(ends('Plaster and leather and plaster.')).toBe(1);
  });
});
