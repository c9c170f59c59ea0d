import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { ENGLISH } from '../../language.ts';
import type { Sex } from '../../model/determination.ts';
import { PATIENT_WORDS, type PatientWord, PEOPLE, type PersonKind, type PersonWord } from './people.ts';

/** Whose words are: plainly the injured worker's, of someone who is introduced ('A 44-year-old cook …'), perhaps the worker's, or another's. */
export type Owner = 'worker' | 'introduced' | 'maybe' | 'other';

/** A word for someone. Positions are of tokens. */
export interface Person extends TokenRange {
  readonly kind: PersonKind;
  readonly sex: Sex | null;
  readonly owner: Owner;
}

/** A person whose sex and last word may still follow. */
type Told = { -readonly [Key in keyof Person]: Person[Key] };

/** How far the beginning of a phrase lies before its noun: 'a 44-year-old right-hand-dominant male'. */
const LONGEST_PHRASE = 14;
const REACH = 30;
/** Words between a subject and its verb. */
const LONGEST_SUBJECT = 24;
const SHORT_LEAD = 14;
const LONGEST_TITLE = 4;
const LONGEST_HEDGE = 3;

/** The people of a passage, in order, each distinguished from those before. */
export class Persons {
  readonly #passage: Passage;
  readonly #reading: Reading;
  readonly #all: Told[] = [];
  /** Whether the worker was mentioned before. */
  #knowsWorker = false;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#reading = passage.reading;
    for (const { value, first, end: wordEnd } of passage.mentions<PersonWord>(PEOPLE)) {
      if (!this.#isPerson(value, first, wordEnd)) continue;
      const end = value.kind === 'title' ? this.#endOfName(wordEnd) : wordEnd;
      const last = this.#all.at(-1);
      // 'A father of twins' is one person.
      if (value.kind === 'kin' && last?.kind === 'kin' && this.#isWord(last.end, 'of') && first <= last.end + 2) {
        last.end = end;
        continue;
      }
      const owner = this.#ownerOf(value, first, end);
      if (last !== undefined && last.sex === null && value.kind !== 'pronoun' && this.#isApposed(last, first)) {
        last.sex = value.sex;
      }
      // 'A male patient'
      const sex = value.sex ?? (last?.kind === 'sex' && last.end === first ? last.sex : null);
      this.#all.push({ kind: value.kind, sex, first, end, owner });
      this.#knowsWorker ||= owner === 'worker';
    }
  }

  get all(): readonly Person[] {
    return this.#all;
  }

  /** The last one before a position in its sentence, and no further than this many tokens. */
  lastBefore(at: number, reach = REACH): Person | null {
    const floor = Math.max(this.startOfSentence(at), at - reach);
    const person = this.#all[this.#countBefore(at) - 1];
    return person !== undefined && person.first >= floor ? person : null;
  }

  /** The first one from a position on that begins before another. */
  firstFrom(at: number, before: number): Person | null {
    const person = this.#all[this.#countBefore(at, true)];
    return person !== undefined && person.first < before ? person : null;
  }

  /** Whose a description is that has its first word or figure at a token: 'a 44-year-old male', '44 years old'. */
  ownerAt(at: number): Owner {
    return this.#ownerOfPhrase(this.#startOfPhrase(at), 'adult');
  }

  /** Who comes before a form of 'be': '*The patient*, who is right-handed, *is*'. */
  ownerOfSubject(be: number): Owner | null {
    const { tokens } = this.#reading;
    const floor = Math.max(this.startOfSentence(be), be - LONGEST_SUBJECT);
    let at = be - 1;
    while (at >= floor && this.is(at, 'subject before be')) at--;
    if (tokens.written(at) === ',' && at < be - 1) at--;
    if (this.#reading.endOfClass(at, ENGLISH.coordinator) > at) return this.#ownerOfFirst(floor, at);
    const aside = this.#beforeAside(at, floor);
    const person = aside ?? this.lastBefore(be, LONGEST_SUBJECT);
    if (this.is(at, 'it') && (person === null || person.end < at - 1)) return 'worker';
    if (person === null) return at < floor ? 'worker' : null;
    if (person.end > at || person === aside) return person.owner;
    if (tokens.written(person.end) === "'s") return null;
    // Words between commas are between the two, or in brackets.
    const isAside =
      /[,()]/.test(tokens.written(at)) || tokens.written(person.end) === ',' || tokens.written(person.end) === '(';
    return isAside ? person.owner : null;
  }

  /** Who a clause is about that goes on with 'and is'. */
  #ownerOfFirst(first: number, end: number): Owner | null {
    const person = this.firstFrom(first, end);
    return person !== null && (person.kind === 'pronoun' || person.kind === 'worker') ? person.owner : null;
  }

  /** 'The patient, whose husband is 70, is 64.' */
  #beforeAside(comma: number, floor: number): Person | null {
    const { tokens } = this.#reading;
    if (tokens.written(comma) !== ',') return null;
    for (let at = comma - 1; at > floor; at--) {
      if (tokens.written(at) !== ',') continue;
      const person = this.lastBefore(at, 1 + LONGEST_TITLE);
      return person?.end === at ? person : null;
    }
    return null;
  }

  /** 'Mr. Roe', 'Mrs. D.' */
  #endOfName(title: number): number {
    const { tokens } = this.#reading;
    let end = title;
    while (end < title + LONGEST_TITLE && (tokens.written(end) === '.' || tokens.isCapitalized(end))) end++;
    // 'Ms. [name removed]'
    if (tokens.written(end) === '[')
      for (let at = end + 1; at < end + LONGEST_TITLE; at++) if (tokens.written(at) === ']') return at + 1;
    return end;
  }

  /** The 's of 'a nurse’s aide'. */
  #isInName(at: number): boolean {
    const { tokens } = this.#reading;
    const last = this.lastBefore(at, 2);
    return (
      tokens.written(at) === "'s" && last?.kind === 'trade' && last.end === at && this.#isWord(last.first - 1, 'a')
    );
  }

  /** 'The', 'her', 'the clerk’s'. */
  #isDeterminer(at: number): boolean {
    return this.is(at, 'own determiner') || this.#reading.tokens.written(at) === "'s";
  }

  #isWord(at: number, word: string): boolean {
    return this.#reading.tokens.lower(at) === word;
  }

  /** 'The supervisor, a 60-year-old man': who follows the comma is the one before it. */
  #isApposed(last: Person, first: number): boolean {
    return this.#isWord(last.end, ',') && this.#startOfPhrase(first) === last.end + 1;
  }

  /** The position before 'now', 'at present', 'about', or `at` where none of them is there. */
  beforeHedges(at: number): number {
    for (let last = at; last > this.#passage.first; ) {
      let first = last;
      while (first > last - LONGEST_HEDGE && this.#reading.endOfClass(first, PATIENT_WORDS.hedge) !== last + 1) first--;
      if (first === last - LONGEST_HEDGE) return last;
      last = first - 1;
    }
    return this.#passage.first;
  }

  /** Whether the token at a position begins a word of that class. */
  is(at: number, name: PatientWord): boolean {
    return this.endOf(at, name) > at;
  }

  /** Where a word of that class ends that begins at a position; -1 where none does. */
  endOf(at: number, name: PatientWord): number {
    return this.#reading.endOfClass(at, PATIENT_WORDS[name]);
  }

  /** Where a sentence begins, or what follows a colon or a semicolon. */
  startOfSentence(at: number): number {
    const { tokens } = this.#reading;
    const first = Math.max(this.#passage.first, this.#reading.startOfSentence(at));
    for (let i = at - 1; i > Math.max(first, at - REACH); i--) {
      if (
        (tokens.written(i) === ':' && (tokens.isCapitalized(i + 1) || tokens.isFigures(i + 1))) ||
        tokens.written(i) === ';'
      )
        return i + 1;
    }
    return first;
  }

  #countBefore(at: number, from = false): number {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const person = this.#all[middle];
      if (person !== undefined && (from ? person.first < at : person.end <= at)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** 'PT' is a therapy, 'MR' a scan, and some words are not a person's: 'male pattern baldness'. */
  #isPerson({ kind }: PersonWord, first: number, end: number): boolean {
    const { tokens } = this.#reading;
    if (kind === 'title') return !tokens.isCapitals(first) && tokens.isCapitalized(first) && isName(this.#reading, end);
    if (kind === 'worker' && tokens.isCapitals(first) && end === first + 1 && tokens.written(first) === 'PT')
      return false;
    if (kind === 'sex') return !this.is(end, 'no sex');
    if (kind === 'pronoun') return !isEither(this.#reading, first, end);
    return true;
  }

  #ownerOf({ kind, sex }: PersonWord, first: number, end: number): Owner {
    if (kind === 'pronoun') return this.#antecedent(first, sex);
    if (kind === 'title') return 'worker';
    const start = this.#startOfPhrase(first);
    if (kind === 'worker') return this.#ownerOfName(start, first, end);
    if (this.isPlural(end) || this.#isFellow(first, end)) return 'other';
    return this.#ownerOfPhrase(start, kind);
  }

  /** 'A fellow mechanic, a woman of 29' is not the worker. */
  #isFellow(first: number, end: number): boolean {
    const isFirst = this.#isWord(first, 'fellow') && PEOPLE.some((people) => this.#reading.is(end, people));
    return isFirst || this.#isWord(first - 1, 'fellow');
  }

  /** Whether a word for several people ends at a token: 'the therapists'. */
  isPlural(end: number): boolean {
    const { tokens, lexicon } = this.#reading;
    const word = tokens.word(end - 1);
    return lexicon.singular(word) !== word;
  }

  /** 'The patient' is the worker, 'a patient with this condition' and 'patients' are not. */
  #ownerOfName(start: number, first: number, end: number): Owner {
    if (this.isPlural(end) || this.is(start, 'quantifier')) return 'other';
    if (this.#reading.endOfClass(start, ENGLISH.article) < 0 || this.#reading.tokens.lower(start) === 'the') {
      return 'worker';
    }
    const owner = this.#ownerOfPhrase(start, 'worker');
    // 'A patient rests' is about nobody in particular; 'a 44-year-old patient' is.
    return owner === 'introduced' && first - start === 1 && start === this.startOfSentence(start) ? 'other' : owner;
  }

  /** The first token of the phrase that a word belongs to: its article, or the word after what cannot be of it. */
  #startOfPhrase(at: number): number {
    const { tokens } = this.#reading;
    const floor = Math.max(this.startOfSentence(at), at - LONGEST_PHRASE);
    for (let first = at; first > floor; first--) {
      const before = first - 1;
      if (this.#isDeterminer(before) && !this.#isInName(before)) return before;
      if (tokens.isMark(before) && !isWithin(tokens.written(before)) && !this.#isAgain(before)) return first;
      if (this.#ends(first) || this.#isPersonEnd(first)) return first;
    }
    return floor;
  }

  /** The brackets of 'forty-four (44)'. */
  #isAgain(at: number): boolean {
    const { tokens } = this.#reading;
    const figures = tokens.written(at) === ')' ? at - 1 : at + 1;
    return tokens.isFigures(figures) && tokens.written(figures - 1) === '(' && tokens.written(figures + 1) === ')';
  }

  /** Whether a word that no phrase for a person contains comes before a token. */
  #ends(first: number): boolean {
    const before = first - 1;
    return (
      this.#reading.endOfClass(before, ENGLISH.be) > before ||
      this.#reading.endOfClass(before, ENGLISH.preposition) === first ||
      this.#reading.endOfClass(before, ENGLISH.coordinator) === first ||
      this.#reading.endOfClass(before, ENGLISH.subordinator) === first ||
      this.#reading.endOfClass(before, ENGLISH.have) === first ||
      this.is(before, 'tells of someone')
    );
  }

  /** Another name of the worker ends there: 'patient male', not 'female worker'. */
  #isPersonEnd(first: number): boolean {
    const last = this.#all.at(-1);
    return last?.end === first && (last.kind === 'worker' || last.kind === 'pronoun' || last.kind === 'title');
  }

  #ownerOfPhrase(start: number, kind: PersonKind): Owner {
    const { tokens } = this.#reading;
    const isOfOthers = kind === 'kin' || kind === 'other';
    if (this.is(start, 'worker determiner')) return kind === 'other' ? 'other' : 'worker';
    const article = tokens.lower(start);
    const isIndefinite = article === 'a' || article === 'an';
    if (this.#isDeterminer(start) && !isIndefinite) {
      if (article !== 'the') return 'other';
      // 'She is the mother of two.'
      if (isOfOthers) {
        const isPredicate = kind === 'kin' && this.#reading.endOfClass(start - 1, ENGLISH.be) === start;
        return isPredicate && this.lastBefore(start) !== null ? this.#ownerAfter(start - 1, start, false) : 'other';
      }
      return this.#all.some(({ kind: told, owner }) => owner === 'other' && told !== 'kin') ? 'maybe' : 'worker';
    }
    const before = start - 1;
    if (start <= this.startOfSentence(start)) {
      // 'A therapist of 44' may be the worker, unless the letter has mentioned the worker before.
      if (isOfOthers && (!isIndefinite || (kind === 'other' && this.#knowsWorker))) return 'other';
      return isIndefinite ? 'introduced' : 'worker';
    }
    // 'For a 59-year-old roofer it is little enough': no guideline mentions roofers.
    if (kind === 'trade' && this.#isWord(before, 'for') && before <= this.startOfSentence(before)) return 'introduced';
    return this.#ownerAfter(before, start, isOfOthers && !isIndefinite);
  }

  /** Whose a description is by the word before it. */
  #ownerAfter(before: number, start: number, isOfOthers: boolean): Owner {
    const { tokens } = this.#reading;
    let at = before;
    at = this.beforeHedges(at);
    if (this.#reading.endOfClass(at, ENGLISH.be) > at) return this.ownerOfSubject(at) ?? 'maybe';
    const mark = tokens.written(at);
    const last = this.lastBefore(start, SHORT_LEAD);
    if (LIKE_COMMAS.has(mark)) {
      if (last !== null) return last.owner;
      return isOfOthers ? 'other' : start - this.startOfSentence(start) <= SHORT_LEAD ? 'worker' : 'maybe';
    }
    if (this.#reading.endOfClass(at, ENGLISH.coordinator) > at) {
      if (last !== null) return last.owner;
      return isOfOthers ? 'other' : 'worker';
    }
    if (last?.end === at + 1 && last.owner !== 'other') return isOfOthers ? 'other' : last.owner;
    if (isOfOthers) return 'other';
    const word = mark.toLowerCase();
    if (word === 'at' && at <= this.startOfSentence(start)) return 'worker';
    if (word === 'as') return last?.owner ?? 'worker';
    if (word === 'of' && last?.end === at && last.kind === 'kin') return 'other';
    if (this.is(at, 'tells of someone')) return 'worker';
    if (word === 'for' || word === 'on') return this.#endsWith(at, 'of the case') ? 'worker' : 'other';
    return this.is(at, 'does to someone') ? 'other' : 'maybe';
  }

  #endsWith(end: number, name: PatientWord): boolean {
    return this.#reading.endOfClass(end - 1, PATIENT_WORDS[name]) === end;
  }

  /** Whom a pronoun means: the last one mentioned before who may be of that sex. */
  #antecedent(first: number, sex: Sex | null): Owner {
    const sentence = this.startOfSentence(first);
    let isObject = this.#isWord(first, 'him');
    for (let i = this.#all.length - 1; i >= 0; i--) {
      const person = this.#all[i];
      if (person === undefined || person.first < first - 2 * REACH) break;
      if ((person.sex !== null && person.sex !== sex) || this.isPlural(person.end)) continue;
      // Who does something to 'him' is not himself.
      if (isObject && person.kind !== 'pronoun' && person.first >= sentence) {
        isObject = false;
        continue;
      }
      if (person.kind === 'pronoun' || (person.owner === 'other' && person.first < sentence)) {
        return person.kind === 'pronoun' ? person.owner : 'maybe';
      }
      // 'The physician says that he saw her': the physician is a man.
      if (person.owner === 'other' && person.sex === null) person.sex = sex;
      return person.owner;
    }
    return 'worker';
  }
}

/** What follows a title: 'Mr. Roe', 'Ms. R.', 'Mrs. ____', 'Mr. [name]'. */
function isName({ tokens }: Reading, end: number): boolean {
  const at = tokens.written(end) === '.' ? end + 1 : end;
  return (
    tokens.isCapitalized(at) ||
    tokens.written(at).startsWith('_') ||
    tokens.written(at).startsWith('*') ||
    tokens.written(at) === '[' ||
    tokens.written(at) === ','
  );
}

/** 'he/she', 'his or her' give no sex. */
function isEither({ tokens }: Reading, first: number, end: number): boolean {
  const isJoint = (at: number): boolean => tokens.written(at) === '/' || tokens.lower(at) === 'or';
  return (
    (isJoint(first - 1) && isPronoun(tokens.written(first - 2))) || (isJoint(end) && isPronoun(tokens.written(end + 1)))
  );
}

const isPronoun = (written: string): boolean => PRONOUNS.has(written.toLowerCase());
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself', 's']);

const LIKE_COMMAS: ReadonlySet<string> = new Set([',', '(', '/', ':', '"', '“', '—', '–']);

const isWithin = (mark: string): boolean =>
  mark === '-' || mark === "'" || mark === '’' || mark === '/' || mark === '.' || mark === '[' || mark === ']';
