import { Form } from '../../../../language/lexicon/forms.ts';
import type { Passage, Reading } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import { isMonthOfMay } from '../../shared/monthOfMay.ts';
import { type Count, isTableForm } from '../counts/counts.ts';
import { type CueKind, VISIT_WORDS } from '../words/vocabulary.ts';
import { isOfBystander, isOfSomeone } from './bystanders.ts';
import { isCompared, isMoreThan } from './comparisons.ts';
import type { Place } from './cueRoles.ts';
import type { Cue, Scene } from './cues.ts';
import { isKnown } from './knownVisits.ts';
import { isAskedWhether } from './lookalikes.ts';
import { modifiedRole } from './modified.ts';
import { roleByForm } from './roleByForm.ts';
import { VerbGroups } from './verbGroups.ts';

/** Whose a number of visits is, and why. */
export interface TakenRole {
  readonly role: VisitRole;
  /** The word that shows it; null where only the form of the number does. */
  readonly cue: Cue | null;
  /** The price at which it was taken. */
  readonly cost: number;
  /** It is one of 'modified from 12 to 6'. */
  readonly isModified: boolean;
}

/** What was said right before: the last number of the sentence, or of the one before. */
export interface Told {
  readonly role: VisitRole;
  readonly isOfSentence: boolean;
}

/** Takes the roles of the numbers of one sentence: that of the cheapest cue, else that of their form and place. */
export class RoleTaker {
  readonly #reading: Reading;
  readonly #scene: Scene;
  readonly #place: Place;
  readonly #counts: readonly Count[];
  readonly #verbs: VerbGroups;
  readonly #isOfStudy: boolean;

  constructor({ reading }: Passage, scene: Scene, place: Place, counts: readonly Count[]) {
    this.#reading = reading;
    this.#scene = scene;
    this.#place = place;
    this.#counts = counts;
    this.#verbs = new VerbGroups(reading, scene.sentence);
    this.#isOfStudy = scene.cues.some(({ kind }) => kind === 'study');
  }

  /** @param i the place of the count among those of the sentence */
  take(count: Count, i: number, isSum: boolean, before: Told | null): TakenRole {
    let nearest: Cue | null = null;
    let cost = this.#defaultCost(count);
    for (const cue of this.#scene.cues) {
      const price = this.#price(cue, count, i);
      if (price >= cost) continue;
      nearest = cue;
      cost = price;
    }
    const cue = this.#outcome(nearest, count, i) ?? nearest;
    const modified = modifiedRole(this.#reading, this.#scene.sentence, count);
    const role =
      this.#ofBystander(count) ??
      (cue?.role !== 'authorized' && isAskedWhether(this.#reading, this.#scene.sentence, count.first)
        ? 'unknown'
        : null) ??
      this.#ofParts(cue, count) ??
      roleByForm(this.#reading, this.#verbs, this.#place, count) ??
      modified ??
      this.#inherited(cue, count, isSum, before) ??
      this.#told(cue, count) ??
      this.#defaultRole(count);
    return { role, cue, cost, isModified: modified !== null };
  }

  /** 'Her sister had twelve.' */
  #ofBystander({ first }: Count): VisitRole | null {
    return isOfBystander(this.#reading, this.#scene.sentence, first) ? 'other' : null;
  }

  /** Of '6 left of 18' eighteen were authorized; 'none of the three', 'all but two' were not had. */
  #ofParts(cue: Cue | null, count: Count): VisitRole | null {
    if (cue?.role === 'unused' && (count.share !== null || this.#isOfAuthorized(count))) return 'authorized';
    const isAllBut =
      this.#reading.tokens.lower(count.first - 1) === 'but' && this.#reading.tokens.lower(count.first - 2) === 'all';
    if (isAllBut && count.share === null) return 'unused';
    return cue?.role !== 'authorized' && this.#isNoneOf(count) ? 'unused' : null;
  }

  /** 'Has not begun the eight visits that were authorized' */
  #isOfAuthorized({ end }: Count): boolean {
    return this.#scene.cues.some(
      ({ role, first, form }) =>
        role === 'authorized' && isParticiple(form) && first >= end && this.#scene.price(end, first) < OWN_CLAUSE,
    );
  }

  #isNoneOf({ first }: Count): boolean {
    const isDetermined =
      this.#reading.is(first - 1, ENGLISH.article) || this.#reading.is(first - 1, ENGLISH.demonstrative);
    const of = isDetermined ? first - 2 : first - 1;
    return this.#reading.tokens.written(of) === 'of' && this.#reading.endOfClass(of - 1, ENGLISH.negation) === of;
  }

  /** 'Then 6 more': they were had as those before were, where nothing else is said. */
  #inherited(cue: Cue | null, count: Count, isSum: boolean, before: Told | null): VisitRole | null {
    const { form } = count;
    if (before === null || (cue !== null && cue.kind !== 'more')) return null;
    if (cue === null && (!before.isOfSentence || (form !== 'bare' && !isSum))) return null;
    // 'Ten more would bring her to 18.'
    if (!before.isOfSentence && (this.#hasModal() || this.#isAskedFor())) return null;
    if (before.role === 'guideline') return before.isOfSentence && (isSum || this.#isCase(count)) ? before.role : null;
    return before.role === 'attended' || before.role === 'authorized' ? before.role : null;
  }

  /** 'Ten for myalgia and 24 for dystrophy', 'twenty, or 50 in severe cases': a further figure of a guideline. */
  #isCase({ form, first, end }: Count): boolean {
    const at = this.#reading.endOfClass(first - 1, VISIT_WORDS['limit lead']) === first ? first - 2 : first - 1;
    const isItem = ITEM_MARKS.has(this.#reading.tokens.lower(at)) || this.#reading.is(at, ENGLISH.coordinator);
    return form === 'bare' && isItem && this.#reading.is(end, VISIT_WORDS['case link']);
  }

  /** 'Eight more visits, a walker and a brace were asked for': the verb of a list is far off. */
  #isAskedFor(): boolean {
    return this.#scene.cues.some(({ kind, role }) => kind === 'requested' && role === 'requested');
  }

  #hasModal(): boolean {
    const { first, end } = this.#scene.sentence;
    return this.#reading.has({ first, end }, ENGLISH.modal);
  }

  /** 'Was requested on 1/5 and certified on 1/9': what came of a request. */
  #outcome(cue: Cue | null, count: Count, i: number): Cue | null {
    if (cue === null || cue.role !== 'requested') return null;
    const next = this.#counts[i + 1]?.first ?? Infinity;
    const from = Math.max(cue.end, count.end);
    const later = this.#scene.cues.find(({ first, role }) => first >= from && first < next && OUTCOMES.has(role));
    if (later === undefined || later.isActive) return null;
    // 'Request 3/3: PT x 8, approved.'
    if (cue.end <= count.first) return this.#isNoted(count, later) ? later : null;
    if (this.#scene.price(cue.end, later.first) > OUTCOME_REACH) return null;
    for (let at = later.first - 1; at >= Math.max(cue.end, later.first - 3); at--) {
      if (this.#reading.is(at, ENGLISH.coordinator)) return later;
    }
    return null;
  }

  /** ', approved', '- certified': nothing but marks are between a number and what came of it. */
  #isNoted({ end }: Count, { first, kind }: Cue): boolean {
    // 'The requested 12 visits, in addition to the eight'
    if (kind === 'after' || kind === 'before') return false;
    for (let at = end; at < first; at++) if (!this.#reading.tokens.isMark(at)) return false;
    return first > end;
  }

  #told(cue: Cue | null, count: Count): VisitRole | null {
    if (cue === null) return null;
    // 'Ten beyond the limit'
    const isOver = cue.isComparing && this.#reading.tokens.lower(cue.end) !== 'which';
    if (isOver && cue.first === count.end && count.form === 'bare') return 'reckoned';
    // 'The guideline is exceeded by twelve visits.'
    const by = this.#reading.is(count.first - 1, ENGLISH.article) ? count.first - 2 : count.first - 1;
    const isDifference = this.#reading.tokens.lower(by) === 'by' && cue.role === 'guideline';
    if (isDifference && this.#scene.cues.some(({ kind, end }) => kind === 'over' && end <= count.first))
      return 'reckoned';
    if (cue.kind === 'over' && cue.first >= count.end) return this.#roleBeforeOver(cue);
    if (cue.role === 'guideline' && isMoreThan(this.#reading, count.end)) return 'requested';
    // 'The first six visits helped.'
    if (cue.kind === 'trial' && this.#isSubjectOfPast(count)) return 'attended';
    if (isKnown(this.#reading, cue, count, this.#scene.price(cue.end, count.first))) return 'requested';
    // 'It would not support twelve', but 'it does not support more than ten'.
    return cue.isRuledOut && !isCompared(this.#reading, count.first) ? 'requested' : cue.role;
  }

  /** 'Twelve exceed …' are requested; 'the six within which the guideline expects a result' are its own. */
  #roleBeforeOver(cue: Cue): VisitRole {
    const isRelative = cue.isComparing && this.#reading.tokens.lower(cue.end) === 'which';
    return isRelative || this.#isExceeded(cue) ? 'guideline' : 'requested';
  }

  /** 'The guideline (10 visits) was exceeded': nothing follows that is exceeded by it. */
  #isExceeded({ first, end, isComparing }: Cue): boolean {
    const isBy = this.#reading.tokens.lower(end) === 'by' && this.#reading.is(first - 1, ENGLISH.be);
    const isLast = end >= this.#scene.sentence.end || this.#reading.tokens.isMark(end) || isBy;
    return isLast && !isComparing;
  }

  /** What it costs to take the role of a cue; infinite where it says nothing about the count. */
  #price(cue: Cue, count: Count, i: number): number {
    const { kind, base, first, end } = cue;
    // '8 visits were compared with 16 in an article': no figure of a guideline is passed.
    if (kind === 'over' && this.#isOfStudy) return Infinity;
    const noun = (count.stated ?? count.perWeek)?.end ?? count.end;
    // 'Once a week for the next six weeks' asks for no more visits.
    if (kind === 'more' && first >= noun && end <= count.end) return Infinity;
    // 'The third visit' is no further one.
    if (kind === 'more' && count.form === 'ordinal' && first === count.first) return Infinity;
    if (first < noun && end > count.first) return WITHIN.has(kind) ? base : Infinity;
    return end <= count.first ? this.#priceBefore(cue, count, i) : this.#priceAfter(cue, count, noun, i);
  }

  #priceBefore(cue: Cue, count: Count, i: number): number {
    const between = this.#scene.price(cue.end, count.first);
    if (between > cue.ahead || (cue.isComparing && this.#comparesHad(cue))) return Infinity;
    // 'The guideline figure of 12 visits has been exhausted': it is the guideline's first of all.
    const other = this.#counts[i - 1];
    if (RULES.has(cue.kind) && between < RULE_REACH && !this.#isOf(other, cue) && !this.#isOfStudy) return OWN_FIGURE;
    const base = RULES.has(cue.kind) && this.#isOfStudy ? OF_STUDY : cue.base;
    return base + between + (other !== undefined && other.first >= cue.end ? CROSSED : 0);
  }

  /** 'Of the 24 visits in the guideline 16 were used': the guideline's figure is the one before it. */
  #isOf(other: Count | undefined, cue: Cue): boolean {
    if (other === undefined || other.end > cue.first || this.#scene.price(other.end, cue.first) > RULE_REACH)
      return false;
    return this.#reading.is(other.end, ENGLISH.preposition);
  }

  #priceAfter(cue: Cue, count: Count, noun: number, i: number): number {
    // 'Ten visits were completed over eight weeks': the duration comes after the word that shows their role.
    const between = this.#scene.price(cue.first < count.end ? noun : count.end, cue.first);
    if (between > cue.back) return Infinity;
    // 'Six visits requires …' has the visits for its subject; 'the six visits that he wants' for its object.
    if (cue.isActive && between < SUBJECT_REACH) return Infinity;
    if (cue.role === 'requested' && this.#isEarlier(noun, cue.first)) return Infinity;
    if (this.#isOwnFigure(cue, count, between)) return OWN_FIGURE;
    const other = this.#counts[i + 1];
    // 'Not fewer than 8 and not more than 10': it limits what follows.
    if (cue.kind === 'limit' && between > 0 && other?.first === cue.end) return Infinity;
    const isCrossed = other !== undefined && other.end <= cue.first;
    // 'Through nine sessions with three to go'
    if (cue.kind === 'unused' && isCrossed) return Infinity;
    // 'Ten visits, taken over eight weeks, will do.'
    if (this.#place === 'rationale' && cue.end <= count.end && this.#reading.tokens.lower(cue.first - 1) === ',')
      return Infinity;
    return cue.base + between + (isCrossed ? CROSSED : 0);
  }

  /** 'The 10-visit cap', '10 per ODG' */
  #isOwnFigure({ kind, first, form }: Cue, count: Count, between: number): boolean {
    if (kind === 'limit' && (form === 0 || form === Form.base)) return between === 0;
    return (
      RULES.has(kind) &&
      count.form === 'bare' &&
      first === count.end + 1 &&
      this.#reading.is(count.end, ENGLISH.preposition)
    );
  }

  /** 'Has exhausted treatment beyond 6 sessions': what was had is compared. */
  #comparesHad({ first }: Cue): boolean {
    return this.#scene.cues.some(
      ({ kind, end }) =>
        (kind === 'attended' || kind === 'have') &&
        end <= first &&
        this.#scene.price(end, first) < COMPARED_REACH &&
        !this.#reading.tokens.hasAny({ first: end, end: first }, ITEM_MARKS),
    );
  }

  /** 'Fourteen treatments before the request was written' */
  #isEarlier(from: number, to: number): boolean {
    return this.#reading.has({ first: from, end: to }, VISIT_WORDS.earlier);
  }

  #defaultCost(count: Count): number {
    const { cues } = this.#scene;
    if (this.#place === 'summary') {
      // What is said about all that follows in its sentence, however long its list.
      const isTold = cues.some(({ kind, end }) => GOVERNING.has(kind) && end <= count.first);
      return isTold ? FARTHEST : UNTOLD;
    }
    return isTableForm(count) && !this.#isOfStudy ? TABLE : UNKNOWN;
  }

  #defaultRole(count: Count): VisitRole {
    if (this.#place === 'rationale')
      return this.#isOfTable(count) && !isMoreThan(this.#reading, count.end) ? 'guideline' : 'unknown';
    const isSchedule = count.stated === null && count.weeks !== null && !this.#isSubjectOfPast(count);
    if (isSchedule || this.#isAhead(count)) return 'requested';
    return this.#verbs.isPlanned(count.first) ? 'unknown' : 'attended';
  }

  /** 'Sprain: 10 visits over 8 weeks'; not 'the carrier was willing to pay for 6 visits over 3 weeks'. */
  #isOfTable(count: Count): boolean {
    return (
      isTableForm(count) && !this.#isStory(count) && !isOfSomeone(this.#reading, this.#scene.sentence, count.first)
    );
  }

  /** 'The first course was 12 visits over 6 weeks', 'her 12 visits over 6 weeks', '… have been had' */
  #isStory({ first, end }: Count): boolean {
    const before = this.#reading.tokens.lower(first - 1) === 'of' ? first - 2 : first - 1;
    if (this.#reading.is(before, VISIT_WORDS['past auxiliary']) || this.#reading.is(before, ENGLISH.possessive))
      return true;
    const year = this.#reading.tokens.figures(end + 1);
    return (
      this.#isSubjectOfPast({ end }) ||
      (this.#reading.is(end, ENGLISH.have) && !this.#isConditional(first)) ||
      (year > FIRST_YEAR && year < LAST_YEAR)
    );
  }

  /** 'Once a trial of 6 visits over 2 weeks has shown gains' */
  #isConditional(first: number): boolean {
    const from = Math.max(this.#scene.sentence.first, first - CONDITION_REACH);
    for (let at = first - 1; at >= from; at--) if (this.#reading.is(at, VISIT_WORDS.conditional)) return true;
    return false;
  }

  /** 'Twice a week for six weeks was of little help' */
  #isSubjectOfPast({ end }: Pick<Count, 'end'>): boolean {
    if (((this.#reading.mentionAt(end, VISIT_WORDS.working)?.form ?? 0) & Form.past) > 0) return true;
    return this.#reading.is(end, VISIT_WORDS['past auxiliary']) || this.#reading.is(end, VISIT_WORDS['past of do']);
  }

  /** 'Nine visits would bring …' */
  #isAhead({ end }: Count): boolean {
    for (let at = end; this.#scene.price(end, at) <= AHEAD_REACH && at < end + 5; at++) {
      if (this.#reading.is(at, ENGLISH.modal)) return !isMonthOfMay(this.#reading, at, this.#scene.sentence.first);
      if (this.#reading.tokens.isMark(at)) return false;
    }
    return false;
  }
}

const isParticiple = (form: number): boolean => (form & Form.participle) !== 0;

/** '12 visits over 6 weeks in 2015' */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2060;
const ITEM_MARKS: ReadonlySet<string> = new Set([',', ';']);

/** What may be between a number and its noun and describe it: 'six approved visits'. */
const WITHIN: ReadonlySet<Cue['kind']> = new Set<Cue['kind']>([
  'have',
  'attended',
  'undergone',
  'before',
  'authorized',
  'requested',
  'more',
  'denied',
  'unused',
  'recommended',
  'allowed',
  'given',
]);
const GOVERNING: ReadonlySet<Cue['kind']> = new Set<CueKind>([
  'requested',
  'denied',
  'authorized',
  'attended',
  'undergone',
]);
const RULES: ReadonlySet<Cue['kind']> = new Set<CueKind>(['guideline', 'book']);
const OUTCOMES: ReadonlySet<VisitRole> = new Set<VisitRole>(['authorized', 'attended', 'denied']);

/** Prices: of what lies between, of another number among it, and at which a number goes without a cue. */
const RULE_REACH = 2;
const OWN_FIGURE = 0.1;
/** 'A study cited in ODG compared six with twelve.' */
const OF_STUDY = 6;
const SUBJECT_REACH = 0.45;
/** 'visits that were authorized' */
const OWN_CLAUSE = 2;
const AHEAD_REACH = 1.5;
const COMPARED_REACH = 7;
/** In tokens: 'once a trial of'. */
const CONDITION_REACH = 5;
const OUTCOME_REACH = 9;
const CROSSED = 2.5;
const TABLE = 4;
const UNTOLD = 11;
const UNKNOWN = 13;
const FARTHEST = 60;
