import type { Tokens } from '../../../language/tokens.ts';
import lists from './identityWords.json' with { type: 'json' };

/**
 * Words and groups of words that are asked about at one place, and looked for nowhere: no class of the lexicon, which
 * would mark each of them in every letter.
 */
export class WordList {
  readonly #words: ReadonlySet<string>;
  /** By tokens: the longest. */
  readonly #most: number;

  constructor(words: readonly string[]) {
    this.#words = new Set(words);
    this.#most = Math.max(...words.map((each) => each.split(TOKENS).filter((piece) => piece.trim() !== '').length));
  }

  /** The position after the longest entry that begins at a token; -1 where none does. */
  end(tokens: Tokens, at: number): number {
    for (let end = Math.min(tokens.count, at + this.#most); end > at; end--) {
      if (this.#words.has(tokens.slice(at, end).toLowerCase())) return end;
    }
    return -1;
  }

  /** Whether a token by itself is one of them. */
  has(tokens: Tokens, at: number): boolean {
    return at >= 0 && this.#words.has(tokens.lower(at));
  }
}

const TOKENS = /([\s.,']|’)/;

export const TITLES = new WordList(lists.titles);
export const CREDENTIALS = new WordList(lists.credentials);
/** What is written with a capital where a name could be, but is not a name. */
export const NO_NAMES = new WordList(lists.noNames);
export const PARTICLES = new WordList(lists.particles);
/** Who reviews, treats, or examines, and is not the letter’s own reviewer. */
export const OTHER_REVIEWERS = new WordList(lists.otherReviewers);
/** What calls the letter’s own reviewer so: 'the expert reviewer'. */
export const OWN_REVIEWERS = new WordList(lists.ownReviewers);
/** Whom the organization's form names of itself. */
export const OFFICERS = new WordList(lists.officers);
/** Whose a number or an address may be. */
export const SOMEONE = new WordList(lists.someone);
/** Who prints a number of its own: the organization that reviews, and the offices that one may turn to. */
export const ORGANIZATIONS = new WordList(lists.organizations);
/** 'The Independent Medical Review application': no organization. */
export const OF_A_CASE = new WordList(lists.ofACase);
export const OFFICES = new WordList(lists.offices);
/** Where somebody lives. */
export const DWELLS = new WordList(lists.dwells);
/** Who is no worker, and may be named: 'seen by Mr. Roe'. */
export const OF_ANOTHER = new WordList(lists.ofAnother);
/** 'No.', '#': a number follows. */
export const NUMBER_SIGNS = new WordList(lists.numberSigns);
