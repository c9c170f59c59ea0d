import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { checkDetermination } from '../../server/src/rules/support/check.ts';
import { ALL_PLANTS } from './support/plant.ts';

const LETTERS = [
  'samples/2 Knee surgery (clean).txt',
  'samples/3 Chiropractic, original request.txt',
  'test/core/fixtures/letters/d3-single.txt',
  'test/core/fixtures/letters/d3-multi.txt',
].map((file) => [file, readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')] as const);

const reported = (letter: string): readonly string[] =>
  checkDetermination(parseDetermination(letter), RULES).map(({ rule, message }) => `${rule.name}: ${message}`);

describe.each(ALL_PLANTS.map((each) => [each.name, each] as const))('planted: %s', (_, { rule, plant }) => {
  const planted = LETTERS.flatMap(([file, letter]) => {
    const changed = plant(letter);
    return changed === null || changed === letter ? [] : [{ file, letter, changed }];
  });

  it('has a place in one of the letters', () => {
    expect(planted.length).toBeGreaterThan(0);
  });

  it.each(planted.map((each) => [each.file, each] as const))('is found in %s', (__, { letter, changed }) => {
    const left = [...reported(letter)];
    const fresh = reported(changed).filter((each) => {
      const known = left.indexOf(each);
      if (known >= 0) left.splice(known, 1);
      return known < 0;
    });
    expect(fresh.map((each) => each.split(':')[0])).toContain(rule);
  });
});
