import { nearlyEqual } from '../../text/nearlyEqual.ts';
import type { Corrections } from '../entries.ts';
import type { Passage } from '../reading.ts';
import type { Tokens } from '../tokens.ts';
import { pluralOf } from './forms.ts';
import { type Lexicon, piecesOf } from './lexicon.ts';
import type { WordClass } from './wordClass.ts';

/** The words of some classes, as those that a misspelled word may have been meant for. */
export class Vocabulary {
  readonly #classes: readonly WordClass<unknown>[];
  /** Words that may have been misspelled, by first letter and length; read when one is first looked for. */
  #likely: Map<string, string[]> | null = null;

  constructor(classes: readonly WordClass<unknown>[]) {
    this.#classes = classes;
  }

  /**
   * The tokens of a passage that are no word of the lexicon, and for each the only word of this vocabulary from which one
   * mistake makes it. 'Lo9w' is 'low', too.
   */
  corrections({ reading: { tokens, lexicon }, first, end }: Passage): Corrections {
    const corrections = new Map<number, Correction>();
    for (let at = first; at < end; at++) {
      if (!tokens.isWord(at)) continue;
      const whole = withoutFigure(tokens, lexicon, at, end);
      if (whole !== null) corrections.set(at, whole);
      if (whole !== null || lexicon.knows(tokens.word(at))) continue;
      const meant = this.#meant(tokens.lower(at));
      const word = meant === null ? -1 : lexicon.words.numberOf(meant);
      if (word >= 0) corrections.set(at, { word, end: at + 1 });
    }
    return corrections;
  }

  #meant(written: string): string | null {
    if (written.length < SHORTEST - 1) return null;
    this.#likely ??= this.#read();
    let only: string | null = null;
    for (const length of [written.length - 1, written.length, written.length + 1]) {
      for (const word of this.#likely.get(`${written.charAt(0)}${length}`) ?? []) {
        if (!nearlyEqual(written, word, 1)) continue;
        if (only !== null && pluralOf(only) !== word && pluralOf(word) !== only) return null;
        only ??= word;
      }
    }
    return only;
  }

  #read(): Map<string, string[]> {
    const likely = new Map<string, string[]>();
    for (const word of this.#words()) {
      if (word.length < SHORTEST) continue;
      const key = `${word.charAt(0)}${word.length}`;
      const known = likely.get(key);
      if (known === undefined) likely.set(key, [word]);
      else known.push(word);
    }
    return likely;
  }

  #words(): ReadonlySet<string> {
    const words = new Set<string>();
    for (const { entries } of this.#classes) {
      for (const entry of entries()) {
        for (const piece of piecesOf(entry.words)) {
          words.add(piece);
          if (entry.bends === 'noun') words.add(pluralOf(piece));
        }
      }
    }
    return words;
  }
}

/** With fewer letters than this, one mistake too easily makes another word. */
const SHORTEST = 6;

interface Correction {
  readonly word: number;
  /** The position after the last token that it is read for. */
  readonly end: number;
}

/** 'Lo9w', 'kn3ee': a digit typed into a word. */
function withoutFigure(tokens: Tokens, lexicon: Lexicon, at: number, limit: number): Correction | null {
  const end = at + 3;
  const isOne = tokens.isFigures(at + 1) && tokens.isWord(at + 2) && tokens.isGlued(at + 1) && tokens.isGlued(at + 2);
  if (!isOne || end > limit || tokens.end(at + 1) - tokens.start(at + 1) > 1) return null;
  const word = lexicon.words.numberOf((tokens.written(at) + tokens.written(at + 2)).toLowerCase());
  return word >= 0 ? { word, end } : null;
}
