import type { Entries } from '../entries.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
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
  readonly #byWord = new Map<number, Compiled<Role>[]>();
  readonly #byClass = new Map<number, Compiled<Role>[]>();
  /** By the number of a word: 1 where a row begins with it. */
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
      for (const step of beginnings(steps, row.id)) this.#index(step, compiled);
    }
    this.#begins = new Uint8Array(Math.max(0, ...this.#byWord.keys()) + 1);
    for (const word of this.#byWord.keys()) this.#begins[word] = 1;
  }

  #index(step: Step, compiled: Compiled<Role>): void {
    if (step.kind === 'words') for (const word of step.words) addTo(this.#byWord, word, compiled);
    else if (step.kind === 'class') addTo(this.#byClass, step.class, compiled);
    else if (step.kind === 'value') addTo(this.#byValue, this.#kinds.indexOf(step.value), compiled);
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
      const best = longest(matcher, starts, at);
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
    for (const rows of candidates(starts, at)) {
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
      if (this.#begins[word] !== 1) continue;
      const rows = this.#byWord.get(word);
      if (rows !== undefined && mayBegin(rows)) words.push(at);
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
    const [byWord, byClass] = [this.#byWord, this.#byClass];
    return { reading, places, possible, byWord, byClass, ofClasses, values, valuesOf, groups: [] };
  };
}

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

/** The row with the most words that begins at a token; if there are several, the first. */
function longest<Role>(matcher: Matcher, starts: Starts<Role>, at: number): Match<Role> | null {
  let best: Match<Role> | null = null;
  for (const rows of candidates(starts, at)) {
    for (const compiled of rows) {
      if (!starts.possible.has(compiled)) continue;
      const { row, program } = compiled;
      const end = matcher.endOf(program, at);
      if (end > (best?.end ?? at)) best = { row, first: at, end, captures: matcher.captures(program) };
    }
  }
  return best;
}

/** The rows that begin as a token does. The list is that of the place before, filled anew. */
function candidates<Role>(starts: Starts<Role>, at: number): readonly (readonly Compiled<Role>[])[] {
  const { reading, byWord, byClass, ofClasses, values, groups } = starts;
  const { entries } = reading;
  groups.length = 0;
  const ofWord = byWord.get(reading.tokens.word(at));
  if (ofWord !== undefined) groups.push(ofWord);
  const first = entries.from(at);
  const end = ofClasses.has(at) ? entries.from(at + 1) : first;
  for (let entry = first; entry < end; entry++) {
    const number = entries.classOf(entry);
    const ofClass = byClass.get(number);
    if (ofClass !== undefined && !isOfEarlier(entries, first, entry, number)) groups.push(ofClass);
  }
  for (const each of values) if (each.values.at(at) !== undefined) groups.push(each.rows);
  return groups;
}

/** Where rows may begin in a letter. */
interface Starts<Role> {
  readonly reading: Reading;
  /** The tokens at which any row may begin. */
  readonly places: Places;
  readonly possible: PossibleRows;
  /** The rows that begin with a word. */
  readonly byWord: ReadonlyMap<number, readonly Compiled<Role>[]>;
  /** The rows that begin with a class. */
  readonly byClass: ReadonlyMap<number, readonly Compiled<Role>[]>;
  /** The tokens at which there is a class with which possible rows begin. */
  readonly ofClasses: Places;
  readonly values: readonly StartingValues<Role>[];
  /** The values of a kind, read when a row first needs them. */
  readonly valuesOf: (kind: number) => ValuesByFirst;
  /** The rows that begin at the token that is being looked at. */
  readonly groups: (readonly Compiled<Role>[])[];
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

/** The steps that may be the first to take a token. */
function beginnings(steps: readonly Step[], id: string): readonly Step[] {
  const first: Step[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case 'not':
      case 'apart':
      case 'end':
      case 'capital':
      case 'capitals':
        continue;
      case 'gap':
        throw new Error(`The row “${id}” begins with a gap.`);
      case 'option':
        first.push(...beginnings(step.steps, id));
        continue;
      case 'either':
        for (const way of step.ways) first.push(...beginnings(way, id));
        return first;
      case 'capture':
        first.push(...beginnings(step.steps, id));
        return first;
      default:
        first.push(step);
        return first;
    }
  }
  if (steps.every(({ kind }) => kind === 'option' || kind === 'not')) return first;
  throw new Error(`The row “${id}” begins with nothing.`);
}
