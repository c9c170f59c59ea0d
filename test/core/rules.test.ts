import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { type Fix, fixesOf, type Rule, type RuleContext } from '../../server/src/checking/rule.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { shippedDictionary } from './support/dictionary.ts';
import { type Mark, type RuleExample, readRuleExamples } from './support/ruleExamples.ts';

const folder = new URL('./rules/', import.meta.url);
const examplesOf = (rule: Rule): readonly RuleExample[] => {
  const file = new URL(`${rule.name}.txt`, folder);
  return existsSync(file) ? readRuleExamples(readFileSync(file, 'utf8')) : [];
};
const context: RuleContext = { ...defaultContext(), dictionary: await shippedDictionary() };
const all = RULES.map((rule) => ({ rule, examples: examplesOf(rule) }));

describe.each(all.map((each) => [each.rule.name, each] as const))('%s', (name, { rule, examples }) => {
  it('has examples that fire, that stay quiet, and near misses', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['fires', 'quiet', 'near-miss']));
  });

  it.each(examples.map((example) => [`${example.kind}: ${example.title}`, example] as const))('%s', (_, example) => {
    const expected = example.marks.filter((mark) => mark.rule === name);
    expect(expected.length > 0).toBe(example.kind === 'fires');
    expect(findings(rule, example)).toEqual(expected.map((mark) => describeMark(mark, example)));
  });
});

it('every rule stays quiet on every other rule’s quiet and near-miss examples', () => {
  const loud = all.flatMap(({ rule, examples }) =>
    examples
      .filter(({ kind }) => kind !== 'fires')
      .flatMap(({ title, text }) =>
        checkDetermination(parseDetermination(text), RULES, {}, context).map(
          (report) => `${rule.name} “${title}”: ${report.rule.name}: ${report.message}`,
        ),
      ),
  );
  expect(loud).toEqual([]);
});

it('every file of examples belongs to a rule', () => {
  const names = new Set(RULES.map((rule) => `${rule.name}.txt`));
  expect(readdirSync(folder).filter((file) => !names.has(file))).toEqual([]);
});

interface Shown {
  readonly at: string;
  readonly severity: string | undefined;
  readonly message: unknown;
}

function findings(rule: Rule, { text, marks }: RuleExample): readonly Shown[] {
  const letter = parseDetermination(text);
  const lines = text.split('\n');
  const own = marks.filter((mark) => mark.rule === rule.name);
  return checkDetermination(letter, [rule], {}, context).map((report, i) => {
    const { span, severity, message } = report;
    const start = letter.text.lines.positionAt(span.start);
    const end = letter.text.lines.positionAt(span.end);
    const endCharacter = end.line === start.line ? end.character : (lines[start.line]?.length ?? 0);
    return {
      at: `${start.line}:${start.character}-${endCharacter} ${lines[start.line]?.slice(start.character, endCharacter)}`,
      severity: own[i]?.severity === undefined ? undefined : severity,
      message: own[i]?.message === undefined ? undefined : [message, ...fixesOf(report).map(titleOf)].join(' '),
    };
  });
}

const titleOf = ({ title }: Fix): string => title;

function describeMark(mark: Mark, { text }: RuleExample): Shown {
  const words = text.split('\n')[mark.line]?.slice(mark.character, mark.endCharacter);
  return {
    at: `${mark.line}:${mark.character}-${mark.endCharacter} ${words}`,
    severity: mark.severity,
    message: mark.message === undefined ? undefined : expect.stringContaining(mark.message),
  };
}

it('a rule that fails is named, and the findings of the others remain', () => {
  const failing: Rule = {
    name: 'failing',
    title: 'Fails',
    category: 'text',
    severity: 'error',
    basis: 'None.',
    // biome-ignore lint/correctness/useYield: it fails before it finds anything
    *check() {
      throw new RangeError('a slip in the rule');
    },
  };
  const failed: string[] = [];
  const letter = parseDetermination('IMR ISSUES, DECISIONS AND RATIONALES\n');
  const reports = checkDetermination(letter, [failing, ...RULES], {}, undefined, ({ name }) => failed.push(name));
  expect(failed).toEqual(['failing']);
  expect(reports.map(({ rule }) => rule.name)).toContain('missing-section');
});
