import type { WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { PlacedPassage } from '../../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import type { Tokens } from '../../../../language/tokens.ts';
import { dates } from '../../../../language/values/date.ts';
import type { Prose } from '../../../../text/prose.ts';
import { endOfSectionName, type PageList, readPages, type Stretch, trimmed } from '../citationLists.ts';
import { OTHER_CHAPTERS, PUBLISHER_NAMES, type Publisher, CITATION_WORDS as WORDS } from './words.ts';

/** A publisher's name with all that belongs to it: 'CA MTUS/ACOEM Guidelines', 'ODG by MCG'. Positions are of tokens. */
export interface PublisherName extends TokenRange {
  readonly publisher: Publisher;
  /** Where ACOEM's own name begins, which is cited with the numbers of its chapters; -1 where it is not named. */
  readonly acoem: number;
}

/** An edition's mark: 'of 2009', '(effective 12/1/2017)', '2nd edition'. */
export interface EditionMark extends TokenRange {
  /** The year's figures, as a token; -1 where the mark has none. */
  readonly year: number;
}

/** Pages with their label. */
export interface PagesMark extends TokenRange {
  readonly list: PageList;
}

/** Words that may be the title of something: 'Physical Medicine', 'Muscle relaxants (for pain)'. */
export interface Item extends TokenRange {
  /** The position after the title; what follows up to `end` says that it is a place: 'section', 'heading'. */
  readonly titleEnd: number;
}

/** Finds out what is at a token of a passage. No answer takes more than some eighty tokens, or reaches over `limit`. */
export class Scanner {
  readonly reading: Reading;
  readonly tokens: Tokens;
  /** The stretch of the letter in whose text all indexes are. */
  readonly prose: Prose;
  readonly passage: PlacedPassage;
  readonly #dates;

  constructor(passage: PlacedPassage) {
    this.passage = passage;
    this.reading = passage.reading;
    this.tokens = passage.reading.tokens;
    this.prose = passage.stretch.prose;
    this.#dates = dates(passage.reading);
  }

  written(at: number): string {
    return this.tokens.written(at);
  }

  is(at: number, name: keyof typeof WORDS): boolean {
    return this.reading.is(at, WORDS[name]);
  }

  /** The position after an entry of a class at a token; the token itself where there is none. */
  skip(at: number, name: keyof typeof WORDS): number {
    return Math.max(at, this.reading.endOfClass(at, WORDS[name]));
  }

  /** The position after any number of entries of a class, at most `most`. */
  skipAll(at: number, name: keyof typeof WORDS, most: number): number {
    let end = at;
    for (let i = 0; i < most; i++) {
      const next = this.skip(end, name);
      if (next === end) return end;
      end = next;
    }
    return end;
  }

  endOfClass(at: number, wordClass: WordClass<unknown>): number {
    return this.reading.endOfClass(at, wordClass);
  }

  stretch({ first, end }: TokenRange): Stretch {
    return { start: this.tokens.start(first), end: end > first ? this.tokens.end(end - 1) : this.tokens.start(first) };
  }

  /** The same in the text of a piece of the letter, without separators at its ends. */
  trimmedIn({ from, text }: Prose, range: TokenRange): Stretch {
    const { start, end } = this.stretch(range);
    const before = from - this.prose.from;
    return trimmed(text, { start: start - before, end: end - before });
  }

  /** A comma, a colon, a dash, a bracket: what divides the pieces of a citation and says nothing. */
  isSeparator(at: number): boolean {
    return this.tokens.isMark(at) && SEPARATORS.has(this.written(at).charAt(0));
  }

  /** '1)', '(a)', '2.': the number of an item of a list, at the beginning or after a stop. */
  endOfListNumber(at: number): number {
    const { tokens } = this;
    const from = this.written(at) === '(' ? at + 1 : at;
    const isShort =
      tokens.end(from) - tokens.start(from) <= 2 && (tokens.isFigures(from) || isLetter(this.written(from)));
    if (!isShort) return at;
    const mark = this.written(from + 1);
    const closes = mark === ')' || (mark === '.' && from === at && tokens.isFigures(from) && !tokens.isGlued(from + 2));
    return closes && tokens.isGlued(from + 1) ? from + 2 : at;
  }

  publisherAt(at: number, limit: number): PublisherName | null {
    const first = this.#publisher(at, limit);
    if (first === null) return null;
    let { publisher, end } = first;
    let acoem = publisher === 'ACOEM' ? at : -1;
    for (;;) {
      const after = this.#publisherFurniture(end, limit);
      const joined = this.#joinedPublisher(after, limit, publisher);
      if (joined === null) return { publisher, first: at, end: after, acoem };
      if (joined.publisher === 'ACOEM' && !joined.isBracketed && acoem < 0) acoem = joined.first;
      if (joined.publisher === 'MTUS') publisher = 'MTUS';
      end = joined.end;
    }
  }

  #publisher(at: number, limit: number): { readonly publisher: Publisher; readonly end: number } | null {
    const mention = this.reading.mentionAt(at, PUBLISHER_NAMES);
    if (mention === null || mention.end > limit || !this.tokens.isCapitalized(at)) return null;
    return { publisher: mention.value, end: mention.end };
  }

  #publisherFurniture(at: number, limit: number): number {
    let end = at;
    for (let i = 0; i < 4; i++) {
      const from = this.written(end) === ',' ? end + 1 : end;
      const next = this.skip(from, 'citation after a publisher');
      if (next === from || next > limit) return end;
      end = next;
    }
    return end;
  }

  /** '/ACOEM', ' (ACOEM)', ', ODG', " in the ACOEM": another name of the same, or the publisher that the MTUS takes over. */
  #joinedPublisher(
    at: number,
    limit: number,
    before: Publisher,
  ): (TokenRange & { readonly publisher: Publisher; readonly isBracketed: boolean }) | null {
    const mark = this.written(at);
    const isBracketed = mark === '(';
    let first = at;
    if (isBracketed || mark === '/' || mark === '-' || mark === ',') first = at + 1;
    if (mark === '-' && this.is(first, 'citation takes over')) first = this.skip(first, 'citation takes over');
    else if (mark.toLowerCase() === 'in') first = this.tokens.lower(at + 1) === 'the' ? at + 2 : at + 1;
    const name = this.#publisher(first, limit);
    if (name === null) return null;
    const isSame = name.publisher === before;
    const isPair =
      isSame || (before === 'MTUS' && name.publisher === 'ACOEM') || (before === 'ACOEM' && name.publisher === 'MTUS');
    if (!isPair) return null;
    if (!isBracketed) {
      // 'The MTUS, ACOEM and ODG' are three.
      if (mark === ',' && !isSame && !this.tokens.isCapitalized(name.end)) return null;
      return { first, isBracketed, ...name };
    }
    const close = this.#publisherFurniture(name.end, limit);
    return this.written(close) === ')' ? { publisher: name.publisher, first, end: close + 1, isBracketed } : null;
  }

  pagesAt(at: number, limit: number): PagesMark | null {
    const label = this.endOfClass(at, WORDS['citation page label']);
    if (label < 0) return null;
    const start = this.tokens.start(at);
    const end = Math.min(this.tokens.end(limit - 1), start + LONGEST_PAGES);
    const list = readPages(this.prose, { start, end });
    if (list === null || list.start !== start) return null;
    return { first: at, end: this.skip(this.tokens.from(list.end), 'citation pages go on'), list };
  }

  /** The position after the 's of "ACOEM's", and after the mark of "the MTUS' chapter". */
  endOfPossessive(at: number): number {
    const isMark = APOSTROPHES.has(this.written(at)) && this.tokens.isGlued(at) && !this.tokens.isGlued(at + 1);
    return this.tokens.isPossessive(at) || isMark ? at + 1 : at;
  }

  /** The position after 'the neck chapter', 'the chapter on the knee': a chapter by its part of the body; `at` where none is given. */
  endOfCommonChapter(at: number): number {
    const before = this.skip(at, 'citation chapter');
    const from = before > at ? this.skipAll(before, 'citation leads to a place', 3) : at;
    const end = Math.max(from, this.endOfClass(from, OTHER_CHAPTERS));
    if (end === from) return at;
    return before > at ? end : Math.max(at, this.endOfClass(end, WORDS['citation chapter']));
  }

  /** The position after 'Lab. Code', whose stop ends no sentence; `at` where no law is named so. */
  endOfShortLaw(at: number): number {
    const isShort = this.is(at, 'citation law before a stop') && this.written(at + 1) === '.';
    return isShort && this.written(at + 2) === CODE ? at + 3 : at;
  }

  /** The position after 'Section(s):', 'topic', 'entry'; `at` where no such word is. */
  endOfLabelWord(at: number): number {
    let end = this.skip(at, 'citation place');
    if (end === at) return at;
    if (this.written(end) === '(' && this.written(end + 2) === ')' && this.tokens.isGlued(end)) end += 3;
    if (this.written(end) === '.' && this.tokens.isGlued(end)) end++;
    return this.written(end) === ':' ? end + 1 : end;
  }

  /** The position after 'Section(s):', 'the topic', 'headed' where a title follows; `at` where no such label is. */
  endOfPlaceLabel(at: number, limit: number): number {
    let end = this.endOfLabelWord(at);
    if (end === at) return at;
    end = this.skipAll(end, 'citation leads to a place', 3);
    if (isQuote(this.written(end))) end++;
    return end < limit && this.begins(end) ? end : at;
  }

  /** A capital or a figure, as a title begins. */
  begins(at: number): boolean {
    return this.tokens.isCapitalized(at) || this.tokens.isFigures(at);
  }

  editionAt(at: number, limit: number): EditionMark | null {
    if (this.written(at) !== '(') return this.#openEdition(at, limit);
    let year = -1;
    let hasWord = false;
    for (let t = at + 1; t < Math.min(limit, at + LONGEST_MARK); ) {
      const mark = this.written(t);
      if (mark === ')') return hasWord || year >= 0 ? { first: at, end: t + 1, year } : null;
      const day = this.#yearAt(t);
      const word = Math.max(this.skip(t, 'citation edition'), this.skip(t, 'citation update'));
      if (day !== null) {
        if (year < 0 && !this.#isUpdate(at + 1)) year = day.year;
        t = day.end;
      } else if (word > t) t = word;
      else if (this.#ordinalEnd(t) > t) t = this.#ordinalEnd(t);
      else if (mark === ',' || mark === ';' || mark === ':' || mark === '.') t++;
      else if (this.#publisher(t, limit) !== null) t = this.#publisher(t, limit)?.end ?? t + 1;
      else if (this.is(t, 'citation guideline')) t = this.skip(t, 'citation guideline');
      else return null;
      hasWord ||= word > at + 1;
    }
    return null;
  }

  #isUpdate(at: number): boolean {
    return this.is(at, 'citation update');
  }

  /** ', effective September 21, 2020', ' of 2009', ' 2019 edition', ' 2016'. */
  #openEdition(at: number, limit: number): EditionMark | null {
    let end = at;
    let year = -1;
    const isUpdate = this.#isUpdate(at);
    if (isUpdate) end = this.skip(end, 'citation update');
    for (let i = 0; i < MOST_EDITION_WORDS && end < limit; i++) {
      const ordinal = this.#ordinalEnd(end);
      const day = year < 0 ? this.#yearAt(end) : null;
      const next = day?.end ?? Math.max(ordinal, this.skip(end, 'citation edition'), this.#versionEnd(end));
      if (day !== null) year = day.year;
      if (next === end) {
        if (this.written(end) !== 'the') break;
        end++;
      } else end = next;
    }
    if (isUpdate) return end > at + 1 ? { first: at, end, year: -1 } : null;
    if (year >= 0) return this.#endsYear(end) ? { first: at, end, year } : null;
    if (this.#versionEnd(end - 2) === end) return { first: at, end, year };
    return this.#isEditionNoun(end - 1) && end > at + 1 ? { first: at, end, year } : null;
  }

  #isEditionNoun(at: number): boolean {
    return EDITION_NOUNS.has(this.tokens.lower(at));
  }

  #endsYear(end: number): boolean {
    return !this.tokens.isFigures(end) || !this.tokens.isGlued(end);
  }

  /** 'v9', 'version 11'. */
  #versionEnd(at: number): number {
    const isVersion = VERSIONS.has(this.tokens.lower(at)) && this.tokens.figures(at + 1) >= 0;
    return isVersion && !this.isYear(at + 1) ? at + 2 : at;
  }

  /** '2nd', 'second', '21th'. */
  #ordinalEnd(at: number): number {
    if (!this.tokens.isFigures(at)) return at;
    const suffix = this.tokens.lower(at + 1);
    return this.tokens.isGlued(at + 1) && ORDINAL_ENDS.has(suffix) ? at + 2 : at;
  }

  /** A day with its year, or a year by itself. */
  #yearAt(at: number): { readonly year: number; readonly end: number } | null {
    const day = this.#dates.at(at);
    if (day !== undefined && day.kind !== 'mistyped') {
      for (let t = day.end - 1; t >= day.first; t--) if (this.isYear(t)) return { year: t, end: day.end };
    }
    return this.isYear(at) && this.written(at + 1) !== '-' ? { year: at, end: at + 1 } : null;
  }

  isYear(at: number): boolean {
    const value = this.tokens.figures(at);
    return value >= FIRST_YEAR && value < LAST_YEAR && this.tokens.end(at) - this.tokens.start(at) === 4;
  }

  /** The position after the bracket that opens at a token; `at` where it does not close. */
  endOfBracket(at: number, limit: number): number {
    let depth = 0;
    for (let t = at; t < Math.min(limit, at + LONGEST_BRACKET); t++) {
      const mark = this.written(t);
      if (mark === '(' || mark === '[') depth++;
      else if ((mark === ')' || mark === ']') && --depth === 0) return t + 1;
    }
    return at;
  }

  /** The position after a section's known name that holds commas ('NSAIDs, GI symptoms & cardiovascular risk'); else `at`. */
  endOfKnownName(at: number, limit: number): number {
    const end = endOfSectionName(this.prose.text, this.tokens.start(at));
    if (end < 0) return at;
    const position = this.tokens.from(end);
    return position <= limit ? position : at;
  }
}

/** In characters. */
const LONGEST_PAGES = 90;
const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
/** Tokens of the longest mark of an edition in brackets. */
const LONGEST_MARK = 16;
const MOST_EDITION_WORDS = 6;
const LONGEST_BRACKET = 60;

const SEPARATORS: ReadonlySet<string> = new Set([
  ',',
  ';',
  ':',
  '-',
  '–',
  '—',
  '/',
  '(',
  ')',
  '[',
  ']',
  '"',
  '“',
  '”',
  '.',
]);
const CODE = 'Code';
const APOSTROPHES: ReadonlySet<string> = new Set(["'", '’']);
const ORDINAL_ENDS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
const VERSIONS: ReadonlySet<string> = new Set(['v', 'ver', 'version']);
const EDITION_NOUNS: ReadonlySet<string> = new Set(['edition', 'version', 'ed']);

const isLetter = (written: string): boolean => written.length === 1 && written >= 'a' && written <= 'h';
export const isQuote = (written: string): boolean => written === '"' || written === '“' || written === '”';
