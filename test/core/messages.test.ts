import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixesOf, type Rule } from '../../server/src/checking/rule.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { CONFUSION_ROWS } from '../../server/src/wording/confusions/rows.ts';
import { GRAMMAR_ROWS } from '../../server/src/wording/grammar/rows.ts';
import { shippedDictionary } from './support/dictionary.ts';
import { faultsOf } from './support/plainWords.ts';
import { kindOf, type Said, saidOf } from './support/ruleMessages.ts';

/** The width of the Problems panel that a message should fit, in characters. */
const WIDEST = 90;

const dictionary = await shippedDictionary();
const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const all = RULES.map(
  (rule) => [rule.name, rule, saidOf(rule, file(`test/core/rules/${rule.name}.txt`), dictionary)] as const,
);

describe.each(all)('%s', (name, rule, said) => {
  it('says everything in words that its readers use', () => {
    expect([...new Set(wordsOf(rule, said))].flatMap((text) => faultsOf('message', text))).toEqual([]);
  });

  it('says what is wrong in a line of the Problems panel', () => {
    const long = said.map(({ report }) => report.message).filter((message) => message.length > WIDEST);
    expect([...new Set(long)]).toEqual([]);
  });

  it('has a page on which nothing is left to be written', () => {
    expect(file(`docs/rules/${name}.md`), `complete docs/rules/${name}.md`).not.toContain('TO BE WRITTEN');
  });

  it('has each kind of its messages on its page, word for word', () => {
    const page = file(`docs/rules/${name}.md`);
    const shown = page.split('\n').flatMap((line) => /^- (.+) — “/.exec(line)?.[1]?.replace(/\\(?=\W)/g, '') ?? []);
    const kinds = new Set(shown.map(kindOf));
    const missing = said.map(({ report }) => report.message).filter((message) => !kinds.has(kindOf(message)));
    expect(missing).toEqual([]);
    expect(said.some(({ report }) => shown.includes(report.message))).toBe(true);
  });
});

it('rows of wording say everything in words that their readers use', () => {
  const said = [...GRAMMAR_ROWS.rows, ...CONFUSION_ROWS.rows].map(({ role }) => role.message);
  expect(said.flatMap((text) => faultsOf('message', text))).toEqual([]);
});

/** All that a person reads of a rule and its findings. */
const wordsOf = (rule: Rule, said: readonly Said[]): readonly string[] => [
  rule.title,
  rule.basis,
  ...said.flatMap(({ report }) => [
    report.message,
    ...(report.related ?? []).map(({ message }) => message),
    ...fixesOf(report).map(({ title }) => title),
  ]),
];
