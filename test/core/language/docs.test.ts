import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../server/src/determination/language.ts';
import { PhraseTable, type Row } from '../../../server/src/language/phrases/table.ts';
import { numbers } from '../../../server/src/language/values/number.ts';
import { passageOfText, readerWith, tokensOf } from '../../support/readings.ts';
import { testRows } from '../../support/rowTests.ts';

const page = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');

/** The quotation or the code after a mark of the page. */
function marked(mark: string): string {
  const [, text = ''] = page.split(`<!-- ${mark} -->\n`);
  const fenced = /^```json\n([^`]*)```/.exec(text)?.[1];
  return fenced ?? /^> (.*)$/m.exec(text)?.[1] ?? '';
}

/** Reads the row of the page; what is none fails in the table. */
const rowOfPage = (): Row<string> => JSON.parse(marked('row'));

describe('docs/language.md says what is so', () => {
  const sentence = marked('sentence');
  const { reading, ...passage } = passageOfText(sentence);

  test('of tokens', () => {
    expect(sentence).not.toBe('');
    expect(tokensOf(sentence).join(' · ')).toBe(marked('tokens'));
  });

  test('of entries', () => {
    const found: string[] = [];
    for (let at = passage.first; at < passage.end; at++) {
      const end = reading.endOfClass(at, ENGLISH.negation);
      if (end > at) found.push(reading.tokens.slice(at, end));
    }
    expect(found.join(', ')).toBe(marked('class negation'));
  });

  test('of values', () => {
    const found = numbers(reading).all.map(({ first, end, max }) => `${reading.tokens.slice(first, end)} = ${max}`);
    expect(found.join(', ')).toBe(marked('values number'));
  });
});

test.each([
  ['report ..3 says', 'The report of the clinic says no.', true],
  ['report ..3 says', 'The report by Dr. Lee says no.', false],
  ['report ..6 says', 'The report by Dr. Lee says no.', false],
  ['report ..3 says', 'The report, she says, is new.', false],
  ['report ,,3 says', 'The report, she says, is new.', true],
  ['report ..4 says', 'The report 3/2/2016 says no.', false],
  ['report ..5 says', 'The report 3/2/2016 says no.', true],
  ['visit~ over', 'The visits over a year.', true],
])('docs/language.md says what is so of gaps and forms: “%s” in “%s”', (says, text, isFound) => {
  const gap = new PhraseTable([{ id: 'gap', says, role: 'gap', holds: [], misses: [] }]);
  expect(gap.find(readerWith(gap)(text))).toHaveLength(isFound ? 1 : 0);
});

const table = new PhraseTable([rowOfPage()], { number: numbers });
testRows('the row of docs/language.md', table, readerWith(table));
