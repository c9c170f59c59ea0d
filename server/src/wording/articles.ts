import words from './articles.json' with { type: 'json' };
import { keyOf, type Word } from './wording.ts';

/** Letters whose names begin with a vowel: an MRI, an RFA, an x-ray, an 8. H is left out: 'a HEP' and 'an HEP' are both said. */
const VOWEL_NAMED = /^[AEFILMNORSX]/;
const CONSONANT_NAMED = /^[BCDGJKPQTVWYZ]/;
/** Capitals that nobody can say as a word: the first has a name with a vowel, and none is a vowel. */
const UNSAYABLE = /^[FLMNRSX][B-DF-HJ-NP-TV-XZ]*$/;

type Article = 'a' | 'an';

/** How words begin whose first sound is not that of their first letter, and their article. */
const BEGINNINGS: ReadonlyMap<string, Article> = articlesOf(words.beginnings);
const LONGEST_BEGINNING = Math.max(...[...BEGINNINGS.keys()].map(({ length }) => length));
/** Words with a sounded h that nobody says 'an' before. */
const H_SOUNDED: ReadonlySet<string> = new Set(words.hSounded);
/** Small letters that are spelled. */
const SPELLED_SMALL: ReadonlyMap<string, Article> = articlesOf(words.spelledSmall);
/** Capitals that are spelled, although they have a vowel. */
const SPELLED: ReadonlyMap<string, Article> = articlesOf(words.spelled);
/** Capitals that some spell and others say. */
const SPELLED_OR_SAID: ReadonlySet<string> = new Set(words.spelledOrSaid);
/** Words before which there is no article: another slip, and not this one. */
const NO_NOUN: ReadonlySet<string> = new Set(words.noNoun);

/** 'A XX-year-old woman': it stands for a figure that is not filled in. */
const BLANK = /^X{2,}$/i;

/** The article that belongs before `word`, as it is in the text; null where both are said, or it is not known. */
export function articleBefore(word: string): Article | null {
  const first = word.split('-')[0] ?? word;
  if (BLANK.test(first)) return null;
  if (/^\d/.test(first)) return articleBeforeNumber(first);
  if (/^[A-Z][A-Z0-9]*s?$/.test(first)) return articleBeforeCapitals(first);
  if (/\d/.test(first) || !/^[A-Za-z][a-z]*$/.test(first)) return null;
  const lower = first.toLowerCase();
  const article = SPELLED_SMALL.get(lower) ?? articleByBeginning(lower);
  if (article !== null) return article;
  if (/^[aeiou]/.test(lower)) return 'an';
  if (lower.startsWith('h')) return H_SOUNDED.has(lower) || H_SOUNDED.has(lower.slice(0, -1)) ? 'a' : null;
  return lower.length > 1 && /[aeiouy]/.test(lower) ? 'a' : null;
}

/** By the longest beginning that the word has; null where it has none of them. */
function articleByBeginning(word: string): Article | null {
  for (let length = Math.min(word.length, LONGEST_BEGINNING); length > 1; length--) {
    const article = BEGINNINGS.get(word.slice(0, length));
    if (article !== undefined) return article;
  }
  return null;
}

function articlesOf(by: Readonly<Record<Article, readonly string[]>>): ReadonlyMap<string, Article> {
  return new Map([...by.a.map((word) => [word, 'a'] as const), ...by.an.map((word) => [word, 'an'] as const)]);
}

function articleBeforeNumber(number: string): Article | null {
  if (/^8/.test(number) || /^(?:11|18)(?![\d])/.test(number)) return 'an';
  return /^1[18]\d/.test(number) || /^\d+[A-Za-z]/.test(number) ? null : 'a';
}

function articleBeforeCapitals(letters: string): Article | null {
  if (letters.length === 1 || /\d/.test(letters)) return letterName(letters);
  const one = letters.replace(/s$/, '');
  if (SPELLED_OR_SAID.has(one)) return null;
  const spelled = SPELLED.get(one);
  if (spelled !== undefined) return spelled;
  if (letters.startsWith('U')) return null;
  if (/^[AEIO]/.test(letters)) return 'an';
  return CONSONANT_NAMED.test(letters) ? 'a' : UNSAYABLE.test(one) ? 'an' : null;
}

const letterName = (letters: string): Article | null =>
  VOWEL_NAMED.test(letters) ? 'an' : CONSONANT_NAMED.test(letters) ? 'a' : null;

const A = keyOf('a');
const AN = keyOf('an');

/** The index of every 'a' that must be 'an', and the other way around. */
export function* wrongArticles(
  text: string,
  words: readonly Word[],
): Iterable<{ at: Word; next: string; right: Article }> {
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || (word.key !== A && word.key !== AN)) continue;
    const next = words[i + 1];
    if (next === undefined || !next.follows || NO_NOUN.has(next.text) || !isArticle(text, word)) continue;
    const shown = text.slice(next.start, next.end);
    const right = articleBefore(shown);
    if (right !== null && right !== word.text) yield { at: word, next: shown, right };
  }
}

/** Not the A of 'vitamin A' or 'hepatitis A', nor the a of 'a.' or 'a)'. */
function isArticle(text: string, { start, text: word }: Word): boolean {
  if (text.charCodeAt(start) !== 65 || word === 'an') return true;
  return start === 0 || /[.:;!?"“(]\s?$/.test(text.slice(Math.max(0, start - 2), start));
}
