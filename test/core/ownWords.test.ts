import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * Letters are about people: no sentence of a real one is in this repository. Where IMR_LETTERS names a folder of real
 * letters, no sequence of this many words of one of them may be in any file here. What several letters share is the form's.
 */
const folder = process.env['IMR_LETTERS'];
const WORDS_IN_A_ROW = 12;
/** Frequencies and dates are everybody's. */
const MOST_FIGURES = 1;
const LETTERS_THAT_SHARE_A_FORM = 2;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Rows of words within a sentence; which figures are among them does not matter. */
function* rowsOf(text: string): Iterable<string> {
  for (const sentence of text.toLowerCase().split(/[.:;?!]\s|\n\s*\n|["`]/)) {
    const words = sentence.match(/[a-z]+|\d+/g)?.map((word) => (/^\d/.test(word) ? '#' : word)) ?? [];
    for (let i = 0; i + WORDS_IN_A_ROW <= words.length; i++) {
      const row = words.slice(i, i + WORDS_IN_A_ROW);
      if (row.filter((word) => word === '#').length <= MOST_FIGURES) yield row.join(' ');
    }
  }
}

function rowsOfOneLetter(letters: string): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const file of readdirSync(letters).filter((each) => each.endsWith('.txt'))) {
    // Other extractions of one letter are the same letter.
    const [letter = file] = file.split('.');
    for (const row of rowsOf(readFileSync(join(letters, file), 'utf8'))) {
      const known = seen.get(row);
      if (known === undefined) seen.set(row, new Set([letter]));
      else known.add(letter);
    }
  }
  return new Set([...seen].filter(([, letters]) => letters.size < LETTERS_THAT_SHARE_A_FORM).map(([row]) => row));
}

/** Names of published chapters and sections, and what others wrote. */
const PUBLISHED = /^(?:server\/src\/guidelines\/data\/|package-lock\.json|test\/core\/team\/fingerprintsV1\/)/;
const TEXT = /\.(?:ts|mts|mjs|json|jsonc|md|txt|imr|yml|html|css)$/;

/** What the form, a citation or a law prints, even where one letter alone has it with the words beside it. */
const FORMS: readonly string[] = [
  'year old male',
  'year old female',
  'official disability guidelines',
  'disability guidelines odg',
  'practice guidelines',
  'and environmental medicine',
  'mtus citation',
  'based on mtus',
  'imr eligible portion of the original request',
  'board certified in',
  'and is licensed to practice',
  'medical condition and disputed items',
  'is not medically necessary',
  'first report of occupational injury',
];

const isOfForm = (row: string): boolean => FORMS.some((form) => row.includes(form));

describe.skipIf(folder === undefined)('with real letters at hand (IMR_LETTERS)', () => {
  test('no sequence of words from any of them is in this repository', { timeout: 120_000 }, () => {
    const rows = rowsOfOneLetter(folder ?? '');
    expect(rows.size).toBeGreaterThan(0);
    const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
    const found = files
      .filter((file) => TEXT.test(file) && !PUBLISHED.test(file))
      .flatMap((file) =>
        [...rowsOf(readFileSync(join(root, file), 'utf8'))]
          .filter((row) => rows.has(row) && !isOfForm(row))
          .map((row) => `${file}: ${row}`),
      );
    expect(found).toEqual([]);
  });
});
