import { isJoint, type Lexicon, SenseFlag } from './lexicon/lexicon.ts';
import { Places, type PlacesKey } from './places.ts';
import type { Tokens } from './tokens.ts';

/**
 * Where the entries of a lexicon are in a text: at each token those that begin there, the longest first. They are
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
  /** By entry: its number in the lexicon, the number of its class, and the position after its last token. */
  #senses: Int32Array<ArrayBuffer>;
  #classes: Int32Array<ArrayBuffer>;
  #ends: Int32Array<ArrayBuffer>;
  #count = 0;
  /** By token, two numbers: a bit for each class of which an entry begins there; as there are more classes than bits, several have one. */
  readonly #classBits: Int32Array;
  /** Made when a class is first looked for. */
  #byClass: PlacesByClass | null = null;
  /** By the number of a class: the tokens at which its entries begin, as far as they were needed. */
  readonly #placesByClass = new Map<number, Places>();
  /** Those of a class that has no entry here. */
  readonly #none: Places;
  readonly #placesByKey: (Places | undefined)[] = [];
  /** By token: what it may be as a form of a verb. Read when it is first needed. */
  #forms: Uint16Array | null = null;
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
    this.#none = this.noPlaces();
    this.#firsts = new Int32Array(count + 1);
    this.#senses = new Int32Array(16 + USUAL_ENTRIES * count);
    this.#classes = new Int32Array(16 + USUAL_ENTRIES * count);
    this.#ends = new Int32Array(16 + USUAL_ENTRIES * count);
    this.#classBits = new Int32Array(2 * count);
    for (let i = 0; i < count; i++) {
      this.#firsts[i] = this.#count;
      const at = this.#first + i;
      if (lexicon.begins(this.#word(at))) this.#hidden = Math.max(this.#hidden, this.#read(at));
    }
    this.#firsts[count] = this.#count;
  }

  /** The number of the first entry of a token, or of the first one after it. */
  from(at: number): number {
    return at < this.#first ? 0 : (this.#firsts[at - this.#first] ?? this.#count);
  }

  /** The number of the longest entry of a class that begins at a token; -1 where none does. */
  find(at: number, wordClass: number): number {
    const bits = this.#classBits[this.#bitsOf(at, wordClass)];
    if (bits === undefined || (bits & (1 << (wordClass & LAST_BIT))) === 0) return -1;
    const classes = this.#classes;
    const last = this.from(at + 1);
    for (let entry = this.from(at); entry < last; entry++) if (classes[entry] === wordClass) return entry;
    return -1;
  }

  /** Which number of the bits of a token is that of a class. */
  #bitsOf(at: number, wordClass: number): number {
    return 2 * (at - this.#first) + ((wordClass >> 5) & 1);
  }

  /** The tokens at which entries of some classes begin. */
  placesOf(classes: readonly number[]): Places {
    const [only] = classes;
    if (classes.length === 1 && only !== undefined) return this.#placesOfClass(only);
    const places = this.noPlaces();
    for (const each of classes) places.addAll(this.#placesOfClass(each));
    return places;
  }

  /** The same for a set of classes that is needed again and again. */
  placesBy(key: PlacesKey, classes: () => readonly number[]): Places {
    const known = this.#placesByKey[key.number];
    if (known !== undefined) return known;
    const places = this.placesOf(classes());
    this.#placesByKey[key.number] = places;
    return places;
  }

  /** A set over the same tokens, with none in it. */
  noPlaces(): Places {
    return new Places(this.#first, this.#end - this.#first);
  }

  /** What a token may be as a form of a verb, by whatever class has it: bits of `Form`; 0 where it is none. */
  formAt(at: number): number {
    this.#forms ??= this.#readForms();
    return this.#forms[at - this.#first] ?? 0;
  }

  #readForms(): Uint16Array {
    const forms = new Uint16Array(this.#end - this.#first);
    for (let i = 0; i < forms.length; i++) {
      let form = 0;
      const last = this.#firsts[i + 1] ?? 0;
      for (let entry = this.#firsts[i] ?? 0; entry < last; entry++)
        form |= this.#lexicon.formOf(this.#senses[entry] ?? 0);
      forms[i] = form;
    }
    return forms;
  }

  /** The classes of all entries, each once, ascending. */
  get classes(): readonly number[] {
    return this.#sorted().classes;
  }

  #placesOfClass(wordClass: number): Places {
    const known = this.#placesByClass.get(wordClass);
    if (known !== undefined) return known;
    const places = this.#readPlaces(wordClass);
    this.#placesByClass.set(wordClass, places);
    return places;
  }

  #readPlaces(wordClass: number): Places {
    const { ends, tokens } = this.#sorted();
    const last = ends[wordClass] ?? 0;
    let at = ends[wordClass - 1] ?? 0;
    if (at >= last) return this.#none;
    const places = this.noPlaces();
    for (; at < last; at++) places.add(tokens[at] ?? 0);
    return places;
  }

  #sorted(): PlacesByClass {
    this.#byClass ??= this.#sortByClass();
    return this.#byClass;
  }

  #sortByClass(): PlacesByClass {
    const ends = new Int32Array(this.#lexicon.classCount);
    for (let entry = 0; entry < this.#count; entry++) {
      const wordClass = this.classOf(entry);
      ends[wordClass] = (ends[wordClass] ?? 0) + 1;
    }
    const classes: number[] = [];
    let sum = 0;
    for (let wordClass = 0; wordClass < ends.length; wordClass++) {
      const count = ends[wordClass] ?? 0;
      if (count > 0) classes.push(wordClass);
      ends[wordClass] = sum;
      sum += count;
    }
    const tokens = new Int32Array(this.#count);
    for (let at = this.#first; at < this.#end; at++) {
      const last = this.from(at + 1);
      for (let entry = this.from(at); entry < last; entry++) {
        const wordClass = this.classOf(entry);
        const place = ends[wordClass] ?? 0;
        tokens[place] = at;
        ends[wordClass] = place + 1;
      }
    }
    return { classes, ends, tokens };
  }

  /** The number of an entry in the lexicon. */
  sense(entry: number): number {
    return this.#senses[entry] ?? 0;
  }

  /** The number of an entry's class. */
  classOf(entry: number): number {
    return this.#classes[entry] ?? 0;
  }

  /** The position after an entry's last token. */
  end(entry: number): number {
    return this.#ends[entry] ?? 0;
  }

  /** Adds the entries that begin at a token; gives the end of the group that hides what lies in it, 0 where there is none. */
  #read(first: number): number {
    const before = this.#count;
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
    if (end > this.#hidden)
      this.#take(node, end, (isCapitals ? 0 : SenseFlag.capitals) | (isBent ? SenseFlag.fixed : 0));
    if (this.#lexicon.goesOn(node)) this.#follow(node, this.#afterJoint(end), isBent, isCapitals);
  }

  /** Adds the entries of a node but those with one of some flags. */
  #take(node: number, end: number, without: number): void {
    const lexicon = this.#lexicon;
    const last = lexicon.firstSense(node + 1);
    for (let sense = lexicon.firstSense(node); sense < last; sense++) {
      const flags = lexicon.flags(sense);
      if ((flags & without) !== 0) continue;
      if ((flags & SenseFlag.hidesParts) !== 0 && end > this.#begin + 1) this.#hides = Math.max(this.#hides, end);
      if (this.#count === this.#senses.length) this.#grow();
      this.#senses[this.#count] = sense;
      this.#classes[this.#count] = lexicon.classOf(sense);
      this.#ends[this.#count++] = end;
    }
  }

  #grow(): void {
    this.#senses = twiceAsLong(this.#senses);
    this.#classes = twiceAsLong(this.#classes);
    this.#ends = twiceAsLong(this.#ends);
  }

  #word(at: number): number {
    return this.#words?.get(at)?.word ?? this.#tokens.word(at);
  }

  /** The position after a word; a corrected one may be of several tokens. */
  #afterWord(at: number): number {
    return this.#words?.get(at)?.end ?? at + 1;
  }

  /** The longest first, else as they were added; none that is shorter than the group that hides it. */
  #putInOrder(before: number, hides: number): void {
    const senses = this.#senses;
    const classes = this.#classes;
    const ends = this.#ends;
    let kept = before;
    for (let i = before; i < this.#count; i++) {
      const sense = senses[i] ?? 0;
      const wordClass = classes[i] ?? 0;
      const end = ends[i] ?? 0;
      if (end < hides) continue;
      const bits = this.#bitsOf(this.#begin, wordClass);
      this.#classBits[bits] = (this.#classBits[bits] ?? 0) | (1 << (wordClass & LAST_BIT));
      let at = kept++;
      for (; at > before && (ends[at - 1] ?? 0) < end; at--) {
        senses[at] = senses[at - 1] ?? 0;
        classes[at] = classes[at - 1] ?? 0;
        ends[at] = ends[at - 1] ?? 0;
      }
      senses[at] = sense;
      classes[at] = wordClass;
      ends[at] = end;
    }
    this.#count = kept;
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

/** The tokens at which entries begin, those of one class together, ascending. */
interface PlacesByClass {
  /** Those that have entries, ascending. */
  readonly classes: readonly number[];
  /** By class: the position in `tokens` after its last one. Its first is after the last one of the class before. */
  readonly ends: Int32Array;
  readonly tokens: Int32Array;
}

/** Of the 32 bits of a number. */
const LAST_BIT = 31;
/** A word of a letter begins so many entries at the median. */
const USUAL_ENTRIES = 8;
const LONGEST_ABBREVIATION = 4;

function twiceAsLong(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

/** 'MRIs', 'NCVs'. */
const isCapitalsWithS = (written: string): boolean =>
  written.length > 2 && written.endsWith('s') && written.slice(0, -1) === written.slice(0, -1).toUpperCase();
