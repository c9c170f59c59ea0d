import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type MarkedLine, parseMarkedFixture } from './markedFixture.ts';
import { GRAMMAR_TEXT, loadRegistry, type ScopedToken, tokenize } from './tokenizer.ts';

const { grammar } = await loadRegistry();
const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((name) => ({
  name,
  lines: parseMarkedFixture(readFileSync(new URL(name, folder), 'utf8')),
}));

describe.each(fixtures)('$name', ({ lines }) => {
  for (const lineEnd of ['\n', '\r\n']) {
    test(`is scoped as marked, with ${JSON.stringify(lineEnd)} line ends`, () => {
      const tokens = tokenize(grammar, lines.map(({ text }) => text).join(lineEnd));
      expect(lines.map((line, index) => actual(line, tokens[index] ?? []))).toEqual(lines.map(expected));
    });
  }
});

test('every scope of the grammar is marked in some fixture', () => {
  const marked = new Set(
    fixtures.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks.map(({ scope }) => scope))),
  );
  const scopes = [...GRAMMAR_TEXT.matchAll(/"(?:name|contentName)": "([^"]+\.imr-determination)"/g)]
    .flatMap(([, names = '']) => names.split(' '))
    .map((scope) => scope.replace(/\.imr-determination$/, ''))
    .filter(isMarkable);
  expect([...new Set(scopes)].filter((scope) => !marked.has(scope))).toEqual([]);
});

/** `strong.*` only adds weight to a scope that a fixture marks; the themes' test looks at it. */
function isMarkable(scope: string): boolean {
  return !scope.startsWith('strong.');
}

function expected({ line, text, marks }: MarkedLine): string {
  return describeLine(line, text, (column) =>
    marks.filter(({ start, end }) => start <= column && column < end).map(({ scope }) => scope),
  );
}

function actual({ line, text }: MarkedLine, tokens: readonly ScopedToken[]): string {
  return describeLine(line, text, (column) => {
    const token = tokens.findLast(({ start }) => start <= column);
    return token?.scopes.filter(isMarkable) ?? [];
  });
}

/** A line written with its scopes, for a difference that can be read: `12:{issue}Physical therapy {…}x 6{}: …`. */
function describeLine(line: number, text: string, scopesAt: (column: number) => readonly string[]): string {
  let described = `${line + 1}:`;
  let last = '';
  for (const [column, character] of [...text].entries()) {
    const scopes = [...new Set(scopesAt(column))].sort().join(' ');
    if (character.trim() !== '' && scopes !== last) {
      described += `{${scopes}}`;
      last = scopes;
    }
    described += character;
  }
  return described;
}
