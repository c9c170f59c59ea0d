import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { WordClass } from '../../../language/lexicon/wordClass.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Reading } from '../../../language/reading.ts';
import { nearlyEqual } from '../../../text/nearlyEqual.ts';
import type { Prose } from '../../../text/prose.ts';
import { oncePerPassage } from '../../language.ts';
import type { Request } from '../../model/determination.ts';
import { REQUEST_WORDS as WORDS } from './requestWords.ts';

/**
 * What a heading asks for: the heading itself, or the part of a request that came to review, where it describes the original request: 'X
 * was the original request. Y was authorized by the Claims Administrator. The remaining IMR eligible portion of the
 * original request, Z is'.
 */
export const readRequest: (heading: Prose) => Request = oncePerPassage((passage) => {
  const heading = passage.prose(passage);
  const story = new Story(heading, passage);
  const was = story.findWas();
  if (was === null) return { kind: 'whole', treatment: heading };
  const original = story.prose(story.first, was.first);
  const remaining = story.findRemaining(was.end);
  if (remaining !== null) {
    const treatment = story.withoutVerb(remaining.end);
    if (treatment.length > 0) {
      return { kind: 'remaining', original, authorized: story.authorized(was.end, remaining.first), treatment };
    }
  }
  const again = story.findAgain(was.end);
  if (again !== null) {
    const treatment = story.withoutVerb(again.end);
    const authorized = story.authorized(was.end, again.first);
    if (treatment.length > 0) {
      return authorized === null
        ? { kind: 'remaining', original, authorized, treatment }
        : { kind: 'other-authorized', original, authorized, treatment };
    }
  }
  // The description breaks off: what was requested is the nearest to it.
  return { kind: 'whole', treatment: original };
});

interface Place {
  readonly first: number;
  readonly end: number;
}

/** A heading that may say what was requested at first. Positions are of tokens. */
class Story {
  readonly #heading: Prose;
  readonly #reading: Reading;
  readonly #passage: PlacedPassage;
  readonly first: number;
  readonly #end: number;

  constructor(heading: Prose, passage: PlacedPassage) {
    const { reading, first, end } = passage;
    this.#heading = heading;
    this.#passage = passage;
    this.#reading = reading;
    this.first = first;
    this.#end = end;
  }

  /** The words between two positions. */
  prose(first: number, end: number): Prose {
    return this.#heading.clip(this.#passage.indexOf(first), end > first ? this.#passage.indexAfter(end - 1) : 0);
  }

  /** ', was the original request.': always 'was' in real headings, even of several things. */
  findWas(): Place | null {
    for (let at = this.first; at < this.#end; at++) {
      const end = this.#is(at, ENGLISH.be) ? this.#pastOriginal(at + 1) : -1;
      if (end < 0) continue;
      const first = at > this.first && this.#reading.tokens.written(at - 1) === ',' ? at - 1 : at;
      return { first, end: MARKS.has(this.#reading.tokens.written(end)) ? end + 1 : end };
    }
    return null;
  }

  /** 'The remaining IMR eligible portion of the original request,' before the treatment in dispute. */
  findRemaining(from: number): Place | null {
    for (let at = from; at < this.#end; at++) {
      if (!this.#isNearly(at, 'remaining')) continue;
      let end = at + 1;
      while (this.#is(end, WORDS.eligible)) end = this.#reading.tokens.written(end + 1) === '-' ? end + 2 : end + 1;
      end = this.#endOf(end, WORDS['part of a request']);
      if (end < 0) continue;
      const of = this.#is(end, WORDS['out of']) ? this.#pastOriginal(end + 1) : -1;
      end = Math.max(end, of);
      const first = this.#is(at - 1, ENGLISH.article) ? at - 1 : at;
      return { first, end: COMMAS.has(this.#reading.tokens.written(end)) ? end + 1 : end };
    }
    return null;
  }

  /** '. The original request,' before the treatment in dispute; not 'the original request IMR eligible'. */
  findAgain(from: number): Place | null {
    for (let at = from; at + 1 < this.#end; at++) {
      if (!MARKS.has(this.#reading.tokens.written(at))) continue;
      const original = this.#pastOriginal(at + 1);
      if (original < 0) continue;
      const end = COMMAS.has(this.#reading.tokens.written(original)) ? original + 1 : original;
      if (!this.#is(end, WORDS.eligible) && !this.#is(end, ENGLISH.be)) return { first: at + 1, end };
    }
    return null;
  }

  /** The treatment in dispute, without the verb between it and the colon: 'Z is: Upheld'. Some letters leave it out. */
  withoutVerb(first: number): Prose {
    let end = this.#end;
    while (end > first && CLOSERS.has(this.#reading.tokens.written(end - 1))) end--;
    if (end > first && this.#is(end - 1, ENGLISH.be)) end--;
    while (end > first && COMMAS.has(this.#reading.tokens.written(end - 1))) end--;
    return this.prose(first, end);
  }

  /** Y of 'Y was authorized by the Claims Administrator.' and of 'The Claims Administrator authorized Y, leaving …'. */
  authorized(first: number, end: number): Prose | null {
    const last = this.#reading.tokens.written(end - 1) === '.' ? end - 1 : end;
    const authorized = this.#afterPayer(first, last) ?? this.#beforePassive(first, last);
    return authorized.end > authorized.first ? this.prose(authorized.first, authorized.end) : null;
  }

  /** 'The Claims Administrator has conditionally authorized Y, leaving the …'. */
  #afterPayer(from: number, end: number): Place | null {
    let at = this.#endOf(Math.max(from, this.#endOf(from, ENGLISH.article)), WORDS.payer);
    if (at < 0) return null;
    if (this.#reading.tokens.written(at) === ',') at++;
    at = Math.max(at, this.#endOf(at, ENGLISH.have));
    at = Math.max(at, this.#endOf(at, WORDS['manner of a decision']));
    const first = at + 1;
    for (let leaving = first; leaving < end; leaving++) {
      if (!this.#is(leaving, WORDS.leaving)) continue;
      return { first, end: this.#reading.tokens.written(leaving - 1) === ',' ? leaving - 1 : leaving };
    }
    return { first, end };
  }

  /** 'Y was authorized by the Claims Administrator', 'Y has been approved'. */
  #beforePassive(first: number, last: number): Place {
    const by = this.#findBy(first, last);
    let end = by - 1;
    if (this.#is(end - 1, WORDS['manner of a decision'])) end--;
    if (!this.#is(end - 1, ENGLISH.be)) return { first, end: last };
    end--;
    return { first, end: this.#is(end - 1, ENGLISH.have) ? end - 1 : end };
  }

  /** The position of 'by the Claims Administrator' at the end of a clause; the clause's end where it has none. */
  #findBy(first: number, last: number): number {
    for (let at = last - 1; at > first && at > last - LONGEST_PAYER; at--) {
      const isBy = BY.has(this.#reading.tokens.lower(at));
      if (isBy && this.#endOf(Math.max(at + 1, this.#endOf(at + 1, ENGLISH.article)), WORDS.payer) >= 0) return at;
    }
    return last;
  }

  /** The position after '(the) original request', with a slip or two in it; -1 where it is not given. */
  #pastOriginal(from: number): number {
    const determiner = Math.max(this.#endOf(from, ENGLISH.article), this.#endOf(from, ENGLISH.demonstrative));
    const at = Math.max(from, determiner);
    return this.#isNearly(at, 'original') && this.#isNearly(at + 1, 'request') ? at + 2 : -1;
  }

  /** Whether a word is this one with at most two typing errors, the first letter right. */
  #isNearly(at: number, word: string): boolean {
    const tokens = this.#reading.tokens;
    const length = tokens.end(at) - tokens.start(at);
    if (at >= this.#end || !tokens.isWord(at) || Math.abs(length - word.length) > MOST_SLIPS) return false;
    const written = tokens.lower(at);
    return written.charAt(0) === word.charAt(0) && nearlyEqual(written, word, MOST_SLIPS);
  }

  #is(at: number, wordClass: WordClass<unknown>): boolean {
    return this.#endOf(at, wordClass) >= 0;
  }

  #endOf(at: number, wordClass: WordClass<unknown>): number {
    const end = at < this.first || at >= this.#end ? -1 : this.#reading.endOfClass(at, wordClass);
    return end > this.#end ? -1 : end;
  }
}

const MOST_SLIPS = 2;
/** How many tokens 'by the Claims Administrator …' takes at the most. */
const LONGEST_PAYER = 10;
const MARKS: ReadonlySet<string> = new Set(['.', ';', ':', ',']);
const COMMAS: ReadonlySet<string> = new Set([',', ':']);
/** What closes a heading after its verb. */
const CLOSERS: ReadonlySet<string> = new Set([':', ';', ',']);
const BY: ReadonlySet<string> = new Set(['by', 'from']);
