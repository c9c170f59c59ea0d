import words from './data/letterWords.json' with { type: 'json' };

/** How much a word that letters use so often is likelier than others, in the units of `Dictionary`: a slip is 10. */
const RARITY: Readonly<Record<keyof typeof words, number>> = { most: -6, many: -3, some: 0 };

let rarities: ReadonlyMap<string, number> | null = null;

/**
 * How seldom letters use a word, in lower case: the less, the more of them have it. Null for words that few or none have.
 * Counted over published determinations, names left out.
 */
export function letterRarity(word: string): number | null {
  rarities ??= read();
  return rarities.get(word) ?? null;
}

function read(): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const add = (band: string, rarity: number): void => {
    for (const word of band.split(' ')) all.set(word, rarity);
  };
  add(words.most, RARITY.most);
  add(words.many, RARITY.many);
  add(words.some, RARITY.some);
  return all;
}
