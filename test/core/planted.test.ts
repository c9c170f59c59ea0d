import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { PLANTS } from './support/plant.ts';

const LETTERS = [
  'samples/2 Knee surgery (clean).txt',
  'samples/3 Chiropractic, original request.txt',
  'test/core/fixtures/letters/d3-single.txt',
  'test/core/fixtures/letters/d3-multi.txt',
].map((file) => {
  const letter = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  return { file, letter, known: reported(letter) };
});

describe.each(PLANTS.map((each) => [each.name, each] as const))('planted: %s', (_, { rule, also, plant }) => {
  const planted = LETTERS.flatMap(({ file, letter, known }) => {
    const changed = plant(letter);
    return changed === null || changed === letter ? [] : [{ file, known, changed }];
  });

  it('has a place in one of the letters', () => {
    expect(planted.length).toBeGreaterThan(0);
  });

  it.each(planted.map((each) => [each.file, each] as const))(
    'is found in %s, and nothing else',
    (__, { known, changed }) => {
      const now = reported(changed);
      const fresh = [...now]
        .filter(([finding, times]) => times > (known.get(finding) ?? 0))
        .map(([finding]) => finding);
      const rules = fresh.map((finding) => finding.split(':')[0] ?? '');
      expect(rules).toContain(rule);
      expect(fresh.filter((_finding, i) => ![rule, ...also].includes(rules[i] ?? ''))).toEqual([]);
    },
  );
});

/** Findings by their rule and message, and how often each is reported. */
function reported(letter: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { rule, message } of checkDetermination(parseDetermination(letter), RULES)) {
    const finding = `${rule.name}: ${message}`;
    times.set(finding, (times.get(finding) ?? 0) + 1);
  }
  return times;
}
