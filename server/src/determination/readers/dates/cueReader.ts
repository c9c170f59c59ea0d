import type { Mention, Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { numbers } from '../../../language/values/number.ts';
import { PEOPLE } from '../patient/people.ts';
import { type CueRole, type CueWord, DATE_CUES, DATE_WORDS } from './cues.ts';

/** A word of a letter that shows what a date near it is the date of. */
export interface Cue extends TokenRange {
  readonly role: CueRole;
  readonly word: CueWord;
}

/** Finds the cues of a passage, by what each word means where it is. */
export class CueReader {
  readonly #passage: Passage;
  readonly #reading: Reading;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#reading = passage.reading;
  }

  /** The words between two positions that show roles, except those that are about something else. */
  between(first: number, end: number): readonly Cue[] {
    const cues: Cue[] = [];
    let dropped = -1;
    for (const mention of this.#passage.mentions(DATE_CUES, { first, end })) {
      const isAgain = dropped > 0 && this.isAppended(dropped, mention.end + 1);
      const role = isAgain ? null : this.roleOf(mention);
      if (role === null) dropped = mention.end;
      else cues.push({ first: mention.first, end: mention.end, role, word: mention.value });
    }
    return cues;
  }

  /** The role that a word shows; null where it is about something else. */
  roleOf({ value, first, end }: Mention<CueWord>): CueRole | null {
    const { role } = value;
    const verb = this.#verbOf(first);
    if (verb === null || (value.acts && this.#isDoneByPatient(verb))) return null;
    if (role === 'denial' && this.#follows(first, DATE_WORDS['reviewed by'])) return null;
    // 'Nine visits' are counted, not dated.
    if (this.#reading.is(first, DATE_WORDS['counted visits']) && numbers(this.#reading).before(first) !== undefined)
      return null;
    if (this.#reading.is(first, DATE_WORDS['noun or verb']) && this.#isDoneByPatient(first)) return 'telling';
    if (role !== 'injury') return role;
    if (this.#reading.is(first, DATE_WORDS['to fall']) && this.#fallsOff(first, end)) return null;
    for (let at = first - 1; at >= Math.max(0, first - FURTHEST_EARLIER); at--) {
      if (this.#reading.is(at, DATE_WORDS['of another injury'])) return 'earlier-injury';
    }
    return role;
  }

  /** Where the verb of a cue begins: 'turned both of these down'. Null where the word is parted from no verb. */
  #verbOf(first: number): number | null {
    if (!this.#reading.is(first, DATE_WORDS['parted from its verb'])) return first;
    for (let at = first - 1; at > first - FURTHEST_VERB && !this.#reading.tokens.isMark(at); at--)
      if (this.#reading.is(at, DATE_WORDS['turns down'])) return at;
    return null;
  }

  /** Whether an entry of a class ends right before a token. */
  #follows(first: number, wordClass: Parameters<Reading['endOfClass']>[1]): boolean {
    for (let at = first - 1; at >= Math.max(0, first - LONGEST_ENTRY); at--) {
      if (this.#reading.endOfClass(at, wordClass) === first) return true;
    }
    return false;
  }

  /** 'The patient denied numbness', 'she has declined it'. */
  #isDoneByPatient(verb: number): boolean {
    let at = verb - 1;
    while (at > verb - MOST_BEFORE_VERB && this.#reading.is(at, DATE_WORDS['before a verb'])) at--;
    for (const people of PEOPLE) {
      for (let first = at; first >= Math.max(0, at - 1); first--) {
        const person = this.#reading.mentionAt(first, people);
        if (person?.end === at + 1) return person.value.kind === 'worker' || person.value.kind === 'pronoun';
      }
    }
    return this.#reading.is(at, DATE_WORDS['who does']);
  }

  /** What falls is a score: 'the score fell from 31 to 22'. */
  #fallsOff(first: number, end: number): boolean {
    const { tokens } = this.#reading;
    if (this.#reading.is(first - 1, DATE_WORDS['what is scored'])) return true;
    if (this.#reading.is(end, DATE_WORDS['falls short'])) return true;
    return this.#reading.is(end, DATE_WORDS['falls by']) && tokens.isFigures(end + 1);
  }

  /** Nothing, or an abbreviation in brackets: 'Utilization Review (UR) report'. */
  isAppended(end: number, first: number): boolean {
    const { tokens } = this.#reading;
    if (end === first || (end === first - 1 && tokens.written(end) === ')')) return true;
    return first - end <= 3 && tokens.written(end) === '(' && tokens.written(first - 1) === ')';
  }
}

const FURTHEST_EARLIER = 3;
const MOST_BEFORE_VERB = 5;
/** In tokens: 'turned the request for both of these down'. */
const FURTHEST_VERB = 8;
const LONGEST_ENTRY = 3;
