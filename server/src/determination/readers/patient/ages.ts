import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { type NumberValue, numbers } from '../../../language/values/number.ts';
import { ENGLISH } from '../../language.ts';
import type { Sex } from '../../model/determination.ts';
import { DATE_CUES } from '../dates/cues.ts';
import { isAgeAlone, isThenAfter, sexOfTitle } from './ageAlone.ts';
import { CLAUSE_ENDS, CLOSING, ENDS, isLabelMark, OPENING, WHEN } from './ageMarks.ts';
import type { Owner, Persons } from './persons.ts';
import { yearOfLife } from './yearOfLife.ts';

/** When someone was, or is, of an age. */
type AgeTime = 'now' | 'given' | 'then';

/** An age of a person, where it is given. Positions are of tokens: of the number alone. */
export interface Age extends TokenRange {
  readonly years: number;
  readonly owner: Owner;
  readonly time: AgeTime;
  /** The sex of '34F'. */
  readonly sex: Sex | null;
  /** A sentence says of someone that they are of the age: 'she is 44', not 'a 44-year-old cook'. */
  readonly isStated: boolean;
  /** The position after the words that make it an age: 'years old', 'F'. */
  readonly wordsEnd: number;
}

const YOUNGEST = 14;
const OLDEST = 110;

/** The ages given in a passage, in order. */
export function agesIn(passage: Passage, persons: Persons): readonly Age[] {
  const reader = new AgeReader(passage, persons);
  const ages: Age[] = [];
  for (const number of numbers(passage.reading).between(passage.first, passage.end)) {
    const { min, max } = number;
    if (min !== max || min < YOUNGEST || min > OLDEST || !Number.isInteger(min)) continue;
    const age = reader.read(number);
    if (age !== null) ages.push(age);
  }
  return ages;
}

/** What makes a number an age. */
interface Form {
  readonly owner: Owner;
  readonly end: number;
  readonly sex: Sex | null;
}

class AgeReader {
  readonly #passage: Passage;
  readonly #reading: Reading;
  readonly #persons: Persons;

  constructor(passage: Passage, persons: Persons) {
    this.#passage = passage;
    this.#reading = passage.reading;
    this.#persons = persons;
  }

  read(number: NumberValue): Age | null {
    const { first, end, min: years } = number;
    const ofLife = yearOfLife(this.#reading, number);
    if (ofLife !== null) return this.#inYearOfLife(first, ofLife.end, ofLife.years);
    if (this.#isPart(number) || this.#isLimit(first)) return null;
    const form =
      this.#inYears(number) ??
      this.#lettered(number) ??
      this.#labeled(number) ??
      this.#bare(number) ??
      this.#theAge(number);
    if (form === null) return null;
    return {
      first,
      end,
      years,
      owner: form.owner,
      sex: form.sex,
      isStated: this.#isStated(first),
      wordsEnd: form.end,
      time: this.#time(first, form.end),
    };
  }

  #inYearOfLife(first: number, end: number, years: number): Age {
    const owner = this.#persons.lastBefore(first)?.owner ?? this.#persons.ownerAt(first);
    return { first, end, years, owner, sex: null, isStated: false, wordsEnd: end, time: this.#time(first, end) };
  }

  /** 'Over 44', 'between 40 and 44'. */
  #isLimit(first: number): boolean {
    if (this.#persons.is(first - 1, 'limit of an age')) return true;
    const other = numbers(this.#reading).before(first - 1);
    return this.#reading.tokens.lower(first - 1) === 'and' && other !== undefined && this.#isLimit(other.first);
  }

  #isStated(first: number): boolean {
    return this.#isBe(this.#persons.beforeHedges(first - 1));
  }

  /** 'Is', the 's of 'he's 55'. */
  #isBe(at: number): boolean {
    if (this.#reading.endOfClass(at, ENGLISH.be) > at) return true;
    const isPronoun = this.#reading.is(at - 1, ENGLISH.he) || this.#reading.is(at - 1, ENGLISH.she);
    return isPronoun && this.#reading.tokens.lower(at) === "'s";
  }

  /** A piece of a date, a score, an amount or a word: '5/14/16', '40-something', '$50', '30s'. */
  #isPart({ first, end }: NumberValue): boolean {
    const { tokens } = this.#reading;
    if (tokens.isGlued(first) && tokens.isMark(first - 1) && !OPENING.has(tokens.written(first - 1))) {
      // 'Age/sex: M/45'
      if (!this.#isLetter(first - 2, null)) return true;
    }
    if (tokens.isGlued(first) && !tokens.isMark(first - 1)) return true;
    if (!tokens.isGlued(end)) return false;
    const mark = tokens.written(end);
    if (mark === '-') return this.#persons.is(end + 1, 'lesser') || tokens.isFigures(end + 1);
    if (mark === '/' || mark === '.') return tokens.isFigures(end + 1) && tokens.isGlued(end + 1);
    if (tokens.isMark(end)) return !CLOSING.has(mark);
    return !this.#persons.is(end, 'years old') && !this.#isLetter(end, null);
  }

  /** '44-year-old', '44 years of age', '44 y/o'; with words left out '44 year male', '44 male'. */
  #inYears({ first, end }: NumberValue): Form | null {
    const { tokens } = this.#reading;
    const at = tokens.written(end) === '-' ? end + 1 : end;
    const old = this.#persons.endOf(at, 'years old');
    if (old > at) return this.#ofPerson(first, tokens.written(old) === '.' && !this.#endsSentence(old) ? old + 1 : old);
    const years = Math.max(at, this.#persons.endOf(at, 'years'));
    const letter = tokens.written(years) === '.' ? years + 1 : years;
    const sexOfLetter = years > at ? this.#sexOfLetter(letter) : null;
    if (sexOfLetter !== null) return { owner: this.#persons.ownerAt(first), end: letter, sex: sexOfLetter };
    const sex = this.#persons.firstFrom(years, years + 1);
    if (sex?.kind === 'sex' && tokens.written(end) !== ',') return { owner: sex.owner, end: years, sex: null };
    return null;
  }

  #endsSentence(stop: number): boolean {
    return this.#reading.endOfSentence(stop) === stop + 1;
  }

  /** Of whom or what: 'a 44-year-old *suspect*', 'a 10-year-old *scar*'. */
  #ofPerson(first: number, end: number): Form | null {
    const { tokens } = this.#reading;
    const sex = this.#sexOfLetter(tokens.written(end) === ',' ? end + 1 : end);
    const owner = this.#ownerByPlace(first - 1, first, false);
    if (owner !== null) return { owner, end, sex };
    const isOwner = tokens.written(end) === "'s";
    for (let at = end; !isOwner && at < Math.min(this.#passage.end, end + LONGEST_PHRASE); at++) {
      const person = this.#persons.firstFrom(at, at + 1);
      if (person !== null && person.kind !== 'pronoun') {
        return { owner: person.owner === 'maybe' ? this.#persons.ownerAt(first) : person.owner, end, sex };
      }
      // 'A 10-year-old truck', not 'a 40-year-old truck driver'.
      const thing = this.#persons.endOf(at, 'old thing');
      if (thing > at && this.#persons.firstFrom(thing, thing + 1) === null) return null;
      if (tokens.isMark(at) ? tokens.written(at) !== '-' : this.#reading.endOfClass(at, ENGLISH.preposition) > at)
        break;
      if (this.#reading.endOfClass(at, ENGLISH.subordinator) > at || this.#reading.endOfClass(at, ENGLISH.have) > at)
        break;
      if (this.#reading.endOfClass(at, ENGLISH.be) > at || this.#reading.endOfClass(at, ENGLISH.coordinator) > at)
        break;
    }
    return { owner: this.#persons.ownerAt(first), end, sex };
  }

  /** '34F', '55 M', '45/F', 'M/45'. */
  #lettered({ first, end }: NumberValue): Form | null {
    const { tokens } = this.#reading;
    if (!tokens.isFigures(first)) return null;
    const at = tokens.written(end) === '/' || tokens.written(end) === ',' ? end + 1 : end;
    const after = this.#isLetter(at, end);
    const sex = after ? this.#sexOfLetter(at) : tokens.written(first - 1) === '/' ? this.#sexOfLetter(first - 2) : null;
    if (sex === null) return null;
    const start = after ? first : first - 2;
    const opens = start <= this.#persons.startOfSentence(start) || OPENING.has(tokens.written(start - 1));
    if (
      !opens &&
      !this.#persons.is(start - 1, 'own determiner') &&
      this.#reading.endOfClass(start - 1, ENGLISH.be) < 0
    ) {
      if (this.#persons.lastBefore(start)?.end !== start) return null;
    }
    return { owner: this.#persons.ownerAt(start), end: after ? at + 1 : end, sex };
  }

  /** A capital M or F, close to the age or by itself. */
  #isLetter(at: number, end: number | null): boolean {
    const { tokens } = this.#reading;
    if (!tokens.isCapitals(at) || !this.#persons.is(at, 'letter of a sex')) return false;
    if (end !== null && tokens.written(at + 1) === '.' && tokens.isGlued(at + 1) && tokens.isGlued(at + 2))
      return false;
    return !tokens.isGlued(at + 1) || tokens.isMark(at + 1);
  }

  #sexOfLetter(at: number): Sex | null {
    if (!this.#isLetter(at, at)) return null;
    return this.#reading.tokens.written(at) === 'M' ? 'male' : 'female';
  }

  /** 'aged 44', 'age 44', 'age of 44', 'age: 44', 'Age/sex: 45/F'. */
  #labeled({ first, end }: NumberValue): Form | null {
    const { tokens } = this.#reading;
    let at = first - 1;
    while (at > first - LONGEST_LABEL && (isLabelMark(tokens.written(at)) || this.#isInLabel(at))) at--;
    if (!this.#persons.is(at, 'age') || this.#persons.is(at - 1, 'limit of an age')) return null;
    if (this.#isMeasured(end) && !this.#persons.is(end, 'years')) return null;
    // 'Age: 44' is the worker's, 'the claimant, aged 44' the claimant's, and 'age 44' by itself may be a guideline's.
    const owner = this.#opens(at) ? 'worker' : (this.#persons.lastBefore(at)?.owner ?? 'maybe');
    return { owner, end, sex: null };
  }

  #opens(at: number): boolean {
    return at <= this.#persons.startOfSentence(at) || this.#reading.tokens.written(at - 1) === ':';
  }

  #isInLabel(at: number): boolean {
    return (
      this.#persons.is(at, 'age is given') || this.#persons.is(at, 'sex or gender') || this.#persons.is(at, 'hedge')
    );
  }

  #isMeasured(end: number): boolean {
    return this.#persons.is(end, 'measure of a person');
  }

  /** A number that only its place makes an age: 'she is 46', 'a man of 52', 'a cook, 44, who', 'now 69', 'Pt: 45'. */
  #bare({ first, end }: NumberValue): Form | null {
    const { tokens } = this.#reading;
    const at = this.#persons.beforeHedges(first - 1);
    const isNow = (at < first - 1 && this.#persons.is(at + 1, 'now')) || this.#persons.endOf(end, 'now') > end;
    const owner = this.#ownerByPlace(at, first, isNow);
    if (owner === null) return null;
    const isFree = end >= this.#passage.end || tokens.isMark(end) || this.#persons.is(end, 'after an age');
    const isOf = tokens.lower(at) === 'of';
    // 'A widow of sixty-one years', 'female, 37 years,'
    if ((isOf || tokens.written(at) === ',') && this.#persons.is(end, 'years') && this.#endsPhrase(end + 1)) {
      return { owner, end: end + 1, sex: null };
    }
    if (this.#isMeasured(end)) return null;
    const sex = this.#persons.is(at, 'turn') ? sexOfTitle(this.#reading, at) : null;
    return isFree || isOf || this.#persons.is(at, 'turn') ? { owner, end, sex } : null;
  }

  #endsPhrase(at: number): boolean {
    const { tokens } = this.#reading;
    return at >= this.#passage.end || ENDS.has(tokens.lower(at));
  }

  #ownerByPlace(at: number, first: number, isNow: boolean): Owner | null {
    const { tokens } = this.#reading;
    const mark = tokens.lower(at);
    const last = this.#persons.lastBefore(mark === ':' ? at : at + 1);
    const opening = this.#persons.startOfSentence(first);
    if (first > opening && at <= opening && (at < opening || mark === 'at' || this.#persons.is(at, 'now')))
      return this.#ownerAfter(first);
    const isLabeled = mark === ':' && last?.end === at;
    if (!isLabeled && first <= this.#persons.startOfSentence(first)) return this.#opensWithAge(first) ? 'worker' : null;
    if (this.#persons.is(at, 'turn')) return last?.owner ?? (sexOfTitle(this.#reading, at) === null ? null : 'worker');
    if (this.#isBe(at)) {
      const owner = this.#persons.ownerOfSubject(at);
      return owner !== null && (last !== null || isNow) ? owner : null;
    }
    if (last === null) return null;
    // 'is female and 42', 'then 38 and now 40'
    if (this.#reading.endOfClass(at, ENGLISH.coordinator) > at) {
      return isNow || (last.end === at && last.kind === 'sex') ? last.owner : null;
    }
    if (mark === ',' || mark === '(') {
      const isClose = last.end === at || this.#isSamePhrase(last.end, at);
      return isClose || isNow ? last.owner : null;
    }
    if (mark === 'of') {
      const isClose = last.end === at || tokens.written(at - 1) === ',';
      return isClose && last.kind !== 'worker' && (last.end < at || last.kind !== 'pronoun') ? last.owner : null;
    }
    if (mark === ':' && last.end === at && last.kind === 'worker') return last.owner;
    if (mark === 'at') return tokens.written(at - 1) === ',' && last.end === at - 1 ? last.owner : null;
    return last.end === at + 1 && last.kind === 'worker' && at + 1 <= first ? last.owner : null;
  }

  /** 'Now 66, the worker', 'At 66, the retired cook': who comes after the comma. */
  #ownerAfter(first: number): Owner | null {
    const end = numbers(this.#reading).at(first)?.end ?? first + 1;
    if (this.#reading.tokens.written(end) !== ',') return null;
    const person = this.#persons.firstFrom(end + 1, end + LONGEST_PHRASE);
    return person === null ? null : person.owner === 'maybe' ? 'introduced' : person.owner;
  }

  /** Words of the same phrase, as 'cook in a school', up to the comma before the age. */
  #isSamePhrase(end: number, comma: number): boolean {
    const { tokens } = this.#reading;
    for (let at = end; at < comma; at++) if (tokens.isMark(at) && tokens.written(at) !== '-') return false;
    return comma - end <= LONGEST_REST && !hasVerb(this.#reading, end, comma);
  }

  /** 'Forty-seven at the time of this review, the patient'. */
  #opensWithAge(first: number): boolean {
    const end = numbers(this.#reading).at(first)?.end ?? first + 1;
    return (
      this.#persons.is(end, 'at a time') ||
      this.#persons.is(end, 'now') ||
      isAgeAlone(this.#persons, this.#reading, end, this.#passage.first)
    );
  }

  /** 'Sixty-five is the age.' */
  #theAge({ first, end }: NumberValue): Form | null {
    const isTold = this.#reading.endOfClass(end, ENGLISH.be) === end + 1 && this.#persons.is(end + 1, 'the age');
    return isTold && this.#opens(first) ? { owner: 'worker', end, sex: null } : null;
  }

  /** 'now 44', 'she was 41 when she was hurt', 'at the time of the injury'. */
  #time(first: number, end: number): AgeTime {
    if (this.#reading.tokens.lower(first - 1) === 'then' || isThenAfter(this.#reading, end)) return 'then';
    const clause = this.#clauseAround(first, end);
    for (let at = Math.max(clause.first, first - NEAR); at < Math.min(clause.end, end + NEAR); at++) {
      if (this.#persons.is(at, 'now')) return 'now';
    }
    return this.#timeAfter(end, clause.end) ?? (this.#isThenBefore(first, clause.first) ? 'then' : 'given');
  }

  /** The words around an age up to an 'and', a semicolon or the sentence's end; after it, up to a comma. */
  #clauseAround(first: number, end: number): TokenRange {
    const { tokens } = this.#reading;
    const floor = Math.max(this.#persons.startOfSentence(first), first - FURTHEST_BEFORE);
    let from = first;
    while (from > floor && this.#reading.endOfClass(from - 1, ENGLISH.coordinator) < 0) from--;
    const limit = Math.min(this.#passage.end, this.#reading.endOfSentence(first), end + FURTHEST_TIME);
    let to = end;
    while (to < limit && !CLAUSE_ENDS.has(tokens.written(to)) && this.#reading.endOfClass(to, ENGLISH.coordinator) < 0)
      to++;
    return { first: from, end: to };
  }

  /** '… when she was hurt', '… at the time of the review'. */
  #timeAfter(end: number, limit: number): AgeTime | null {
    let isOfDeed = false;
    for (let at = end; at < limit; at++) {
      const after = this.#persons.endOf(at, 'at a time');
      // 'A 48-year-old lady was hit while she was driving': the time is that of the deed.
      isOfDeed ||= this.#reading.endOfClass(at, ENGLISH.be) > at;
      if (after > at && isOfDeed && WHEN.has(this.#reading.tokens.lower(at))) return null;
      if (after > at) return this.#isOfReview(after) ? 'given' : 'then';
      if (this.#isAtInjury(at)) return 'then';
      if (this.#reading.endOfClass(at, ENGLISH.subordinator) > at) return null;
    }
    return null;
  }

  /** 'At the time of her injury …', 'at the age of' in a sentence that mentions the injury. */
  #isThenBefore(first: number, floor: number): boolean {
    for (let at = first - 1; at >= floor; at--) {
      if (this.#persons.is(at, 'at the age')) return this.#hasInjury(floor, this.#reading.endOfSentence(first));
      const after = this.#persons.endOf(at, 'at a time');
      if (after > at + 1 && this.#hasInjury(after - 1, Math.min(first, after + NEAR))) return true;
    }
    return false;
  }

  /** 'at DOI', 'at the injury'. */
  #isAtInjury(at: number): boolean {
    if (this.#reading.tokens.lower(at) !== 'at') return false;
    return this.#hasInjury(at + 1, Math.min(this.#passage.end, at + NEAR));
  }

  #isOfReview(first: number): boolean {
    const end = Math.min(first + NEAR, this.#reading.endOfSentence(first));
    for (let at = first; at < end; at++) if (this.#persons.is(at, 'time of the review')) return true;
    return false;
  }

  #hasInjury(first: number, end: number): boolean {
    for (const cue of this.#passage.mentions(DATE_CUES, { first, end })) if (cue.value.role === 'injury') return true;
    return false;
  }
}

/** Whether a word that continues a clause is between two positions. */
function hasVerb(reading: Reading, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    if (reading.endOfClass(at, ENGLISH.be) > at || reading.endOfClass(at, ENGLISH.have) > at) return true;
    if (reading.endOfClass(at, ENGLISH.subordinator) > at) return true;
  }
  return false;
}

const LONGEST_PHRASE = 8;
const LONGEST_LABEL = 6;
const LONGEST_REST = 5;
const NEAR = 4;
const FURTHEST_TIME = 8;
const FURTHEST_BEFORE = 24;
