import type { PlacedPassage } from '../../../language/placed.ts';
import type { Mention, Reading, TokenRange } from '../../../language/reading.ts';
import type { Reason } from '../../model/derivation.ts';
import type { OrderRole } from '../../model/order.ts';
import { CHANGE_RESULTS, type Cue, ROLE_GAPS, ROLE_WORDS } from './roleWords.ts';

/** What a number is, and the word that says so. */
export interface RoleReading {
  readonly role: OrderRole;
  readonly reasons: readonly Reason[];
}

/** The cues of a sentence; gives each number the role of the nearest. */
export class Roles {
  readonly #passage: PlacedPassage;
  readonly #reading: Reading;
  readonly #cues: readonly Mention<Cue>[];
  readonly #isDenial: boolean;
  readonly #sentence: TokenRange;
  /** By token of the sentence: what the gaps before it set a cue farther. Summed when a number is first asked about. */
  #gaps: Int32Array | null = null;

  constructor(passage: PlacedPassage, sentence: TokenRange) {
    this.#passage = passage;
    this.#reading = passage.reading;
    this.#sentence = sentence;
    this.#cues = [...passage.mentions(ROLE_WORDS, sentence)];
    this.#isDenial = this.#cues.some(({ value }) => value === 'denied' || value === 'changed');
  }

  /** The sentence mentions a part, an amount beyond that, or what was granted of something. */
  get tellsOfParts(): boolean {
    return this.#cues.some(({ value }) => PARTS.has(value));
  }

  of(item: TokenRange): RoleReading {
    const change = this.#changeTo(item);
    if (change !== undefined) return this.#because(change, 'granted');
    let best: Mention<Cue> | null = null;
    let least = FARTHEST;
    for (const cue of this.#near(item)) {
      const price = this.#price(cue, item);
      if (price >= least || price > REACH[cue.value]) continue;
      least = price;
      best = cue;
    }
    if (best === null) return { role: 'told', reasons: [] };
    return this.#because(best, this.#roleOf(best, item));
  }

  #because(cue: Mention<Cue>, role: OrderRole): RoleReading {
    return { role, reasons: [{ span: this.#passage.span(cue), as: role, row: cue.value }] };
  }

  /** The 'modified' of 'modified #60 to #30', the 'certified' of 'certified as #30'. */
  #changeTo({ first }: TokenRange): Mention<Cue> | undefined {
    const isResult = [1, 2, 3].some((back) => this.#reading.endOfClass(first - back, CHANGE_RESULTS) >= 0);
    if (!isResult) return undefined;
    let last: Mention<Cue> | undefined;
    for (const cue of this.#near({ first, end: first })) {
      if ((cue.value === 'changed' || cue.value === 'granted') && cue.end <= first) last = cue;
    }
    return last;
  }

  /** How far a cue is, in words. That something is requested says least: what became of the request says more. */
  #price({ first, end, value }: Mention<Cue>, item: TokenRange): number {
    if (first >= item.first && end <= item.end) return 0;
    const isBefore = end <= item.first;
    const from = isBefore ? end : item.end;
    const to = isBefore ? item.first : first;
    if (to < from || to - from >= FARTHEST) return FARTHEST;
    const gaps = this.#gapsBefore(to) - this.#gapsBefore(from);
    return to - from + (isBefore ? gaps : gaps * AFTER) + (value === 'requested' ? REQUESTED : 0);
  }

  #isAfterGuideline(at: number): boolean {
    for (const { value, end } of this.#near({ first: at, end: at }))
      if (value === 'guideline' && end <= at) return true;
    return false;
  }

  #gapsBefore(at: number): number {
    this.#gaps ??= gapsOf(this.#reading, this.#sentence);
    return this.#gaps[at - this.#sentence.first] ?? 0;
  }

  /** The cues that are not too far from an item, in order. */
  *#near(item: TokenRange): Iterable<Mention<Cue>> {
    const cues = this.#cues;
    let low = 0;
    let high = cues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cues[middle]?.end ?? 0) < item.first - FARTHEST) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < cues.length; i++) {
      const cue = cues[i];
      if (cue === undefined || cue.first > item.end + FARTHEST) return;
      yield cue;
    }
  }

  #roleOf({ first, value }: Mention<Cue>, item: TokenRange): OrderRole {
    switch (value) {
      case 'requested':
        return this.#isDenial ? 'denied' : 'requested';
      case 'changed':
        return 'denied';
      case 'allowed':
        return this.#isAfterGuideline(first) ? 'guideline' : 'granted';
      case 'exceeds':
        return first >= item.end ? 'requested' : 'guideline';
      default:
        return value;
    }
  }
}

/** Sums of what the gaps of a sentence set a cue farther, by token. */
function gapsOf(reading: Reading, { first, end }: TokenRange): Int32Array {
  const sums = new Int32Array(end - first + 1);
  for (let at = first; at < end; at++) {
    sums[at - first + 1] = (sums[at - first] ?? 0) + (reading.mentionAt(at, ROLE_GAPS)?.value ?? 0);
  }
  return sums;
}

const PARTS: ReadonlySet<Cue> = new Set<Cue>(['part', 'exceeds', 'changed', 'granted', 'allowed', 'weaning']);

const FARTHEST = 80;
/** How far a cue reaches. What is requested, and what became of it, is said once for a whole list. */
const REACH: Readonly<Record<Cue, number>> = {
  requested: FARTHEST,
  denied: FARTHEST,
  changed: FARTHEST,
  granted: FARTHEST,
  allowed: 30,
  part: 12,
  had: 30,
  guideline: 30,
  exceeds: 12,
  weaning: 30,
};
/** What comes after a comma is of the next thing rather than of this one. */
const AFTER = 3;
const REQUESTED = 4;
