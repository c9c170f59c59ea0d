import { Tokens } from '../tokens.ts';
import { WordTable } from '../words.ts';
import { pluralOf, verbForms } from './forms.ts';
import { PairTable } from './pairTable.ts';
import type { ClassEntry, WordClass } from './wordClass.ts';

/** Bits: what matters of an entry while it is looked for. */
export const SenseFlag = { capitals: 1, fixed: 2, hidesParts: 4 } as const;

/** An entry while it is added: its node, its class, its value's place, its form, its flags. */
const SIZE = 5;

/** Slots for the words that go on: there are some thirty thousand, and to grow takes longer than to add them. */
const USUAL_PAIRS = 2 ** 16;

/** Words that every lexicon has, as tokens are made of them. */
const OWN_WORDS = ['not', "'s", 'can', 'will', 'shall'];

/**
 * All words that readers know, by class, ready to be found in one pass over a text. Made once, when the first letter is
 * read. Two classes of one name, or an entry without words, throw an error: tests make every lexicon.
 */
export class Lexicon {
  readonly words = new WordTable();
  /** By the id of a class: its number here. */
  readonly #classes: (number | undefined)[] = [];
  readonly #byName = new Map<string, number>();
  readonly #values: unknown[][] = [];
  /** By node and word. */
  readonly #next = new PairTable(USUAL_PAIRS);
  /** By entry, those of a node side by side: its class, its value's place in the class, bits of `Form` and `SenseFlag`. */
  readonly #classOf: Uint16Array;
  readonly #valueOf: Int32Array;
  readonly #formOf: Uint8Array;
  readonly #flags: Uint8Array;
  /** By node: the place of its first entry. */
  readonly #firsts: Int32Array;
  /** How many nodes there are. */
  #nodes = 1;
  /** Entries in the order in which they are added, each as numbers in a row (`SIZE`): there are too many for objects. */
  #added: number[] = [];
  /** By node. */
  readonly #goesOn: boolean[] = [];
  /** By word: whether an entry begins with it. */
  readonly #begins: boolean[] = [];
  /** By word: that of which it is the plural, else itself. */
  readonly #singular: number[] = [];

  constructor(classes: Iterable<WordClass<unknown>>) {
    for (const word of OWN_WORDS) this.words.add(word);
    for (const each of classes) this.#addClass(each);
    const added = this.#added;
    const count = added.length / SIZE;
    this.#classOf = new Uint16Array(count);
    this.#valueOf = new Int32Array(count);
    this.#formOf = new Uint8Array(count);
    this.#flags = new Uint8Array(count);
    this.#firsts = new Int32Array(this.#nodes + 1);
    for (let i = 0; i < added.length; i += SIZE) {
      const next = (added[i] ?? 0) + 1;
      this.#firsts[next] = (this.#firsts[next] ?? 0) + 1;
    }
    for (let node = 0; node < this.#nodes; node++)
      this.#firsts[node + 1] = (this.#firsts[node + 1] ?? 0) + (this.#firsts[node] ?? 0);
    const places = this.#firsts.slice();
    for (let i = 0; i < added.length; i += SIZE) {
      const node = added[i] ?? 0;
      const place = places[node] ?? 0;
      places[node] = place + 1;
      this.#classOf[place] = added[i + 1] ?? 0;
      this.#valueOf[place] = added[i + 2] ?? 0;
      this.#formOf[place] = added[i + 3] ?? 0;
      this.#flags[place] = added[i + 4] ?? 0;
    }
    this.#added = [];
    for (let word = 0; word < this.words.size; word++) {
      this.#begins[word] = this.next(0, word) >= 0 || this.next(0, this.singular(word)) >= 0;
    }
  }

  /** A letter is about to be read: from now on, no more words can be added. */
  seal(): void {
    this.words.seal();
  }

  /** The number of a class; throws where the lexicon was made without it. */
  numberOf(wordClass: WordClass<unknown>): number {
    const number = this.#classes[wordClass.id];
    if (number === undefined) throw new Error(`The lexicon has no class “${wordClass.name}”.`);
    return number;
  }

  /** The number of the class of this name; throws where there is none. */
  numberOfName(name: string): number {
    const number = this.#byName.get(name);
    if (number === undefined) throw new Error(`The lexicon has no class “${name}”.`);
    return number;
  }

  get classCount(): number {
    return this.#values.length;
  }

  /** What an entry of a class stands for, by the entry's number. */
  valueOf<T>(wordClass: WordClass<T>, number: number): T {
    // The values of a class are those that its own entries gave.
    return this.#values[this.numberOf(wordClass)]?.[this.#valueOf[number] ?? -1] as T;
  }

  /** The node that `word` leads to from `node`; -1 where no entry goes on so. The first node is 0. */
  next(node: number, word: number): number {
    return this.#next.get(node, word);
  }

  /** Whether it is a word of an entry or of a row, as it is or in the plural. */
  knows(word: number): boolean {
    return word >= 0 && word < this.words.size;
  }

  /** Whether an entry begins with the word, or with that of which it is the plural. */
  begins(word: number): boolean {
    return this.#begins[word] === true;
  }

  /** Whether entries go on after the words of a node. */
  goesOn(node: number): boolean {
    return this.#goesOn[node] === true;
  }

  /** The first of the entries that the words up to a node make; they are numbered through to that of the next node. */
  firstSense(node: number): number {
    return this.#firsts[node] ?? 0;
  }

  /** The number of the class of an entry. */
  classOf(number: number): number {
    return this.#classOf[number] ?? 0;
  }

  /** Bits of `Form` of an entry; 0 where it is not a verb. */
  formOf(number: number): number {
    return this.#formOf[number] ?? 0;
  }

  /** Bits of `SenseFlag` of an entry. */
  flags(number: number): number {
    return this.#flags[number] ?? 0;
  }

  /** The word of which `word` is the plural; itself where it is none, or none that the lexicon knows. */
  singular(word: number): number {
    return this.#singular[word] ?? word;
  }

  #addClass(wordClass: WordClass<unknown>): void {
    const number = this.#values.length;
    if (this.#byName.has(wordClass.name)) throw new Error(`Two classes are called “${wordClass.name}”.`);
    this.#classes[wordClass.id] = number;
    this.#byName.set(wordClass.name, number);
    const values: unknown[] = [];
    this.#values.push(values);
    const hides = wordClass.hidesParts ? SenseFlag.hidesParts : 0;
    for (const entry of wordClass.entries()) {
      values.push(entry.value);
      this.#addEntry(entry, number, values.length - 1, hides);
    }
  }

  #addEntry({ words, bends }: ClassEntry<unknown>, wordClass: number, value: number, hides: number): void {
    const pieces = piecesOf(words);
    const [first = '', ...others] = pieces;
    if (first === '') throw new Error('An entry of the lexicon has no words.');
    const flags = hides | (CAPITALS.test(words) ? SenseFlag.capitals : 0) | (bends === 'noun' ? 0 : SenseFlag.fixed);
    if (bends === 'verb') {
      // In 'non-certify', the second word is inflected.
      const [second, ...rest] = first === 'non' ? others : pieces;
      for (const [word, form] of verbForms(second ?? first)) {
        const bent = first === 'non' ? [first, word, ...rest] : [word, ...rest];
        this.#added.push(this.#nodeOf(bent), wordClass, value, form, flags);
      }
      return;
    }
    if (bends === 'noun') for (const piece of pieces) this.#addPlural(piece);
    this.#added.push(this.#nodeOf(pieces), wordClass, value, 0, flags);
  }

  /** The node that words lead to, made where there is none. */
  #nodeOf(pieces: readonly string[]): number {
    let node = 0;
    for (const piece of pieces) {
      const word = this.words.add(piece);
      let next = this.#next.get(node, word);
      if (next < 0) {
        next = this.#nodes++;
        this.#next.add(node, word, next);
        this.#goesOn[node] = true;
      }
      node = next;
    }
    return node;
  }

  #addPlural(noun: string): void {
    if (!/[a-z]{2}$/.test(noun)) return;
    const singular = this.words.add(noun);
    const plural = this.words.add(pluralOf(noun));
    this.#singular[plural] ??= singular;
  }
}

/** 'PT', 'ESI', 'ROM', 'NSAI'. */
const CAPITALS = /^[A-Z][A-Z0-9]{1,3}$/;

/** The words of an entry as the tokens of a letter have them; a hyphen and a full stop between them do not matter. */
export function piecesOf(words: string): readonly string[] {
  if (PLAIN_WORDS.test(words)) return words.split(' ');
  // A letter's text is one flat string. Code that has met strings of other kinds, as slices are, is slower with all.
  const tokens = new Tokens(Array.from(words).join(''), NO_WORDS);
  const pieces: string[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const written = tokens.lower(at);
    if (!isJoint(written)) pieces.push(written === "n't" ? 'not' : written);
  }
  return pieces;
}

/** Most entries: each of their words is one token. */
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/;
const NO_WORDS = new WordTable();

/** What may be between two words of one entry, close to both: 'x-ray', 'P.T.', 'and/or'. */
export const isJoint = (written: string): boolean =>
  written === '-' || written === '.' || written === '/' || written === '&';
