/**
 * Patterns that are searched for in a text. A regular expression with the flag `g` or `y` remembers in itself where
 * it goes on (`lastIndex`): those who share one can be sent to the wrong place by another search that stopped early. These
 * two keep that to themselves and reset it for each use. No other regular expression has these flags except one
 * that a single call uses up (`replace`, `split`, `match`); a test holds that.
 */

/** Finds every place where a pattern matches. */
export class Everywhere {
  readonly #expression: RegExp;

  /** @param pattern without `g` and `y` */
  constructor(pattern: RegExp) {
    this.#expression = new RegExp(pattern, `${pattern.flags}g`);
  }

  /** The matches that begin between two indexes of `text` (`end` excluded), in its order; none overlaps another. */
  *in(text: string, start = 0, end = text.length): Generator<RegExpExecArray, void, void> {
    for (let match = this.first(text, start, end); match !== null; ) {
      yield match;
      match = this.first(text, match.index + Math.max(1, match[0].length), end);
    }
  }

  /** The words of every match. */
  wordsIn(text: string): readonly string[] {
    return text.match(this.#expression) ?? [];
  }

  /** `text` with other words in place of every match. */
  replaceIn(text: string, replacement: string | ((words: string) => string)): string {
    return typeof replacement === 'string'
      ? text.replace(this.#expression, replacement)
      : text.replace(this.#expression, (words) => replacement(words));
  }

  /** The first match that begins between two indexes of `text` (`end` excluded). */
  first(text: string, start = 0, end = text.length): RegExpExecArray | null {
    // A search for one citation's label must not read all the citations after it.
    const near = end + LONGEST_MATCH < text.length ? text.slice(0, end + LONGEST_MATCH) : text;
    this.#expression.lastIndex = start;
    const match = this.#expression.exec(near);
    return match === null || match.index >= end ? null : match;
  }
}

/** How far a match may reach, in UTF-16 units: what follows `end` is looked at no further. */
const LONGEST_MATCH = 1000;

/** Whether a pattern matches at one place. */
export class Here {
  readonly #expression: RegExp;

  /** @param pattern without `g` and `y` */
  constructor(pattern: RegExp) {
    this.#expression = new RegExp(pattern, `${pattern.flags}y`);
  }

  /** The match that begins at `index`. */
  at(text: string, index: number): RegExpExecArray | null {
    this.#expression.lastIndex = index;
    return this.#expression.exec(text);
  }

  matchesAt(text: string, index: number): boolean {
    return this.endAt(text, index) >= 0;
  }

  /** The index after the match that begins at `index`; -1 where there is none. */
  endAt(text: string, index: number): number {
    this.#expression.lastIndex = index;
    return this.#expression.test(text) ? this.#expression.lastIndex : -1;
  }

  /** The index after the match that begins at `index`; `index` where there is none. */
  skip(text: string, index: number): number {
    return Math.max(index, this.endAt(text, index));
  }
}

/** `pattern`, which has neither of the flags `g` and `y`, wherever it matches. */
export const everywhere = (pattern: RegExp): Everywhere => new Everywhere(pattern);

/** `pattern`, which has neither of the flags `g` and `y`, at one place. */
export const here = (pattern: RegExp): Here => new Here(pattern);
