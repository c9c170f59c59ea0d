import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { HEADER_SLIPS, headerValues } from './support/plantHeader.ts';

/** One of each layout, by rows, by columns, with and without a cover page. */
const LETTERS = [
  'samples/2 Knee surgery (clean).txt',
  'samples/7 Notice of 2013.txt',
  'samples/8 Letter of 2014 with numbered requests.txt',
  'test/core/fixtures/letters/b.txt',
  'test/core/fixtures/letters/c.txt',
  'test/core/fixtures/letters/d3-cover.txt',
  'test/core/fixtures/letters/d3-multi.txt',
  'test/core/fixtures/letters/d3-single.default.txt',
  'test/core/fixtures/letters/d3-single.rawmode.txt',
].map((file) => ({ file, letter: readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') }));

const HEADER_END =
  /HOW THE IMR|INDEPENDENT MEDICAL REVIEW DECISION AND|An application for|Final Determination:|DEAR |1\) MAXIMUS/;

interface Shown {
  readonly rule: string;
  readonly words: string;
}

/** What is reported of a changed letter and not of the letter as it was. */
function freshIn(changed: string, letter: string): readonly Shown[] {
  const known = shownIn(letter).map(({ rule }) => rule);
  return shownIn(changed).filter(({ rule }) => {
    const at = known.indexOf(rule);
    if (at < 0) return true;
    known.splice(at, 1);
    return false;
  });
}

const shownIn = (letter: string): readonly Shown[] =>
  checkDetermination(parseDetermination(letter), RULES).map(({ rule, span }) => ({
    rule: rule.name,
    words: letter.slice(span.start, span.end),
  }));

describe.each(LETTERS.map((each) => [each.file, each.letter] as const))('%s', (_, letter) => {
  const values = headerValues(letter, HEADER_END.exec(letter)?.index ?? letter.length);

  it('has a header to plant in', () => {
    expect(values.length).toBeGreaterThanOrEqual(4);
  });

  it.each(HEADER_SLIPS.map((slip) => [slip.name, slip] as const))(
    '%s is one finding, in any field',
    (__, { change }) => {
      for (const { label, start, end } of values) {
        const planted = change(letter.slice(start, end));
        if (planted === null) continue;
        const changed = letter.slice(0, start) + planted + letter.slice(end);
        expect(freshIn(changed, letter), label).toEqual([{ rule: 'header-field', words: planted }]);
      }
    },
  );

  it('a value taken away is one finding', () => {
    for (const { label, start, end } of values) {
      const changed = letter.slice(0, start) + letter.slice(end);
      expect(
        freshIn(changed, letter).map(({ rule }) => rule),
        label,
      ).toEqual(['header-field']);
    }
  });

  it('a wrong year is at most one finding', () => {
    for (const { label, start, end } of values) {
      const year = Number(letter.slice(end - 4, end));
      if (Number.isNaN(year) || !letter.slice(start, end).includes('/')) continue;
      for (const other of [year - 2, year - 1, year + 1, year + 2, year + 10]) {
        const changed = letter.slice(0, end - 4) + other + letter.slice(end);
        expect(freshIn(changed, letter).length, `${label} ${other}`).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('A wrong year in a letter whose other days agree is found', () => {
  const { letter = '' } = LETTERS[0] ?? {};
  const values = headerValues(letter, HEADER_END.exec(letter)?.index ?? 0);

  it.each([
    ['Decision Date', -1, 'impossible-date'],
    ['Date Assigned', -1, 'date-order'],
    ['Date Assigned', 1, 'impossible-date'],
    ['Application', -1, 'date-order'],
    ['Application', 1, 'impossible-date'],
    ['UR Denial Date', -1, 'utilization-review-date-mismatch'],
    ['UR Denial Date', 1, 'impossible-date'],
    ['Date of Injury', 1, 'impossible-date'],
  ])('%s, %i year: %s, under that date', (name, years, rule) => {
    const value = values.find(({ label }) => label === name);
    if (value === undefined) throw new Error(`${name} is not in the letter.`);
    const { start, end } = value;
    const wrong = letter.slice(start, end - 4) + String(Number(letter.slice(end - 4, end)) + years);
    const changed = letter.slice(0, start) + wrong + letter.slice(end);
    expect(freshIn(changed, letter)).toEqual([{ rule, words: wrong }]);
  });
});
