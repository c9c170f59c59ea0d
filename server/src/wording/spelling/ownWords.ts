import type { SpellingDictionary } from '../../checking/rule.ts';
import { withoutPossessive } from '../possessive.ts';

/**
 * A dictionary with a user's or a team's words added. They count in any case, as possessives and in the plural, and as
 * people write them down: with ® or ™, several words in one entry ('Acme Medical'), or divided by commas.
 */
export function withWords(dictionary: SpellingDictionary, words: readonly string[]): SpellingDictionary {
  const own = new Set(words.flatMap(wordsOf));
  if (own.size === 0) return dictionary;
  return {
    isKnown: (word) => dictionary.isKnown(word) || singularsOf(plain(word)).some((each) => own.has(each)),
    near: (word, slips) => dictionary.near(word, slips),
    suggest: (word) => dictionary.suggest(word),
  };
}

/** The words of an entry, as `plain` has them. */
const wordsOf = (entry: string): readonly string[] =>
  entry
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .map((word) => plain(word.replace(/^['’-]{1,9}|-{1,9}$/g, '')))
    .filter((word) => word !== '');

/** In small letters, with straight apostrophes, without a possessive ending. */
const plain = (word: string): string => withoutPossessive(word.normalize('NFC').toLowerCase().replaceAll('’', "'"));

/** What a word may be the plural of, itself first: 'kneezlexes' of 'kneezlex', 'bursectomies' of 'bursectomy'. */
function singularsOf(word: string): readonly string[] {
  if (!word.endsWith('s')) return [word];
  const singulars = [word, word.slice(0, -1)];
  if (word.endsWith('es')) singulars.push(word.slice(0, -2));
  if (word.endsWith('ies')) singulars.push(`${word.slice(0, -3)}y`);
  return singulars;
}
