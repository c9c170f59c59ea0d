/** The shortest word that a beginning or an ending is taken from: below that, chance finds words in misspellings. */
const LEAST_REST = 5;
/** A shorter beginning counts before a hyphen only: 're-' with 'guest' would pass for a request. */
const LEAST_AFFIX = 3;

/** Latin and short words have chance forms: 'locing' is not a form of 'loc', nor 'medicaly' of 'medica'. */
const LEAST_STEM = 5;
const ADJECTIVE = /(?:al|ar|ent|ic|ive|ous)$/;
const ADJECTIVE_OF_NOUN = /(graph|log|metr|path|scop|troph|tom)ic(?:al(?:ly)?)?$/;

/** The words that `word` may be a form of: of a plural, of '-ed', '-ing', '-ly', of 'arthrographic'. Empty where it looks like none. */
export function stemsOf(word: string): readonly string[] {
  return possibleStems(word).filter((stem) => stem.length >= LEAST_STEM);
}

function possibleStems(word: string): readonly string[] {
  const cut = (length: number): string => word.slice(0, -length);
  if (word.endsWith('ies')) return [`${cut(3)}y`, cut(1)];
  if (word.endsWith('es')) return [cut(1), cut(2)];
  if (word.endsWith('s') && !word.endsWith('ss')) return [cut(1)];
  if (word.endsWith('ied')) return [`${cut(3)}y`];
  if (word.endsWith('ed')) return [cut(1), ...verbStems(cut(2))];
  if (word.endsWith('ing')) return [`${cut(3)}e`, ...verbStems(cut(3))];
  const noun = ADJECTIVE_OF_NOUN.test(word) ? [word.replace(ADJECTIVE_OF_NOUN, '$1y')] : [];
  return word.endsWith('ly') && ADJECTIVE.test(cut(2)) ? [cut(2), ...noun] : noun;
}

/** 'debrid' of 'debrided', and 'pretap' of 'pretapping'. */
function verbStems(stem: string): readonly string[] {
  return stem.at(-1) === stem.at(-2) ? [stem, stem.slice(0, -1)] : [stem];
}

/** The American spelling of a British one: 'authorisation', 'neighbouring'. */
export const americanOf = (word: string): string =>
  word.replace(/is(ations?|e[drs]?|ing)$/, 'iz$1').replace(/our(s|ed|ing|ite|able)?$/, 'or$1');

/** Beginnings ('non-', 'cervico-') and endings ('-like') with which other words are made. */
export class Affixes {
  readonly #beginnings = new Set<string>();
  readonly #endings = new Set<string>();
  readonly #longest: number;

  /** @param words one word on each line; those that end or begin with a hyphen count */
  constructor(words: string) {
    for (const [, ending, beginning] of words.matchAll(/^(?:-(\S+)|([^\s#]\S*)-)$/gm)) {
      if (ending !== undefined) this.#endings.add(ending);
      if (beginning !== undefined) this.#beginnings.add(beginning);
    }
    this.#longest = Math.max(0, ...[...this.#endings, ...this.#beginnings].map(({ length }) => length));
  }

  has(part: string): boolean {
    return this.#beginnings.has(part) || this.#endings.has(part);
  }

  /** What is left of a word without each beginning or ending it has. */
  restsOf(word: string): readonly string[] {
    const rests: string[] = [];
    for (let length = Math.min(this.#longest, word.length - LEAST_REST); length >= LEAST_AFFIX; length--) {
      if (this.#beginnings.has(word.slice(0, length))) rests.push(word.slice(length));
      if (this.#endings.has(word.slice(-length))) rests.push(word.slice(0, -length));
    }
    return rests;
  }
}
