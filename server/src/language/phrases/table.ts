import type { Entries } from '../entries.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Places } from '../places.ts';
import type { Passage, Reading, TokenRange } from '../reading.ts';
import type { Tokens } from '../tokens.ts';
import type { Value } from '../values/value.ts';
import { readPattern } from './pattern.ts';
import type { Step } from './step.ts';

/**
 * A row: a phrase, and the role that it has. A row names a role ('had', 'requested'), never what follows from it. Its
 * examples are tests: in each of `holds` the row is found, in none of `misses`.
 */
export interface Row<Role> {
  readonly id: string;
  /** See `readPattern`. */
  readonly says: string;
  readonly role: Role;
  readonly holds: readonly string[];
  readonly misses: readonly string[];
}

/** A row as it stands in a text. Positions are of tokens, `end` excluded. */
export interface Match<Role> extends TokenRange {
  readonly row: Row<Role>;
  readonly captures: Readonly<Record<string, TokenRange>>;
}

/** Readers of values, by the names that patterns call them. */
export type ValueReaders = Readonly<Record<string, (reading: Reading) => ValuesByFirst>>;

/** Values, or what is like them, by the token at which they begin. */
export interface ValuesByFirst {
  at(first: number): Value | undefined;
  /** All of them; missing where a token is looked at only when it is asked about. */
  readonly all?: readonly Value[];
}

interface Compiled<Role> {
  readonly row: Row<Role>;
  readonly steps: readonly Step[];
  /** Of each of these at least one word stands wherever the row does. */
  readonly needs: readonly ReadonlySet<number>[];
}

/** How many steps were tried in a reading, for the test that counts them. */
export interface StepCount {
  steps: number;
}

/**
 * Rows that are looked for together: of those that begin at one word the longest is found, and none overlaps another.
 * A table is compiled for one lexicon before the first letter is read with it.
 */
export class PhraseTable<Role> {
  readonly rows: readonly Row<Role>[];
  readonly #values: ValueReaders;
  readonly #byWord = new Map<number, Compiled<Role>[]>();
  readonly #byClass = new Map<number, Compiled<Role>[]>();
  readonly #byValue = new Map<string, Compiled<Role>[]>();

  constructor(rows: readonly Row<Role>[], values: ValueReaders = {}) {
    this.rows = rows;
    this.#values = values;
  }

  /**
   * Adds the words of the rows to a lexicon that no letter was read with yet.
   * @throws where a row cannot be read, two rows have one id, or a row begins with what may be missing alone
   */
  compile(lexicon: Lexicon): void {
    const ids = new Set<string>();
    const kinds = new Set(Object.keys(this.#values));
    for (const row of this.rows) {
      if (ids.has(row.id)) throw new Error(`Two rows are called “${row.id}”.`);
      ids.add(row.id);
      const steps = readPattern(row.says, lexicon, kinds);
      const compiled = { row, steps, needs: needsOf(steps) };
      for (const step of beginnings(compiled.steps, row.id)) this.#index(step, compiled);
    }
  }

  #index(step: Step, compiled: Compiled<Role>): void {
    if (step.kind === 'words') for (const word of step.words) addTo(this.#byWord, word, compiled);
    else if (step.kind === 'class') addTo(this.#byClass, step.class, compiled);
    else if (step.kind === 'value') addTo(this.#byValue, step.value, compiled);
  }

  /** The rows that stand in tokens of a passage, in order. A row lies within one sentence. */
  find(passage: Passage, { first, end }: TokenRange = passage, count?: StepCount): readonly Match<Role>[] {
    const matches: Match<Role>[] = [];
    const { reading } = passage;
    const starts = reading.get(this.#starts);
    let stop = first;
    let matcher: Matcher | null = null;
    for (let at = starts.places.next(first, end); at < end; ) {
      if (matcher === null || at >= stop) {
        stop = Math.min(end, reading.endOfSentence(at));
        matcher = new Matcher(reading, this.#values, first, stop, count);
      }
      const best = this.#longestAt(matcher, starts, at);
      if (best !== null) matches.push(best);
      at = starts.places.next(best === null ? at + 1 : Math.max(at + 1, best.end), end);
    }
    return matches;
  }

  /** All rows that begin at a token with the most words; more than one is a tie, which a test of the rows refuses. */
  allAt(passage: Passage, at: number): readonly Match<Role>[] {
    const stop = Math.min(passage.end, passage.reading.endOfSentence(at));
    const matcher = new Matcher(passage.reading, this.#values, passage.first, stop);
    const matches = this.#candidates(passage.reading.get(this.#starts), at).flatMap(({ row, steps }) => {
      const match = matcher.match(steps, at);
      return match === null ? [] : [{ row, ...match }];
    });
    const longest = Math.max(...matches.map(({ end }) => end));
    return matches.filter(({ end }) => end === longest);
  }

  #longestAt(matcher: Matcher, starts: Starts<Role>, at: number): Match<Role> | null {
    let best: Match<Role> | null = null;
    for (const { row, steps } of this.#candidates(starts, at)) {
      const match = matcher.match(steps, at);
      if (match !== null && (best === null || match.end > best.end)) best = { row, ...match };
    }
    return best;
  }

  readonly #starts = (reading: Reading): Starts<Role> => {
    const { entries, tokens } = reading;
    const values = [...this.#byValue].flatMap(([kind, rows]) => {
      const read = this.#values[kind];
      return read === undefined ? [] : [{ values: read(reading), rows }];
    });
    const ofClasses = entries.placesOf([...this.#byClass.keys()]);
    const places = entries.noPlaces();
    places.addAll(ofClasses);
    const byWord = this.#rowsIn(reading);
    for (const word of byWord.keys()) for (const at of tokens.ofWord(word)) places.add(at);
    for (const each of values) {
      if (each.values.all === undefined) places.fill();
      else for (const { first } of each.values.all) places.add(first);
    }
    return { reading, places, byWord, ofClasses, values };
  };

  /** The rows that begin with a word, but those that need a word which the letter has not: most of them. */
  #rowsIn({ tokens }: Reading): ReadonlyMap<number, readonly Compiled<Role>[]> {
    const byWord = new Map<number, readonly Compiled<Role>[]>();
    const known = new Map<Compiled<Role>, boolean>();
    const mayStand = (compiled: Compiled<Role>): boolean => {
      const before = known.get(compiled);
      if (before !== undefined) return before;
      const may = compiled.needs.every((words) => hasAny(tokens, words));
      known.set(compiled, may);
      return may;
    };
    for (const [word, rows] of this.#byWord) {
      if (!tokens.hasWord(word)) continue;
      const possible = rows.filter(mayStand);
      if (possible.length > 0) byWord.set(word, possible);
    }
    return byWord;
  }

  /** The rows that may begin at a token: at most places none does, and nothing is allocated. */
  #candidates({ reading, byWord, ofClasses, values }: Starts<Role>, at: number): readonly Compiled<Role>[] {
    let rows = byWord.get(reading.tokens.word(at)) ?? NO_ROWS;
    const { entries } = reading;
    const first = entries.from(at);
    const end = ofClasses.has(at) ? entries.from(at + 1) : first;
    for (let entry = first; entry < end; entry++) {
      const number = entries.classOf(entry);
      const ofClass = this.#byClass.get(number);
      if (ofClass === undefined || isOfEarlier(entries, first, entry, number)) continue;
      rows = rows.length === 0 ? ofClass : [...rows, ...ofClass];
    }
    for (const each of values) if (each.values.at(at) !== undefined) rows = [...rows, ...each.rows];
    return rows;
  }
}

/** Where rows may begin in a letter. */
interface Starts<Role> {
  readonly reading: Reading;
  /** The tokens at which any row may begin. */
  readonly places: Places;
  /** The rows that may begin with a word. */
  readonly byWord: ReadonlyMap<number, readonly Compiled<Role>[]>;
  /** The tokens that are of a class that a row begins with. */
  readonly ofClasses: Places;
  readonly values: readonly { readonly values: ValuesByFirst; readonly rows: readonly Compiled<Role>[] }[];
}

const NO_ROWS: readonly never[] = [];

function hasAny(tokens: Tokens, words: ReadonlySet<number>): boolean {
  for (const word of words) if (tokens.hasWord(word)) return true;
  return false;
}

/** The words of the steps that a row cannot do without. */
function needsOf(steps: readonly Step[]): readonly ReadonlySet<number>[] {
  return steps.flatMap((step) =>
    step.kind === 'words' ? [step.words] : step.kind === 'capture' ? needsOf(step.steps) : [],
  );
}

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

type Captures = Readonly<Record<string, TokenRange>>;

/** What is done with each way through the steps so far. */
type Then = (at: number, captures: Captures) => void;

/** Tries rows at one place of a sentence, in every way that they may be read: they are short, and the longest is wanted. */
class Matcher {
  readonly reading: Reading;
  readonly #values: ValueReaders;
  readonly #floor: number;
  readonly #stop: number;
  readonly #count: StepCount | undefined;

  constructor(reading: Reading, values: ValueReaders, floor: number, stop: number, count?: StepCount) {
    this.reading = reading;
    this.#values = values;
    this.#floor = floor;
    this.#stop = stop;
    this.#count = count;
  }

  match(steps: readonly Step[], first: number): (TokenRange & { readonly captures: Captures }) | null {
    let last = first;
    let captured = NO_CAPTURES;
    this.#sequence(steps, 0, first, NO_CAPTURES, (end, captures) => {
      if (end <= last) return;
      last = end;
      captured = captures;
    });
    return last === first ? null : { first, end: last, captures: captured };
  }

  #sequence(steps: readonly Step[], i: number, at: number, captures: Captures, then: Then): void {
    const step = steps[i];
    if (step === undefined) then(at, captures);
    else this.#step(step, at, captures, (next, taken) => this.#sequence(steps, i + 1, next, taken, then));
  }

  #step(step: Step, at: number, captures: Captures, then: Then): void {
    if (this.#count !== undefined) this.#count.steps++;
    switch (step.kind) {
      case 'words':
        if (at < this.#stop && step.words.has(this.reading.tokens.word(at))) then(at + 1, captures);
        return;
      case 'class':
        this.#class(step.class, at, captures, then);
        return;
      case 'value': {
        const value = this.#values[step.value]?.(this.reading).at(at);
        if (value !== undefined && value.end <= this.#stop) then(value.end, captures);
        return;
      }
      case 'gap':
        this.#gap(step.most, step.crosses === 'commas', at, captures, then);
        return;
      case 'option':
        this.#sequence(step.steps, 0, at, captures, then);
        then(at, captures);
        return;
      case 'either':
        for (const way of step.ways) this.#sequence(way, 0, at, captures, then);
        return;
      case 'capture':
        this.#sequence(step.steps, 0, at, captures, (end, taken) =>
          then(end, { ...taken, [step.name]: { first: at, end } }),
        );
        return;
      case 'apart':
        if (at < this.#stop && !this.reading.tokens.isGlued(at)) then(at, captures);
        return;
      case 'end':
        if (at >= this.#stop) then(at, captures);
        return;
      case 'capital':
        if (at < this.#stop && this.reading.tokens.isCapitalized(at)) then(at, captures);
        return;
      case 'capitals':
        if (at < this.#stop && this.reading.tokens.isCapitals(at)) then(at, captures);
        return;
      case 'not':
        if (!this.#stands(step.step, step.side, at)) then(at, captures);
    }
  }

  #class(number: number, at: number, captures: Captures, then: Then): void {
    const { entries } = this.reading;
    if (at >= this.#stop || !entries.has(at, number)) return;
    let last = -1;
    for (let entry = entries.from(at); entry < entries.from(at + 1); entry++) {
      const end = entries.end(entry);
      if (entries.classOf(entry) !== number || end === last || end > this.#stop) continue;
      last = end;
      then(end, captures);
    }
  }

  #gap(most: number, overCommas: boolean, at: number, captures: Captures, then: Then): void {
    const { tokens } = this.reading;
    for (let next = at; next <= this.#stop && next - at <= most; next++) {
      then(next, captures);
      if (tokens.isMark(next) && !isPassed(tokens.written(next), overCommas)) return;
    }
  }

  /** Whether `step` stands here, or ends right before. */
  #stands(step: Step, side: 'before' | 'here', at: number): boolean {
    let stands = false;
    const floor = side === 'here' ? at : Math.max(this.#floor, at - LONGEST_BEFORE);
    for (let first = side === 'here' ? at : at - 1; first >= floor && !stands; first--) {
      this.#step(step, first, NO_CAPTURES, (end) => {
        stands ||= side === 'here' || end === at;
      });
    }
    return stands;
  }
}

const NO_CAPTURES: Captures = {};
const LONGEST_BEFORE = 4;

const isPassed = (mark: string, overCommas: boolean): boolean =>
  mark === '-' || mark === "'" || mark === '/' || (overCommas && (mark === ',' || mark === '(' || mark === ')'));
