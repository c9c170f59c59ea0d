/**
 * Names as letters write them, made comparable: case, punctuation, '&' and 'and', plurals, the order of words in
 * 'Forearm, Wrist, & Hand', and filler such as 'Guidelines' or '(Acute & Chronic)' make no difference.
 */

/** Words that do not distinguish one chapter from another. */
const FILLER = new Set(
  (
    'the of and for in to mtus ca california acoem odg official disability guideline chapter section edition medical ' +
    'treatment practice occupational medicine version online web topic complaint disorder condition updated ed procedure'
  ).split(' '),
);

/** Lower case words divided by single spaces, with a blank at both ends, so that ` term` finds the start of a word. */
export const plainWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** 'hips' and 'hip' are one word; so are 'studies' and 'study'. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ches') || word.endsWith('shes') || word.endsWith('xes')) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);

export const withoutParentheses = (text: string): string => text.replace(/\([^()]*\)/g, ' ');

/** The words of a chapter's title that matter, in their order. */
export const titleWords = (title: string): string[] =>
  wordsOf(title).filter((word) => !FILLER.has(word) && !/^\d+(?:st|nd|rd|th)?$/.test(word));

/** One key for all ways to write a title. */
export const titleKey = (words: readonly string[]): string => [...words].sort().join(' ');

/** One key for all ways to write a section's name: words in their order. */
export const sectionKey = (name: string): string =>
  wordsOf(name)
    .filter((word) => word !== 'and' && word !== 'the')
    .join(' ');

/** Shorter names than this are not matched with slips: 'neck' and 'back' are too near each other. */
export const MIN_NEAR = 6;
/** No title or name is looked at beyond this many words. */
export const MOST_WORDS = 16;
export const slipsAllowed = (key: string): number => (key.length >= 10 ? 2 : 1);

/** The first to claim a name keeps it. */
export function setNew<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}
