/** A letter that is typed in: what is taken over from its former version is what would be read anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../../server/src/checking/check.ts';
import { explainJson } from '../../../server/src/cli/explained.ts';
import { extractJson } from '../../../server/src/cli/extractJson.ts';
import type { Letters } from '../../../server/src/determination/model/determination.ts';
import { parseLetters } from '../../../server/src/determination/parse.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { LETTERS } from '../fixtures/letters.ts';
import { shippedDictionary } from '../support/dictionary.ts';
import { spansOf } from '../support/reading.ts';

const texts = [...LETTERS.values()];
const lines = [...new Set(texts.flatMap((text) => text.split('\n')))];
const words = [...new Set(texts.flatMap((text) => text.split(/\s+/)))];

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

/** Typing, deleting, pasting lines; places are shares of the letter's length. */
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat(9999),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(200)),
    newText: fc.oneof(
      fc.constantFrom('', ' ', '\n', '\n\n', '\f', '\r\n', '.', ',', 'not ', 'no ', 'left ', '12 '),
      fc.constantFrom(...words).map((word) => ` ${word} `),
      fc.constantFrom(...lines).map((line) => `\n${line}\n`),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

const context = { ...defaultContext(), dictionary: await shippedDictionary() };

/** All that is read of letters and found in them. */
const said = (letters: Letters): unknown =>
  letters.map((letter) => ({
    extracted: extractJson('', letter),
    explained: explainJson(letter),
    places: spansOf(letter).map(([path, { start, end }]) => `${path} ${start} ${end}`),
    found: checkDetermination(letter, RULES, {}, context).map(
      ({ rule, span, message, issue, fixes = [], related }) => ({
        rule: rule.name,
        span: { ...span },
        message,
        issue,
        fixes: typeof fixes === 'function' ? fixes() : fixes,
        related,
      }),
    ),
  }));

describe('a letter that is typed in', () => {
  it('says the same as the text by itself, after any edits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), edits, fc.array(fc.boolean(), { minLength: 5 }), (text, all, areRead) => {
        let source = text;
        let letters = parseLetters(source);
        said(letters);
        for (const [i, { at, length, newText }] of all.entries()) {
          const from = Math.floor((at / 10_000) * source.length);
          source = source.slice(0, from) + newText + source.slice(from + length);
          letters = parseLetters(source, letters);
          // Where somebody types fast, some versions are never read.
          if (areRead[i] === true) expect(said(letters)).toEqual(said(parseLetters(source)));
        }
        expect(said(letters)).toEqual(said(parseLetters(source)));
      }),
      { numRuns: 25 },
    );
  });
});
