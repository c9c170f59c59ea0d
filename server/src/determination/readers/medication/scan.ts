import type { Mention, Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { doses } from '../../../language/values/dose.ts';
import { frequencies } from '../../../language/values/frequency.ts';
import { NUMBER_WORDS, numbers } from '../../../language/values/number.ts';
import type { Treatment } from '../../model/treatment.ts';
import type { CountedNoun, Item, ItemValue, Leading } from './items.ts';
import { ORDER_WORDS, type OrderWord } from './words.ts';

/** What lies after a number and may be what it counts. */
export interface NounAfter {
  readonly noun: CountedNoun;
  readonly end: number;
  /** No treatment and no dose lies between: '60 tablets', not '60 tramadol 50 mg tablets'. */
  readonly isDirect: boolean;
}

type Kind = OrderWord['kind'];

/** The treatments that a passage names, by their first token. */
export type Treatments = ReadonlyMap<number, Mention<Treatment>>;

/** Tokens that are read from left to right, with what was read of them so far, and looks ahead and back from a token. */
export class Scan {
  readonly reading: Reading;
  readonly first: number;
  readonly end: number;
  readonly items: Item[] = [];
  /** A heading is nothing but an order: what is said in prose of something else is of the order there. */
  readonly isHeading: boolean;
  readonly #treatments: Treatments;
  /** By token of the range, filled as needed, because each is looked at from several sides. */
  readonly #words: (Mention<OrderWord> | null)[] = [];

  /** @param treatments those that the passage names, by their first token */
  constructor({ reading }: Passage, { first, end }: TokenRange, treatments: Treatments, isHeading: boolean) {
    this.reading = reading;
    this.first = first;
    this.end = end;
    this.isHeading = isHeading;
    this.#treatments = treatments;
  }

  add(first: number, end: number, value: ItemValue): void {
    this.items.push({ first, end, ...value });
  }

  written(at: number): string {
    return at < this.end ? this.reading.tokens.written(at) : '';
  }

  treatmentAt(at: number): Mention<Treatment> | undefined {
    const treatment = this.#treatments.get(at);
    return treatment !== undefined && treatment.end <= this.end ? treatment : undefined;
  }

  wordAt(at: number): Mention<OrderWord> | null {
    if (at < this.first || at >= this.end) return null;
    const known = this.#words[at - this.first];
    if (known !== undefined) return known;
    const word = this.reading.mentionAt(at, ORDER_WORDS);
    const within = word !== null && word.end <= this.end ? word : null;
    this.#words[at - this.first] = within;
    return within;
  }

  /** Position after the word of a kind at a token; -1 where there is none. */
  endOf(at: number, kind: Kind): number {
    const word = this.wordAt(at);
    return word?.value.kind === kind ? word.end : -1;
  }

  /** Whether a word of a kind begins at a token. */
  is(at: number, kind: Kind): boolean {
    return this.endOf(at, kind) >= 0;
  }

  isArticle(at: number): boolean {
    return at < this.end && this.reading.mentionAt(at, NUMBER_WORDS)?.value.kind === 'article';
  }

  /** Past words that say nothing: 'additional', 'oral', '-'. */
  pastAdjectives(at: number): number {
    let next = at;
    for (let i = 0; i < LONGEST_GAP; i++) {
      const end = this.written(next) === '-' ? next + 1 : this.endOf(next, 'between');
      if (end < 0) break;
      next = end;
    }
    return next;
  }

  /** Past ': ', '#', '=', '(' and 'of' before a number. */
  pastMarks(at: number): number {
    let next = at;
    for (let i = 0; i < LONGEST_MARKS; i++) {
      const end = MARKS.has(this.written(next))
        ? next + 1
        : Math.max(this.endOf(next, 'of'), this.endOf(next, 'cross'));
      if (end < 0) break;
      next = end;
    }
    return next;
  }

  /** What a number before a token counts: 'tablets', 'of the tramadol 50 mg tablets'. */
  nounAfter(at: number): NounAfter | null {
    let isDirect = true;
    let next = at;
    for (let i = 0; i < LONGEST_GAP && next < this.end; i++) {
      const word = this.wordAt(next);
      const treatment = word?.value.kind === 'between' ? undefined : this.treatmentAt(next);
      if (treatment !== undefined) {
        const isCounted = isDirect && treatment.value.category !== 'medication' && !this.is(treatment.end, 'noun');
        if (isCounted) return { noun: this.#nounOf(treatment), end: treatment.end, isDirect: false };
        isDirect = false;
        next = treatment.end;
        continue;
      }
      if (word?.value.kind === 'noun') return { noun: word.value, end: word.end, isDirect };
      const dose = doses(this.reading).at(next);
      if (dose !== undefined) isDirect = false;
      const isBetween = word?.value.kind === 'between' || word?.value.kind === 'of';
      const end = dose?.end ?? (isBetween ? word.end : this.written(next) === '-' ? next + 1 : -1);
      if (end < 0) return null;
      next = end;
    }
    return null;
  }

  /** 'Three trigger point injections' are counted by the last word of the name, 'two walkers' by the name. */
  #nounOf({ value: { category, name }, end }: Mention<Treatment>): CountedNoun {
    const last = this.wordAt(end - 1)?.value;
    return last?.kind === 'noun' ? last : { name, group: category === 'dme' ? 'things' : 'services' };
  }

  /** Whether a treatment follows: 'of the tramadol', ' 50 mg tramadol'. */
  leads(at: number): Leading {
    let isOf = false;
    let next = at;
    for (let i = 0; i < LONGEST_GAP && next < this.end; i++) {
      if (this.treatmentAt(next) !== undefined) return isOf ? 'of' : 'next';
      const word = this.wordAt(next)?.value.kind;
      isOf ||= word === 'of';
      const isPassed = word === 'between' || word === 'of' || word === 'noun' || this.isArticle(next);
      const end = doses(this.reading).at(next)?.end ?? (isPassed ? (this.wordAt(next)?.end ?? next + 1) : -1);
      if (end < 0) return 'no';
      next = end;
    }
    return 'no';
  }

  /** What follows says how something is taken: 'by mouth', 'twice daily', 'at bedtime', 'as needed'. */
  isTaken(at: number): boolean {
    if (frequencies(this.reading).at(at) !== undefined || this.endOfHour(at) >= 0) return true;
    const kind = this.wordAt(at)?.value.kind;
    return kind !== undefined && TAKEN.has(kind);
  }

  /** Position after 'at 8 am', 'at 7:30 in the morning'; -1 where none begins. '1 am and 1 pm' are doses. */
  endOfHour(at: number): number {
    const hour = this.reading.tokens.lower(at) === AT ? numbers(this.reading).at(at + 1) : undefined;
    if (hour === undefined) return -1;
    return this.endOf(this.written(hour.end) === ':' ? hour.end + 2 : hour.end, 'timeOfDay');
  }

  isTakeBefore(at: number): boolean {
    return this.is(at - 1, 'take') || this.is(at - 2, 'take');
  }
}

/** What may lie between a number and what it counts. */
const LONGEST_GAP = 7;
const LONGEST_MARKS = 3;
const AT = 'at';
const MARKS: ReadonlySet<string> = new Set([':', '#', '=', '(', '-']);
const TAKEN: ReadonlySet<Kind> = new Set<Kind>(['route', 'timesADay', 'timeOfDay', 'every', 'asNeeded']);
