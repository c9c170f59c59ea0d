/**
 * Whatever the page did to a letter on its way, it is read alike and the same is found in it.
 *
 * The letters are the samples and the fixtures. `IMR_LETTERS` names more folders of letters (divided as in PATH), which
 * are then tried as well: IMR_LETTERS=/my/letters npx vitest run test/core/distortions.test.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { LetterText } from '../../server/src/text/letterText.ts';
import { shippedDictionary } from './support/dictionary.ts';
import { combined, DISTORTIONS, type Distortion, pageBreaks, randomNumbers } from './support/distortions.ts';
import { wordsReadIn } from './support/reading.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const more = (process.env['IMR_LETTERS'] ?? '').split(delimiter).filter((folder) => folder !== '');
const LETTERS: readonly (readonly [name: string, source: string])[] = [
  here('../../samples/'),
  here('fixtures/letters/'),
  ...more,
].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const),
);

const context = { ...defaultContext(), dictionary: await shippedDictionary() };

/** Everything that is read in a letter and found in it, without the places. */
function everythingIn(source: string): object {
  const letter = parseDetermination(source);
  const plain = (words: string): string => new LetterText(words).prose.text;
  const findings = checkDetermination(letter, RULES, {}, context)
    // That a text arrived in the wrong encoding is a fact about the text.
    .map(({ rule, severity, message, issue }) => `${rule.name} ${severity} ${issue}: ${plain(message)}`);
  return { findings: findings.sort(), ...wordsReadIn(letter) };
}

/** `IMR_SEEDS=100` tries the page breaks, and the distortions that come together, in a hundred ways. */
const SEEDS = Number(process.env['IMR_SEEDS'] ?? 6);
const PAGE_SEEDS = Array.from({ length: SEEDS }, (_, i) => i + 1);
const ALONE: readonly Distortion[] = [...DISTORTIONS, ...PAGE_SEEDS.map(pageBreaks)];

/** Two or three distortions that come together, others for each letter. */
function someTogether(seed: number): readonly Distortion[] {
  const random = randomNumbers(seed);
  const pick = (from: number, to: number): Distortion =>
    ALONE[from + Math.floor(random() * (to - from))] ?? combined([]);
  return [combined([pick(0, 3), pick(3, 7)]), combined([pick(0, 3), pick(5, 7), pageBreaks(seed), pick(3, 5)])];
}

describe.each(LETTERS.map(([name, source], i) => [name, source, i] as const))('%s', (_, source, i) => {
  const expected = everythingIn(source);

  it.each(
    [...ALONE, ...Array.from({ length: Math.ceil(SEEDS / 6) }, (__, k) => someTogether(i + 1000 * k)).flat()].map(
      (each) => [each.name, each] as const,
    ),
  )('%s', (__, { distort }) => {
    expect(everythingIn(distort(source))).toEqual(expected);
  });

  it('after another letter', () => {
    everythingIn(LETTERS[(i + 1) % LETTERS.length]?.[1] ?? '');
    expect(everythingIn(source)).toEqual(expected);
  });
});
