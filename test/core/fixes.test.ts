import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../server/src/checking/check.ts';
import { type Fix, fixesOf, type Rule } from '../../server/src/checking/rule.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { mechanicalFixes } from '../../server/src/features/codeActions.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { applyFix } from './support/applyFix.ts';
import { readRuleExamples } from './support/ruleExamples.ts';

interface Offered {
  readonly rule: Rule;
  readonly title: string;
  readonly text: string;
  readonly message: string;
  readonly fix: Fix;
}

const offered: readonly Offered[] = RULES.flatMap((rule) => {
  const file = new URL(`./rules/${rule.name}.txt`, import.meta.url);
  if (!existsSync(file)) return [];
  return readRuleExamples(readFileSync(file, 'utf8'))
    .filter(({ kind }) => kind === 'fires')
    .flatMap(({ title, text }) =>
      checkDetermination(parseDetermination(text), [rule]).flatMap((report) =>
        fixesOf(report).map((fix) => ({ rule, title, text, message: report.message, fix })),
      ),
    );
});

describe('a quick fix removes its finding', () => {
  it.each(offered.map((each) => [`${each.rule.name}, ${each.title}: ${each.fix.title}`, each] as const))(
    '%s',
    (_, { rule, text, message, fix }) => {
      const count = (source: string): number =>
        checkDetermination(parseDetermination(source), [rule]).filter((report) => report.message === message).length;
      expect(count(applyFix(text, fix))).toBe(count(text) - 1);
    },
  );

  it('and there are fixes to try', () => {
    expect(offered.length).toBeGreaterThan(10);
  });
});

it('all mechanical fixes of a letter together leave none to do', () => {
  const texts = new Set(offered.filter(({ fix }) => fix.kind === 'mechanical').map(({ text }) => text));
  for (const text of texts) {
    const fixes = mechanicalFixes(checkDetermination(parseDetermination(text), RULES));
    expect(mechanicalFixes(checkDetermination(parseDetermination(applyFix(text, ...fixes)), RULES))).toEqual([]);
  }
});
