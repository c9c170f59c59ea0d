import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { cleanUp, cleanUpFragment } from '../../../server/src/features/cleanUp.ts';
import { combined, DISTORTIONS, pageBreaks } from '../support/distortions.ts';
import { wordsReadIn } from '../support/reading.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LETTERS = [here('../../../samples/'), here('../fixtures/letters/')].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => [file, readFileSync(folder + file, 'utf8')] as const),
);

/** Everything that is read, with straight quotation marks; what a page brought is not the letter's. */
const said = (source: string): string =>
  JSON.stringify(wordsReadIn(parseDetermination(source)))
    .replace(/[‘’]/g, "'")
    .replace(/[“”]|\\"/g, '"');

const SHAPES = [...DISTORTIONS, pageBreaks(1), pageBreaks(4), combined([...DISTORTIONS.slice(0, 1), pageBreaks(2)])];

describe.each(LETTERS)('%s', (_, source) => {
  it.each(SHAPES.map((shape) => [shape.name, shape] as const))('says the same cleaned up, %s', (_name, { distort }) => {
    const distorted = distort(source);
    const cleaned = cleanUp(distorted);
    if (cleaned.kind !== 'cleaned') return;
    expect(said(cleaned.text)).toBe(said(distorted));
    // Cleaned once is clean.
    expect(cleanUp(cleaned.text)).toEqual({ kind: 'clean' });
  });
});

it('is never unsure of these', () => {
  const unsure = LETTERS.flatMap(([name, source]) =>
    SHAPES.filter(({ distort }) => cleanUp(distort(source)).kind === 'unsure').map((shape) => `${name}: ${shape.name}`),
  );
  expect(unsure).toEqual([]);
});

describe('a piece of a letter', () => {
  const cleaned = (source: string): string | null => {
    const result = cleanUpFragment(source);
    return result.kind === 'cleaned' ? result.text : null;
  };

  it.each([
    [
      'a page’s end within a sentence',
      'The worker has had six visits of ther-\napy without\n\n        Page 3 of 5\n\f\nbenefit, as the notes say',
      'The worker has had six visits of therapy\nwithout\nbenefit, as the notes say',
    ],
    [
      'a form feed',
      'No benefit was noted.\n\fThe request is denied.\n',
      'No benefit was noted.\nThe request is denied.\n',
    ],
    ['a word that was cut', ' of the lum-\nbar spine, ', ' of the lumbar\nspine, '],
  ])('loses what the pages brought: %s', (_what, source, plain) => {
    expect(cleaned(source)).toBe(plain);
  });

  it.each([
    'The knee is stiff.\n\nIt was treated at home, “as the notes say.”\n',
    'non-\n',
    'Page 3 of 5',
    'Page 3 of 5\n\f\nThe knee is stiff.',
    'The knee is stiff.\n\n        Page 3 of 5\n',
    '1. Naproxen\n2. Physical therapy\n',
    '12\n14\n',
    '',
    '\f',
    ' \n ',
  ])('stays as it is where none came with it: %j', (source) => {
    expect(cleanUpFragment(source)).toEqual({ kind: 'clean' });
  });

  it('has the same words, begins and ends as it did, and is clean, wherever it was taken from', () => {
    const pages = [pageBreaks(1), pageBreaks(4), ...DISTORTIONS];
    const words = (text: string): string => text.replace(/[\s\-‐‑­]+/g, '');
    fc.assert(
      fc.property(
        fc.constantFrom(...LETTERS),
        fc.constantFrom(...pages),
        fc.nat(),
        fc.integer({ min: 1, max: 1500 }),
        ([, letter], { distort }, from, length) => {
          const whole = distort(letter);
          const start = from % whole.length;
          const source = whole.slice(start, start + length);
          const text = cleaned(source);
          if (text === null) return;
          expect(text.trim()).not.toBe('');
          expect(/^\s/.test(text)).toBe(/^[^\S\f]/.test(source));
          // Nothing is there that was not.
          expect(words(source).length).toBeGreaterThanOrEqual(words(text).length);
          expect(['clean', 'unsure']).toContain(cleanUpFragment(text).kind);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
