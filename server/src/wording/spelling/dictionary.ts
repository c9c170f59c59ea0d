import type { SpellingDictionary } from '../../checking/rule.ts';
import { COMMON_WORDS } from '../../text/commonWords.ts';
import { wordSet } from '../wordSet.ts';
import notWords from './data/notWords.json' with { type: 'json' };
import { letterRarity } from './letterWords.ts';
import { Memory } from './memory.ts';
import { Affixes, americanOf, stemsOf } from './wordForms.ts';
import { WordList } from './wordList.ts';

/** Different words whose answers are remembered; a letter has some four hundred. */
const REMEMBERED_WORDS = 20_000;
const REMEMBERED_SUGGESTIONS = 1000;
const MOST_SUGGESTIONS = 10;
/** A shorter word is near too many others for a distance of two to mean anything. */
const LEAST_FOR_TWO_SLIPS = 6;

/** Knows words by published lists and the project's own, and the forms and compounds of such words. */
export class Dictionary implements SpellingDictionary {
  readonly #english: WordList;
  readonly #medical: WordList;
  readonly #letters: WordList;
  readonly #usual: WordList;
  readonly #affixes: Affixes;
  readonly #known = new Memory<boolean>(REMEMBERED_WORDS);
  readonly #suggestions = new Memory<readonly string[]>(REMEMBERED_SUGGESTIONS);
  readonly #nearWords = new Memory<readonly string[]>(REMEMBERED_SUGGESTIONS);

  /**
   * @param english with every form of its words
   * @param medical few of them in all their forms
   * @param letters the words of these letters, one on each line: `non-` is a beginning and `-like` an ending that other words take
   * @param usual the English words that most people use: they rank what is suggested
   */
  constructor(english: WordList, medical: WordList, letters: string, usual: WordList) {
    this.#english = english;
    this.#medical = medical;
    this.#usual = usual;
    this.#letters = new WordList(letters.replace(/^(?:-.*|.*-)$/gm, ''));
    this.#affixes = new Affixes(letters);
  }

  isKnown(word: string): boolean {
    return this.#known.answer(word, () => this.#knows(word.replaceAll('’', "'")));
  }

  near(word: string, slips: 1 | 2): readonly string[] {
    const small = word.toLowerCase();
    return this.#nearWords.answer(`${slips}${small}`, () => this.#near(small, slips));
  }

  suggest(word: string): readonly string[] {
    return this.#suggestions.answer(word, () => this.#nearest(word.toLowerCase()));
  }

  /** `cervico-`, with its hyphen, is a word's beginning. */
  #knows(word: string): boolean {
    const small = word.toLowerCase();
    if (NOT_WORDS.has(small.endsWith('-') ? small.slice(0, -1) : small)) return false;
    if (this.#isWord(word)) return true;
    const owner = /^(.+?)(?:'s|')$/i.exec(word)?.[1];
    if (owner !== undefined && this.#isWord(owner)) return true;
    return word.includes('-') ? this.#isCompound(word) : this.#isListed(americanOf(word.toLowerCase()));
  }

  /** 'electro-myography' is one word that a line end has cut, 'well-nourished' two; 'x-rays' is a form of 'x-ray'. */
  #isCompound(word: string): boolean {
    if (word.endsWith('s') && this.#isListed(word.slice(0, -1))) return true;
    const parts = word.split('-').filter((part) => part !== '');
    return (
      this.#isWord(parts.join('')) || parts.every((part) => this.#affixes.has(part.toLowerCase()) || this.#isWord(part))
    );
  }

  #isWord(word: string): boolean {
    if (this.#isListed(word) || this.#isForm(word) || this.#isNewVerb(word.toLowerCase())) return true;
    return this.#affixes.restsOf(word.toLowerCase()).some((rest) => this.#isListed(rest) || this.#isForm(rest));
  }

  #isListed(word: string): boolean {
    return [this.#english, this.#medical, this.#letters].some((list) => holds(list, word));
  }

  /**
   * English comes with its forms, so that what it does not list is not a form of it: 'refered' is not 'refer' with '-ed'. But
   * medicine makes nouns of adjectives: 'the cruciates'. 'injurys' is not a plural.
   */
  #isForm(word: string): boolean {
    if (
      /[^s]s$/.test(word) &&
      !/[^aeiou]ys$/.test(word) &&
      holds(this.#medical, word.slice(0, -1)) &&
      word.length > LEAST_FOR_TWO_SLIPS
    )
      return true;
    return stemsOf(word).some(
      (stem) => (holds(this.#medical, stem) || holds(this.#letters, stem)) && !holds(this.#english, stem),
    );
  }

  /** 'reaggravated', 'overlifting'; not 'reguarding', which is nearer to 'regarding'. */
  #isNewVerb(word: string): boolean {
    const verb = NEW_VERB.exec(word)?.[1];
    return verb !== undefined && this.#english.has(verb) && this.#usual.near(word, 1).length === 0;
  }

  #nearest(word: string): readonly string[] {
    const near = this.#near(word, 1);
    const further = near.length === 0 && word.length >= LEAST_FOR_TWO_SLIPS ? this.#near(word, 2) : [];
    const split = this.#splits(word);
    // Two letters at an end are another word by chance: 'in discriminant'.
    const likely = split.filter((words) => !/^..? | ..?$/.test(words));
    const all = [...new Set([...near, ...likely, ...further, ...split])];
    return withoutNames(this.#withoutRare(all)).slice(0, MOST_SUGGESTIONS);
  }

  /** Nobody means 'jacal' where 'sacral' is as near: rare words are left out unless all are rare. */
  #withoutRare(suggestions: readonly string[]): readonly string[] {
    const common = suggestions.filter((words) => words.split(' ').every((word) => this.#rarity(word) < RARE));
    return common.length > 0 ? common : suggestions;
  }

  /** Known words within `most` slips, the likeliest first. */
  #near(word: string, most: number): readonly string[] {
    const costs = new Map<string, number>();
    for (const list of [this.#letters, this.#english, this.#medical]) {
      for (const { word: spelling, distance } of list.near(word, most)) {
        if (!costs.has(spelling) && !NOT_WORDS.has(spelling))
          costs.set(spelling, 10 * distance + this.#rarity(spelling) + oddity(word, spelling));
      }
    }
    return [...costs].sort(([, a], [, b]) => a - b).map(([spelling]) => spelling);
  }

  /** How seldom a letter has a known word: 0 for those that letters are made of, less for those that most of them have. */
  #rarity(word: string): number {
    const small = word.toLowerCase();
    const known = letterRarity(small);
    if (known !== null) return known;
    if (COMMON_WORDS.has(small) || SMALL_WORDS.has(small)) return 0;
    if (this.#letters.has(word)) return 1;
    const isUsual = [small, ...singularsOf(small)].some((each) => this.#usual.has(each));
    const isMedical = holds(this.#medical, small) || stemsOf(small).some((stem) => holds(this.#medical, stem));
    if (isUsual) return isMedical ? 1 : 3;
    // What two lists hold is common in medicine.
    if (isMedical) return holds(this.#english, small) ? 2 : 5;
    return RARE;
  }

  /** 'ofthe': two words without the space between them. */
  #splits(word: string): readonly string[] {
    const found: string[] = [];
    for (let at = 1; at < word.length; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      const oneIsSmall = SMALL_WORDS.has(left) || SMALL_WORDS.has(right);
      if (oneIsSmall && this.#isAlone(left) && this.#isAlone(right)) found.push(`${left} ${right}`);
    }
    return found;
  }

  #isAlone(word: string): boolean {
    return SMALL_WORDS.has(word) || (word.length > 2 && this.#english.has(word));
  }
}

/** Nobody means 'Injury' where 'injury' is as near. */
const withoutNames = (suggestions: readonly string[]): readonly string[] =>
  suggestions.filter((word) => word === word.toLowerCase() || !suggestions.includes(word.toLowerCase()));

/** Slips that the published lists have by mistake, or that look like a beginning and a word. */
const NOT_WORDS: ReadonlySet<string> = wordSet(notWords.words);

/** Verbs are made with these at will. */
const NEW_VERB = /^(?:re|un|mis|out|over|under)([a-z]{4,}(?:ed|ing))$/;

const RARE = 7;

/** A usual word's plural is usual. */
const singularsOf = (word: string): readonly string[] => (word.endsWith('s') ? [word.slice(0, -1)] : []);

/** Words that run together with their neighbors. */
const SMALL_WORDS = new Set(
  'a an and are as at be but by do for from had has he her his if in is it me my no not of on or our she so that the they this to was we were with'.split(
    ' ',
  ),
);

/** How unlikely a hand makes this slip: it keeps the first letter, and doubles, swaps or mistakes vowels more than other letters. */
function oddity(written: string, spelling: string): number {
  const [a, b] = [written.toLowerCase(), spelling.toLowerCase()];
  const otherStart = a.charAt(0) === b.charAt(0) ? 0 : 4;
  const otherCase = a.charAt(0) === written.charAt(0) && b.charAt(0) !== spelling.charAt(0) ? 2 : 0;
  const otherLetters = consonants(a) === consonants(b) || sorted(a) === sorted(b) ? 0 : 3;
  return otherStart + otherCase + otherLetters;
}

/** The consonants in their order, doubled ones once. */
const consonants = (word: string): string => word.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');

const sorted = (word: string): string => [...word].sort().join('');

/** Whatever its case: a name in small letters is a slip of another kind. */
function holds(list: WordList, word: string): boolean {
  const small = word.toLowerCase();
  const [first = '', rest] = [small.charAt(0), small.slice(1)];
  return list.has(small) || list.has(first.toUpperCase() + rest) || list.has(word) || list.has(small.toUpperCase());
}
