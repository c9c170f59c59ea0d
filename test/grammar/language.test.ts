import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import snippetFile from '../../snippets/imr-determination.json' with { type: 'json' };
import { loadRegistry, tokenize } from './tokenizer.ts';

const { grammar } = await loadRegistry();

describe('a word, as one double-click takes it', () => {
  test.each([
    ['post-operative', 'the post-operative visit', 'post-operative'],
    ["worker's", "the worker's pain", "worker's"],
    ['a strength', 'Norco 10/325mg #60', '10/325mg'],
    ['a strength with a hyphen', 'Norco 7.5-325mg now', '7.5-325mg'],
    ['a count', 'Norco 10/325mg #60', '#60'],
    ['a spinal level', 'bulge at L4-5, again', 'L4-5'],
    ['two spinal levels', 'fusion (C5-C6)', 'C5-C6'],
    ['a case number', 'Case Number: CM17-0990001', 'CM17-0990001'],
    ['a date', 'on 11/18/2016, he', '11/18/2016'],
    ['a date with hyphens', 'on 11-18-16.', '11-18-16'],
    ['a schedule', 'therapy 2x6 weeks', '2x6'],
    ['a percentage', 'improved 50% since', '50%'],
    ['a number at the end of a sentence', 'pages 98-99.', '98-99'],
    ['one side of a slash', 'the neck/back pain', 'back'],
    ['a name', 'Dr. Muñoz-Ávila wrote', 'Muñoz-Ávila'],
  ])('%s', (_, line, word) => {
    const pattern = new RegExp(readWordPattern(), 'gu');
    expect([...line.matchAll(pattern)].map(([match]) => match)).toContain(word);
  });
});

describe('the snippets', () => {
  const snippets = new Map(
    Object.values(snippetFile).map(({ prefix, body }) => [prefix, expand([body].flat().join('\n'))]),
  );
  const snippet = (prefix: string): string => snippets.get(prefix) ?? '';

  test('a letter is read with its header, its sections and its issue', () => {
    const { layout, sections, header, issues } = parseDetermination(snippet('imr-letter'));
    expect({ layout, sections: sections.map(({ kind }) => kind), caseNumber: header.caseNumber }).toEqual({
      layout: 'D',
      sections: ['header', 'how-made', 'clinical-summary', 'issues'],
      // Still to be filled in.
      caseNumber: expect.objectContaining({ kind: 'mistyped', flaw: 'leftover' }),
    });
    // Nothing is chosen beforehand that could go out wrong.
    expect(issues.map(({ decision }) => decision)).toEqual([null]);
  });

  test('an issue is appended to a letter as its second', () => {
    const { issues } = parseDetermination(`${snippet('imr-letter')}\n\n${snippet('imr-issue')}`);
    expect(issues).toHaveLength(2);
  });

  test('the heading of a partly authorized request decides the remaining portion', () => {
    expect(parseDetermination(`${snippet('imr-letter')}\n\n${snippet('imr-original-request')}`).issues).toHaveLength(1);
    expect(scopedText(snippet('imr-original-request'), 'keyword.other.original-request')).toEqual([
      'was the original request',
      'was authorized by the Claims Administrator',
      'The remaining IMR eligible portion of the original request',
    ]);
  });

  test.each([
    ['imr-upheld', 'markup.deleted.upheld', 'is not medically necessary'],
    ['imr-overturned', 'markup.inserted.overturned', 'is medically necessary'],
  ])('%s concludes', (prefix, scope, words) => {
    expect(scopedText(snippet(prefix), scope)).toEqual([words]);
  });

  test.each([...snippets])('%s leaves no placeholder unread', (_, text) => {
    expect(text).not.toMatch(/\$|[{}|]/);
  });
});

/** The configuration is JSON with comments, which VS Code takes and `JSON.parse` does not. */
function readWordPattern(): string {
  const text = readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8');
  const configuration: { wordPattern: string } = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
  return configuration.wordPattern;
}

/** The snippet as it comes after a press of Tab at every stop: first choices and placeholders. */
function expand(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d/g, '');
}

function scopedText(text: string, scope: string): readonly string[] {
  return tokenize(grammar, text)
    .flat()
    .filter(({ scopes }) => scopes.includes(scope))
    .map((token) => token.text);
}
