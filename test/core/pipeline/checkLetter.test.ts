import { describe, expect, it } from 'vitest';
import type { Rule, SpellingDictionary } from '../../../server/src/checking/rule.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { checkLetter } from '../../../server/src/pipeline/checkLetter.ts';
import type { LetterPolicy } from '../../../server/src/pipeline/letterPolicy.ts';
import { today } from '../../../server/src/pipeline/today.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { fingerprint } from '../../../server/src/team/fingerprint.ts';
import { entriesByLetter, nothingPutAside, type PutAsideEntry } from '../../../server/src/team/putAside.ts';
import { LETTER_WITH_FINDINGS, MISSPELT_LETTER } from '../../support/letters.ts';

const POLICY: LetterPolicy = { severities: {}, putAside: nothingPutAside, words: [], guidelines: defaultCatalogue() };
const LETTER = parseDetermination(LETTER_WITH_FINDINGS);

/** A rule that finds one thing and fails at the next, with words of the letter in its error. */
const BROKEN: Rule = {
  name: 'broken',
  title: 'Broken',
  category: 'text',
  severity: 'error',
  basis: 'None.',
  *check({ text: { prose } }) {
    yield { span: prose.span(0, 3), message: 'One', issue: null };
    throw new TypeError(prose.text);
  },
};

const entry = (rule: string, print: string, letter = 'a.txt'): PutAsideEntry => ({
  fingerprint: print,
  rule,
  letter,
  reason: '',
  date: '2026-01-02',
  span: LETTER.text.prose.range,
  index: 0,
});

const NONE = `v1:${'0'.repeat(32)}`;

const rulesOf = (reports: readonly { readonly rule: Rule }[]): string[] => reports.map(({ rule }) => rule.name);

describe('A letter is checked', () => {
  it('with every rule, and divided by what was put aside', () => {
    const all = checkLetter(LETTER, 'a.txt', { policy: POLICY, dictionary: null });
    expect(rulesOf(all.shown)).toContain('missing-decision');
    expect(all).toMatchObject({ names: ['a.txt'], putAside: [], unused: [], faults: [] });
    const decision = all.shown.find(({ rule }) => rule.name === 'missing-decision');
    const print = decision === undefined ? '' : fingerprint(LETTER, decision);
    const putAside = [entry('missing-decision', print), entry('missing-decision', NONE), entry('grammar', NONE, 'b')];
    const some = checkLetter(LETTER, 'a.txt', {
      policy: { ...POLICY, putAside: entriesByLetter(putAside) },
      dictionary: null,
    });
    expect(rulesOf(some.putAside)).toEqual(['missing-decision']);
    expect(rulesOf(some.shown)).toEqual(rulesOf(all.shown).filter((rule) => rule !== 'missing-decision'));
    expect(some.unused).toEqual([putAside[1]]);
  });

  it('though a rule fails, which is reported once and without words of the letter', () => {
    const rules = [BROKEN, ...RULES];
    const putAside = [entry('broken', NONE)];
    const checked = checkLetter(LETTER, 'a.txt', {
      policy: { ...POLICY, putAside: entriesByLetter(putAside) },
      dictionary: null,
      rules,
    });
    expect(checked.faults).toEqual([{ rule: 'broken', kind: 'TypeError' }]);
    expect(rulesOf(checked.shown)).toContain('missing-decision');
    expect(checked.unused).toEqual([]);
  });

  it('without judging what was put aside of a rule that was not asked', () => {
    const putAside = ['misspelling', 'missing-decision', 'grammar'].map((rule) => entry(rule, NONE));
    const policy: LetterPolicy = {
      ...POLICY,
      putAside: entriesByLetter(putAside),
      severities: { 'missing-decision': 'off' },
    };
    const unused = (dictionary: SpellingDictionary | null): string[] =>
      checkLetter(LETTER, 'a.txt', { policy, dictionary }).unused.map(({ rule }) => rule);
    expect(unused(null)).toEqual(['grammar']);
    expect(unused({ isKnown: () => true, near: () => [], suggest: () => [] })).toEqual(['misspelling', 'grammar']);
  });

  it('with the words that the policy adds to the dictionary', () => {
    const letter = parseDetermination(MISSPELT_LETTER);
    const isKnown = (word: string): boolean => !word.startsWith('tendernes');
    const dictionary = { isKnown, near: () => ['tenderness'], suggest: () => ['tenderness'] };
    const check = (words: readonly string[]) =>
      rulesOf(checkLetter(letter, 'a.txt', { policy: { ...POLICY, words }, dictionary }).shown);
    expect(check([])).toContain('misspelling');
    expect(check(['tendernes'])).not.toContain('misspelling');
  });
});

describe('Today', () => {
  it('is the day of the wall calendar, wherever the sun is', () => {
    expect(today(new Date(2026, 0, 2, 0, 5))).toBe('2026-01-02');
    expect(today(new Date(2026, 10, 30, 23, 55))).toBe('2026-11-30');
    expect(today(new Date(12_026, 0, 2))).toBe('1970-01-01');
  });
});
