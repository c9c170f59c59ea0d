/** One entry of a class: words in lower case, divided by single spaces, and what they stand for. */
export interface ClassEntry<T> {
  readonly words: string;
  readonly value: T;
  /**
   * `noun`: also in the plural, each of its words; `verb`: in each form of its first word; `fixed`: as it is written.
   * An entry of two to four capitals ('PT', 'LE') is found only in capitals, because small letters spell another word.
   */
  readonly bends: 'noun' | 'verb' | 'fixed';
}

/**
 * A class of words: words and groups of two to six words that do the same in a sentence. `T` is what a word of the class
 * stands for: `true` where it is enough that it belongs.
 */
export class WordClass<T = true> {
  static #made = 0;
  /** Unique to the class: a lexicon finds its own number of the class by it, without a search. */
  readonly id = WordClass.#made++;
  readonly name: string;
  /** Read once, when a lexicon is first made of it. */
  readonly entries: () => Iterable<ClassEntry<T>>;
  /**
   * What a group of several words of this class hides: the words within it belong to no other class. 'No more than'
   * denies nothing, and the review of 'utilization review' is not the reviewer's.
   */
  readonly hidesParts: boolean;

  constructor(name: string, entries: () => Iterable<ClassEntry<T>>, options: { readonly hidesParts?: boolean } = {}) {
    this.name = name;
    this.entries = entries;
    this.hidesParts = options.hidesParts ?? false;
  }
}

/** A class's words as a data file gives them. */
export interface ClassData {
  readonly nouns?: readonly string[];
  readonly verbs?: readonly string[];
  /** Words that are not inflected. */
  readonly words?: readonly string[];
  readonly hidesParts?: boolean;
}

/** A class whose words stand for nothing but themselves. */
export const classOf = (name: string, data: ClassData): WordClass =>
  new WordClass<true>(name, () => entriesOf(data, true), { hidesParts: data.hidesParts ?? false });

/** All classes of a data file, each under its name. */
export function classesOf<Name extends string>(
  file: Readonly<Record<Name, ClassData>>,
): Readonly<Record<Name, WordClass>> {
  const classes: Partial<Record<Name, WordClass>> = {};
  for (const name in file) classes[name] = classOf(name, file[name]);
  return classes as Readonly<Record<Name, WordClass>>;
}

/** The entries of a data file, all of which stand for one value. */
export function* entriesOf<T>({ nouns = [], verbs = [], words = [] }: ClassData, value: T): Iterable<ClassEntry<T>> {
  for (const each of nouns) yield { words: each, value, bends: 'noun' };
  for (const each of verbs) yield { words: each, value, bends: 'verb' };
  for (const each of words) yield { words: each, value, bends: 'fixed' };
}
