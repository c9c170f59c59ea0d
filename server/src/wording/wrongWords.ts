import type { Word } from './wording.ts';
import { WordTable } from './wordTable.ts';

/** Phrases: words divided by blanks, each one word, several (`a|b`), a set (`$name`) or a figure (`#`). */
interface Surroundings {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly near?: readonly string[];
}

export interface WrongWordEntry {
  readonly wrong: string;
  readonly right: string;
  /** One phrase of each list must be there. */
  readonly context?: Surroundings;
  /** No phrase of any list may be there. */
  readonly not?: Surroundings;
  readonly note?: string;
  readonly example: string;
  readonly counterexample: string;
}

export interface WrongWordList {
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly entries: readonly WrongWordEntry[];
}

export interface WrongWords {
  /** Index of the first wrong word, and how many they are. */
  readonly index: number;
  readonly length: number;
  readonly right: string;
}

type Test = (word: string) => boolean;
type Phrase = readonly Test[];

interface CompiledSurroundings {
  readonly before: readonly Phrase[];
  readonly after: readonly Phrase[];
  readonly near: readonly Phrase[];
}

interface Compiled {
  readonly wrong: Phrase;
  readonly right: string;
  readonly context: CompiledSurroundings;
  readonly not: CompiledSurroundings;
}

/** How far `near` reaches, in words. */
const REACH = 10;

/** Finds the entries of a list in a text's words: a look-up or two for each word, whatever the number of entries. */
export class WrongWordFinder {
  readonly #sets: WrongWordList['sets'];
  readonly #table = new WordTable<Compiled>();

  constructor({ sets, entries }: WrongWordList) {
    this.#sets = sets;
    for (const entry of entries) {
      const [first = '', second] = entry.wrong.split(' ');
      const next = second === undefined ? entry.context?.after?.map(firstToken) : [second];
      this.#table.add(this.#compile(entry), this.#alternatives(first), this.#words(next));
    }
  }

  *find(words: readonly Word[]): Iterable<WrongWords> {
    let end = 0;
    for (let i = 0; i < words.length; i++) {
      const entries = this.#table.at(words, i);
      if (entries.length === 0) continue;
      for (const entry of entries) {
        if (i < end || !isWrong(entry, words, i)) continue;
        yield { index: i, length: entry.wrong.length, right: entry.right };
        end = i + entry.wrong.length;
      }
    }
  }

  #compile({ wrong, right, context = {}, not = {} }: WrongWordEntry): Compiled {
    return {
      wrong: this.#phrase(wrong),
      right,
      context: this.#surroundings(context),
      not: this.#surroundings(not),
    };
  }

  #surroundings({ before = [], after = [], near = [] }: Surroundings): CompiledSurroundings {
    const phrases = (list: readonly string[]): readonly Phrase[] => list.map((phrase) => this.#phrase(phrase));
    return { before: phrases(before), after: phrases(after), near: phrases(near) };
  }

  #phrase(phrase: string): Phrase {
    return phrase.split(' ').map((token) => this.#anyOf([token]));
  }

  /** The words that tokens stand for; null where they may be any, or any figure. */
  #words(tokens: readonly string[] | undefined): readonly string[] | null {
    const words = tokens?.flatMap((token) => this.#alternatives(token));
    return words === undefined || words.includes('#') ? null : words;
  }

  #anyOf(tokens: readonly string[]): Test {
    const set = new Set(tokens.flatMap((token) => this.#alternatives(token)));
    const figures = set.has('#');
    return (word) => set.has(word) || (figures && isFigure(word));
  }

  #alternatives(token: string): readonly string[] {
    return token.split('|').flatMap((each) => (each.startsWith('$') ? (this.#sets[each.slice(1)] ?? []) : [each]));
  }
}

const firstToken = (phrase: string): string => phrase.split(' ')[0] ?? '';

const isFigure = (word: string): boolean => word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57;

function isWrong({ wrong, context, not }: Compiled, words: readonly Word[], index: number): boolean {
  const end = index + wrong.length;
  return (
    isAt(wrong, words, index) &&
    (context.before.length === 0 || context.before.some((phrase) => isBefore(phrase, words, index))) &&
    (context.after.length === 0 || context.after.some((phrase) => isAfter(phrase, words, end))) &&
    (context.near.length === 0 || context.near.some((phrase) => isNear(phrase, words, index, end))) &&
    !not.before.some((phrase) => isBefore(phrase, words, index)) &&
    !not.after.some((phrase) => isAfter(phrase, words, end)) &&
    !not.near.some((phrase) => isNear(phrase, words, index, end))
  );
}

function isAt(phrase: Phrase, words: readonly Word[], index: number): boolean {
  for (let k = 0; k < phrase.length; k++) {
    const word = words[index + k];
    if (word === undefined || (k > 0 && !word.follows) || phrase[k]?.(word.text) !== true) return false;
  }
  return true;
}

const isBefore = (phrase: Phrase, words: readonly Word[], index: number): boolean =>
  words[index]?.follows === true && index >= phrase.length && isAt(phrase, words, index - phrase.length);

const isAfter = (phrase: Phrase, words: readonly Word[], end: number): boolean =>
  words[end]?.follows === true && isAt(phrase, words, end);

function isNear(phrase: Phrase, words: readonly Word[], index: number, end: number): boolean {
  for (let at = Math.max(0, index - REACH); at < Math.min(words.length, end + REACH); at++) {
    if ((at < index || at >= end) && isAt(phrase, words, at)) return true;
  }
  return false;
}
