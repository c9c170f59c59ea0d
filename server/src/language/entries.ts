import { isJoint, type Lexicon, type Sense } from './lexicon/lexicon.ts';
import type { Tokens } from './tokens.ts';

/**
 * Where the entries of a lexicon stand in a text: at each token those that begin there, the longest first. They are
 * numbered through: those of token `at` are the numbers from `from(at)` to `from(at + 1)`, the latter excluded.
 */
export class Entries {
  readonly #tokens: Tokens;
  readonly #lexicon: Lexicon;
  readonly #first: number;
  readonly #end: number;
  readonly #words: Corrections | null;
  /** By token: the number of its first entry. */
  readonly #firsts: Int32Array;
  readonly #senses: Sense[] = [];
  readonly #ends: number[] = [];
  /** The token at which the entries begin that are being read. */
  #begin = 0;
  /** Up to where an earlier group of words hides what lies in it. */
  #hidden = 0;
  /** The end of the group that begins at this token and hides what lies in it; 0 where there is none. */
  #hides = 0;

  /** @param piece the tokens that are read, and the words that some are read as; without it all, as they are written */
  constructor(tokens: Tokens, lexicon: Lexicon, piece?: CorrectedPiece) {
    this.#tokens = tokens;
    this.#lexicon = lexicon;
    this.#first = piece?.first ?? 0;
    this.#end = piece?.end ?? tokens.count;
    this.#words = piece?.words ?? null;
    const count = this.#end - this.#first;
    this.#firsts = new Int32Array(count + 1);
    for (let i = 0; i < count; i++) {
      this.#firsts[i] = this.#senses.length;
      const at = this.#first + i;
      if (lexicon.begins(this.#word(at))) this.#hidden = Math.max(this.#hidden, this.#read(at));
    }
    this.#firsts[count] = this.#senses.length;
  }

  /** The number of the first entry of a token, or of the first one after it. */
  from(at: number): number {
    return at < this.#first ? 0 : (this.#firsts[at - this.#first] ?? this.#senses.length);
  }

  sense(entry: number): Sense | undefined {
    return this.#senses[entry];
  }

  /** The position after an entry's last token. */
  end(entry: number): number {
    return this.#ends[entry] ?? 0;
  }

  /** Adds the entries that begin at a token; gives the end of the group that hides what lies in it, 0 where there is none. */
  #read(first: number): number {
    const before = this.#senses.length;
    this.#begin = first;
    this.#hides = 0;
    this.#follow(0, first, false, true);
    this.#putInOrder(before, this.#hides);
    return this.#hides;
  }

  /** Adds the entries that go on from a node with the word at a token, as it is or as a plural. */
  #follow(node: number, at: number, isBent: boolean, isCapitals: boolean): void {
    if (at >= this.#end) return;
    const word = this.#word(at);
    const next = this.#lexicon.next(node, word);
    if (next >= 0) this.#reach(next, at, isBent, isCapitals);
    const singular = this.#lexicon.singular(word);
    if (singular === word) return;
    const ofSingular = this.#lexicon.next(node, singular);
    if (ofSingular >= 0) this.#reach(ofSingular, at, true, isCapitals);
  }

  #reach(node: number, at: number, isBent: boolean, wasCapitals: boolean): void {
    const tokens = this.#tokens;
    const isCapitals =
      wasCapitals && (tokens.isCapitals(at) || !tokens.isWord(at) || (isBent && isCapitalsWithS(tokens.written(at))));
    const end = this.#afterWord(at);
    for (const sense of this.#lexicon.senses(node)) {
      if ((sense.capitals && !isCapitals) || (sense.fixed && isBent) || end <= this.#hidden) continue;
      if (sense.hidesParts && end > this.#begin + 1) this.#hides = Math.max(this.#hides, end);
      this.#senses.push(sense);
      this.#ends.push(end);
    }
    if (this.#lexicon.goesOn(node)) this.#follow(node, this.#afterJoint(end), isBent, isCapitals);
  }

  #word(at: number): number {
    return this.#words?.get(at)?.word ?? this.#tokens.word(at);
  }

  /** The position after a word; a corrected one may be of several tokens. */
  #afterWord(at: number): number {
    return this.#words?.get(at)?.end ?? at + 1;
  }

  /** The longest first; none that is shorter than the group that hides it. */
  #putInOrder(before: number, hides: number): void {
    const added = this.#senses.length - before;
    if (added === 0 || (added === 1 && hides === 0)) return;
    const senses = this.#senses.splice(before);
    const ends = this.#ends.splice(before);
    const order = ends.map((_, i) => i).sort((a, b) => (ends[b] ?? 0) - (ends[a] ?? 0));
    for (const i of order) {
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
    if (mark !== '.') return at + 1;
    if (tokens.end(at - 1) - tokens.start(at - 1) > LONGEST_ABBREVIATION) return at;
    // 'Low back. Brace' are two sentences.
    const begins = !tokens.isGlued(at + 1) && tokens.isCapitalized(at + 1) && !tokens.isCapitalized(at - 1);
    return begins ? at : at + 1;
  }
}

/** The words that some tokens are read as, each with the position after the last of its tokens. */
export type Corrections = ReadonlyMap<number, { readonly word: number; readonly end: number }>;

export interface CorrectedPiece {
  readonly first: number;
  readonly end: number;
  readonly words: Corrections;
}

const LONGEST_ABBREVIATION = 4;

/** 'MRIs', 'NCVs'. */
const isCapitalsWithS = (written: string): boolean =>
  written.length > 2 && written.endsWith('s') && written.slice(0, -1) === written.slice(0, -1).toUpperCase();
