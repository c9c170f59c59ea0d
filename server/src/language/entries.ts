import { isJoint, type Lexicon, type Sense } from './lexicon/lexicon.ts';
import type { Tokens } from './tokens.ts';

/**
 * Where the entries of a lexicon stand in a text: at each token those that begin there, the longest first. They are
 * numbered through: those of token `at` are the numbers from `from(at)` to `from(at + 1)`, the latter excluded.
 */
export class Entries {
  readonly #tokens: Tokens;
  readonly #lexicon: Lexicon;
  /** By token: the number of its first entry. */
  readonly #firsts: Int32Array;
  readonly #senses: Sense[] = [];
  readonly #ends: number[] = [];

  constructor(tokens: Tokens, lexicon: Lexicon) {
    this.#tokens = tokens;
    this.#lexicon = lexicon;
    const { count } = tokens;
    this.#firsts = new Int32Array(count + 1);
    // Up to where a group of words hides what lies in it.
    let hidden = 0;
    for (let at = 0; at < count; at++) {
      this.#firsts[at] = this.#senses.length;
      if (lexicon.begins(tokens.word(at))) hidden = Math.max(hidden, this.#read(at, hidden));
    }
    this.#firsts[count] = this.#senses.length;
  }

  /** The number of the first entry of a token, or of the first one after it. */
  from(at: number): number {
    return this.#firsts[at] ?? this.#senses.length;
  }

  sense(entry: number): Sense | undefined {
    return this.#senses[entry];
  }

  /** The position after an entry's last token. */
  end(entry: number): number {
    return this.#ends[entry] ?? 0;
  }

  /** Adds the entries that begin at a token; gives the end of the group that hides what lies in it, 0 where there is none. */
  #read(first: number, hidden: number): number {
    const tokens = this.#tokens;
    const lexicon = this.#lexicon;
    const before = this.#senses.length;
    let node = 0;
    let isBent = false;
    let isCapitals = true;
    let hides = 0;
    for (let at = first; at < tokens.count; at = this.#afterJoint(at)) {
      const next = lexicon.next(node, tokens.word(at));
      if (next < 0) {
        node = lexicon.next(node, lexicon.singular(tokens.word(at)));
        isBent = true;
        if (node < 0) break;
      } else node = next;
      isCapitals &&= tokens.isCapitals(at) || !tokens.isWord(at) || (isBent && isCapitalsWithS(tokens.written(at)));
      at++;
      for (const sense of lexicon.senses(node)) {
        if ((sense.capitals && !isCapitals) || (sense.fixed && isBent) || at <= hidden) continue;
        if (sense.hidesParts && at > first + 1) hides = at;
        this.#senses.push(sense);
        this.#ends.push(at);
      }
    }
    this.#putInOrder(before, hides);
    return hides;
  }

  /** The longest first; none that is shorter than the group that hides it. */
  #putInOrder(before: number, hides: number): void {
    const added = this.#senses.length - before;
    if (added === 0 || (added === 1 && hides === 0)) return;
    const senses = this.#senses.splice(before);
    const ends = this.#ends.splice(before);
    for (let i = senses.length - 1; i >= 0; i--) {
      const [sense, end] = [senses[i], ends[i]];
      if (sense === undefined || end === undefined || end < hides) continue;
      this.#senses.push(sense);
      this.#ends.push(end);
    }
  }

  /** The next token that a group of words may go on with. */
  #afterJoint(at: number): number {
    const tokens = this.#tokens;
    if (!tokens.isMark(at) || tokens.end(at) - tokens.start(at) > 1) return at;
    const mark = tokens.written(at);
    if (!isJoint(mark)) return at;
    // A full stop is a joint between letters ('P.T.') and after an abbreviation ('cerv. spine').
    if (mark === '.' && tokens.end(at - 1) - tokens.start(at - 1) > LONGEST_ABBREVIATION) return at;
    return at + 1;
  }
}

const LONGEST_ABBREVIATION = 4;

/** 'MRIs', 'NCVs'. */
const isCapitalsWithS = (written: string): boolean =>
  written.length > 2 && written.endsWith('s') && written.slice(0, -1) === written.slice(0, -1).toUpperCase();
