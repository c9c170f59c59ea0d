import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tokens } from '../../../server/src/language/tokens.ts';
import { WordTable } from '../../../server/src/language/words.ts';
import { passageOfText, tokensOf } from '../../support/readings.ts';

test('words, figures and marks are as small as they can be', () => {
  expect(tokensOf('non-certified L4-5, 2x6')).toEqual([
    'non',
    '-',
    'certified',
    'L',
    '4',
    '-',
    '5',
    ',',
    '2',
    'x',
    '6',
  ]);
  expect(tokensOf('7.5/325mg #30')).toEqual(['7', '.', '5', '/', '325', 'mg', '#', '30']);
});

test("an n't and a possessive 's are tokens of their own", () => {
  expect(tokensOf("The worker's MRI doesn't show it.")).toEqual([
    'The',
    'worker',
    "'s",
    'MRI',
    'does',
    "n't",
    'show',
    'it',
    '.',
  ]);
  expect(tokensOf("o'clock 's")).toEqual(['o', "'", 'clock', "'", 's']);
});

test("'can't', 'won't' and 'cannot' are read from the words that they are made of", () => {
  const { reading } = passageOfText("can't can not won't will not");
  const words = Array.from({ length: reading.tokens.count }, (_, at) => reading.tokens.word(at));
  expect(words.slice(0, 2)).toEqual(words.slice(2, 4));
  expect(words.slice(4, 6)).toEqual(words.slice(6, 8));
});

test('a row of strokes or points is one mark, brackets are not', () => {
  expect(tokensOf('Name: ______ ... ((')).toEqual(['Name', ':', '______', '...', '(', '(']);
});

test('equal words have one number, whatever their case, known to the lexicon or not', () => {
  const { reading } = passageOfText('Qwertz the QWERTZ The qwerty');
  const [first, the, second, again, other] = [0, 1, 2, 3, 4].map((at) => reading.tokens.word(at));
  expect(first).toBe(second);
  expect(the).toBe(again);
  expect(other).not.toBe(first);
});

test('capitals and glue are known', () => {
  const { tokens } = passageOfText('PT, Pt pt.In').reading;
  expect([0, 2, 3].map((at) => tokens.isCapitals(at))).toEqual([true, false, false]);
  expect([0, 2, 3].map((at) => tokens.isCapitalized(at))).toEqual([true, true, false]);
  expect([0, 1, 2, 4, 5].map((at) => tokens.isGlued(at))).toEqual([false, true, false, true, true]);
});

test('of any text the tokens hold every character that is no blank, once and in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tokens = new Tokens(text, new WordTable());
      let end = 0;
      let written = '';
      for (let at = 0; at < tokens.count; at++) {
        expect(tokens.start(at)).toBeGreaterThanOrEqual(end);
        expect(tokens.end(at)).toBeGreaterThan(tokens.start(at));
        end = tokens.end(at);
        written += tokens.written(at);
      }
      expect(written).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('the first token from an index on is found', () => {
  const { tokens } = passageOfText('one two  three').reading;
  expect([0, 1, 4, 5, 99].map((index) => tokens.from(index))).toEqual([0, 1, 1, 2, 3]);
});
