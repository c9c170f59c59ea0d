import { describe, expect, test } from 'vitest';
import { passageOf } from '../../../server/src/determination/language.ts';
import { findBodyParts } from '../../../server/src/determination/readers/anatomy/bodyMentions.ts';
import { readCategory } from '../../../server/src/determination/readers/treatments/category.ts';
import { findTreatments, headingMentions } from '../../../server/src/determination/readers/treatments/treatments.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { rowsOf } from '../support/tables.ts';

/*
 * Each name at its work: what it is a name of, and that all its words are taken. A name that is taken away leaves a
 * shorter one, or none. The names are in the tables once more, so that none is lost or moved by mistake.
 */

const proseOf = (text: string) => new LetterText(text).prose;
const cut = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Those of the words that are read as something else than expected, each with what it is read as. */
const misread = (
  words: string,
  read: (word: string) => string,
  expected: (word: string) => string,
): readonly string[] =>
  words
    .split('|')
    .filter((word) => read(word) !== expected(word))
    .map((word) => `${word}: ${read(word)}`);

const treatmentsIn = (word: string): string => {
  const text = `Asked: ${word}.`;
  return findTreatments(proseOf(text))
    .map(
      ({ span, value: { category, name, drugClass } }) =>
        `${cut(text, span)} = ${category}, ${name}, ${drugClass ?? '-'}`,
    )
    .join('; ');
};

describe('names of treatments', () => {
  test.each(rowsOf('treatmentNames.tsv'))('%s: %s (%s)', (category = '', name = '', drugClass = '', words = '') => {
    const expected = (word: string) => `${word} = ${category}, ${name === '*' ? word : name}, ${drugClass}`;
    expect(misread(words, treatmentsIn, expected)).toEqual([]);
  });
});

const wordsIn = (word: string): string => {
  const passage = passageOf(proseOf(word));
  return headingMentions(passage)
    .map(
      ({ first, end, value }) =>
        `${passage.reading.tokens.slice(first, end)} = ${value.category}, ${value.name ?? '-'}`,
    )
    .join('; ');
};

describe('words that show a category, or none', () => {
  test.each(rowsOf('treatmentWords.tsv'))('“%s”', (category = '', words = '') => {
    expect(misread(words, wordsIn, (word) => (category === '' ? '' : `${word} = ${category}, -`))).toEqual([]);
  });
});

const partsIn = (word: string): string => {
  const text = `Of the ${word}.`;
  const parts = findBodyParts(proseOf(text));
  const told = new Set(parts.map(({ span }) => cut(text, span)));
  return `${[...told].join('/')} = ${parts.map(({ value }) => value).join(', ')}`;
};

describe('names of parts of the body, and idioms that name none', () => {
  test.each(rowsOf('bodyPartNames.tsv'))('“%s”', (parts = '', words = '') => {
    expect(misread(words, partsIn, (word) => `${parts === '' ? '' : word} = ${parts}`)).toEqual([]);
  });
});

describe('beginnings and endings of words that are in no list', () => {
  test.each([
    [
      'medication',
      'cillin|mycin|floxacin|cycline|azole|prazole|tidine|coxib|profen|fenac|triptan|setron|dipine|sartan|pril|olol|statin|gliptin|gliflozin|glutide|azepam|azolam|barbital|triptyline|oxetine|curium|caine|codone|morphone|parin|xaban|gabalin|gabatin|relin|nidazole|conazole|vir|mab|prost|sone|olone|onide|asone|terol|zosin|thiazide',
    ],
    ['surgery', 'ectomy|otomy|ostomy|plasty|desis|rrhaphy|pexy|tripsy|ectomies|plasties'],
    ['diagnostic-test', 'scopy|metry'],
    ['imaging', 'gram|grams|graphy'],
  ])('%s: %s', (category, endings) => {
    const read = (ending: string): string => readCategory(proseOf(`Zogul${ending}`)).value;
    expect(misread(endings, read, () => category)).toEqual([]);
  });

  test('of those that end alike some are tests', () => {
    const read = (beginning: string): string => readCategory(proseOf(`${beginning}zogulgram`)).value;
    expect(misread('electro|audio|spiro|poly|neuro|cardio|myo', read, () => 'diagnostic-test')).toEqual([]);
  });

  test('a word that is known for nothing is a drug in the form of one', () => {
    const forms =
      'tab|tablet|cap|capsule|caplet|cream|ointment|gel|lotion|patch|suspension|syrup|lozenge|nasal spray|spray|inhaler|suppository|oral solution|elixir|liniment|troche|pill|gum|dropper|drops';
    const read = (form: string): string => readCategory(proseOf(`Zogul ${form}`)).value;
    expect(misread(forms, read, () => 'medication')).toEqual([]);
  });
});
