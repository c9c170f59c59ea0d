import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { cleanUp } from '../../../server/src/features/cleanUp.ts';
import { combined, DISTORTIONS, pageBreaks } from '../support/distortions.ts';
import { wordsReadIn } from '../support/reading.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LETTERS = [here('../../../samples/'), here('../fixtures/letters/')].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => [file, readFileSync(folder + file, 'utf8')] as const),
);

/** Everything that is read, with straight quotation marks; what a page brought is none of the letter. */
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
