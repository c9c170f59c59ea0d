import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { PlacedPassage } from '../../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { cover } from '../../../../text/span.ts';
import { ENGLISH } from '../../../language.ts';
import { type Derived, derived, type Reason } from '../../../model/derivation.ts';
import { therapyAt } from '../words/therapyMentions.ts';
import { VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';
import { derivationOfRecord } from './derivations.ts';
import type { LocatedRecord } from './history.ts';

/**
 * Adds up the visits that a passage mentions. What is repeated counts once, and where two numbers are given for the
 * same visits ('at least 5', '6 completed', 'of 12 authorized'), the larger counts; 'another 6', 'a second set', and the
 * further items of a list are added; a sum that the letter itself gives counts in place of what it sums up.
 */
export class Tally {
  readonly #passage: PlacedPassage;
  readonly #reading: Reading;
  /** Numbers that are added up. */
  readonly #blocks: Told[] = [];
  #sum = 0;
  /** The sentences of what is added up, by their first tokens. */
  readonly #sentences = new Set<number>();
  /** Numbers that were said to be additional: where they come again, they are the same visits. */
  readonly #further = new Set<number | null>();
  /** The largest number that is given for all. */
  #most: Told | null = null;
  /** The last number; null after something that does not count. */
  #last: LocatedRecord | null = null;
  /** The first number was said to be additional to one that is still to come: 'a second set of 8 after a first of 6'. */
  #lacksBase = false;

  constructor(passage: PlacedPassage) {
    this.#passage = passage;
    this.#reading = passage.reading;
  }

  /** Passes over a number that does not count. */
  pass(): void {
    this.#last = null;
  }

  add(record: LocatedRecord): void {
    const told = this.#told(record);
    if (told === null) return;
    const before = this.#last;
    this.#last = record;
    if (record.isSum || (this.#blocks.length > 1 && told.value === this.#sum)) this.#atLeast(told);
    else if (this.#blocks.length === 0) {
      this.#addUp(told, record);
      this.#lacksBase = record.adds;
    } else if (this.#comesOnTop(record, before)) {
      this.#addUp(told, record);
      this.#lacksBase = false;
    } else this.#atLeast(told);
  }

  /** 'With these 8 the number will reach 20': there were 12. */
  addDifference(range: TokenRange, whole: number, now: number): void {
    const value = whole - now;
    if (value <= 0) return;
    const span = this.#passage.span(range);
    const reasons: Reason[] = [{ span, as: `${whole} together with the request`, row: null }];
    this.#atLeast({
      value,
      derived: derived(value, span, { reasons, reckoning: `${whole} − ${now} = ${value}` }),
      record: null,
    });
  }

  result(): Tallied | null {
    const sum = this.#sum;
    const most = this.#most;
    if (most !== null && most.value >= sum) return { told: most.derived, records: recordsOf([most]) };
    const [first, ...others] = this.#blocks;
    if (first === undefined) return null;
    const records = recordsOf(this.#blocks);
    if (others.length === 0) return { told: first.derived, records };
    const told = derived(
      sum,
      others.reduce((span, each) => cover(span, each.derived.span), first.derived.span),
      {
        reasons: this.#blocks.flatMap((each) => each.derived.derivation.reasons),
        reckoning: `${this.#blocks.map(({ value }) => value).join(' + ')} = ${sum}`,
      },
    );
    return { told, records };
  }

  #addUp(told: Told, { adds, sentence }: LocatedRecord): void {
    this.#blocks.push(told);
    this.#sum += told.value;
    this.#sentences.add(sentence.first);
    if (adds) this.#further.add(told.value);
  }

  #atLeast(told: Told): void {
    if (this.#most === null || told.value > this.#most.value) this.#most = told;
  }

  #comesOnTop(record: LocatedRecord, before: LocatedRecord | null): boolean {
    const isSameSentence = this.#sentences.has(record.sentence.first);
    if (record.adds) return isSameSentence || !this.#further.has(record.count.total);
    return (
      isSameSentence &&
      (this.#lacksBase ||
        (before !== null &&
          isListed(before, record) &&
          !this.#isOfPaper(before, record) &&
          !this.#isPart(before, record)))
    );
  }

  /** The 'requested' of '6 approved of 8 requested', '… of 8 first requested'. */
  #isAsked(end: number): boolean {
    const at = this.#reading.is(end, VISIT_WORDS['verb adverb']) ? end + 1 : end;
    return this.#reading.mentionAt(at, VISIT_CUES)?.value === 'requested';
  }

  /** 'Six of the twelve were certified'; not 'six of the twelve that were certified', 'six of the twelve approved'. */
  #wereGranted({ count, cue }: LocatedRecord): boolean {
    if (cue === null || cue.role !== 'authorized' || cue.first <= count.end) return false;
    if (!this.#reading.has({ first: count.end, end: cue.first }, ENGLISH.be)) return false;
    for (let at = count.end; at < cue.first; ) {
      const therapy = therapyAt(this.#reading, at);
      if (therapy === null && !WERE_GRANTED.has(this.#reading, at)) return false;
      at = therapy?.end ?? at + 1;
    }
    return true;
  }

  /** Of '10 of her 24 statutory visits' ten were had, and the 24 are what the law allows. */
  #isOfRule({ first, end }: LocatedRecord['count']): boolean {
    for (let at = first; at < end; at++) {
      const kind = this.#reading.mentionAt(at, VISIT_CUES)?.value;
      if (kind === 'guideline' || kind === 'book' || kind === 'limit') return true;
    }
    return false;
  }

  /** 'Of the twelve visits she kept ten', 'twelve visits, of which she kept ten'. */
  #isPart({ count: before }: LocatedRecord, { count }: LocatedRecord): boolean {
    const { tokens } = this.#reading;
    for (let at = before.first - 3; at < before.first; at++) if (tokens.lower(at) === 'of') return true;
    // 'Ten had been used out of twelve.'
    if (tokens.lower(count.first - 1) === 'of' && tokens.lower(count.first - 2) === 'out') return true;
    for (let at = before.end; at < count.first; at++) {
      if (tokens.lower(at) === 'of' && this.#reading.endOfClass(at + 1, VISIT_WORDS['part pronoun']) > 0) return true;
    }
    return false;
  }

  /** 'Six in the therapist's report and twelve in the physician's' are the same visits. */
  #isOfPaper({ count: before, sentence }: LocatedRecord, { count }: LocatedRecord): boolean {
    for (let by = sentence.first; by < count.first; by++) {
      // 'By her count nineteen, by the clinic's seventeen'
      const isReckoned = [by + 2, by + 3].some((at) => this.#reading.is(at, VISIT_WORDS['noun of number']));
      if (isReckoned && this.#reading.tokens.lower(by) === 'by') return true;
    }
    return this.#reading.has({ first: before.end, end: count.first }, VISIT_WORDS.paper);
  }

  /** 'Fewer than ten', not 'no fewer than ten' */
  #isBelow({ first }: LocatedRecord['count']): boolean {
    return [first - 1, first - 2].some((at) => this.#reading.endOfClass(at, VISIT_WORDS.below) === first);
  }

  /** 'UR allowed half of the twelve.' */
  #isHalved({ first, total }: LocatedRecord['count']): boolean {
    if (total === null || total % 2 > 0) return false;
    for (let at = first - 1; at >= first - 3; at--) if (this.#reading.tokens.lower(at) === 'half') return true;
    return false;
  }

  /** The number of 'several rounds, each of eight visits' is not known. */
  #isOfEach({ first, times }: LocatedRecord['count']): boolean {
    return (
      times === 1 && this.#reading.tokens.lower(first - 1) === 'of' && this.#reading.is(first - 2, VISIT_WORDS.each)
    );
  }

  /** Of 'certified 6 of the 12 requested' six were; of 'attended 6 of 12' twelve were authorized. */
  #told(record: LocatedRecord): Told | null {
    const { count, cue } = record;
    const isGranted = cue !== null && cue.role === 'authorized' && cue.end <= count.first;
    const isShare =
      count.share !== null &&
      (isGranted || this.#wereGranted(record) || this.#isAsked(count.end) || this.#isOfRule(count));
    const half = isGranted && count.total !== null && this.#isHalved(count) ? count.total / 2 : count.total;
    const value = isShare ? count.share : half;
    if (value === null || value === 0 || count.recurs || this.#isOfEach(count) || this.#isBelow(count)) return null;
    return {
      value,
      record,
      derived: derived(value, this.#passage.span(count), derivationOfRecord(this.#passage, record)),
    };
  }
}

/** 'Of therapy were later' */
const WERE_GRANTED = new ClassMap<true>(
  [ENGLISH.be, ENGLISH.have, VISIT_WORDS['verb adverb'], ENGLISH.preposition].map((each) => [each, true]),
);

const recordsOf = (told: readonly Told[]): readonly LocatedRecord[] => told.flatMap(({ record }) => record ?? []);

/** The sum of visits, and the records that it is from. */
export interface Tallied {
  readonly told: Derived<number>;
  readonly records: readonly LocatedRecord[];
}

interface Told {
  readonly value: number;
  readonly derived: Derived<number>;
  readonly record: LocatedRecord | null;
}

/** 'Eight visits in the spring and four in the fall': items of one list, of which one has no noun of its own. */
const isListed = (before: LocatedRecord, record: LocatedRecord): boolean =>
  before.sentence.first === record.sentence.first &&
  before.role === record.role &&
  (record.count.form === 'bare' || before.count.form === 'bare' || (record.isDated && before.isDated)) &&
  record.count.form !== 'ordinal' &&
  before.count.form !== 'ordinal';
