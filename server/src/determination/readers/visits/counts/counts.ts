import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import { therapyAt } from '../words/therapyMentions.ts';
import { VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';
import { begin, type Draft, inWeeks, product, told, weeksOf } from './drafts.ts';
import type { Element, ToldRange } from './element.ts';
import { elementsIn } from './elements.ts';

/** A number of visits, with how often and how long, as the tokens of a passage give them together. */
export interface Count extends TokenRange {
  readonly stated: ToldRange | null;
  /** Visits a week; null where none are given, or none by the week. */
  readonly perWeek: ToldRange | null;
  readonly weeks: ToldRange | null;
  /** Frequency × duration, the largest of ranges; null where either is not given. */
  readonly computed: number | null;
  /** What is stated, otherwise computed; the maximum of a range. */
  readonly total: number | null;
  /** The 7 of '7 of 12'. */
  readonly share: number | null;
  readonly form: Element['form'];
  /** 'Two courses of six visits': 2. */
  readonly times: number;
  /** The number that is stated, without what it counts. */
  readonly number: TokenRange | null;
  /** '1-2 visits every 4 months' */
  readonly recurs: boolean;
  /** Its number is called one of visits without a noun: '#8', 'x 8'. */
  readonly isMarked: boolean;
  /** It is said to be a sum: 'in all', 'for a total of'. */
  readonly isSum: boolean;
}

/** '9 visits over 8 weeks', '1-2 visits every 4 months': the form of a guideline's table. */
export const isTableForm = ({ stated, perWeek, weeks, recurs }: Count): boolean =>
  recurs || (stated !== null && weeks !== null && perWeek === null && weeks.first > stated.first);

/**
 * The numbers of visits that a passage gives, in order. A bare number, about which only its context can show whether it
 * is one, is among them.
 * @param isRequest the passage is a heading that asks for a therapy: its numbers need no unit
 */
export function countsIn(passage: Passage, isRequest: boolean): readonly Count[] {
  const joiner = new Joiner(passage, isRequest);
  for (const element of elementsIn(passage, isRequest)) joiner.add(element);
  return joiner.finish();
}

class Joiner {
  readonly #passage: Passage;
  readonly #reading: Reading;
  readonly #isRequest: boolean;
  readonly #drafts: Draft[] = [];
  #current: Draft | null = null;

  constructor(passage: Passage, isRequest: boolean) {
    this.#passage = passage;
    this.#reading = passage.reading;
    this.#isRequest = isRequest;
  }

  add(element: Element): void {
    const joined = this.#current && this.#join(this.#current, element);
    if (joined !== null) {
      this.#current = joined;
      return;
    }
    if (this.#current !== null) this.#drafts.push(this.#current);
    this.#current = begin(element);
  }

  finish(): readonly Count[] {
    if (this.#current !== null) this.#drafts.push(this.#current);
    return this.#drafts.flatMap((draft) => this.#count(draft) ?? []);
  }

  #join(draft: Draft, element: Element): Draft | null {
    const between = { first: draft.end, end: element.first };
    if (between.end - between.first > LONGEST_BETWEEN || this.#endsSentence(between)) return null;
    const { end } = element;
    switch (element.kind) {
      case 'weeks':
        if (draft.weeks !== null || !this.#lasts(draft, between)) return null;
        // 'Two visits x 4 weeks'
        if (
          draft.rate === null &&
          draft.stated !== null &&
          draft.stated.max <= MOST_EACH_WEEK &&
          this.#isCross(between)
        ) {
          return { ...draft, stated: null, rate: { ...draft.stated, kind: 'rate', unit: 'week' }, weeks: element, end };
        }
        return { ...draft, weeks: element, end };
      case 'rate':
        if (draft.rate !== null || !(this.#isOneRequest(draft, between) || this.#opens(draft, between))) return null;
        return { ...draft, rate: element, end };
      case 'courses':
        return null;
      case 'bare':
        if (draft.courses !== null && draft.stated === null && this.#isOfCourse(between)) {
          return { ...draft, stated: { ...element, kind: 'visits', form: 'named' }, end: this.#pastEach(end) };
        }
        if (this.#isElidedWeeks(draft, between)) return { ...draft, weeks: weeksOf(element), end };
        return this.#joinStated(draft, element, between);
      case 'visits':
        if (draft.courses !== null && draft.stated === null && this.#isOfCourse(between))
          return { ...draft, stated: element, end: this.#pastEach(end) };
        // '2 times 4 visits'
        if (draft.rate !== null && draft.weeks === null && this.#isCross(between))
          return { ...draft, weeks: weeksOf(element), end };
        return this.#joinStated(draft, element, between);
    }
  }

  /** '2 times a week for 6 weeks (12 visits)', '6 visits (6)'. */
  #joinStated(draft: Draft, element: Element, between: TokenRange): Draft | null {
    if (draft.rate === null && draft.stated === null) {
      return element.kind === 'visits' && this.#isOfWeeks(draft, between)
        ? { ...draft, stated: element, end: element.end }
        : null;
    }
    const isSum = this.#leadsToSum(between);
    const isJoined =
      isSum ||
      this.#isBracketed(element, between) ||
      (this.#isRequest &&
        draft.stated === null &&
        (element.kind === 'visits' || element.isMarked) &&
        this.#isOneRequest(draft, between));
    if (!isJoined) return null;
    if (draft.stated === null) return { ...draft, stated: element, end: this.#pastBracket(element), isSum: true };
    return draft.stated.max === element.max ? { ...draft, end: this.#pastBracket(element) } : null;
  }

  /** 'An eight-week course of ten visits', 'over eight weeks, ten visits', 'a two-week, six-visit trial'. */
  #isOfWeeks({ first, weeks }: Draft, between: TokenRange): boolean {
    if (this.#isRequest || weeks === null) return false;
    const isCourse = this.#areAll(between.first, between.end, this.#isOfCourseOf) && between.end > between.first;
    if (!isCourse) return false;
    if (this.#has(between.first, VISIT_WORDS.course)) return true;
    const isAdjective = this.#reading.tokens.lower(first + 1) === '-' && this.#reading.tokens.isGlued(first + 1);
    return isAdjective || this.#isOpening(first);
  }

  /** 'For six weeks he went twice a week.' */
  #opens({ first, stated, weeks }: Draft, between: TokenRange): boolean {
    if (this.#isRequest || weeks === null || stated !== null || !this.#isOpening(first)) return false;
    for (let at = between.first; at < between.end; at++) {
      if (this.#reading.tokens.lower(at) === ';' || this.#has(at, ENGLISH.coordinator)) return false;
    }
    return true;
  }

  /** ', ', 'course of up to ' */
  readonly #isOfCourseOf = (at: number): boolean =>
    this.#reading.tokens.lower(at) === ',' ||
    this.#has(at, VISIT_WORDS.course) ||
    this.#has(at, VISIT_WORDS['limit lead']);

  /** The 'over' of 'Over a span of eight weeks, …' begins the sentence or follows a mark. */
  #isOpening(first: number): boolean {
    for (let at = first - 1; at >= first - LONGEST_OPENING; at--) {
      if (this.#has(at, VISIT_WORDS['over link']) || this.#reading.tokens.lower(at) === 'for') {
        return at <= this.#passage.sentenceAt(first).first || this.#reading.tokens.isMark(at - 1);
      }
      if (!this.#has(at, VISIT_WORDS.filler)) return false;
    }
    return false;
  }

  /** '(12)', '(6 visits)' right after what it sums up. */
  #isBracketed({ first, kind, isMarked }: Element, between: TokenRange): boolean {
    const isNear = this.#isRequest || between.end - between.first <= 2;
    return this.#reading.tokens.lower(first - 1) === '(' && isNear && (kind === 'bare' || isMarked || this.#isRequest);
  }

  #pastBracket({ first, end }: Element): number {
    return this.#reading.tokens.lower(first - 1) === '(' && this.#reading.tokens.lower(end) === ')' ? end + 1 : end;
  }

  /** ' = ', ', total ', 'for a total of', 'which is to say'. */
  #leadsToSum({ first, end }: TokenRange): boolean {
    let isSum = false;
    for (let at = first; at < end; ) {
      const total = this.#reading.endOfClass(at, VISIT_WORDS['sum word']);
      const written = this.#reading.tokens.lower(at);
      if (total > 0) {
        isSum = true;
        at = total;
        continue;
      }
      if (written === '=') isSum = true;
      else if (
        written !== ',' &&
        written !== ';' &&
        written !== ':' &&
        written !== '(' &&
        written !== '-' &&
        !this.#has(at, VISIT_WORDS.filler) &&
        !this.#has(at, ENGLISH.preposition)
      )
        return false;
      at++;
    }
    return isSum;
  }

  /** The tokens between belong to one request: none begins another thing. */
  #isOneRequest(draft: Draft, { first, end }: TokenRange): boolean {
    for (let at = first; at < end; at++) {
      const isOther = this.#has(at, ENGLISH.be) || this.#has(at, ENGLISH.have) || this.#has(at, ENGLISH.modal);
      if (isOther && !(this.#isRequest && this.#reading.tokens.lower(at) === 'be')) return false;
      if (this.#reading.tokens.lower(at) === ';' && !this.#isRequest) return false;
      if (!this.#isRequest && this.#has(at, ENGLISH.coordinator)) return false;
      if (!this.#isRequest && this.#has(at, VISIT_CUES) && !this.#has(at, VISIT_WORDS.filler)) return false;
      if (this.#isRequest && this.#reading.tokens.lower(at) === 'and' && draft.rate !== null && draft.weeks !== null)
        return false;
    }
    return true;
  }

  /** 'for 6 weeks', 'over a period of', ', to be used up within', ', all inside'. */
  #lasts(draft: Draft, { first, end: from }: TokenRange): boolean {
    const end = this.#beforeHedge(first, from);
    if (this.#areAll(first, end, this.#isLink)) return true;
    const preposition = this.#lastingBefore(first, end);
    if (preposition < 0) return false;
    if (this.#isRequest) return this.#isOneRequest(draft, { first, end: preposition });
    // 'Ten visits and naproxen for 8 weeks': what is said farther off lasts by itself.
    if (
      preposition - first > 0 &&
      !this.#has(preposition, VISIT_WORDS['reaching link']) &&
      draft.rate === null &&
      !this.#areAll(first, preposition, this.#isOfTherapy)
    )
      return false;
    for (let at = first; at < preposition; at++) {
      if (this.#reading.tokens.isFigures(at) || this.#reading.tokens.lower(at) === ';') return false;
      // 'Ten visits, and those within four weeks'
      const isDivided = this.#reading.tokens.lower(at) === ',' || this.#has(at, ENGLISH.coordinator);
      if (isDivided && !this.#areAll(at, preposition, this.#isSameVisits)) return false;
    }
    return true;
  }

  /** Before the 'no more than' of 'over no more than four weeks'. */
  #beforeHedge(first: number, end: number): number {
    for (let at = Math.max(first, end - LONGEST_HEDGE); at < end; at++)
      if (this.#reading.endOfClass(at, VISIT_WORDS['duration hedge']) === end) return at;
    return end;
  }

  /** ', to be used up', ', and those', ', all', ', went on' */
  readonly #isSameVisits = (at: number): boolean =>
    this.#reading.tokens.lower(at) === ',' ||
    this.#has(at, ENGLISH.coordinator) ||
    this.#has(at, ENGLISH.demonstrative) ||
    this.#has(at, VISIT_WORDS.filler) ||
    this.#has(at, VISIT_WORDS['going on']) ||
    this.#reading.endOfClass(at - 1, VISIT_WORDS['going on']) === at + 1 ||
    this.#has(at, VISIT_CUES);

  readonly #isLink = (at: number): boolean => {
    const written = this.#reading.tokens.lower(at);
    const isMark = written === ',' || written === '(' || written === '/' || written === '-';
    return (
      isMark ||
      (this.#isRequest && written === ';') ||
      this.#has(at, VISIT_WORDS['lasting link']) ||
      this.#has(at, VISIT_WORDS.filler)
    );
  };

  readonly #isFiller = (at: number): boolean => this.#has(at, VISIT_WORDS.filler) || this.#has(at, ENGLISH.modal);

  /** 'of physical therapy' */
  readonly #isOfTherapy = (at: number): boolean =>
    this.#reading.tokens.lower(at) === 'of' ||
    therapyAt(this.#reading, at) !== null ||
    therapyAt(this.#reading, at - 1) !== null;

  #areAll(first: number, end: number, isPassed: (at: number) => boolean): boolean {
    for (let at = first; at < end; at++) if (!isPassed(at)) return false;
    return true;
  }

  /** Position of the word that leads to a duration at `end`, over fillers: 'over a period of'; -1 where there is none. */
  #lastingBefore(first: number, end: number): number {
    for (let lead = end; lead > first; lead--) {
      for (let at = Math.max(first, lead - 4); at < lead; at++) {
        if (this.#reading.endOfClass(at, VISIT_WORDS['lasting link']) === lead) return at;
      }
      if (!this.#has(lead - 1, VISIT_WORDS.filler)) return -1;
    }
    return -1;
  }

  /** '2 times a week x 6', 'one visit weekly for the next four', 'twenty-four over fourteen'. */
  #isElidedWeeks(draft: Draft, { first, end }: TokenRange): boolean {
    if (draft.weeks !== null || first === end) return false;
    const preposition = this.#lastingBefore(first, end);
    // 'Eighteen may be had over six to eight'
    if (preposition < first || !this.#areAll(first, preposition, this.#isFiller)) return false;
    if (draft.rate !== null) return true;
    if (draft.stated === null || !this.#has(preposition, VISIT_WORDS['over link'])) return false;
    // 'Trigger finger: 9 over 8'
    const isTable =
      draft.stated.kind === 'bare' &&
      this.#reading.tokens.lower(preposition) === 'over' &&
      draft.stated.max <= MOST_IN_TABLE;
    return isTable || this.#toldWeeks();
  }

  /** Weeks were given not long before. */
  #toldWeeks(): boolean {
    const last = this.#drafts.at(-1);
    return last?.weeks != null;
  }

  #isCross({ first, end }: TokenRange): boolean {
    return (
      this.#lastingBefore(first, end) === first && end - first === 1 && CROSS.has(this.#reading.tokens.lower(first))
    );
  }

  /** 'Two courses of acupuncture, six visits each', '…, each of six visits' */
  #isOfCourse({ first, end }: TokenRange): boolean {
    return this.#areAll(
      first,
      end,
      (at) =>
        this.#has(at, VISIT_WORDS.each) ||
        this.#reading.tokens.lower(at) === ',' ||
        this.#reading.tokens.lower(at) === '(' ||
        this.#isOfTherapy(at),
    );
  }

  #pastEach(end: number): number {
    return this.#has(end, VISIT_WORDS.each) ? end + 1 : end;
  }

  #endsSentence({ first, end }: TokenRange): boolean {
    return end > this.#passage.sentenceAt(first - 1).end;
  }

  #count(draft: Draft): Count | null {
    const { first, end, stated, rate, weeks, courses, isSum } = draft;
    if (stated === null && rate === null && (weeks === null || !this.#isRequest)) return null;
    const times = courses !== null && stated !== null ? courses.max : (stated?.times ?? 1);
    const computed = product(rate, weeks);
    return {
      first,
      end,
      stated: stated && told(stated),
      perWeek: rate?.unit === 'week' ? told(rate) : null,
      weeks: weeks && inWeeks(weeks),
      computed,
      total: stated === null ? computed : stated.max * times,
      share: stated?.share ?? null,
      form: stated?.form ?? 'named',
      times,
      number: stated?.number ?? null,
      recurs: stated?.recurs ?? false,
      isMarked: stated?.isMarked ?? false,
      isSum,
    };
  }

  #has(at: number, wordClass: Parameters<Reading['endOfClass']>[1]): boolean {
    return this.#reading.endOfClass(at, wordClass) > 0;
  }
}

/** With more visits than this, a duration is the time for all of them. */
const MOST_EACH_WEEK = 3;
/** No guideline's table has more visits than this; a blood pressure may be 140 over 90. */
const MOST_IN_TABLE = 60;
/** In tokens. */
const LONGEST_OPENING = 5;
const LONGEST_BETWEEN = 24;
const LONGEST_HEDGE = 3;
const CROSS: ReadonlySet<string> = new Set(['x', '×', 'times']);
