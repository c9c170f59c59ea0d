import { describe, expect, it } from 'vitest';
import {
  checkDetermination,
  checkInSteps,
  defaultContext,
  MOST_FINDINGS,
  type SeveritySettings,
} from '../../server/src/checking/check.ts';
import type { Report, Rule } from '../../server/src/checking/rule.ts';
import type { Determination } from '../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';

/** A rule with this many findings, each on a character of its own. */
const ruleWith = (count: number): Rule => ({
  name: 'many',
  title: 'Many',
  category: 'text',
  severity: 'hint',
  basis: 'None.',
  *check(letter) {
    for (let at = 0; at < count; at++) {
      yield { span: letter.text.prose.span(at, at + 1), message: `No. ${at + 1}`, issue: null, severity: 'warning' };
    }
  },
});

const LETTER = parseDetermination(`${LETTER_WITH_FINDINGS}\n${'word '.repeat(1000)}`);
const UNBALANCED = RULES.filter(({ name }) => name === 'unbalanced-quotation');
const check = (count: number): readonly Report[] => checkDetermination(LETTER, [ruleWith(count)]);

describe('findings of one rule', () => {
  it('are listed one by one up to a bound', () => {
    expect(check(MOST_FINDINGS)).toHaveLength(MOST_FINDINGS);
    const all = check(MOST_FINDINGS + 1);
    expect(all).toHaveLength(MOST_FINDINGS + 1);
    expect(all.filter(({ leftOut }) => leftOut !== undefined)).toEqual([]);
  });

  it('beyond it are counted, at the place of the first that is left out', () => {
    const reports = check(MOST_FINDINGS + 1240);
    expect(reports).toHaveLength(MOST_FINDINGS + 1);
    expect(reports.at(-1)).toMatchObject({
      message: 'And 1,240 more findings of this kind, here and elsewhere in the letter.',
      leftOut: 1240,
      severity: 'warning',
      span: LETTER.text.prose.span(MOST_FINDINGS, MOST_FINDINGS + 1),
    });
    expect(reports.at(-1)?.fixes).toBeUndefined();
  });

  it('and are no burden where they are brackets by the hundred thousand', () => {
    const letter = parseDetermination(`${LETTER_WITH_FINDINGS} ${'('.repeat(200_000)}`);
    const brackets = checkDetermination(letter, UNBALANCED);
    expect(brackets).toHaveLength(MOST_FINDINGS + 1);
    expect(brackets.at(-1)?.leftOut).toBe(200_000 - MOST_FINDINGS);
  });
});

describe('a check in steps', () => {
  it('gives way after each rule that is on and each issue that is read, and comes to the same', () => {
    const letter = parseDetermination(LETTER.text.source);
    const { asked, steps } = watchedSteps(letter, { grammar: 'off' });
    const taken: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) taken.push(asked.length);
    const on = RULES.filter(({ name }) => name !== 'grammar');
    const ofStructure = on.filter(({ category }) => category === 'structure').length;
    const reading = new Array(letter.issues.length + 1).fill(ofStructure);
    expect(taken).toEqual([...on.keys()].map((i) => i + 1).toSpliced(ofStructure, 0, ...reading));
    expect(asked.toSorted()).toEqual(on.map(({ name }) => name));
    expect(step.value.map(({ rule: { name }, message }) => [name, message])).toEqual(
      checkDetermination(letter, RULES, { grammar: 'off' }).map(({ rule: { name }, message }) => [name, message]),
    );
  });

  it('reports first what is missing in the letter, before anything is read', () => {
    const { steps } = watchedSteps(parseDetermination(LETTER_WITH_FINDINGS), {});
    let found: readonly Report[] = [];
    for (const soFar of steps) {
      if (soFar === null) continue;
      found = soFar();
      break;
    }
    expect(found.map(({ rule }) => rule.name)).toEqual(['missing-decision']);
  });

  it('asks no rule that it was not asked to', () => {
    const { asked, steps } = watchedSteps(LETTER, {});
    steps.next();
    steps.next();
    expect(asked).toHaveLength(2);
  });

  /** The steps of a check, and the rules that it has asked so far. */
  function watchedSteps(letter: Determination, settings: SeveritySettings) {
    const asked: string[] = [];
    const watched = RULES.map(
      (rule): Rule => ({
        ...rule,
        check: (each, context) => {
          asked.push(rule.name);
          return rule.check(each, context);
        },
      }),
    );
    return { asked, steps: checkInSteps(letter, watched, settings, defaultContext()) };
  }
});

describe('unknown words', () => {
  const dictionary = { isKnown: (word: string) => !word.startsWith('zz'), near: () => [], suggest: () => [] };
  const check = (words: string): readonly Report[] =>
    checkDetermination(
      parseDetermination(CLEAN_LETTER.replace('red flag', words)),
      RULES.filter(({ name }) => name === 'misspelling'),
      {},
      { ...defaultContext(), dictionary },
    );

  it('are found however many names come before them', () => {
    expect(check(`${'Zzyxwvutsr '.repeat(500)}zzabcd`).map(({ unknownWord }) => unknownWord)).toEqual(['zzabcd']);
  });

  it('are counted where they are very many', () => {
    expect(check('zzabcd '.repeat(500)).at(-1)?.leftOut).toBe(500 - MOST_FINDINGS);
  });
});
