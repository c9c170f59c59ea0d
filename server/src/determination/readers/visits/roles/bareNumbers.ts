import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Passage, Reading } from '../../../../language/reading.ts';
import { MONTHS } from '../../../../language/values/date.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { THERAPY_NAMES } from '../../treatments/vocabulary.ts';
import type { Count } from '../counts/counts.ts';
import type { TherapyMention } from '../words/therapyMentions.ts';
import { THERAPY_COLLOQUIAL, VISIT_CUES, VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';
import type { Cue, Scene } from './cues.ts';
import type { TakenRole } from './roles.ts';

/** What is around a number without a unit. */
export interface BareContext extends TakenRole {
  readonly adds: boolean;
  readonly isSum: boolean;
  /** The number given before it in its sentence. */
  readonly before: Count | null;
  /** A number was given in this sentence or the one before. */
  readonly follows: boolean;
}

/** Decides which numbers without a unit, in one sentence, are numbers of visits. */
export class BareNumbers {
  readonly #reading: Reading;
  readonly #scene: Scene;
  readonly #counts: readonly Count[];
  readonly #therapies: readonly TherapyMention[];

  constructor({ reading }: Passage, scene: Scene, counts: readonly Count[], therapies: readonly TherapyMention[]) {
    this.#reading = reading;
    this.#scene = scene;
    this.#counts = counts;
    this.#therapies = therapies;
  }

  /** Whether something around a number without a unit shows that it is one of visits. */
  isOfVisits(count: Count, { cue, cost, role, isModified, adds, isSum, before, follows }: BareContext): boolean {
    if (count.weeks !== null && count.stated !== null) return true;
    if (this.#isGivenAs(count)) return true;
    if (this.#isNumbering(count) || (this.#reading.tokens.lower(count.first - 1) === 'by' && !adds)) return false;
    if (isModified || adds || (isSum && follows)) return true;
    if (cue !== null && this.#isBeside(cue, cost, count)) return true;
    if (this.#isOfTherapy(count) || this.#isOfCourse(count) || this.#isItem(count) || this.#isPredicate(count))
      return true;
    if (before === null) return false;
    // 'Ten for myalgia and 24 for dystrophy'
    return this.#isCoordinated(before, count, role) || (role === 'guideline' && cue === null);
  }

  /** 'Had 10', 'ten used', 'the guideline allows ten' */
  #isBeside({ kind, base }: Cue, cost: number, { share }: Count): boolean {
    if (UNTELLING.has(kind)) return false;
    if (share !== null) return cost - base <= SHARE_REACH;
    return cost - base <= (FIGURES.has(kind) ? FIGURE_REACH : REACH);
  }

  /** 'OT, 20 of 24' */
  #isOfTherapy({ first, share }: Count): boolean {
    return share !== null && this.#therapies.some(({ end }) => end <= first && first - end < 2);
  }

  /** The number of a list: '(1) Time to produce …'. */
  #isNumbering({ first, end }: Count): boolean {
    if (!this.#isBracketed(first, end)) return false;
    return !this.#scene.cues.some((cue) => cue.end === first - 1);
  }

  /** 'The number requested (12)', 'the recommended quantity (10)' */
  #isGivenAs({ first, end }: Count): boolean {
    if (!this.#isBracketed(first, end)) return false;
    const isNoun = (at: number): boolean => this.#reading.is(at, VISIT_WORDS['noun of number']);
    return this.#scene.cues.some(
      (cue) => (cue.end === first - 2 && isNoun(first - 2)) || (cue.end === first - 1 && isNoun(cue.first - 1)),
    );
  }

  #isBracketed(first: number, end: number): boolean {
    return this.#reading.tokens.lower(first - 1) === '(' && this.#reading.tokens.lower(end) === ')';
  }

  /** 'An initial block of four' */
  #isOfCourse({ first }: Count): boolean {
    return (
      this.#reading.tokens.lower(first - 1) === 'of' &&
      this.#reading.endOfClass(first - 2, VISIT_WORDS.course) === first - 1
    );
  }

  /** 'In 2009, eight; in 2012, four chiropractic visits': an item of a list of which another says what is counted. */
  #isItem({ first, end }: Count): boolean {
    const { tokens } = this.#reading;
    if (!tokens.isMark(first - 1) || !(tokens.isMark(end) || end >= this.#scene.sentence.end)) return false;
    return this.#counts.some(({ form, share }) => form === 'named' && share === null);
  }

  /** 'The number of visits is ten', 'ten, at most, is the number of visits' */
  #isPredicate({ first, end }: Count): boolean {
    let next = end;
    while (this.#reading.tokens.isMark(next) && next < end + ASIDE) next = this.#pastAside(next);
    const isPredicate =
      this.#reading.endOfClass(first - 1, ENGLISH.be) === first ||
      [first - 1, first - 2].some((at) => this.#reading.endOfClass(at, VISIT_WORDS['coming to']) === first) ||
      this.#reading.is(next, ENGLISH.be) ||
      this.#isPutAt(first);
    return isPredicate && (this.#hasFreeUnit() || this.#hasRule());
  }

  /** 'He puts the number of his visits at ten.', 'the number is kept between six and ten' */
  #isPutAt(first: number): boolean {
    if (!PUTTING.has(this.#reading.tokens.lower(first - 1))) return false;
    for (let at = first - 2; at >= Math.max(this.#scene.sentence.first, first - PUT_REACH); at--)
      if (this.#reading.is(at, VISIT_WORDS['noun of number'])) return true;
    return false;
  }

  /** 'The maximum, which is ten', 'ten are what the guideline permits' */
  #hasRule(): boolean {
    return this.#scene.cues.some(({ kind, role }) => role === 'guideline' && FIGURES.has(kind));
  }

  /** A unit of visits in the sentence that no number counts. */
  #hasFreeUnit(): boolean {
    const { first, end } = this.#scene.sentence;
    for (let at = first; at < end; at++) {
      const isCounted = this.#counts.some((each) => each.form === 'named' && each.first <= at && at < each.end);
      if (!isCounted && this.#reading.mentionAt(at, VISIT_UNITS)?.value === 'visit') return true;
    }
    return false;
  }

  /** Past ', at the outside,'. */
  #pastAside(comma: number): number {
    for (let at = comma + 1; at < comma + ASIDE; at++) if (this.#reading.tokens.lower(at) === ',') return at + 1;
    return comma + 1;
  }

  /** 'Eight in 2009 and four in 2012': nothing but the time is between the comma and the number. */
  #isCoordinated(before: Count, count: Count, role: VisitRole): boolean {
    // 'Of the twelve that the guideline permits, four have …'
    if (role === 'guideline' && this.#reading.is(count.end, ENGLISH.have)) return false;
    if (this.#reading.is(count.end, ENGLISH.be) || this.#reading.is(count.end, ENGLISH.modal)) return false;
    for (let at = count.first - 1; at >= before.end; at--) {
      if (DIVIDERS.has(this.#reading.tokens.lower(at)) || this.#reading.is(at, ENGLISH.coordinator)) return true;
      if (!LINKING.has(this.#reading, at) && !this.#reading.tokens.isFigures(at)) return false;
    }
    return false;
  }
}

/** Cues that say too little of a number without a unit: 'ten documented'. */
const UNTELLING: ReadonlySet<Cue['kind']> = new Set<Cue['kind']>([
  'told',
  'more',
  'and then',
  'necessary',
  'study',
  'earning',
]);
/** Cues of a guideline's figure, from which it may be farther off: 'the statute's limit, 24'. */
const FIGURES: ReadonlySet<Cue['kind']> = new Set<Cue['kind']>(['guideline', 'book', 'usual', 'limit']);
const REACH = 2.2;
const FIGURE_REACH = 3.5;
const SHARE_REACH = 4;
/** In tokens. */
const ASIDE = 5;
const PUT_REACH = 14;
const PUTTING: ReadonlySet<string> = new Set(['at', 'between']);

const DIVIDERS: ReadonlySet<string> = new Set([',', ';', '/']);
/** What may be between the items of a list and their numbers: 'in the fall of 2012 another'. */
const LINKING = new ClassMap<true>(
  [
    ENGLISH.preposition,
    ENGLISH.article,
    MONTHS,
    VISIT_WORDS.cross,
    VISIT_CUES,
    THERAPY_NAMES,
    THERAPY_COLLOQUIAL,
    BODY_PART_NAMES,
  ].map((each) => [each, true]),
);
