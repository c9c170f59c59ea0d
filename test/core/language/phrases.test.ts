import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../server/src/determination/language.ts';
import { Lexicon } from '../../../server/src/language/lexicon/lexicon.ts';
import { readPattern } from '../../../server/src/language/phrases/pattern.ts';
import { PhraseTable, type Row } from '../../../server/src/language/phrases/table.ts';
import { numbers } from '../../../server/src/language/values/number.ts';
import { readerWith } from '../../support/readings.ts';

const rowOf = (id: string, says: string): Row<string> => ({ id, says, role: id, holds: [], misses: [] });

const tableOf = (...patterns: readonly string[]): PhraseTable<string> =>
  new PhraseTable(
    patterns.map((says, i) => rowOf(`row ${i + 1}`, says)),
    { number: numbers },
  );

const findIn = (text: string, ...patterns: readonly string[]): readonly string[] => {
  const table = tableOf(...patterns);
  const passage = readerWith(table)(text);
  return table.find(passage).map(({ first, end }) => passage.reading.tokens.slice(first, end));
};

describe('steps', () => {
  test.each([
    ['a word in whatever case', 'visit', 'Visit the VISIT visits', ['Visit', 'VISIT']],
    ['a word in any form', 'complete~', 'He completed what she completes.', ['completed', 'completes']],
    ['a class', '{negation} pain', 'without pain, no pain, some pain', ['without pain', 'no pain']],
    ['a value', '#number visit~', 'twelve visits, 2-3 visits, many visits', ['twelve visits', '2-3 visits']],
    ['ways', '( left | right side )', 'the left, the right side, the right', ['left', 'right side']],
    ['an option', 'the left? side', 'the side, the left side', ['the side', 'the left side']],
    ['an option of several', 'it ( may not )? help', 'it help, it may not help', ['it help', 'it may not help']],
    [
      'a gap within a clause',
      'no ..2 pain',
      'no pain; no neck pain; no, the pain; no old left neck pain',
      ['no pain', 'no neck pain'],
    ],
    [
      'a gap over commas',
      'no ,,3 pain',
      'no heat, no pain. No, neck pain; no: pain',
      ['no heat, no pain', 'No, neck pain'],
    ],
    ['what may not stand here', 'prior !to', 'prior to surgery, prior surgery', ['prior']],
    ['a blank', 'by + ,', 'by , and by, him', ['by ,']],
    ['a capital', 'dr ^ ( {article} | on )', 'Dr On, Dr the', ['Dr On']],
    ['no capitals alone', '^ !^^ dr', 'Dr, DR, dr', ['Dr']],
    ['what must be ahead', 'dr !!{article}', 'dr on, dr the', ['dr']],
    ['no capital', '!^ dr + !^ ( on | the )', 'dr on, Dr the, dr The', ['dr on']],
    ['what may not stand before', '!not certified', 'not certified, was certified', ['certified']],
    ['what must stand before', '&( not | was also ) certified', 'not certified, was certified', ['certified']],
    ['several words before', '&( was also ) certified', 'was also certified, also certified', ['certified']],
  ])('%s', (_, says, text, expected) => {
    expect(findIn(text, says)).toEqual(expected);
  });
});

test('the leftmost row wins, then the longest', () => {
  expect(findIn('no pain at all, pain', 'no pain at all', 'pain', 'no')).toEqual(['no pain at all', 'pain']);
});

test('a row lies within one sentence', () => {
  expect(findIn('There is no. Pain is mild.', 'no ,,3 pain')).toEqual([]);
});

test('a group that hides its parts hides them from other rows', () => {
  expect(findIn('no more than six, no visits', '{negation}')).toEqual(['no']);
});

test('captures show which tokens a step took', () => {
  const table = tableOf('count=#number visit~ of what=( therapy | care )');
  const passage = readerWith(table)('He had twelve visits of therapy.');
  const [match] = table.find(passage);
  const written = Object.entries(match?.captures ?? {}).map(([name, { first, end }]) => [
    name,
    passage.reading.tokens.slice(first, end),
  ]);
  expect(Object.fromEntries(written)).toEqual({ count: 'twelve', what: 'therapy' });
});

const newLexicon = (): Lexicon => new Lexicon(Object.values(ENGLISH));

test.each([
  ['', 'it is empty'],
  ['( a | b', 'a bracket is not closed'],
  ['a )', '“)” closes nothing'],
  ['#day', 'there is no kind of value “day”'],
  ['..9 a', '“..9” is longer than 6 words'],
  ['a b c d e f g h i j k l m', 'it has 13 steps, more than 12'],
  ['Visit', '“Visit” is no step'],
])('the pattern “%s” is refused', (says, why) => {
  expect(() => readPattern(says, newLexicon(), new Set(['number']))).toThrow(why);
});

test('rows that no table can be made of are refused', () => {
  expect(() => tableOf('..2 pain').compile(newLexicon())).toThrow('begins with a gap');
  expect(() => new PhraseTable([rowOf('a', 'b'), rowOf('a', 'c')]).compile(newLexicon())).toThrow(
    'Two rows are called “a”',
  );
  expect(() => tableOf('{nonsense}').compile(newLexicon())).toThrow('The lexicon has no class “nonsense”');
});

test('a table that is in no lexicon says so, and where to add it', () => {
  const passage = readerWith(tableOf('pain'))('no pain');
  expect(() => tableOf('pain').find(passage)).toThrow('add it to TABLES in determination/language.ts');
});

test('a table that comes after the first letter is refused', () => {
  const lexicon = newLexicon();
  lexicon.seal();
  expect(() => tableOf('unheard words').compile(lexicon)).toThrow('“unheard” comes too late');
});

test('the steps grow with the text', () => {
  const table = tableOf('no ..6 pain', '#number ..3 ( visit | session ) ..2', '{negation} {article}? ..4 therapy');
  const read = readerWith(table);
  const stepsOf = (times: number): number => {
    const count = { steps: 0 };
    const passage = read('no three neck no visits the no therapy pain '.repeat(times));
    table.find(passage, passage, count);
    return count.steps;
  };
  const [one, two, four] = [stepsOf(100), stepsOf(200), stepsOf(400)];
  expect(two / one).toBeLessThan(2.1);
  expect(four / two).toBeLessThan(2.1);
});
