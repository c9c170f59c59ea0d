import { expect, it } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { after, before, cover, holds, overlaps, type Span } from '../../../server/src/text/span.ts';

it('is not made by hand', () => {
  // The compiler is the test: each of these lines must be refused, or `npm run types` fails.
  // @ts-expect-error a pair of numbers is no span
  const byHand: Span = { start: 0, end: 4 };
  const { prose } = new LetterText('some words');
  // @ts-expect-error nor is a span with another end
  const moved: Span = { ...prose.span(0, 4), start: 2, end: 4, made: true } satisfies { start: number; end: number };
  // @ts-expect-error a `Prose` takes the letter's offsets, never for its own indexes
  prose.within({ start: 0, end: 4 });
  expect([byHand, moved]).toHaveLength(2);
});

it('is put together from others', () => {
  const { prose } = new LetterText('one two\n\nthree');
  const [one, two, three] = [prose.span(0, 3), prose.span(4, 7), prose.span(8, 13)];
  expect(cover(three, two)).toEqual({ start: 4, end: 14 });
  expect([before(two), after(two)]).toEqual([
    { start: 4, end: 4 },
    { start: 7, end: 7 },
  ]);
  expect([holds(cover(one, three), two), holds(two, one)]).toEqual([true, false]);
  expect([overlaps(cover(one, two), two), overlaps(one, two)]).toEqual([true, false]);
});

it('gives the words of it, whatever lies between', () => {
  const { prose } = new LetterText('for 6 weeks, ten\n  (10) visits');
  const words = prose.within(prose.span(13, 29));
  expect(words.text).toBe('ten (10) visits');
  expect(words.spanOf(/\d+/.exec(words.text) ?? [''])).toEqual({ start: 20, end: 22 });
});

it('knows where several blanks are in a line', () => {
  const { prose } = new LetterText('by      the  clinic \n\n  on    a day');
  expect([...prose.wideBlanks(4)]).toEqual([
    { index: 2, span: { start: 2, end: 8 } },
    { index: 16, span: { start: 26, end: 30 } },
  ]);
  expect([...prose.slice(7).wideBlanks(2)].map(({ index }) => index)).toEqual([9]);
});
