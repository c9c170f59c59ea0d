import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { dates, MONTHS } from '../../../../language/values/date.ts';
import { type Duration, durations } from '../../../../language/values/duration.ts';
import { type Frequency, frequencies } from '../../../../language/values/frequency.ts';
import { type NumberValue, numbers } from '../../../../language/values/number.ts';
import { type OrdinalValue, ordinals } from '../../../../language/values/ordinal.ts';
import type { Value, Values } from '../../../../language/values/value.ts';
import { ENGLISH } from '../../../language.ts';
import type { Range } from '../../../model/visits.ts';
import { PROGRAMS, therapyAt } from '../words/therapyMentions.ts';
import { AGENTS, VISIT_CUES, VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';
import { type Element, EMPTY, named } from './element.ts';
import { isFree } from './freeNumbers.ts';
import { NounPhrases } from './nounPhrases.ts';
import { Shares } from './shares.ts';

/**
 * The numbers of a passage that may count visits, with what they count, in order.
 * @param isRequest the passage is a heading that asks for a therapy: its numbers need no unit
 */
export function elementsIn(passage: Passage, isRequest: boolean): readonly Element[] {
  const reader = new ElementReader(passage, isRequest);
  return reader.read();
}

class ElementReader {
  readonly #passage: Passage;
  readonly #reading: Reading;
  readonly #isRequest: boolean;
  #sentence: TokenRange = { first: 0, end: 0 };
  #phrases: NounPhrases;
  /** Position of the number of weeks of a cross: the 6 of '2x6'. */
  #crossed = -1;
  /** Position of the last ordinal of a visit that was named. */
  #numbered = -1;

  constructor(passage: Passage, isRequest: boolean) {
    this.#passage = passage;
    this.#reading = passage.reading;
    this.#isRequest = isRequest;
    this.#phrases = new NounPhrases(passage.reading, this.#sentence);
  }

  read(): readonly Element[] {
    const all: Element[] = [];
    let from = this.#passage.first;
    for (const first of this.#places()) {
      if (first < from) continue;
      if (first >= this.#sentence.end) {
        this.#sentence = this.#passage.sentenceAt(first);
        this.#phrases = new NounPhrases(this.#reading, this.#sentence);
      }
      const element = this.#at(first);
      if (element === null || element.end > this.#passage.end) continue;
      all.push(element);
      from = element.end;
    }
    return all;
  }

  /** Where numbers, ordinals, durations and frequencies begin, in order. */
  #places(): readonly number[] {
    const { first, end } = this.#passage;
    const kinds: readonly Values<Value>[] = [
      numbers(this.#reading),
      ordinals(this.#reading),
      durations(this.#reading),
      frequencies(this.#reading),
    ];
    const places = kinds.flatMap((values) => Array.from(values.between(first, end), (value) => value.first));
    for (const single of this.#passage.mentions(VISIT_WORDS.single)) places.push(single.first);
    return places.sort((a, b) => a - b);
  }

  #at(first: number): Element | null {
    const rate = frequencies(this.#reading).at(first);
    if (rate !== undefined) return this.#rateAlone(rate);
    const place = ordinals(this.#reading).at(first);
    if (place !== undefined) return this.#ordinal(place);
    const number = numbers(this.#reading).at(first);
    const duration = durations(this.#reading).at(first);
    if (number === undefined && duration === undefined) return this.#single(first);
    if (number !== undefined) return this.#number(number, duration);
    return duration === undefined ? null : this.#lasting(duration);
  }

  /** 'A single visit'; not 'not a single visit', 'has yet to have a single visit'. */
  #single(first: number): Element | null {
    const end = this.#reading.endOfClass(first, VISIT_WORDS.single);
    const unit = end < 0 || this.#isOfNone(first) ? -1 : this.#phrases.endOfUnit(end);
    return unit < 0 ? null : { ...named({ first, end, ...ONCE }, unit), number: null };
  }

  #isOfNone(first: number): boolean {
    for (let at = first - 1; at >= Math.max(this.#sentence.first, first - NONE_REACH); at--) {
      if (this.#reading.is(at, VISIT_WORDS['ruling out']) || NONE.has(this.#reading.tokens.lower(at))) return true;
      if (this.#reading.tokens.isMark(at)) return false;
    }
    return false;
  }

  /** What a number counts; null where it counts no visits. */
  #number(number: NumberValue, duration: Duration | undefined): Element | null {
    const { first } = number;
    if (first === this.#crossed) return { kind: 'weeks', ...number, ...EMPTY, unit: 'week' };
    const shares = new Shares(this.#reading, this.#sentence, this.#phrases);
    const fraction = shares.fractionAt(number);
    if (fraction !== null) return fraction;
    // 'Day 12 of work hardening'
    if (durations(this.#reading).at(first) === undefined && this.#isDayOfProgram(number))
      return { ...named(number, number.end), form: 'ordinal' };
    const isOfNone = this.#isOutOf(first) || this.#reading.endOfClass(first, VISIT_WORDS['no count']) > 0;
    if (isOfNone || !isFree(this.#reading, number) || shares.isOfOthers(number)) return null;
    if (duration !== undefined) return this.#days(number, duration) ?? this.#lasting(duration);
    const counted = shares.at(number) ?? this.#cross(number) ?? this.#visits(number);
    // 'Four a day' are not visits.
    if (counted !== null || this.#rateAfter(number.end) !== undefined || this.#isOfItems(number)) return counted;
    return this.#bare(number);
  }

  /** 'Therapy, a brace and an MRI were requested, and UR denied all three.' */
  #isOfItems({ first }: NumberValue): boolean {
    if (this.#reading.tokens.lower(first - 1) !== 'all') return false;
    return this.#reading.mentionAt(first - 2, VISIT_CUES)?.value === 'denied';
  }

  /** The 10 of '7 out of 10'. */
  #isOutOf(first: number): boolean {
    if (this.#reading.tokens.lower(first - 1) !== 'of' || this.#reading.tokens.lower(first - 2) !== 'out') return false;
    return numbers(this.#reading).before(first - 2) !== undefined;
  }

  /** 'The twelfth visit', 'her 9th PT session': that many took place. */
  #ordinal({ first, end, place }: OrdinalValue): Element | null {
    if (this.#isRequest) return null;
    let unit = this.#phrases.endOfUnit(end);
    if (unit > 0) this.#numbered = first;
    else if (this.#isFurtherVisit(first, end)) unit = end;
    if (unit < 0 || place < LEAST_ORDINAL) return null;
    return { kind: 'visits', first, end: unit, min: place, max: place, ...EMPTY, form: 'ordinal' };
  }

  /** 'Her first visit was in May and her fifth on June 9.' */
  #isFurtherVisit(first: number, end: number): boolean {
    // 'On the fifth in June' is a day.
    if (this.#numbered < this.#sentence.first || this.#reading.tokens.lower(first - 2) === 'on') return false;
    const isDetermined =
      this.#reading.is(first - 1, ENGLISH.possessive) || this.#reading.is(first - 1, ENGLISH.article);
    if (!isDetermined || !DAY_LINKS.has(this.#reading.tokens.lower(end))) return false;
    return dates(this.#reading).at(end + 1) !== undefined || this.#reading.is(end + 1, MONTHS);
  }

  /** '2 times a week', 'weekly'; 'per week' alone says how often nothing is done. */
  #rateAlone(rate: Frequency): Element | null {
    return NEEDING_COUNT.has(this.#reading.tokens.lower(rate.first)) ? null : this.#rate(rate.first, rate, ONCE);
  }

  /** A number of visits, at a frequency. */
  #rate(first: number, rate: Frequency, times: Range): Element | null {
    const { timesMin, timesMax, everyMin, everyMax, unit, end } = rate;
    if (unit !== 'week' && unit !== 'month') return null;
    const min = (times.min * timesMin) / everyMax;
    const max = (times.max * timesMax) / everyMin;
    return { kind: 'rate', first, end, min, max, ...EMPTY, unit };
  }

  #lasting({ first, end, min, max, unit }: Duration): Element | null {
    // A '52-year-old' lasts no 52 years.
    if (this.#reading.tokens.lower(end) === '-' && this.#reading.tokens.isGlued(end)) return null;
    switch (unit) {
      case 'week':
      case 'month':
        return { kind: 'weeks', first, end, min, max, ...EMPTY, unit };
      case 'year':
        return { kind: 'weeks', first, end, min: min * 12, max: max * 12, ...EMPTY, unit: 'month' };
      default:
        return null;
    }
  }

  /** '5 days a week', 'ten days of work conditioning' */
  #days(number: NumberValue, duration: Duration): Element | null {
    if (duration.unit !== 'day') return null;
    const rate = this.#rateAfter(duration.end);
    if (rate !== undefined) return this.#rate(number.first, rate, number);
    return this.#isProgram(duration.end) ? named(number, duration.end) : null;
  }

  #isDayOfProgram({ first, end }: NumberValue): boolean {
    return this.#reading.tokens.lower(first - 1) === 'day' && this.#isProgram(end);
  }

  /** 'Of work conditioning', 'into the program', ') of the program' */
  #isProgram(end: number): boolean {
    const at = this.#reading.tokens.lower(end) === ')' ? end + 1 : end;
    if (this.#reading.endOfClass(at, ENGLISH.preposition) !== at + 1) return false;
    const isProgram = (first: number): boolean => {
      const category = therapyAt(this.#reading, first)?.category;
      return category === 'any program' || (category !== undefined && PROGRAMS.has(category));
    };
    return isProgram(at + 1) || (this.#reading.endOfClass(at + 1, ENGLISH.article) > 0 && isProgram(at + 2));
  }

  /** The 'a week' of 'three visits a week'. */
  #rateAfter(at: number): Frequency | undefined {
    const rate = frequencies(this.#reading).at(at);
    return rate !== undefined && rate.end <= this.#sentence.end ? rate : undefined;
  }

  /** '2x6', '3 times 4 weeks' */
  #cross(number: NumberValue): Element | null {
    const cross = this.#reading.endOfClass(number.end, VISIT_WORDS.cross);
    const next = cross < 0 ? undefined : numbers(this.#reading).at(cross);
    if (next === undefined || next.end > this.#sentence.end || number.max > MOST_PER_WEEK) return null;
    const rate = { kind: 'rate', ...number, ...EMPTY, unit: 'week' } as const;
    if (durations(this.#reading).at(cross) !== undefined) return rate;
    if (!isFree(this.#reading, next)) return null;
    // '2 times 4 visits'
    if (this.#phrases.endOfUnit(next.end) > 0) return rate;
    if (!this.#isRequest && !this.#isSchedule(number.first, next.end)) return null;
    this.#crossed = next.first;
    return rate;
  }

  /** In prose '2x6' counts visits after a therapy, or before a word about them. */
  #isSchedule(first: number, end: number): boolean {
    const isHad = this.#reading.mentionAt(end, VISIT_CUES)?.value === 'attended';
    const isOfTherapy = this.#reading.tokens.lower(end) === 'of' && therapyAt(this.#reading, end + 1) !== null;
    const isNamed = isHad || isOfTherapy || this.#phrases.isTherapyBefore(first, THERAPY_REACH);
    return isNamed && this.#phrases.isBare(end);
  }

  #visits(number: NumberValue): Element | null {
    const { first, end, min, max } = number;
    const unit = this.#phrases.endOfUnit(end);
    if (unit > 0) return this.#withRate(number, unit);
    const rate = this.#rateAfter(end);
    if (rate !== undefined && rate.timesMax === 1)
      return this.#weeksAfterStroke(number, rate) ?? this.#rate(first, rate, number);
    const courses = this.#courses(number);
    if (courses !== null) return courses;
    const course = this.#phrases.endOfCourse(end);
    if (course > 0 && min === max) return { kind: 'courses', first, end: course, min, max, ...EMPTY };
    return this.#occasions(number) ?? this.#unitBefore(number) ?? this.#therapyBefore(number);
  }

  /** '12 visits', '3 visits a week', '1-2 visits every 4 months'. */
  #withRate(number: NumberValue, end: number): Element | null {
    const rate = this.#rateAfter(end) ?? this.#rateAfter(this.#pastTherapy(end));
    // 'Nine sessions 3 times a week' are nine in all.
    if (rate === undefined || numbers(this.#reading).at(rate.first) !== undefined || rate.timesMax > 1)
      return named(number, end);
    if (rate.everyMax > 1 || rate.unit === 'year') return { ...named(number, rate.end), recurs: true };
    // 'Twelve sessions weekly' are no twelve a week.
    const isAdverb = rate.end - rate.first === 1;
    return isAdverb && number.max > MOST_OF_ADVERB ? named(number, end) : this.#rate(number.first, rate, number);
  }

  /** The position after the 'of physical therapy' of 'two sessions of physical therapy a week'. */
  #pastTherapy(end: number): number {
    const therapy = this.#reading.tokens.lower(end) === 'of' ? therapyAt(this.#reading, end + 1) : null;
    return therapy?.end ?? end;
  }

  /** The '6/wks' of '2/wk for 6/wks' */
  #weeksAfterStroke(number: NumberValue, { end, unit }: Frequency): Element | null {
    const isLasting = this.#reading.endOfClass(number.first - 1, VISIT_WORDS['lasting link']) === number.first;
    if (!isLasting || unit !== 'week' || this.#reading.tokens.lower(number.end) !== '/') return null;
    return { kind: 'weeks', ...number, ...EMPTY, unit: 'week', end };
  }

  /** 'Two six-visit courses' */
  #courses({ first, end, min, max }: NumberValue): Element | null {
    const each = numbers(this.#reading).at(end);
    if (each === undefined || min !== max) return null;
    const unit = this.#phrases.endOfUnit(each.end);
    const course = unit < 0 ? -1 : this.#reading.endOfClass(unit, VISIT_WORDS.course);
    return course < 0 ? null : { ...named(each, course), first, times: max };
  }

  /** 'Ten times', '10x': where nothing says in how long. */
  #occasions(number: NumberValue): Element | null {
    const unit = this.#reading.mentionAt(number.end, VISIT_UNITS);
    const isCross =
      this.#reading.endOfClass(number.end, VISIT_WORDS.cross) > 0 && this.#reading.tokens.isGlued(number.end);
    if (unit?.value !== 'occasion' && !isCross) return null;
    const end = unit?.end ?? number.end + 1;
    if (numbers(this.#reading).at(end) !== undefined) return null;
    return { ...named(number, end), form: this.#isRequest ? 'named' : 'occasions' };
  }

  /** 'Sessions, 12', 'visits (8)', 'visit #12', 'visit number five'. */
  #unitBefore(number: NumberValue): Element | null {
    const { first, end } = number;
    const unit = this.#phrases.unitLeadingTo(first);
    if (unit === null || !(this.#phrases.isBare(end) || this.#isOnPaper(number))) return null;
    // 'With nine visits, twelve are too many': the nine are visits.
    if (numbers(this.#reading).before(unit.first)?.end === unit.first) return null;
    const form = this.#phrases.isSingular(unit) ? 'ordinal' : 'named';
    const isClosed = this.#reading.tokens.lower(end) === ')' && this.#reading.tokens.lower(first - 1) === '(';
    return { ...named(number, isClosed ? end + 1 : end), first: unit.first, form, isMarked: true };
  }

  /** 'PT x 12', 'PT: 12', 'chiro 24', 'OT (10)' */
  #therapyBefore(number: NumberValue): Element | null {
    const { first, end } = number;
    const isBare = this.#phrases.isBare(end) || this.#isOnPaper(number);
    if (!isBare || this.#phrases.isOfEvaluation(first)) return null;
    // 'Adjustments, fifteen of them'
    const isOfThem = this.#reading.is(end + 1, VISIT_WORDS['part pronoun']);
    const therapy = this.#phrases.therapyLeadingTo(first, this.#isRequest || isOfThem);
    return therapy === null || therapy.isProvider ? null : { ...named(number, end), isMarked: true };
  }

  /** 'Visit #9 note', 'PT #9 report' */
  #isOnPaper({ first, end }: NumberValue): boolean {
    return this.#reading.tokens.lower(first - 1) === '#' && this.#reading.is(end, VISIT_WORDS.paper);
  }

  #bare(number: NumberValue): Element | null {
    const { first, end } = number;
    if (this.#isPronoun(number)) return null;
    const therapy = this.#phrases.endOfTherapy(end);
    if (therapy > 0) return named(number, therapy);
    if (!this.#phrases.isBare(end) || this.#phrases.isOfEvaluation(first) || this.#isPageOfRule(first)) return null;
    // '#60' counts tablets.
    if (!this.#isRequest && this.#reading.tokens.lower(first - 1) === '#') return null;
    const isMarked = this.#isMarked(first) || (this.#isRequest && this.#isLast(number));
    return { ...named(number, end), kind: 'bare', form: 'bare', isMarked };
  }

  /** 'As far as they allow one to judge', 'one could quote …', 'if there was one' */
  #isPronoun({ first, end }: NumberValue): boolean {
    const { tokens } = this.#reading;
    const isIfThere = tokens.lower(first - 2) === 'there' && tokens.lower(first - 3) === 'if';
    return (
      tokens.lower(first) === 'one' && (isIfThere || tokens.lower(end) === 'to' || this.#reading.is(end, ENGLISH.modal))
    );
  }

  /** 'MTUS at 98' */
  #isPageOfRule(first: number): boolean {
    const isAt = this.#reading.tokens.lower(first - 1) === 'at';
    return isAt && this.#reading.mentionAt(first - 2, AGENTS)?.value === 'guideline';
  }

  /** A number that ends a request: ', 8', '- 8'. */
  #isLast({ first, end }: NumberValue): boolean {
    return end >= this.#passage.end && LAST_MARKS.has(this.#reading.tokens.lower(first - 1));
  }

  /** '#8', 'x 8', '(8)', 'quantity: 8' */
  #isMarked(first: number): boolean {
    const before = this.#reading.tokens.lower(first - 1);
    if (before === '#' || before === '(') return true;
    if (this.#reading.endOfClass(first - 1, VISIT_WORDS.cross) === first) return true;
    const mark = before === ':' || before === '.' ? first - 2 : first - 1;
    return [mark, mark - 1].some((at) => this.#reading.endOfClass(at, VISIT_WORDS['number mark']) === mark + 1);
  }
}

const ONCE: Range = { min: 1, max: 1 };
/** No one is asked to come more often than daily: in '12 x 2' the first number is not visits a week. */
const MOST_PER_WEEK = 7;
/** With more visits than this, 'weekly' says how often one of them takes place. */
const MOST_OF_ADVERB = 3;
/** 'The second visit' is one of many things. */
const LEAST_ORDINAL = 3;
const DAY_LINKS: ReadonlySet<string> = new Set(['on', 'in']);
/** In tokens. */
const THERAPY_REACH = 8;
const NONE_REACH = 8;
const NONE: ReadonlySet<string> = new Set(['yet', 'without', 'before']);

/** 'A week', 'per week', '/wk' are rates of what was counted before them. */
const NEEDING_COUNT: ReadonlySet<string> = new Set(['a', 'an', 'per', '/']);
const LAST_MARKS: ReadonlySet<string> = new Set([',', ';', '-', '–', ':']);
