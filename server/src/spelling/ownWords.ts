import type { SpellingDictionary } from '../rules/support/rule.ts';

/** A dictionary with a user's or a team's words added, which count in any case, as possessives and in the plural. */
export function withWords(dictionary: SpellingDictionary, words: readonly string[]): SpellingDictionary {
  if (words.length === 0) return dictionary;
  const own = new Set(words.map((word) => plain(word.trim())));
  return {
    isKnown: (word) => {
      if (dictionary.isKnown(word)) return true;
      const stem = plain(word).replace(/'s?$/, '');
      return own.has(stem) || (stem.endsWith('s') && own.has(stem.slice(0, -1)));
    },
    near: (word, slips) => dictionary.near(word, slips),
    suggest: (word) => dictionary.suggest(word),
  };
}

const plain = (word: string): string => word.toLowerCase().replaceAll('’', "'");
