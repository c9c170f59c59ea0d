import { COMMON_WORDS } from './commonWords.ts';
import { everywhere } from './pattern.ts';

/**
 * Tells a word that was broken at a line's end ('medi-⏎cally') from one that has a hyphen of its own ('follow-⏎up').
 * A word is joined where the letter writes it so elsewhere, where it is one of the words that letters are made of, or
 * where its rest is the ending of a word and no word; in doubt the hyphen stays.
 */
export class BrokenWords {
  readonly #source: string;
  /** The letter's own words and compounds, in lower case; made when a line first ends with a hyphen. */
  #own: ReadonlySet<string> | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** @param left what stands before the hyphen @param right what the next line begins with */
  isBroken(left: string, right: string): boolean {
    const [, first] = LAST_LETTERS.exec(left) ?? [];
    const [, second] = FIRST_LETTERS.exec(right) ?? [];
    if (first === undefined || second === undefined) return false;
    // 'Non-⏎MTUS' is two words; 'MAXI-⏎MUS' is one.
    if (/^[A-Z]/.test(second) && first !== first.toUpperCase()) return false;
    const [start, end] = [first.toLowerCase(), second.toLowerCase()];
    if (COMMON_WORDS.has(start + end) || ENDINGS.has(end)) return true;
    this.#own ??= new Set(WORD.wordsIn(this.#source.toLowerCase()));
    return this.#own.has(start + end) && !this.#own.has(`${start}-${end}`);
  }
}

/** Not the last of 'range-of-⏎motion'. */
const LAST_LETTERS = /(?:^|[^A-Za-z-])([A-Za-z]{1,30})$/;
/** Not the first of 'over-⏎the-counter'. */
const FIRST_LETTERS = /^([A-Za-z]{1,30})(?![A-Za-z]|-[A-Za-z])/;
const WORD = everywhere(/[a-z]+(?:-[a-z]+)*/);

/** What follows a hyphen only where a word was broken: endings that are no words. */
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
