import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { dates } from '../../../../language/values/date.ts';
import { ENGLISH } from '../../../language.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { type Count, countsIn } from '../counts/counts.ts';
import { BareNumbers } from '../roles/bareNumbers.ts';
import type { Place } from '../roles/cueRoles.ts';
import type { Scene } from '../roles/cues.ts';
import { RoleTaker, type TakenRole, type Told } from '../roles/roles.ts';
import { isCountedInVisits, type TherapyMention, therapyMentions } from '../words/therapyMentions.ts';
import { VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';
import { stretchAt } from './stretches.ts';

/** A number of visits and what its sentence says of it. */
export interface VisitRecord extends TakenRole {
  readonly count: Count;
  /** The therapy that it is a number of; null where none is named near it. */
  readonly therapy: TherapyMention | null;
  /** It comes on top of what was said before: 'another 6', 'a second set of 8'. */
  readonly adds: boolean;
  /** It is the sum of what was said: 'in all', 'for a total of'. */
  readonly isSum: boolean;
  /** It is called an initial set or a trial. */
  readonly isTrial: boolean;
  /** A year is beside it: '2013: 6 visits', '6 visits (2013)'. */
  readonly isDated: boolean;
  /** Its sentence also mentions the request, or an excess. */
  readonly isApplied: boolean;
  /** Its sentence mentions the original request. */
  readonly isOfOriginal: boolean;
  readonly sentence: TokenRange;
}

/** The numbers of visits that a passage of prose gives, in order. */
export function recordsIn(passage: Passage, place: Place, sceneOf: SceneOf): readonly VisitRecord[] {
  const counts = countsIn(passage, false);
  const records: VisitRecord[] = [];
  for (let i = 0, next = 0; i < counts.length; i = next) {
    const sentence = stretchAt(passage, counts[i]?.first ?? 0);
    next = i + 1;
    while ((counts[next]?.first ?? sentence.end) < sentence.end) next++;
    const reader = new SentenceReader(passage, sceneOf(sentence), place, counts.slice(i, next));
    records.push(...reader.read(records.at(-1) ?? null));
  }
  return records;
}

/** Gives the cues of a sentence. */
export type SceneOf = (sentence: TokenRange) => Scene;

class SentenceReader {
  readonly #passage: Passage;
  readonly #reading: Reading;
  readonly #scene: Scene;
  readonly #counts: readonly Count[];
  readonly #therapies: readonly TherapyMention[];
  readonly #roles: RoleTaker;
  readonly #bareNumbers: BareNumbers;

  constructor(passage: Passage, scene: Scene, place: Place, counts: readonly Count[]) {
    const { first, end } = scene.sentence;
    const { reading } = passage;
    this.#passage = passage;
    this.#reading = reading;
    this.#scene = scene;
    this.#counts = counts;
    this.#therapies = [...therapyMentions(reading).between(first, end)].filter((each) => !isTimeOf(reading, each));
    this.#roles = new RoleTaker(passage, scene, place, counts);
    this.#bareNumbers = new BareNumbers(passage, scene, counts, this.#therapies);
  }

  /** @param last the record before the sentence */
  read(last: VisitRecord | null): readonly VisitRecord[] {
    const records: VisitRecord[] = [];
    const isApplied = this.#scene.cues.some(
      ({ kind, isComparing }) => kind === 'requested' || (kind === 'over' && !isComparing),
    );
    const ofSentence = { sentence: this.#scene.sentence, isApplied, isOfOriginal: this.#has(VISIT_WORDS.original) };
    for (const [i, count] of this.#counts.entries()) {
      const before = records.at(-1) ?? null;
      const adds = this.#adds(count);
      const isSum = count.isSum || this.#isSum(count);
      const taken = this.#roles.take(count, i, isSum, this.#toldBefore(before, last));
      const context = { adds, isSum, before: before?.count ?? null, follows: (before ?? last) !== null, ...taken };
      if (count.form === 'bare' && !this.#bareNumbers.isOfVisits(count, context)) continue;
      const therapy = this.#therapyOf(count, i);
      // 'Ten times' what?
      if (count.form === 'occasions' && therapy === null) continue;
      const own = { isTrial: this.#isTrial(count), isDated: this.#isDated(count) };
      records.push({ count, therapy, adds, isSum, ...taken, ...own, ...ofSentence });
    }
    return records;
  }

  #toldBefore(before: VisitRecord | null, last: VisitRecord | null): Told | null {
    if (before !== null) return { role: before.role, isOfSentence: true };
    const isRightBefore = last?.sentence.end === this.#scene.sentence.first;
    return last !== null && isRightBefore ? { role: last.role, isOfSentence: false } : null;
  }

  #adds(count: Count): boolean {
    return this.#scene.cues.some(({ kind, first, end }) => {
      if (kind !== 'more' && kind !== 'and then') return false;
      if (count.form === 'ordinal' && first === count.first) return false;
      if (first < count.end && end > count.first) return true;
      if (end <= count.first) return this.#scene.price(end, count.first) < MORE_BEFORE;
      return kind === 'more' && this.#scene.price(count.end, first) < MORE_AFTER;
    });
  }

  #isSum({ first, end }: Count): boolean {
    const { sentence } = this.#scene;
    for (let at = Math.max(sentence.first, first - 6); at < Math.min(sentence.end, end + 4); at++) {
      const to = at >= first && at < end ? -1 : this.#reading.endOfClass(at, VISIT_WORDS['sum word']);
      if (to < 0) continue;
      const isNear = to <= first ? this.#scene.price(to, first) < SUM_BEFORE : this.#scene.price(end, at) < SUM_AFTER;
      if (isNear) return true;
    }
    return false;
  }

  /** 'An initial set of 6', '6 trial visits' */
  #isTrial({ first, end }: Count): boolean {
    return this.#reading.has({ first: first - 4, end }, VISIT_WORDS['trial word']);
  }

  #isDated({ first, end }: Count): boolean {
    const { tokens } = this.#reading;
    const isYear = (at: number): boolean => tokens.figures(at) > FIRST_YEAR && tokens.figures(at) < LAST_YEAR;
    if ([first - 2, first - 3, end, end + 1, end + 2].some(isYear)) return true;
    // 'Six visits, 3/2016', not 'six visits as of 3/2016'
    for (let at = end; at <= end + 2; at++) {
      if (dates(this.#reading).at(at) !== undefined)
        return this.#reading.endOfClass(at - 1, VISIT_WORDS['up to then']) !== at;
    }
    return false;
  }

  #has(words: WordClass): boolean {
    for (const _ of this.#passage.mentions(words, this.#scene.sentence)) return true;
    return false;
  }

  /** The therapy named nearest to a count, with a price for what is crossed; within the count before all others. */
  #therapyOf(count: Count, i: number): TherapyMention | null {
    let nearest: TherapyMention | null = null;
    let cost = Infinity;
    for (const therapy of this.#therapies) {
      const price = this.#priceOfTherapy(therapy, count, i);
      if (price >= cost) continue;
      nearest = therapy;
      cost = price;
    }
    return nearest;
  }

  #priceOfTherapy(therapy: TherapyMention, { first, end, form }: Count, i: number): number {
    if (therapy.first < end && therapy.end > first) return -1;
    const isBefore = therapy.end <= first;
    const between = isBefore ? this.#scene.price(therapy.end, first) : this.#scene.price(end, therapy.first);
    // A service that is no therapy owns only the numbers right beside it.
    const reach = isBefore ? OTHER_REACH - BEFORE : OTHER_REACH;
    if (form !== 'occasions' && !isCountedInVisits(therapy) && between > reach) return Infinity;
    const other = this.#counts[isBefore ? i - 1 : i + 1];
    if (isBefore) return between + BEFORE + (other !== undefined && other.first >= therapy.end ? CROSSED_BEFORE : 0);
    return between + (other !== undefined && other.end <= therapy.first ? CROSSED_AFTER : 0);
  }
}

/** 'After the knee manipulation', 'since the acupuncture began', 'post-injection': the time of something else. */
function isTimeOf(reading: Reading, { first }: TherapyMention): boolean {
  const { tokens } = reading;
  for (let at = first - 1; at >= first - 4; at--) {
    if (reading.mentionAt(at, VISIT_CUES)?.value === 'after') return true;
    if (tokens.written(at) === '-' && reading.endOfClass(at - 1, VISIT_WORDS['prefix of time']) === at) return true;
    if (!BEFORE_THERAPY.has(reading, at)) return false;
  }
  return false;
}

const BEFORE_THERAPY = new ClassMap<true>(
  [VISIT_WORDS.filler, VISIT_WORDS.course, VISIT_WORDS.cross, BODY_PART_NAMES, ENGLISH.article].map((each) => [
    each,
    true,
  ]),
);

/** Prices of what may lie between a number and the word. */
const MORE_BEFORE = 2;
const MORE_AFTER = 1;
const SUM_BEFORE = 2.5;
const SUM_AFTER = 4;
const OTHER_REACH = 2.5;
/** A therapy after the number is preferred, and one on the other side of another number least. */
const BEFORE = 0.5;
const CROSSED_BEFORE = 3;
const CROSSED_AFTER = 6;

const FIRST_YEAR = 1980;
const LAST_YEAR = 2060;
