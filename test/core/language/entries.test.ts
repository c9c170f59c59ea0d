import { describe, expect, test } from 'vitest';
import { Lexicon } from '../../../server/src/language/lexicon/lexicon.ts';
import { Vocabulary } from '../../../server/src/language/lexicon/vocabulary.ts';
import { classOf, WordClass } from '../../../server/src/language/lexicon/wordClass.ts';
import { Passage } from '../../../server/src/language/reading.ts';
import { readingOf } from '../../../server/src/language/stretches.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const TOOLS = new WordClass('tool', function* () {
  for (const words of ['saw', 'hand saw', 'saw blade', 'pliers', 'screwdriver', 'PT', 'table saw stand']) {
    yield { words, value: words, bends: 'noun' } as const;
  }
});
const FURNITURE = new WordClass('furniture', function* () {
  for (const words of ['table', 'table saw', 'saws horse', 'cupboard']) {
    yield { words, value: words, bends: 'noun' } as const;
  }
});
const NEITHER = classOf('neither', { words: ['saw mill', 'see saw'] });

const lexicon = new Lexicon([TOOLS, FURNITURE, NEITHER]);

const passageOf = (text: string): Passage => readingOf(new LetterText(text).prose, lexicon).all;

const found = (passage: Passage, ...classes: readonly WordClass<string>[]): readonly string[] =>
  Array.from(
    passage.mentions(classes),
    ({ first, end, value }) => `${passage.reading.tokens.slice(first, end)} = ${value}`,
  );

describe('entries', () => {
  test.each([
    ['the longest wins', 'a hand saw and a saw', ['hand saw = hand saw', 'saw = saw']],
    [
      'a hyphen, a stroke or a line between words does not matter',
      'hand-saw, hand/saw',
      ['hand-saw = hand saw', 'hand/saw = hand saw'],
    ],
    [
      'nouns are met in the plural',
      'two hand saws, saw blades, saws blades',
      ['hand saws = hand saw', 'saw blades = saw blade', 'saws blades = saw blade'],
    ],
    ['a plural that other entries begin with is one all the same', 'saws blades', ['saws blades = saw blade']],
    ['two to four capitals are met in capitals', 'PT, PTs, pt', ['PT = PT', 'PTs = PT']],
    ['two sentences are no group', 'A hand. Saw it. A hand. saw', ['Saw = saw', 'hand. saw = hand saw']],
  ])('%s', (_, text, expected) => {
    expect(found(passageOf(text), TOOLS)).toEqual(expected);
  });

  test('of several classes the longest entry wins, then the class that is named first', () => {
    const text = 'table saw stands, table saws, saw mill, table';
    const [tools, furniture] = [TOOLS, FURNITURE];
    expect(found(passageOf(text), tools, furniture)).toEqual([
      'table saw stands = table saw stand',
      'table saws = table saw',
      'saw = saw',
      'table = table',
    ]);
    const passage = passageOf('table saw mill');
    const neither = Array.from(passage.mentions<string | true>([NEITHER, TOOLS]), ({ value }) => value);
    expect(neither).toEqual([true]);
  });

  test('none reaches over the end of a passage', () => {
    const { reading } = passageOf('a table saw stand');
    expect(found(new Passage(reading, 0, 3), TOOLS, FURNITURE)).toEqual(['table saw = table saw']);
  });
});

describe('misspelt words', () => {
  const vocabulary = new Vocabulary([TOOLS, FURNITURE]);
  const corrected = (text: string): readonly string[] => found(passageOf(text).corrected(vocabulary), TOOLS, FURNITURE);

  test.each([
    ['a letter left out', 'a screwdrver', ['screwdrver = screwdriver']],
    ['a letter too many', 'some plierss', ['plierss = pliers']],
    ['a wrong letter, in the plural', 'cupbaards', ['cupbaards = cupboard']],
    ['neighbors that changed places', 'scerwdriver', ['scerwdriver = screwdriver']],
    ['a figure in a word', 'a ha1nd saw and a sa9w', ['ha1nd saw = hand saw', 'sa9w = saw']],
    ['none of two slips', 'screwdrvr', []],
    ['none of another first letter', 'gupboard', []],
    ['none of a short word', 'a sae', []],
    ['none of a word that the lexicon has', 'the mill', []],
  ])('%s', (_, text, expected) => {
    expect(corrected(text)).toEqual(expected);
  });

  test('what may be two words is neither', () => {
    const two = new WordClass('two', function* () {
      for (const words of ['planers', 'planets']) yield { words, value: words, bends: 'fixed' } as const;
    });
    const passage = readingOf(new LetterText('planees').prose, new Lexicon([two])).all;
    expect(found(passage.corrected(new Vocabulary([two])), two)).toEqual([]);
  });
});
