import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../../../server/src/checking/check.ts';
import type { SpellingDictionary } from '../../../../server/src/checking/rule.ts';
import { parseDetermination } from '../../../../server/src/determination/parse.ts';
import { RULES } from '../../../../server/src/rules/index.ts';
import { withWords } from '../../../../server/src/wording/spelling/ownWords.ts';
import { CLEAN_LETTER } from '../../../support/letters.ts';
import { shippedDictionary } from '../../support/dictionary.ts';

const NONE: SpellingDictionary = { isKnown: () => false, near: () => [], suggest: () => [] };

describe('a word that was added', () => {
  it.each([
    ['kneezlex', ['kneezlex', 'Kneezlex', 'KNEEZLEX', 'kneezlex’s', "kneezlex's", 'kneezlexes', 'kneezlexs']],
    ['Kneezlex®', ['kneezlex', 'Kneezlex’s']],
    ['Kneezlex™ ', ['kneezlex']],
    ['kneezlex’s', ['kneezlex', 'kneezlex’s']],
    ['Acme Kneezlex', ['acme', 'kneezlex']],
    ['kneezlex, bonezlex; toezlex', ['kneezlex', 'bonezlex', 'toezlex']],
    ['Knee-Zlex', ['knee-zlex', 'Knee-Zlexes']],
    ['zlectomy', ['zlectomies', 'zlectomy’s']],
    ['zlosis', ['zlosis']],
    ['Zléx', ['zle\u0301x', 'ZLÉX']],
  ])('%s is known as %s', (entry, words) => {
    const dictionary = withWords(NONE, [entry]);
    expect(words.filter((word) => !dictionary.isKnown(word))).toEqual([]);
  });

  it.each([
    ['kneezlex', ['kneezle', 'kneezlexed', 'neezlex']],
    ['Acme Kneezlex', ['acmekneezlex']],
    ['zlectomy', ['zlectom', 'zlecty']],
    ['®', ['a', '']],
  ])('%s makes no other word known: %s', (entry, words) => {
    const dictionary = withWords(NONE, [entry]);
    expect(words.filter((word) => dictionary.isKnown(word))).toEqual([]);
  });
});

it.each(['kneezlex’s', "kneezlex's", 'kneezlex'])('what is added for “%s” makes it known', async (written) => {
  const shipped = await shippedDictionary();
  const letter = parseDetermination(CLEAN_LETTER.replace('red flag', `use of the ${written} device`));
  const unknown = (dictionary: SpellingDictionary): readonly (string | undefined)[] =>
    checkDetermination(letter, RULES, {}, { ...defaultContext(), dictionary }).map(({ unknownWord }) => unknownWord);
  expect(unknown(shipped)).toEqual(['kneezlex']);
  expect(unknown(withWords(shipped, ['kneezlex']))).toEqual([]);
});
