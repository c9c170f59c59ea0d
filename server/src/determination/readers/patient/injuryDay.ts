import type { PlacedPassage } from '../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import { type DateValue, dates } from '../../../language/values/date.ts';
import { derived, readAs } from '../../model/derivation.ts';
import type { DateRole, InjuryDay, IsoDate, LetterDate } from '../../model/determination.ts';
import { DATE_WORDS } from '../dates/cues.ts';
import { injuryNameBefore } from '../dates/injuryNames.ts';
import type { Age } from './ages.ts';
import { PATIENT_WORDS } from './people.ts';
import type { Owner, Persons } from './persons.ts';

/** How plainly words say that a day is the injury's, from the least to the most. */
const TIERS = ['person', 'onset', 'mishap', 'filed', 'injury', 'named'] as const;
type Tier = (typeof TIERS)[number];

const REASONS: Readonly<Record<Tier, string>> = {
  person: 'the first day told of the worker that is no visit’s',
  onset: 'when the complaints began',
  mishap: 'the day of what happened to the worker',
  filed: 'the day that the header has for the injury',
  injury: 'the day of the injury',
  named: 'the date of injury',
};

interface Candidate {
  readonly tier: Tier;
  readonly day: IsoDate;
  readonly date: DateValue;
  /** The words that give it. */
  readonly by: TokenRange | null;
}

/**
 * The day of the injury as the summary gives it: null where it gives only a month, a year, or a period.
 * @param given the dates of the whole letter, in its order
 */
export function injuryDayIn(
  passage: PlacedPassage,
  persons: Persons,
  ages: readonly Age[],
  told: readonly LetterDate[],
): InjuryDay | null {
  const reader = new InjuryDayReader(passage, persons, ages, told);
  const best = reader.best();
  if (best === null) return null;
  const span = passage.span(best.date);
  const reasons =
    best.by === null ? readAs(span, REASONS[best.tier]) : readAs(passage.span(best.by), REASONS[best.tier]);
  const isTold = best.tier === 'injury' || best.tier === 'named';
  return { told: isTold ? 'injury' : 'event', ...derived(best.day, span, reasons) };
}

class InjuryDayReader {
  readonly #passage: PlacedPassage;
  readonly #reading: Reading;
  readonly #persons: Persons;
  readonly #ages: readonly Age[];
  readonly #dates: readonly DateValue[];
  /** By the offset at which each begins. */
  readonly #told: ReadonlyMap<number, LetterDate>;
  readonly #filed: IsoDate | null;

  constructor(passage: PlacedPassage, persons: Persons, ages: readonly Age[], told: readonly LetterDate[]) {
    this.#passage = passage;
    this.#reading = passage.reading;
    this.#persons = persons;
    this.#ages = ages;
    this.#dates = [...dates(passage.reading).between(passage.first, passage.end)];
    this.#told = new Map(told.map((date) => [date.span.start, date]));
    this.#filed = told.find(({ field }) => field === 'dateOfInjury')?.day ?? null;
  }

  best(): Candidate | null {
    let best: Candidate | null = null;
    let isWithoutDay = false;
    for (const [i, date] of this.#dates.entries()) {
      if (this.#isPeriod(i)) {
        isWithoutDay ||= this.#isInjurys(date);
        continue;
      }
      if (date.kind === 'part') {
        isWithoutDay ||= injuryNameBefore(this.#passage, date) !== null;
        continue;
      }
      const candidate = this.#candidate(date);
      if (candidate !== null && (best === null || rank(candidate) > rank(best))) best = candidate;
    }
    // A month, a period or 'not in file' is given: no other day is the injury's because something happened on it.
    return best !== null &&
      rank(best) < rank({ tier: 'filed' }) &&
      (isWithoutDay || this.#isOverTime() || this.#isNotTold())
      ? null
      : best;
  }

  #is(at: number, name: keyof typeof PATIENT_WORDS): boolean {
    return this.#reading.endOfClass(at, PATIENT_WORDS[name]) > at;
  }

  #roleOf(date: DateValue): DateRole | null {
    return this.#letterDate(date)?.role ?? null;
  }

  #letterDate(date: DateValue): LetterDate | undefined {
    return this.#told.get(this.#passage.span(date).start);
  }

  #isInjurys(date: DateValue): boolean {
    return this.#roleOf(date) === 'injury' || injuryNameBefore(this.#passage, date) !== null;
  }

  /** One of the two ends of a period: 'from 1/1/2013 to 12/31/2013', 'between 2009 and 2012'. */
  #isPeriod(i: number): boolean {
    const [before, date, after] = [this.#dates[i - 1], this.#dates[i], this.#dates[i + 1]];
    if (date === undefined) return false;
    if (this.#endsPeriod(date)) return true;
    if (this.#goesOnWithWhen(date)) return false;
    return (
      (before !== undefined && this.#isThrough(before, date)) || (after !== undefined && this.#isThrough(date, after))
    );
  }

  /** 'Cumulative trauma ending 3/12/2013'. */
  #endsPeriod({ first }: DateValue): boolean {
    if (!this.#is(first - 1, 'ends a period')) return false;
    for (let at = first - 2; at >= Math.max(this.#passage.first, first - REACH); at--) {
      if (this.#reading.endOfClass(at, DATE_WORDS['over time']) > at) return true;
    }
    return false;
  }

  #isThrough(from: DateValue, to: DateValue): boolean {
    const { tokens } = this.#reading;
    if (to.first - from.end !== 1) return false;
    const joint = tokens.written(from.end);
    if (joint === '-' || joint === '–' || joint === '—' || this.#is(from.end, 'between two ends')) return true;
    return joint.toLowerCase() === 'and' && tokens.lower(from.first - 1) === 'between';
  }

  #candidate(date: DateValue): Candidate | null {
    const told = this.#letterDate(date);
    if (told?.day == null) return null;
    const { day, role } = told;
    const candidate = (tier: Tier, by: TokenRange | null = null): Candidate => ({ tier, day, date, by });
    if (role === 'injury') {
      const name = injuryNameBefore(this.#passage, date);
      return name === null ? candidate('injury') : candidate('named', name);
    }
    if (day === this.#filed) return candidate('filed');
    if (role !== 'other') return null;
    const onset = this.#onset(date);
    if (onset !== null) return candidate('onset', onset);
    // A word says that it is the day of something else, but for 'until …, when a sheet slipped'.
    const isUntil = told.derivation.reasons.length > 0;
    if (isUntil && !this.#goesOnWithWhen(date)) return null;
    const mishap = this.#mishap(date, isUntil ? date.end : date.first - LONGEST_SENTENCE);
    if (mishap !== null) return candidate('mishap', mishap);
    return date.first - this.#passage.first <= OPENING && this.#tellsOfWorker(date) ? candidate('person') : null;
  }

  /** Its sentence mentions the worker, or someone's age. */
  #tellsOfWorker(date: DateValue): boolean {
    const first = Math.max(this.#passage.first, this.#reading.startOfSentence(date.first));
    const end = this.#endOfSentence(date);
    const isIn = (each: TokenRange & { readonly owner: Owner }): boolean =>
      each.owner !== 'other' && each.first >= first && each.end <= end;
    return this.#persons.all.some(isIn) || this.#ages.some(isIn);
  }

  #endOfSentence({ first }: DateValue): number {
    return Math.min(this.#passage.end, this.#reading.endOfSentence(first));
  }

  /** The claim is of an injury over time: the last day of exposure is not its day. */
  #isOverTime(): boolean {
    for (const _ of this.#passage.mentions(DATE_WORDS['over time'])) return true;
    return false;
  }

  /** 'DOI not in file', 'date of injury is unknown', 'an injury of unstated date'. */
  #isNotTold(): boolean {
    for (const name of this.#passage.mentions(PATIENT_WORDS['the injury'])) {
      const end = Math.min(name.end + NEAR, this.#reading.endOfSentence(name.first));
      for (let at = name.end; at < end; at++) if (this.#is(at, 'not told')) return true;
    }
    return false;
  }

  /** 'knee pain since …', 'that dates to …', 'the claim goes back to …'. */
  #onset({ first }: DateValue): TokenRange | null {
    const sentence = Math.max(this.#passage.first, this.#reading.startOfSentence(first), first - REACH);
    for (let at = first - 1; at >= Math.max(sentence, first - FURTHEST_SINCE); at--) {
      const end = this.#reading.endOfClass(at, PATIENT_WORDS['dates to']);
      if (end < 0 || end > first) continue;
      if (first - end < 3 && this.#is(at - 1, 'a claim')) return { first: at - 1, end };
      for (let before = at - 1; before >= sentence; before--) {
        if (this.#is(before, 'symptom')) return { first: before, end };
      }
      return null;
    }
    return null;
  }

  #goesOnWithWhen({ end }: DateValue): boolean {
    return (
      this.#reading.tokens.written(end) === ',' && this.#reading.endOfClass(end + 1, DATE_WORDS['on which']) > end + 1
    );
  }

  /** What happens to people at work, in the date's own sentence. */
  #mishap(date: DateValue, from: number): TokenRange | null {
    const { tokens } = this.#reading;
    const first = Math.max(this.#passage.first, this.#reading.startOfSentence(date.first), from);
    const end = Math.min(this.#endOfSentence(date), date.end + LONGEST_SENTENCE);
    for (let at = first; at < end; at++) {
      const after = this.#reading.endOfClass(at, PATIENT_WORDS.mishap);
      if (after > at && tokens.isWord(at)) return { first: at, end: after };
    }
    return null;
  }
}

const rank = ({ tier }: Pick<Candidate, 'tier'>): number => TIERS.indexOf(tier);

/** How near the beginning the day of an injury that nothing calls one must be. */
const OPENING = 70;
const NEAR = 5;
/** 'Since she pulled a heavy hose on …' */
const FURTHEST_SINCE = 9;
const REACH = 12;
const LONGEST_SENTENCE = 60;
