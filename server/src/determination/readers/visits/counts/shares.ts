import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { durations } from '../../../../language/values/duration.ts';
import { type NumberValue, numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import { therapyMentions } from '../words/therapyMentions.ts';
import { VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';
import { type Element, EMPTY } from './element.ts';
import { isFree } from './freeNumbers.ts';
import type { NounPhrases } from './nounPhrases.ts';

/** Reads numbers of visits that are given as a part of others: '7 of 12', '15/24 visits'. The result is the whole. */
export class Shares {
  readonly #reading: Reading;
  readonly #sentence: TokenRange;
  readonly #phrases: NounPhrases;

  constructor(reading: Reading, sentence: TokenRange, phrases: NounPhrases) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#phrases = phrases;
  }

  /** '15/24 visits', 'completed 8/8', 'visit 12/12'; not the '4/5' of a strength or a day. */
  fractionAt(number: NumberValue): Element | null {
    const whole = this.#wholeAfterStroke(number);
    if (whole === null) return null;
    const end = this.#phrases.endOfUnit(whole.end);
    const isVisit = this.#phrases.unitLeadingTo(number.first) !== null;
    const isDay = this.#reading.endOfClass(number.first - 1, ENGLISH.preposition) > 0;
    const isDone =
      this.#isHad(whole.end) || this.#isHad(this.#wordBefore(number.first)) || this.#isOfDone(number.first);
    if (end < 0 && !isVisit && (isDay || !isDone)) return null;
    return this.#share(number, whole, Math.max(end, whole.end), isVisit ? 'ordinal' : 'named');
  }

  /** '7 of 12', '11 of the 12 approved visits', 'six completed of eight', 'visit #8 (of 8)'. */
  at(number: NumberValue): Element | null {
    const unit = this.#phrases.endOfUnit(number.end);
    const of = this.#endOfOf(number, unit);
    const whole = of < 0 ? undefined : numbers(this.#reading).at(this.#phrases.pastDeterminers(of));
    if (whole === undefined || whole.max < number.max || number.min !== number.max) return null;
    const isFar = whole.end > this.#sentence.end || durations(this.#reading).at(whole.first) !== undefined;
    if (isFar || !isFree(this.#reading, whole)) return null;
    const end = this.#phrases.endOfUnit(whole.end);
    const isNamed = end > 0 || unit > 0;
    // Pain is '7 out of 10'.
    if (!isNamed && (!this.#isBare(whole.end) || this.#reading.tokens.lower(of - 2) === 'out')) return null;
    const isVisit = this.#phrases.unitLeadingTo(number.first) !== null;
    return this.#share(number, whole, Math.max(end, whole.end), isVisit ? 'ordinal' : isNamed ? 'named' : 'bare');
  }

  /** 'Thirty of the sixty patches': both numbers count something else. */
  isOfOthers(number: NumberValue): boolean {
    if (this.#phrases.endOfUnit(number.end) > 0) return false;
    const of = this.#endOfOf(number, -1);
    const whole = of < 0 ? undefined : numbers(this.#reading).at(this.#phrases.pastDeterminers(of));
    if (whole === undefined || whole.end >= this.#sentence.end) return false;
    return this.#phrases.endOfUnit(whole.end) < 0 && !this.#isBare(whole.end);
  }

  /** Also 'eight of the twelve first asked for'. */
  #isBare(end: number): boolean {
    return this.#phrases.isBare(this.#reading.is(end, VISIT_WORDS['verb adverb']) ? end + 1 : end);
  }

  #share({ first, max: share }: NumberValue, { min, max }: NumberValue, end: number, form: Element['form']): Element {
    return { kind: 'visits', first, end, min, max, ...EMPTY, form, share };
  }

  #wholeAfterStroke(number: NumberValue): NumberValue | null {
    const { tokens } = this.#reading;
    const stroke = number.end;
    if (number.min !== number.max || this.#reading.tokens.lower(stroke) !== '/' || !tokens.isGlued(stroke)) return null;
    const whole = tokens.isGlued(stroke + 1) ? numbers(this.#reading).at(stroke + 1) : undefined;
    if (whole === undefined || whole.min !== whole.max || whole.max < number.max) return null;
    return isFree(this.#reading, { ...whole, first: number.first }) ? whole : null;
  }

  /** The position after the 'of' between a number and its whole; -1 where there is none. */
  #endOfOf(number: NumberValue, unit: number): number {
    let at = unit > 0 && OF.has(this.#reading.tokens.lower(unit)) ? unit : number.end;
    // 'Six completed of eight'
    if (this.#phrases.isTelling(at)) at = Math.max(at, this.#reading.endOfClass(at, VISIT_CUES));
    if (this.#reading.tokens.lower(at) === 'out' || this.#reading.tokens.lower(at) === '(') at++;
    return this.#reading.tokens.lower(at) === 'of' ? at + 1 : -1;
  }

  #isHad(at: number): boolean {
    return this.#reading.mentionAt(at, VISIT_CUES)?.value === 'attended';
  }

  /** 'Completed acupuncture: 8/8' */
  #isOfDone(first: number): boolean {
    const therapy = this.#reading.tokens.isMark(first - 1)
      ? therapyMentions(this.#reading).before(first - 1)
      : undefined;
    return therapy !== undefined && this.#isHad(therapy.first - 1);
  }

  /** The word before a number, over a mark: 'completed "8/8', 'used: 18/24'. */
  #wordBefore(first: number): number {
    return this.#reading.tokens.isMark(first - 1) ? first - 2 : first - 1;
  }
}

const OF: ReadonlySet<string> = new Set(['of', 'out', '(']);
