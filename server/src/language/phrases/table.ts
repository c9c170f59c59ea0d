import type { Entries } from '../entries.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { PairTable } from '../lexicon/pairTable.ts';
import type { Places } from '../places.ts';
import type { Passage, Reading, TokenRange } from '../reading.ts';
import type { Tokens } from '../tokens.ts';
import { type Captures, Matcher, type StepCount, type ValuesByFirst } from './matcher.ts';
import { readPattern } from './pattern.ts';
import { type Program, programOf } from './program.ts';
import type { Step } from './step.ts';

/**
 * A row: a phrase, and the role that it has. A row names a role ('had', 'requested'), never what follows from it. Its
 * examples are tests: the row is found in each of `holds`, and in none of `misses`.
 */
export interface Row<Role> {
  readonly id: string;
  /** See `readPattern`. */
  readonly says: string;
  readonly role: Role;
  readonly holds: readonly string[];
  readonly misses: readonly string[];
}

/** A row as it is in a text. Positions are of tokens, `end` excluded. */
export interface Match<Role> extends TokenRange {
  readonly row: Row<Role>;
  readonly captures: Captures;
}

/** Readers of values, by the names that patterns call them. */
export type ValueReaders = Readonly<Record<string, (reading: Reading) => ValuesByFirst>>;

interface Compiled<Role> {
  /** Its place among the rows. */
  readonly place: number;
  readonly row: Row<Role>;
  readonly program: Program;
  /** Wherever the row occurs, at least one word of each of these does, too. */
  readonly needs: readonly (readonly number[])[];
}

/**
 * Rows that are looked for together: of those that begin at one word the longest is found, and none overlaps another.
 * A table is compiled for one lexicon before the first letter is read with it.
 */
export class PhraseTable<Role> {
  readonly rows: readonly Row<Role>[];
  /** The kinds of values that rows may name, and how each is read. */
  readonly #kinds: readonly string[];
  readonly #readers: readonly ((reading: Reading) => ValuesByFirst)[];
  readonly #compiled: Compiled<Role>[] = [];
  /** Those that begin with two words, one after the other, as most do: by both. */
  readonly #byPair: Compiled<Role>[][] = [];
  readonly #pairs = new PairTable(FEW_PAIRS);
  /** Those that begin with one word, and then with what is no word. */
  readonly #byWord = new Map<number, Compiled<Role>[]>();
  readonly #byClass = new Map<number, Compiled<Role>[]>();
  /** By the number of a word: bits, how rows begin with it. */
  #begins: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** By the place of its kind. */
  readonly #byValue = new Map<number, Compiled<Role>[]>();

  #isCompiled = false;

  constructor(rows: readonly Row<Role>[], values: ValueReaders = {}) {
    this.rows = rows;
    this.#kinds = Object.keys(values);
    this.#readers = Object.values(values);
  }

  /**
   * Adds the words of the rows to a lexicon that no letter was read with yet.
   * @throws where a row cannot be read, two rows have one id, or a row begins with what may be missing alone
   */
  compile(lexicon: Lexicon): void {
    this.#isCompiled = true;
    const ids = new Set<string>();
    const kinds = new Set(this.#kinds);
    for (const row of this.rows) {
      if (ids.has(row.id)) throw new Error(`Two rows are called “${row.id}”.`);
      ids.add(row.id);
      const steps = readPattern(row.says, lexicon, kinds);
      const place = this.#compiled.length;
      const compiled = { place, row, program: programOf(steps, this.#kinds), needs: needsOf(steps) };
      this.#compiled.push(compiled);
      this.#index(beginningsOf(steps, row.id), compiled);
    }
  }

  #index(beginnings: readonly Opening[], compiled: Compiled<Role>): void {
    /** By first word: the words that may come next; null where something else may. */
    const seconds = new Map<number, ReadonlySet<number> | null>();
    for (const { step, rest } of beginnings) {
      if (step.kind === 'class') addTo(this.#byClass, step.class, compiled);
      else if (step.kind === 'value') addTo(this.#byValue, this.#kinds.indexOf(step.value), compiled);
      if (step.kind !== 'words') continue;
      const next = wordsAtStart(rest);
      for (const first of step.words) {
        const known = seconds.get(first);
        seconds.set(first, next === null || known === null ? null : new Set([...(known ?? []), ...next]));
      }
    }
    for (const [first, next] of seconds) {
      this.#markBeginning(first, next === null ? Begins.alone : Begins.withAnother);
      if (next === null) addTo(this.#byWord, first, compiled);
      else for (const second of next) this.#indexPair(first, second, compiled);
    }
  }

  #indexPair(first: number, second: number, compiled: Compiled<Role>): void {
    const known = this.#byPair[this.#pairs.get(first, second)];
    if (known === undefined) this.#pairs.add(first, second, this.#byPair.push([compiled]) - 1);
    else known.push(compiled);
  }

  #markBeginning(word: number, how: number): void {
    if (word >= this.#begins.length) {
      const longer = new Uint8Array(2 * word + 1);
      longer.set(this.#begins);
      this.#begins = longer;
    }
    this.#begins[word] = (this.#begins[word] ?? 0) | how;
  }

  /**
   * The rows that are in tokens of a passage, in order. A row lies within one sentence.
   * @throws where the table was not compiled
   */
  find(passage: Passage, range: TokenRange = passage, count?: StepCount): readonly Match<Role>[] {
    return range === passage && count === undefined ? passage.get(this.#findAll) : this.#find(passage, range, count);
  }

  readonly #findAll = (passage: Passage): readonly Match<Role>[] => this.#find(passage, passage);

  #find(passage: Passage, { first, end }: TokenRange, count?: StepCount): readonly Match<Role>[] {
    const { reading } = passage;
    const starts = reading.get(this.#starts);
    let at = starts?.places.next(first, end) ?? end;
    if (starts === null || at >= end) return NO_MATCHES;
    const matches: Match<Role>[] = [];
    const matcher = this.#matcher(starts, first, count);
    let stop = first;
    while (at < end) {
      if (at >= stop) {
        stop = Math.min(end, reading.endOfSentence(at));
        matcher.startSentence(stop);
      }
      const best = this.#longest(matcher, starts, at);
      if (best !== null) matches.push(best);
      at = starts.places.next(best === null ? at + 1 : Math.max(at + 1, best.end), end);
    }
    return matches;
  }

  /** All rows that begin at a token with the most words; more than one is a tie, which a test of the rows refuses. */
  allAt(passage: Passage, at: number): readonly Match<Role>[] {
    const starts = passage.reading.get(this.#starts);
    if (starts === null) return NO_MATCHES;
    const matcher = this.#matcher(starts, passage.first);
    matcher.startSentence(Math.min(passage.end, passage.reading.endOfSentence(at)));
    const matches: Match<Role>[] = [];
    for (const rows of this.#candidates(starts, at)) {
      for (const { row, program } of rows) {
        const end = matcher.endOf(program, at);
        if (end > at) matches.push({ row, first: at, end, captures: matcher.captures(program) });
      }
    }
    const most = Math.max(...matches.map(({ end }) => end));
    return matches.filter(({ end }) => end === most);
  }

  #matcher({ reading, valuesOf }: Starts<Role>, floor: number, count?: StepCount): Matcher {
    return new Matcher({ reading, valuesOf, floor, count });
  }

  /** Null where no row may begin. */
  readonly #starts = (reading: Reading): Starts<Role> | null => {
    if (!this.#isCompiled)
      throw new Error('This table is in no lexicon: add it to TABLES in determination/language.ts (or wording/).');
    const { entries, tokens } = reading;
    const read: (ValuesByFirst | undefined)[] = [];
    const valuesOf = (kind: number): ValuesByFirst => (read[kind] ??= this.#readers[kind]?.(reading) ?? NO_VALUES);
    const possible = new PossibleRows(tokens, this.#compiled.length);
    const mayBegin = (rows: readonly Compiled<Role>[]): boolean => rows.some((row) => possible.has(row));
    const values: StartingValues<Role>[] = [];
    for (const [kind, rows] of this.#byValue) if (mayBegin(rows)) values.push({ values: valuesOf(kind), rows });
    const classes: number[] = [];
    for (const each of entries.classes) {
      const rows = this.#byClass.get(each);
      if (rows !== undefined && mayBegin(rows)) classes.push(each);
    }
    const words: number[] = [];
    for (let at = 0; at < tokens.count; at++) {
      const word = tokens.word(at);
      const how = this.#begins[word];
      if (how === undefined || how === 0) continue;
      const isPair = (how & Begins.withAnother) !== 0 && this.#pairs.get(word, tokens.word(at + 1)) >= 0;
      if (isPair || ((how & Begins.alone) !== 0 && mayBegin(this.#byWord.get(word) ?? []))) words.push(at);
    }
    if (words.length + classes.length + values.length === 0) return null;
    const ofClasses = entries.placesOf(classes);
    const places = entries.noPlaces();
    places.addAll(ofClasses);
    for (const at of words) places.add(at);
    for (const each of values) {
      if (each.values.all === undefined) places.fill();
      else for (const { first } of each.values.all) places.add(first);
    }
    return { reading, places, possible, ofClasses, values, valuesOf };
  };

  /** The row with the most words that begins at a token; if there are several, the first. */
  #longest(matcher: Matcher, starts: Starts<Role>, at: number): Match<Role> | null {
    let best: Match<Role> | null = null;
    for (const rows of this.#candidates(starts, at)) {
      for (const compiled of rows) {
        if (!starts.possible.has(compiled)) continue;
        const { row, program } = compiled;
        const end = matcher.endOf(program, at);
        if (end > (best?.end ?? at)) best = { row, first: at, end, captures: matcher.captures(program) };
      }
    }
    return best;
  }

  /** The rows that begin as a token does. */
  #candidates({ reading, ofClasses, values }: Starts<Role>, at: number): readonly (readonly Compiled<Role>[])[] {
    const { entries, tokens } = reading;
    const groups: (readonly Compiled<Role>[])[] = [];
    const word = tokens.word(at);
    const how = this.#begins[word] ?? 0;
    const ofPair =
      (how & Begins.withAnother) === 0 ? undefined : this.#byPair[this.#pairs.get(word, tokens.word(at + 1))];
    if (ofPair !== undefined) groups.push(ofPair);
    const ofWord = (how & Begins.alone) === 0 ? undefined : this.#byWord.get(word);
    if (ofWord !== undefined) groups.push(ofWord);
    const first = entries.from(at);
    const end = ofClasses.has(at) ? entries.from(at + 1) : first;
    for (let entry = first; entry < end; entry++) {
      const number = entries.classOf(entry);
      const ofClass = this.#byClass.get(number);
      if (ofClass !== undefined && !isOfEarlier(entries, first, entry, number)) groups.push(ofClass);
    }
    for (const each of values) if (each.values.at(at) !== undefined) groups.push(each.rows);
    return groups;
  }
}

/** How rows begin with a word: with it and what is no word, or with it and one of some words. */
const Begins = { alone: 1, withAnother: 2 } as const;

/** The tables grow; most have fewer. */
const FEW_PAIRS = 256;

/** The rows that a text has all the words for. Most rows need one that it does not have. */
class PossibleRows {
  readonly #tokens: Tokens;
  /** By the place of a row: 0 where nobody has asked. */
  #known: Uint8Array | null = null;
  readonly #count: number;

  constructor(tokens: Tokens, count: number) {
    this.#tokens = tokens;
    this.#count = count;
  }

  has({ place, needs }: Pick<Compiled<unknown>, 'place' | 'needs'>): boolean {
    this.#known ??= new Uint8Array(this.#count);
    const known = this.#known[place];
    if (known !== undefined && known !== 0) return known === POSSIBLE;
    const isPossible = this.#hasAll(needs);
    this.#known[place] = isPossible ? POSSIBLE : IMPOSSIBLE;
    return isPossible;
  }

  #hasAll(needs: readonly (readonly number[])[]): boolean {
    for (const words of needs) if (!this.#hasOne(words)) return false;
    return true;
  }

  #hasOne(words: readonly number[]): boolean {
    for (const word of words) if (this.#tokens.hasWord(word)) return true;
    return false;
  }
}

const POSSIBLE = 1;
const IMPOSSIBLE = 2;

/** Where rows may begin in a letter. */
interface Starts<Role> {
  readonly reading: Reading;
  /** The tokens at which any row may begin. */
  readonly places: Places;
  readonly possible: PossibleRows;
  /** The tokens at which there is a class with which possible rows begin. */
  readonly ofClasses: Places;
  readonly values: readonly StartingValues<Role>[];
  /** The values of a kind, read when a row first needs them. */
  readonly valuesOf: (kind: number) => ValuesByFirst;
}

/** The rows that begin with a value of one kind. */
interface StartingValues<Role> {
  readonly values: ValuesByFirst;
  readonly rows: readonly Compiled<Role>[];
}

const NO_MATCHES: readonly never[] = [];

const NO_VALUES: ValuesByFirst = { at: () => undefined, all: [] };

/** The words of the steps that a row needs; the shortest list first, which is looked for first. */
const needsOf = (steps: readonly Step[]): readonly (readonly number[])[] =>
  needed(steps).toSorted((a, b) => a.length - b.length);

const needed = (steps: readonly Step[]): readonly (readonly number[])[] =>
  steps.flatMap((step) =>
    step.kind === 'words' ? [[...step.words]] : step.kind === 'capture' ? needed(step.steps) : [],
  );

/** Whether an entry before this one, at the same token, is of the same class. */
function isOfEarlier(entries: Entries, first: number, entry: number, number: number): boolean {
  for (let earlier = first; earlier < entry; earlier++) if (entries.classOf(earlier) === number) return true;
  return false;
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (known.at(-1) !== value) known.push(value);
}

/** A step that may be the first to take a token, and the steps that come after it then. */
interface Opening {
  readonly step: Step;
  readonly rest: readonly Step[];
}

/** How steps may begin to take tokens; null among them where they may take none. */
function openings(steps: readonly Step[]): readonly (Opening | null)[] {
  const found: (Opening | null)[] = [];
  for (const [i, step] of steps.entries()) {
    const rest = steps.slice(i + 1);
    switch (step.kind) {
      case 'not':
      case 'after':
      case 'apart':
      case 'end':
      case 'capital':
      case 'capitals':
        continue;
      case 'option':
        found.push(...openings([...step.steps, ...rest]));
        continue;
      case 'either':
        return [...found, ...step.ways.flatMap((way) => openings([...way, ...rest]))];
      case 'capture':
        return [...found, ...openings([...step.steps, ...rest])];
      default:
        return [...found, { step, rest }];
    }
  }
  return [...found, null];
}

/** How a row may begin. */
function beginningsOf(steps: readonly Step[], id: string): readonly Opening[] {
  const found: Opening[] = [];
  for (const opening of openings(steps)) {
    if (opening?.step.kind === 'gap') throw new Error(`The row “${id}” begins with a gap.`);
    if (opening !== null) found.push(opening);
    else if (!steps.every(({ kind }) => kind === 'option' || kind === 'not'))
      throw new Error(`The row “${id}” begins with nothing.`);
  }
  return found;
}

/** The words with one of which steps begin; null where they may begin with anything else. */
function wordsAtStart(steps: readonly Step[]): ReadonlySet<number> | null {
  const words = new Set<number>();
  for (const opening of openings(steps)) {
    if (opening?.step.kind !== 'words') return null;
    for (const word of opening.step.words) words.add(word);
  }
  return words;
}
