import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import { isMonthOfMay } from '../../shared/monthOfMay.ts';
import { type CueKind, VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';

/** The words of its group before a verb of one sentence: whether it is denied, only possible, passive. */
export class VerbGroups {
  readonly #reading: Reading;
  readonly #first: number;

  constructor(reading: Reading, sentence: TokenRange) {
    this.#reading = reading;
    this.#first = sentence.first;
  }

  /** 'Was not attended', 'non-certified' */
  isNegated(verb: number): boolean {
    for (let at = verb - 1; at >= this.#from(verb, 5); at--) {
      if (this.#reading.is(at, ENGLISH.negation) || this.#reading.is(at, VISIT_WORDS['negative prefix'])) return true;
      if (this.#reading.tokens.lower(at) !== '-' && !this.#isOfGroup(at)) return false;
    }
    return false;
  }

  /** 'Would attend', 'to be completed', 'may use', 'that nine be given': it has not happened. */
  isUnreal(verb: number): boolean {
    for (let at = verb - 1; at >= this.#from(verb, 4); at--) {
      const written = this.#reading.tokens.lower(at);
      if (this.#isModal(at)) return true;
      if (written === 'be' && at === verb - 1 && this.#reading.tokens.lower(at - 1) !== 'to') return true;
      if (written === 'to')
        return !this.#reading.is(at - 1, VISIT_WORDS.able) && !this.#isSaidToHave(at) && !this.isRefused(verb);
      if (!this.#isOfGroup(at)) return this.#isLet(at);
    }
    return false;
  }

  #isModal(at: number): boolean {
    return this.#reading.is(at, ENGLISH.modal) && !isMonthOfMay(this.#reading, at, this.#first);
  }

  /** 'Lets you have', 'lets the patient attend' */
  #isLet(subject: number): boolean {
    for (let at = subject - 1; at >= this.#from(subject, 2); at--)
      if (this.#reading.is(at, VISIT_WORDS.letting)) return true;
    return false;
  }

  /** 'Seem to have taken place', 'is said to have attended' */
  #isSaidToHave(to: number): boolean {
    return this.#reading.is(to + 1, ENGLISH.have) && this.#reading.is(to - 1, VISIT_WORDS.seeming);
  }

  /** 'May be tried' */
  isPermitted(verb: number): boolean {
    for (let at = verb - 1; at >= this.#from(verb, 3); at--)
      if (this.#reading.is(at, VISIT_WORDS.permitting)) return true;
    return false;
  }

  /** 'Should start' */
  isAdvised(verb: number): boolean {
    for (let at = verb - 1; at >= this.#from(verb, 3); at--)
      if (this.#reading.is(at, VISIT_WORDS.advising)) return true;
    return false;
  }

  /** 'Was to receive' */
  wasTo(verb: number): boolean {
    return this.isPurpose(verb) && this.#reading.is(verb - 2, VISIT_WORDS['past auxiliary']);
  }

  /** 'No factors to warrant twelve visits' */
  isPurpose(verb: number): boolean {
    return this.#reading.tokens.lower(verb - 1) === 'to';
  }

  /** 'Failed to approve', 'was unwilling to certify': it did not happen. */
  isRefused(verb: number): boolean {
    return this.isPurpose(verb) && verb - 2 >= this.#first && this.#reading.is(verb - 2, VISIT_WORDS.refusing);
  }

  /** 'Did attend' */
  isDone(verb: number): boolean {
    return this.#reading.is(verb - 1, ENGLISH.do);
  }

  /** 'Were granted', 'had been granted' */
  isPast(verb: number): boolean {
    for (let at = verb - 1; at >= this.#from(verb, 3); at--)
      if (this.#reading.is(at, VISIT_WORDS['past auxiliary'])) return true;
    return false;
  }

  /** 'Are warranted' */
  isPassive(verb: number, form: number): boolean {
    if ((form & Form.participle) === 0) return false;
    for (let at = verb - 1; at >= this.#from(verb, 4); at--) {
      if (this.#reading.is(at, ENGLISH.be)) return true;
      if (!this.#isOfGroup(at)) return false;
    }
    return false;
  }

  /** 'She should be given', 'he may be offered' */
  isOfPatient(verb: number): boolean {
    let at = verb - 1;
    while (at > this.#from(verb, 4) && this.#isOfGroup(at) && !this.#isPronoun(at)) at--;
    return this.#isPronoun(at);
  }

  #isPronoun(at: number): boolean {
    return this.#reading.is(at, ENGLISH.he) || this.#reading.is(at, ENGLISH.she);
  }

  /** 'Are given', not 'were given', 'has been given' */
  isHabitual(verb: number, form: number): boolean {
    return this.isPassive(verb, form) && !this.isPast(verb) && !this.isUnreal(verb);
  }

  /** 'Improvement should be documented after six visits' is not about visits that took place; 'would follow upon six' does. */
  isPlanned(at: number): boolean {
    for (let before = at - 1; before >= this.#from(at, 12); before--) {
      if (this.#reading.tokens.lower(before) === ';') return false;
      if (this.#isModal(before)) return !this.#reading.is(before, VISIT_WORDS.hypothetical);
    }
    return false;
  }

  /** The nearest cue of some kinds in so many tokens before a position. */
  cueBefore<Kind extends CueKind>(at: number, reach: number, kinds: readonly Kind[]): Kind | null {
    for (let before = at - 1; before >= this.#from(at, reach); before--) {
      const value = this.#reading.mentionAt(before, VISIT_CUES)?.value;
      const kind = kinds.find((each) => each === value);
      if (kind !== undefined) return kind;
    }
    return null;
  }

  #from(at: number, reach: number): number {
    return Math.max(this.#first, at - reach);
  }

  #isOfGroup(at: number): boolean {
    return OF_GROUP.has(this.#reading, at);
  }
}

const OF_GROUP = new ClassMap<true>(
  [ENGLISH.be, ENGLISH.have, ENGLISH.do, ENGLISH.modal, ENGLISH.negation, VISIT_WORDS['verb adverb']].map((each) => [
    each,
    true,
  ]),
);

/** What becomes of the visits that somebody fails to approve, to give, or to attend; null for other words. */
export const roleOfRefused = (kind: CueKind): VisitRole | null => REFUSED[kind] ?? null;

const REFUSED: Readonly<Partial<Record<CueKind, VisitRole>>> = {
  authorized: 'denied',
  allowed: 'denied',
  given: 'unused',
  attended: 'unused',
};
