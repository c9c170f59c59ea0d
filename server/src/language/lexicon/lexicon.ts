import { Tokens } from '../tokens.ts';
import { WordTable } from '../words.ts';
import { pluralOf, verbForms } from './forms.ts';
import { PairTable } from './pairTable.ts';
import type { ClassEntry, WordClass } from './wordClass.ts';

/** A word or a group of words as an entry of a class. */
export interface Sense {
  /** Number of the class in this lexicon. */
  readonly class: number;
  /** Place of what it stands for among the values of its class. */
  readonly value: number;
  /** Bits of `Form` where the entry is a verb; else 0. */
  readonly form: number;
  /** It is found only in capitals. */
  readonly capitals: boolean;
  /** It is found only as it is written, not in the plural. */
  readonly fixed: boolean;
  readonly hidesParts: boolean;
}

/** Bits: what matters of an entry while it is looked for. */
export const SenseFlag = { capitals: 1, fixed: 2, hidesParts: 4 } as const;

const flagsOf = ({ capitals, fixed, hidesParts }: Sense): number =>
  (capitals ? SenseFlag.capitals : 0) | (fixed ? SenseFlag.fixed : 0) | (hidesParts ? SenseFlag.hidesParts : 0);

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
  readonly #next = new PairTable();
  /** All entries, those of a node side by side. */
  readonly #senses: readonly Sense[];
  /** By entry: bits of `SenseFlag`. */
  readonly #flags: Uint8Array;
  readonly #classOf: Uint16Array;
  readonly #formOf: Uint16Array;
  /** By node: the place of its first entry. */
  readonly #firsts: Int32Array;
  /** Entries by node, while they are being added. */
  #added: Sense[][] = [[]];
  /** By node. */
  readonly #goesOn: boolean[] = [];
  /** By word: whether an entry begins with it. */
  readonly #begins: boolean[] = [];
  /** By word: that of which it is the plural, else itself. */
  readonly #singular: number[] = [];

  constructor(classes: Iterable<WordClass<unknown>>) {
    for (const word of OWN_WORDS) this.words.add(word);
    for (const each of classes) this.#addClass(each);
    this.#senses = this.#added.flat();
    this.#flags = Uint8Array.from(this.#senses, flagsOf);
    this.#classOf = Uint16Array.from(this.#senses, (sense) => sense.class);
    this.#formOf = Uint16Array.from(this.#senses, (sense) => sense.form);
    this.#firsts = new Int32Array(this.#added.length + 1);
    for (const [node, senses] of this.#added.entries()) {
      this.#firsts[node + 1] = (this.#firsts[node] ?? 0) + senses.length;
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

  /** What an entry of a class stands for. */
  valueOf<T>(wordClass: WordClass<T>, sense: Sense): T {
    // The values of a class are those that its own entries gave.
    return this.#values[this.numberOf(wordClass)]?.[sense.value] as T;
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

  sense(number: number): Sense | undefined {
    return this.#senses[number];
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
    for (const entry of wordClass.entries()) {
      const value = values.length;
      values.push(entry.value);
      this.#addEntry(entry, { class: number, value, hidesParts: wordClass.hidesParts });
    }
  }

  #addEntry({ words, bends }: ClassEntry<unknown>, sense: Pick<Sense, 'class' | 'value' | 'hidesParts'>): void {
    const pieces = piecesOf(words);
    const [first = '', ...others] = pieces;
    if (first === '') throw new Error('An entry of the lexicon has no words.');
    const capitals = CAPITALS.test(words);
    if (bends === 'verb') {
      // In 'non-certify', the second word is inflected.
      const [second, ...rest] = first === 'non' ? others : pieces;
      for (const [word, form] of verbForms(second ?? first)) {
        const bent = first === 'non' ? [first, word, ...rest] : [word, ...rest];
        this.#addSense(bent, { form, capitals, fixed: true, ...sense });
      }
      return;
    }
    if (bends === 'noun') for (const piece of pieces) this.#addPlural(piece);
    this.#addSense(pieces, { form: 0, capitals, fixed: bends === 'fixed', ...sense });
  }

  #addSense(pieces: readonly string[], sense: Sense): void {
    let node = 0;
    for (const piece of pieces) {
      const word = this.words.add(piece);
      let next = this.#next.get(node, word);
      if (next < 0) {
        next = this.#added.length;
        this.#added.push([]);
        this.#next.add(node, word, next);
        this.#goesOn[node] = true;
      }
      node = next;
    }
    this.#added[node]?.push(sense);
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
