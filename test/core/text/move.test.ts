import { describe, expect, it } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { Move } from '../../../server/src/text/move.ts';
import type { Prose } from '../../../server/src/text/prose.ts';

/** The words of a letter from some words on. */
function proseOf(source: string, words: string): Prose {
  const { prose } = new LetterText(source);
  const start = prose.text.indexOf(words);
  return prose.slice(start, start + words.length);
}

const WORDS = 'The knee is swollen and warm.';
const FORMER = `He fell in May.\n\n${WORDS}\n`;

describe('words that moved', () => {
  const from = proseOf(FORMER, WORDS);

  it.each([
    ['words before them', `He fell in the month of May.\n\n${WORDS}\n`],
    ['nothing before them', WORDS],
    ['a page before them', `He fell in May.\n\f\n${WORDS}\n`],
    ['letters of two codes before them', `He fell in May, naïve as he is: “so”.\n\n${WORDS}\n`],
  ])('take their spans and proses along: %s', (_, source) => {
    const to = proseOf(source, WORDS);
    const value = {
      span: from.span(4, 8),
      all: [from.slice(4, 8), from.slice(12)],
      words: 'knee',
      none: null,
      count: 3,
    };
    const moved = Move.between(from, to)?.of(value)?.value;
    expect(moved).toEqual({
      span: to.span(4, 8),
      all: [to.slice(4, 8), to.slice(12)],
      words: 'knee',
      none: null,
      count: 3,
    });
    expect(moved && source.slice(moved.span.start, moved.span.end)).toBe('knee');
    expect(moved?.all.map(({ range }) => source.slice(range.start, range.end))).toEqual(['knee', 'swollen and warm.']);
    expect(moved?.all[0]?.whole).toBe(to.whole);
  });

  it.each([
    ['a line end and an indent within them', FORMER.replace('swollen and', 'swollen\n  and')],
    ['more blanks within them', FORMER.replace('is swollen', 'is   swollen')],
    ['a soft hyphen within them', FORMER.replace('swollen', 'swol\u00adlen')],
  ])('do not where the original is another: %s', (_, source) => {
    expect(Move.between(from, proseOf(source, WORDS))).toBeNull();
  });

  it('do not where a character of the original was written as others', () => {
    const words = 'The fibula hurts.';
    const ligature = proseOf('The ﬁbula hurts.', words);
    expect(Move.between(ligature, proseOf('Now. The ﬁbula hurts.', words))).not.toBeNull();
    expect(Move.between(ligature, proseOf(words, words))).toBeNull();
    expect(Move.between(proseOf(words, words), ligature)).toBeNull();
  });

  it('do not where the words are others', () => {
    expect(Move.between(from, proseOf('The knee is well.', 'The knee is well.'))).toBeNull();
  });

  it('leave what holds no place as it is', () => {
    const treatment = { name: 'brace', parts: ['knee'] };
    const to = proseOf(WORDS, WORDS);
    expect(Move.between(from, to)?.of([treatment, from.span(0, 3)])?.value[0]).toBe(treatment);
    const unplaced = { treatment };
    expect(Move.between(from, to)?.of(unplaced)?.value).toBe(unplaced);
  });

  it.each([
    ['a function', () => from.text],
    ['an object of a class', new Map([[1, from]])],
    ['one within others', { list: [{ of: new Set([from]) }] }],
  ])('do not take along what is made in an unknown way: %s', (_, value) => {
    expect(Move.between(from, proseOf(WORDS, WORDS))?.of(value)).toBeNull();
  });
});
