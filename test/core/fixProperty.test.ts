import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { fixesOf, type Report, type RuleContext } from '../../server/src/checking/rule.ts';
import type { Letters } from '../../server/src/determination/model/determination.ts';
import { parseLetters } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { LETTERS } from './fixtures/letters.ts';
import { applyFix } from './support/applyFix.ts';
import { changesElsewhere } from './support/changesElsewhere.ts';
import { shippedDictionary } from './support/dictionary.ts';
import { PLANTS } from './support/plant.ts';
import { readRuleExamples } from './support/ruleExamples.ts';

/** A letter and what it is called where a fix fails. */
type Named = readonly [name: string, source: string];

const context: RuleContext = { ...defaultContext(), dictionary: await shippedDictionary() };
/** @param former the letter before a fix: what it left alone is not read again */
const parse = (source: string, former: Letters | null = null): Letters => parseLetters(source, former);
const checked = ([letter]: Letters): readonly Report[] => checkDetermination(letter, RULES, {}, context);

const samples = new URL('../../samples/', import.meta.url);
const SAMPLES: readonly Named[] = readdirSync(samples)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => [file, readFileSync(new URL(file, samples), 'utf8')]);
const EXAMPLES: readonly Named[] = RULES.flatMap(({ name }) => {
  const file = new URL(`./rules/${name}.txt`, import.meta.url);
  if (!existsSync(file)) return [];
  return readRuleExamples(readFileSync(file, 'utf8'))
    .filter(({ kind }) => kind === 'fires')
    .map(({ title, text }): Named => [`${name}, ${title}`, text]);
});
const PLANTED: readonly Named[] = ['d3-single', 'd3-multi'].flatMap((name) =>
  PLANTS.flatMap(({ name: defect, plant }): readonly Named[] => {
    const source = plant(LETTERS.get(name) ?? '');
    return source === null ? [] : [[`${name} with ${defect}`, source]];
  }),
);
const hasFixes = ([, source]: Named): boolean =>
  checked(parse(source)).some(({ fixes = [] }) => typeof fixes === 'function' || fixes.length > 0);
const WRITTEN = [...SAMPLES, ...LETTERS, ...EXAMPLES].filter(hasFixes);
const WITH_DEFECTS = PLANTED.filter(hasFixes);
/** The same letter over and over with one defect each: three forms of it will do. */
const FORMS_OF_PLANTED: ReadonlySet<string> = new Set(['as it is', 'double-spaced', '60 columns']);

/** The same letter as other programs give it out. */
const DISTORTIONS: readonly (readonly [string, (source: string) => string])[] = [
  ['as it is', (source) => source],
  ['CRLF line ends', (source) => source.replace(/\n/g, '\r\n')],
  ['double-spaced', (source) => source.replace(/\n/g, '\n\n')],
  ['40 columns', (source) => wrapped(source, 40)],
  ['60 columns', (source) => wrapped(source, 60)],
  ['100 columns', (source) => wrapped(source, 100)],
  ['invisible marks', (source) => source.replace(/(?<=[a-z])(?= [a-z])/g, '\u200b')],
  ['other hyphens', (source) => source.replace(/(?<=\d)-(?=\d)/g, '\u2011')],
];

/** Paragraphs with their lines broken anew; the header, which is a table, stays as it is. */
function wrapped(source: string, columns: number): string {
  const start = source.search(/HOW THE IMR|MEDICAL PROFESSIONAL|Notice of/);
  const body = source.slice(Math.max(0, start)).split(/\n{2,}/);
  const broken = body.map((paragraph) =>
    linesOf(paragraph)
      .map((line) => line.replace(new RegExp(`(.{1,${columns}})(?: +|$)`, 'g'), '$1\n').trimEnd())
      .join('\n'),
  );
  return source.slice(0, Math.max(0, start)) + broken.join('\n\n');
}

/** A paragraph's lines, those joined that were one line before a program broke it. */
function linesOf(paragraph: string): readonly string[] {
  const lines: string[] = [];
  for (const line of paragraph.split('\n')) {
    const last = lines.at(-1);
    if (last === undefined || last.length <= 60 || /^\s|^[A-Z ]{12,}|:/.test(line)) lines.push(line);
    else lines[lines.length - 1] = `${last} ${line}`;
  }
  return lines;
}

/** A kind of fix: its rule, and what its title says without the words of the letter. */
const kindOf = (rule: string, title: string): string =>
  `${rule}: ${title.replace(/“[^”]*”|\b[A-Z]{4,}(?: [A-Z]{4,})*\b|\d+(?:-\d+)?/g, '…')}`;

const tried = new Map<string, number>();

describe.each(DISTORTIONS)('%s: a quick fix mends what it is offered for and nothing else', (form, distort) => {
  it.each(FORMS_OF_PLANTED.has(form) ? [...WRITTEN, ...WITH_DEFECTS] : WRITTEN)('%s', (_name, letter) => {
    const source = distort(letter);
    const letters = parse(source);
    const before = checked(letters);
    for (const report of before) {
      for (const fix of fixesOf(report)) {
        const kind = kindOf(report.rule.name, fix.title);
        tried.set(kind, (tried.get(kind) ?? 0) + 1);
        const fixed = parse(applyFix(source, fix), letters);
        const after = checked(fixed);
        const left = (reports: readonly Report[]): number =>
          reports.filter(({ rule, message }) => rule === report.rule && message === report.message).length;
        expect.soft(left(after), `${fix.title}: the finding is gone`).toBe(left(before) - 1);
        expect.soft(newIn(after, before), `${fix.title}: nothing new is reported`).toEqual([]);
        expect
          .soft(changesElsewhere(letters[0], fixed[0], fix), `${fix.title}: the rest is read as before`)
          .toEqual([]);
      }
    }
  });
});

/** Findings that were not there before. */
function newIn(after: readonly Report[], before: readonly Report[]): readonly string[] {
  const left = before.map(({ rule, message }) => `${rule.name}: ${message}`);
  return after
    .map(({ rule, message }) => `${rule.name}: ${message}`)
    .filter((finding) => {
      const at = left.indexOf(finding);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
}

it('every kind of fix was tried five times or more', () => {
  expect([...tried].filter(([, times]) => times < 5)).toEqual([]);
  expect(tried.size).toBeGreaterThan(20);
});
