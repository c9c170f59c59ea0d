import { SOFT } from './characters.ts';
import { COMMON_WORDS } from './commonWords.ts';
import { everywhere } from './pattern.ts';

/**
 * Distinguishes a word that was broken at a line's end ('medi-⏎cally') from one with a hyphen of its own ('follow-⏎up').
 * A word is joined where the letter writes it so elsewhere, where it is one of the words that letters are made of, or
 * where its rest is the ending of a word and no word; in doubt the hyphen stays.
 */
export class BrokenWords {
  readonly #source: string;
  #lower: string | undefined;
  #searches = 0;
  /** How often the letter has a word or a compound, in lower case. */
  #own: ReadonlyMap<string, number> | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** @param left what comes before the hyphen @param right what the next line begins with */
  isBroken(left: string, right: string): boolean {
    const parts = partsOf(left, right);
    if (parts === null) return false;
    const [start, end] = parts;
    if (COMMON_WORDS.has(start + end) || ENDINGS.has(end)) return true;
    return this.#times(start + end) > 0 && this.#times(`${start}-${end}`) === 0;
  }

  /** The same for a soft hyphen, which is where a word may be cut: often it was, and sometimes it only ends a line. */
  isSoftlyBroken(left: string, right: string): boolean {
    if (this.isBroken(left, right)) return true;
    const parts = partsOf(left, right);
    if (parts === null || !/^[a-z]/.test(right)) return false;
    // A word that comes before a soft hyphen is not counted; the one that begins the next line is, once.
    const [start, end] = parts;
    const areWords = this.#times(start) > 0 || COMMON_WORDS.has(start) || this.#times(end) > 1 || COMMON_WORDS.has(end);
    return !areWords;
  }

  /** How often the letter has a word: searched for the first few times; after that, all words are counted at once. */
  #times(word: string): number {
    this.#lower ??= this.#source.toLowerCase();
    if (this.#searches < MOST_SEARCHES) {
      this.#searches++;
      return timesIn(this.#lower, word);
    }
    this.#own ??= countWords(this.#lower);
    return this.#own.get(word) ?? 0;
  }
}

/** Most letters have one or two lines that end with a hyphen. */
const MOST_SEARCHES = 12;

function timesIn(lower: string, word: string): number {
  let times = 0;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    const after = lower.charAt(at + word.length);
    const isWhole = !IN_WORD.test(lower.charAt(at - 1)) && !IN_WORD.test(after) && after !== SOFT;
    if (isWhole) times++;
  }
  return times;
}

function countWords(lower: string): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const each of WORD.wordsIn(lower)) if (!/[-\u00ad]$/.test(each)) own.set(each, (own.get(each) ?? 0) + 1);
  return own;
}

const IN_WORD = /[a-z-]/;

/** The two parts of what may be one word, in lower case. 'Non-⏎MTUS' is two words; 'MAXI-⏎MUS' may be one. */
function partsOf(left: string, right: string): readonly [string, string] | null {
  const [, first] = LAST_LETTERS.exec(left) ?? [];
  const [, second] = FIRST_LETTERS.exec(right) ?? [];
  if (first === undefined || second === undefined) return null;
  return /^[A-Z]/.test(second) && first !== first.toUpperCase() ? null : [first.toLowerCase(), second.toLowerCase()];
}

/** Not the last of 'range-of-⏎motion'. */
const LAST_LETTERS = /(?:^|[^A-Za-z-])([A-Za-z]{1,30})$/;
/** Not the first of 'over-⏎the-counter'. */
const FIRST_LETTERS = /^([A-Za-z]{1,30})(?![A-Za-z]|-[A-Za-z])/;
/** With the hyphen after it, where it was cut there. */
const WORD = everywhere(/[a-z]+(?:-[a-z]+)*[-\u00ad]?/);

/** What follows a hyphen only where a word was broken: endings that are not words. */
const ENDINGS = new Set(
  (
    'ing ings ed ly tion tions tional tionally tioned tioning sion sions sional ment ments mentation mented ' +
    'cal cally ical ically tically matic ity ities ality bility ness ful fully ous ously tious cious ive ives ively ' +
    'tive tively sive ative able ably ible ibly ance ances ence ences ency ancy ary arily sary tary nary lary ory tory ' +
    'tories cian cians gist gists ician icians ator ators istrator tor ology ologic ological ologist pathy pathic ' +
    'ectomy tomy otomy plasty scopy scopic graphy itis osis algia ation ations tation tations cation ' +
    'cations mation zation zations ization ated ating ates tate tated tating lated lating cated ' +
    'cating nated vated duced ducing quired quested quests tient tients cient cies sult sults ' +
    'tic tics etic ism ist ists ial ially tial tially cial cially nal nally ral rally sal sally gical lar larly ular ' +
    'cular ture tures tured dure dures tain tained tains taining ceive ceived ceives scribed scribes ' +
    'scription sented sents sider sidered siders tinue tinued tinues ommend ommended ommends ommendation mend mended ' +
    'mends mendation mendations dation dations plaint plaints plained plains ceed ceeds ceeded vidence ' +
    'vided viders vider cate cates fied fies fying fication lished lish lization bility tremity tremities brae ' +
    'bral der ders dered tis cle cles ter ters tered ber bers ples ple'
  ).split(' '),
);
