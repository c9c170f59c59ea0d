import type { Entries } from '../entries.ts';
import type { Reading, TokenRange } from '../reading.ts';
import type { Tokens } from '../tokens.ts';
import type { Value } from '../values/value.ts';
import type { Node, Program } from './program.ts';

/** Values, or what is like them, by the token at which they begin. */
export interface ValuesByFirst {
  at(first: number): Value | undefined;
  /** All of them; missing where a token is looked at only when it is asked about. */
  readonly all?: readonly Value[];
}

/** How many steps were tried in a reading, for the test that counts them. */
export interface StepCount {
  steps: number;
}

export type Captures = Readonly<Record<string, TokenRange>>;

/** The piece of a letter in which rows are tried, and what they need of it. Positions are of tokens. */
export interface Ground {
  readonly reading: Reading;
  /** The values of a kind, by its place among those that the table knows. */
  readonly valuesOf: (kind: number) => ValuesByFirst;
  /** The first token that a row may look back to. */
  readonly floor: number;
  readonly count: StepCount | undefined;
}

/** Tries rows at one place of a sentence, in every way that they may be read: they are short, and the longest is wanted. */
export class Matcher {
  readonly #tokens: Tokens;
  readonly #entries: Entries;
  readonly #ground: Ground;
  /** Where the sentence ends, and with it every row. */
  #stop = 0;
  /** The end of the longest way so far. */
  #last = 0;
  /** By slot: where a capture was opened, and where it is; -1 where it was not. */
  readonly #opened: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The same two of the longest way so far. */
  #longest: readonly (readonly [start: number, end: number])[] = [];
  /** What may not be at a place was found there; and where that has to end, -1 if anywhere. */
  #stands = false;
  #foundUntil = -1;

  constructor(ground: Ground) {
    this.#tokens = ground.reading.tokens;
    this.#entries = ground.reading.entries;
    this.#ground = ground;
  }

  /** From now on, rows are tried in a sentence that ends here. */
  startSentence(stop: number): void {
    this.#stop = stop;
  }

  /** The end of the longest way to read a row from a token on; -1 where there is none. */
  endOf({ node, slots }: Program, first: number): number {
    this.#last = first;
    this.#longest = NOTHING;
    for (let slot = 0; slot < slots.length; slot++) this.#starts[slot] = -1;
    this.#run(node, first);
    return this.#last === first ? -1 : this.#last;
  }

  /** What the row captured that was tried last. */
  captures({ slots }: Program): Captures {
    const captures: Record<string, TokenRange> = {};
    for (const [slot, [first, end]] of this.#longest.entries()) {
      const name = slots[slot];
      if (name !== undefined && first >= 0) captures[name] = { first, end };
    }
    return captures;
  }

  #run(from: Node, first: number): void {
    const tokens = this.#tokens;
    const stop = this.#stop;
    const { count } = this.#ground;
    let node = from;
    let at = first;
    for (;;) {
      if (count !== undefined) count.steps++;
      switch (node.kind) {
        case 'words':
          if (at >= stop || !node.words.has(tokens.word(at))) return;
          at++;
          break;
        case 'class':
          this.#runClass(node.class, node.next, at);
          return;
        case 'value': {
          const value = this.#ground.valuesOf(node.value).at(at);
          if (value === undefined || value.end > stop) return;
          at = value.end;
          break;
        }
        case 'gap':
          this.#runGap(node.most, node.overCommas, node.next, at);
          return;
        case 'ways':
          for (const way of node.ways) this.#run(way, at);
          return;
        case 'open':
          this.#runCapture(node.slot, node.next, at);
          return;
        case 'close':
          this.#runCaptured(node.slot, node.next, at);
          return;
        case 'apart':
          if (at >= stop || tokens.isGlued(at)) return;
          break;
        case 'end':
          if (at < stop) return;
          break;
        case 'capital':
          if (at >= stop || !tokens.isCapitalized(at)) return;
          break;
        case 'capitals':
          if (at >= stop || !tokens.isCapitals(at)) return;
          break;
        case 'not':
          if (this.#isAt(node.node, node.side, at)) return;
          break;
        case 'after':
          if (!this.#isAt(node.node, 'before', at)) return;
          break;
        case 'stands':
          this.#stands ||= this.#foundUntil < 0 || at === this.#foundUntil;
          return;
        case 'done':
          this.#finish(at);
          return;
      }
      node = node.next;
    }
  }

  #finish(at: number): void {
    if (at <= this.#last) return;
    this.#last = at;
    this.#longest =
      this.#starts.length === 0 ? NOTHING : this.#starts.map((start, slot) => [start, this.#ends[slot] ?? start]);
  }

  #runClass(number: number, next: Node, at: number): void {
    const entries = this.#entries;
    const longest = at < this.#stop ? entries.find(at, number) : -1;
    if (longest < 0) return;
    const limit = entries.from(at + 1);
    let last = -1;
    for (let entry = longest; entry < limit; entry++) {
      const end = entries.end(entry);
      if (entries.classOf(entry) !== number || end === last || end > this.#stop) continue;
      last = end;
      this.#run(next, end);
    }
  }

  #runGap(most: number, overCommas: boolean, after: Node, at: number): void {
    const tokens = this.#tokens;
    for (let next = at; next <= this.#stop && next - at <= most; next++) {
      this.#run(after, next);
      if (tokens.isMark(next) && !isPassed(tokens.written(next), overCommas)) return;
    }
  }

  #runCapture(slot: number, next: Node, at: number): void {
    const before = this.#opened[slot] ?? -1;
    this.#opened[slot] = at;
    this.#run(next, at);
    this.#opened[slot] = before;
  }

  #runCaptured(slot: number, next: Node, at: number): void {
    const start = this.#starts[slot] ?? -1;
    const end = this.#ends[slot] ?? -1;
    this.#starts[slot] = this.#opened[slot] ?? at;
    this.#ends[slot] = at;
    this.#run(next, at);
    this.#starts[slot] = start;
    this.#ends[slot] = end;
  }

  /** Whether what a node leads to is found here, or ends right before. */
  #isAt(node: Node, side: 'before' | 'here', at: number): boolean {
    const stands = this.#stands;
    const until = this.#foundUntil;
    this.#stands = false;
    this.#foundUntil = side === 'here' ? -1 : at;
    const floor = side === 'here' ? at : Math.max(this.#ground.floor, at - LONGEST_BEFORE);
    for (let first = side === 'here' ? at : at - 1; first >= floor && !this.#stands; first--) this.#run(node, first);
    const isFound = this.#stands;
    this.#stands = stands;
    this.#foundUntil = until;
    return isFound;
  }
}

const NOTHING: readonly (readonly [start: number, end: number])[] = [];
const LONGEST_BEFORE = 4;

const isPassed = (mark: string, overCommas: boolean): boolean =>
  mark === '-' || mark === "'" || mark === '/' || (overCommas && (mark === ',' || mark === '(' || mark === ')'));
