import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { durations } from '../../../../language/values/duration.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import { FUNCTION_WORDS } from '../words/functionWords.ts';
import { type TherapyMention, therapyAt, therapyMentions } from '../words/therapyMentions.ts';
import { type CueKind, VISIT_CUES, VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';

/** What the numbers of one sentence may count: the noun after a number, or the one before it. */
export class NounPhrases {
  readonly #reading: Reading;
  readonly #sentence: TokenRange;

  constructor(reading: Reading, sentence: TokenRange) {
    this.#reading = reading;
    this.#sentence = sentence;
  }

  /** The position after the unit of a number: 'post-op physical therapy visits'; -1 where it counts no visits. */
  endOfUnit(from: number): number {
    let isTherapy = false;
    for (let at = from, words = 0; at < this.#sentence.end && words < MOST_MODIFIERS; words++) {
      const unit = this.#unitAt(at, isTherapy);
      if (unit !== null) return unit;
      const therapy = therapyAt(this.#reading, at);
      if (therapy !== null && this.#isNameOfVisits(therapy)) return this.#endOfName(therapy.end);
      isTherapy ||= therapy !== null;
      const next = therapy?.end ?? this.#pastModifier(at, from, isTherapy);
      if (next < 0) return -1;
      at = next;
    }
    return -1;
  }

  /** Whether a number that ends before `at` has no noun of its own. */
  isBare(at: number): boolean {
    if (at >= this.#sentence.end) return true;
    const { tokens } = this.#reading;
    // 'One or more fingers' counts fingers.
    if (this.#reading.tokens.lower(at) === 'or' && this.#cueAt(at + 1) === 'more') {
      return at + 2 < this.#sentence.end && this.isBare(at + 2);
    }
    // '10/8 weeks'
    if (this.#reading.tokens.lower(at) === '/' && durations(this.#reading).at(at + 1)?.unit === 'week') return true;
    // 'A ten-key pad'
    if (tokens.lower(at) === '-' && tokens.isGlued(at) && tokens.isGlued(at + 1) && tokens.isWord(at + 1)) return false;
    if (tokens.isMark(at)) return !tokens.isGlued(at) || BARE_BEFORE.has(tokens.written(at).charAt(0));
    return this.#endsPhrase(at) || this.isTelling(at) || numbers(this.#reading).at(at) !== undefined;
  }

  /** 'Ten used', 'six more', 'twelve already had', 'twenty total': a word that refers to the number before it. */
  isTelling(at: number): boolean {
    if (this.#reading.is(at, VISIT_WORDS['sum word']) || this.#reading.is(at, VISIT_WORDS['time adjunct'])) return true;
    // 'PT x 12 helped'
    const helping = this.#reading.mentionAt(at, VISIT_WORDS.helping);
    if (helping !== null && (helping.form & Form.past) > 0) return true;
    const cue = this.#reading.mentionAt(at, VISIT_CUES);
    if (cue === null) return false;
    // 'Three prior authorizations'
    if (cue.value === 'before' && this.#isNoun(cue.end)) return false;
    return (cue.form & (Form.past | Form.participle)) > 0 || TELLING.has(cue.value);
  }

  /** 'Ten OT', 'eight acupuncture', 'four adjustments': a therapy that is its own unit; its end, -1 where there is none. */
  endOfTherapy(end: number): number {
    // 'Six of acupuncture'
    const from = this.#reading.tokens.lower(end) === 'of' && therapyAt(this.#reading, end + 1) !== null ? end + 1 : end;
    for (let at = from; at < Math.min(this.#sentence.end, from + 3); at++) {
      const therapy = therapyAt(this.#reading, at);
      if (therapy !== null) {
        const isUnit = !therapy.isProvider && therapy.category !== 'other' && this.isBare(therapy.end);
        return isUnit ? therapy.end : -1;
      }
      if (this.#reading.tokens.isMark(at) || this.#endsPhrase(at) || this.#isNumber(at)) return -1;
    }
    return -1;
  }

  /** 'Courses', 'prior courses': the position after it; -1 where there is none. */
  endOfCourse(from: number): number {
    for (let at = from; at < from + 3 && !this.#endsPhrase(at); at++) {
      const end = Math.max(
        this.#reading.endOfClass(at, VISIT_WORDS.course),
        this.#reading.endOfClass(at, VISIT_WORDS.grant),
      );
      if (end > 0) return end;
    }
    return -1;
  }

  /** Past 'the', 'an approved', 'his authorized'. */
  pastDeterminers(from: number): number {
    let at = from;
    while (at < from + 3 && this.#isDeterminer(at)) at++;
    return at;
  }

  /** The unit before a number: over marks ('sessions, #12'), a verb ('the number of visits is 12') or a word about it ('sessions completed: 12'). */
  unitLeadingTo(first: number): TokenRange | null {
    let at = first - 1;
    while (at > first - 5 && at >= this.#sentence.first && this.#isMarking(at)) at--;
    const isDivided = this.#reading.tokens.lower(at + 1) === ',';
    if (!isDivided && (this.#reading.is(at, ENGLISH.be) || (at < first - 1 && this.isTelling(at)))) at--;
    return this.#unitEndingAt(at + 1);
  }

  /** 'visit', not 'visits' */
  isSingular({ end }: TokenRange): boolean {
    const word = this.#reading.tokens.word(end - 1);
    return this.#reading.lexicon.singular(word) === word;
  }

  /** The therapy right before a number: 'PT x 12', 'PT: 12', 'OT (10)'; in a request also 'physical therapy, 12'. */
  therapyLeadingTo(first: number, isRequest: boolean): TherapyMention | null {
    let at = first - 1;
    while (at > first - 4 && at >= this.#sentence.first && this.#isMarkingTherapy(at, isRequest)) at--;
    // 'PT to date #14'
    if (!isRequest && at < first - 1 && this.#reading.endOfClass(at - 1, VISIT_CUES) === at + 1) at -= 2;
    return therapyMentions(this.#reading).before(at + 1) ?? null;
  }

  /** 'Physical therapy evaluation x 1' counts no treatment. */
  isOfEvaluation(first: number): boolean {
    let at = first - 1;
    while (at > first - 4 && this.#isMarkingTherapy(at, true)) at--;
    return this.#reading.is(at, VISIT_WORDS.evaluation);
  }

  /** Whether a therapy is named up to so many tokens before a position, no figures between. */
  isTherapyBefore(before: number, reach: number): boolean {
    for (let at = before - 1; at >= Math.max(this.#sentence.first, before - reach); at--) {
      if (therapyAt(this.#reading, at) !== null) return true;
      if (this.#reading.tokens.isFigures(at)) return false;
    }
    return false;
  }

  /** The end of a unit that is here, -1 for one that is not a therapy's visits; null where there is none. */
  #unitAt(at: number, isTherapy: boolean): number | null {
    const unit = this.#reading.mentionAt(at, VISIT_UNITS);
    if (unit === null) return null;
    if (unit.value === 'visit to a physician' || this.#isToPhysician(unit.end)) return -1;
    return unit.value === 'visit' || (unit.value === 'day' && isTherapy) ? this.#endOfName(unit.end) : null;
  }

  /** 'With her treating surgeon', 'to the emergency room' */
  #isToPhysician(end: number): boolean {
    if (!TO_PHYSICIAN.has(this.#reading.tokens.lower(end))) return false;
    for (let at = end + 1; at <= end + 3; at++) {
      const to = this.#reading.endOfClass(at, VISIT_WORDS['physician seen']);
      if (to > 0) return !NOT_SEEN.has(this.#reading.tokens.lower(to));
      if (this.#reading.tokens.isMark(at)) return false;
    }
    return false;
  }

  /** 'Acupuncture visits' is a name of the therapy. */
  #isNameOfVisits({ first, end }: TherapyMention): boolean {
    return end > first + 1 && this.#reading.mentionAt(end - 1, VISIT_UNITS)?.value === 'visit';
  }

  /** Past the plural of a unit: 'session's', 'visit(s)'; -1 where what is counted are papers: 'visit notes'. */
  #endOfName(end: number): number {
    if (this.#reading.is(end, VISIT_WORDS.paper)) return -1;
    if (this.#reading.tokens.lower(end) === "'s") return end + 1;
    const isPlural =
      this.#reading.tokens.lower(end) === '(' &&
      this.#reading.tokens.lower(end + 1) === 's' &&
      this.#reading.tokens.lower(end + 2) === ')';
    return isPlural ? end + 3 : end;
  }

  /** The position after a word that may be between a number and its unit; -1 for any other word. */
  #pastModifier(at: number, from: number, isTherapy: boolean): number {
    const { tokens } = this.#reading;
    const time = at > from ? durations(this.#reading).at(at) : undefined;
    // 'Twelve one-hour sessions'
    if (time?.unit === 'minute' || time?.unit === 'hour')
      return this.#reading.tokens.lower(time.end) === '-' ? time.end + 1 : time.end;
    if (tokens.isMark(at)) return PASSED_MARKS.has(tokens.written(at)) ? at + 1 : -1;
    if (this.#isNumber(at)) return -1;
    if (!this.#reading.is(at, ENGLISH.coordinator)) return this.#endsPhrase(at) ? -1 : at + 1;
    const isOfTherapies = isTherapy && therapyAt(this.#reading, at + 1) !== null;
    return isOfTherapies || this.#isUnitNear(at + 1) ? at + 1 : -1;
  }

  /** 'The tenth and final visit' */
  #isUnitNear(from: number): boolean {
    for (let at = from; at < from + 3; at++) {
      if (this.#reading.is(at, VISIT_UNITS)) return true;
      if (this.#endsPhrase(at) || this.#isNumber(at)) return false;
    }
    return false;
  }

  #isDeterminer(at: number): boolean {
    return (
      this.#reading.is(at, ENGLISH.article) ||
      this.#reading.is(at, ENGLISH.possessive) ||
      this.#reading.is(at, ENGLISH.demonstrative) ||
      this.#reading.is(at, VISIT_CUES)
    );
  }

  #isMarking(at: number): boolean {
    return (
      UNIT_MARKS.has(this.#reading.tokens.lower(at)) ||
      this.#reading.is(at, VISIT_WORDS['number mark']) ||
      this.#reading.is(at, VISIT_WORDS.cross)
    );
  }

  #isMarkingTherapy(at: number, isRequest: boolean): boolean {
    const written = this.#reading.tokens.lower(at);
    if (written === ',') return isRequest;
    return THERAPY_MARKS.has(written) || this.#reading.is(at, VISIT_WORDS.cross) || this.#reading.is(at, ENGLISH.be);
  }

  #unitEndingAt(end: number): TokenRange | null {
    for (let at = end - 1; at >= Math.max(this.#sentence.first, end - 3); at--) {
      const unit = this.#reading.mentionAt(at, VISIT_UNITS);
      if (unit !== null && unit.end === end) return unit.value === 'visit' ? unit : null;
    }
    return null;
  }

  #isNoun(at: number): boolean {
    const isWord = at < this.#sentence.end && this.#reading.tokens.isWord(at);
    return isWord && !this.#endsPhrase(at) && !this.#reading.is(at, VISIT_CUES);
  }

  #isNumber(at: number): boolean {
    return numbers(this.#reading).at(at) !== undefined;
  }

  #cueAt(at: number): CueKind | undefined {
    return this.#reading.mentionAt(at, VISIT_CUES)?.value;
  }

  #endsPhrase(at: number): boolean {
    return FUNCTION_WORDS.has(this.#reading, at);
  }
}

const MOST_MODIFIERS = 10;

const TO_PHYSICIAN: ReadonlySet<string> = new Set(['with', 'to', 'at']);
/** 'The doctor of chiropractic', 'the doctor's therapist' */
const NOT_SEEN: ReadonlySet<string> = new Set(['of', "'s"]);
const PASSED_MARKS: ReadonlySet<string> = new Set(['-', '/', '"', '“', '”', "'", '’', '+', '&', '(', ')']);
const BARE_BEFORE: ReadonlySet<string> = new Set('.,;:)]"”\'’?!+-–—('.split(''));
const UNIT_MARKS: ReadonlySet<string> = new Set([',', ':', ';', '(', '-', '–', '#', '=', '.']);
const THERAPY_MARKS: ReadonlySet<string> = new Set([':', '(', '-', '–', '#', '=', '"']);

/** What refers to a number before it without being a verb. */
const TELLING: ReadonlySet<CueKind> = new Set<CueKind>([
  'before',
  'more',
  'unused',
  'limit',
  'and then',
  'attended',
  'authorized',
  'told',
  'denied',
  'left',
]);
