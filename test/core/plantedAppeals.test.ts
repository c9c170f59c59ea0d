import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { DISTORTIONS, type Distortion, pageBreaks } from './support/distortions.ts';
import { type InventedCase, LAYOUTS, type LayoutName } from './support/layouts.ts';
import { APPEALS } from './support/plantAppeals.ts';

/** What appeals turn on, planted in letters of every era and in every shape of their pages. */
const RULES_OF_APPEALS = RULES.filter(({ name }) => APPEALS.some(({ rule }) => rule === name));
const AS_IT_IS: Distortion = { name: 'as it is', distort: (letter) => letter };
const SHAPES = [AS_IT_IS, ...DISTORTIONS, pageBreaks(1), pageBreaks(4)];
const NAMES: readonly LayoutName[] = ['A', 'B', 'C', 'D'];

const context = defaultContext();
const found = (letter: string): readonly string[] =>
  checkDetermination(parseDetermination(letter), RULES_OF_APPEALS, {}, context).map(({ rule }) => rule.name);

/** Each letter of a case: by its layout and the shape of its page. */
function* lettersOf(invented: InventedCase): Iterable<readonly [string, string]> {
  for (const name of NAMES) {
    const letter = LAYOUTS[name](invented);
    if (letter === null) continue;
    for (const shape of SHAPES) yield [`${name}, ${shape.name}`, shape.distort(letter)];
  }
}

/** At least this many of a hundred that are planted are found; a page that cuts a word may hide one. */
const LEAST = 0.85;

describe.each(APPEALS.map((each) => [each.name, each] as const))('%s', (_, { rule, clean, planted }) => {
  it('is found', () => {
    const letters = [...lettersOf(planted)];
    const missed = letters.filter(([, letter]) => !found(letter).includes(rule)).map(([name]) => name);
    expect(1 - missed.length / letters.length, `missed: ${missed.join('; ')}`).toBeGreaterThanOrEqual(LEAST);
  });

  it('is not found where it was not planted', () => {
    const wrong = [...lettersOf(clean)].flatMap(([name, letter]) => found(letter).map((each) => `${name}: ${each}`));
    expect(wrong).toEqual([]);
  });
});
