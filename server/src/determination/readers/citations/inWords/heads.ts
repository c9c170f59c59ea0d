import type { TokenRange } from '../../../../language/reading.ts';
import { itemAt, withoutArticle } from './items.ts';
import { isQuote, type PublisherName, type Scanner } from './scanner.ts';
import { MTUS_CHAPTERS, OTHER_CHAPTERS, type Publisher, CITATION_WORDS as WORDS } from './words.ts';
import { workAt } from './works.ts';

/** Words that name a guideline: a publisher, a chapter, or both, in either order. Positions are of tokens. */
export interface Head extends TokenRange {
  readonly publisher: Publisher;
  /** The chapter; null where there is only the publisher. */
  readonly title: TokenRange | null;
  /** The year's figures as a token; -1 where none is given. */
  readonly year: number;
  /** The position after the publisher's name where that comes first; else -1. */
  readonly nameEnd: number;
}

/** Finds the guidelines that are named in a passage, each asked about once. */
export class Heads {
  readonly #scanner: Scanner;
  readonly #limit: number;
  readonly #known = new Map<number, Head | null>();

  constructor(scanner: Scanner, limit: number) {
    this.#scanner = scanner;
    this.#limit = limit;
  }

  readonly isAt = (at: number): boolean => this.at(at) !== null;

  at(at: number): Head | null {
    const known = this.#known.get(at);
    if (known !== undefined) return known;
    this.#known.set(at, null);
    const head = at < this.#limit && this.#scanner.begins(at) ? this.#read(at) : null;
    this.#known.set(at, head);
    return head;
  }

  #read(at: number): Head | null {
    const name = this.#scanner.publisherAt(at, this.#limit);
    return name === null ? this.#chapterFirst(at) : this.#publisherFirst(name);
  }

  /** 'MTUS (2009), Postsurgical Treatment Guidelines', 'the MTUS ACOEM Chapter 12 Low Back Complaints'. */
  #publisherFirst(name: PublisherName): Head {
    const scanner = this.#scanner;
    const { publisher, first, acoem } = name;
    const bare = { publisher, first, end: name.end, title: null, year: -1, nameEnd: name.end };
    if (publisher === 'ODG' || publisher === 'FDA') return bare;
    const early = this.#editions(name.end);
    const content = this.#content(early.end);
    const isClose = early.end === name.end && scanner.tokens.lower(acoem) === ACOEM;
    const titled = this.#title(content, isClose ? acoem : -1, true);
    if (titled === null) return { ...bare, end: early.end, year: early.year };
    const edition = this.#afterTitle(titled.end);
    return {
      publisher,
      first,
      end: edition.end,
      title: this.#withGuidelines(titled, edition.isBracketed),
      year: edition.year >= 0 ? edition.year : early.year,
      nameEnd: name.end,
    };
  }

  /** The position after what is between a publisher and a chapter: a comma, a colon, 's, 'the', 'chapter on'. */
  #content(at: number): number {
    const scanner = this.#scanner;
    let end = scanner.endOfPossessive(at);
    for (
      let i = 0;
      i < 3 && scanner.isSeparator(end) && scanner.written(end) !== ')' && scanner.written(end) !== '.';
      i++
    )
      end++;
    end = scanner.skipAll(end, 'citation leads to a place', 3);
    return isQuote(scanner.written(end)) ? end + 1 : end;
  }

  /** A chapter by its number, its known name, or, where a publisher or a year says that it is one, any title. */
  #title(at: number, acoem: number, isTold: boolean): TokenRange | null {
    const scanner = this.#scanner;
    if (at >= this.#limit || !scanner.begins(at)) return null;
    const numberEnd = this.#endOfNumber(at);
    if (numberEnd > at) {
      let next = numberEnd;
      while (scanner.isSeparator(next) && next < numberEnd + 2) next++;
      const named = this.#knownEnd(next);
      const end = Math.max(numberEnd, named);
      const isOpen = named > 0 && scanner.written(next - 1) === '(' && scanner.written(end) === ')';
      return { first: acoem >= 0 ? acoem : at, end: isOpen ? end + 1 : end };
    }
    const known = this.#knownEnd(at);
    if (known > at && (scanner.endOfClass(at, MTUS_CHAPTERS) === known || !this.#goesOn(known)))
      return { first: at, end: known };
    return isTold ? this.#unknownTitle(at) : null;
  }

  /** More words of a title follow: 'Low Back Pain Disorders'. */
  #goesOn(at: number): boolean {
    return at < this.#limit && this.#scanner.tokens.isWord(at) && this.#scanner.tokens.isCapitalized(at);
  }

  #knownEnd(at: number): number {
    const scanner = this.#scanner;
    if (at >= this.#limit || !scanner.tokens.isCapitalized(at)) return -1;
    const mtus = scanner.endOfClass(at, MTUS_CHAPTERS);
    const other = scanner.endOfClass(at, OTHER_CHAPTERS);
    return mtus >= other ? mtus : this.#withNoun(other);
  }

  /** 'Knee Disorders', 'Low Back Chapter'. */
  #withNoun(end: number): number {
    return end < 0 ? end : this.#scanner.skip(end, 'citation chapter noun');
  }

  /** 'Chapter 12', 'Ch. 12'. */
  #endOfNumber(at: number): number {
    const scanner = this.#scanner;
    const label = scanner.endOfClass(at, WORDS['citation chapter']);
    if (label < 0) return at;
    const number = scanner.written(label) === '.' ? label + 1 : label;
    const value = scanner.tokens.figures(number);
    return value > 0 && value < 100 ? number + 1 : at;
  }

  /** A title that is in no list, up to its year, 'Guideline' or the next comma; commas before a year belong to it. */
  #unknownTitle(at: number): TokenRange | null {
    const scanner = this.#scanner;
    if (scanner.is(at, 'citation person') || scanner.pagesAt(at, this.#limit) !== null) return null;
    if (scanner.endOfPlaceLabel(at, this.#limit) > at || scanner.tokens.isFigures(at)) return null;
    // 'Outside the MTUS: ODG, Low Back': another publisher's chapter is not the MTUS's.
    if (scanner.publisherAt(at, this.#limit) !== null || workAt(scanner, at, this.#limit) !== null) return null;
    const item = itemAt(scanner, at, this.#limit, this.isAt);
    if (item === null) return null;
    for (let t = at; t < item.end; t++) {
      if (t > at && scanner.is(t, 'citation guideline')) return { first: at, end: t };
    }
    const end = this.#withCommas(at, item.end);
    return { first: at, end: end > item.end ? end : item.titleEnd };
  }

  /** 'Jaw, Face, and Throat Disorders 2031': capitals and commas alone, then a year. */
  #withCommas(first: number, end: number): number {
    const { tokens } = this.#scanner;
    let hasJoint = false;
    for (let t = end; t < Math.min(this.#limit, first + LONGEST_NAME); t++) {
      if (this.#scanner.isYear(t)) return tokens.isMark(t - 1) ? end : t;
      const joins = this.#scanner.is(t, 'citation joins');
      hasJoint ||= joins;
      // 'Jaw, Face, and Throat Disorders (2031)'.
      if (hasJoint && this.#scanner.written(t) === '(' && (this.#scanner.editionAt(t, this.#limit)?.year ?? -1) >= 0)
        return t;
      const isWord = tokens.isCapitalized(t) || joins;
      const isComma = this.#scanner.written(t) === ',' || this.#scanner.written(t) === '&';
      if (!isWord && !isComma) return end;
      if (this.#scanner.endOfPlaceLabel(t, this.#limit) > t || this.#scanner.pagesAt(t, this.#limit) !== null)
        return end;
    }
    return end;
  }

  /** ', 2nd Edition (2004)': several marks in a row. */
  #editions(at: number): { readonly year: number; readonly end: number } {
    let end = at;
    let year = -1;
    for (let edition = this.#edition(at); edition !== null; edition = this.#edition(end)) {
      if (year < 0) year = edition.year;
      end = edition.end;
    }
    return { year, end };
  }

  #edition(at: number): { readonly year: number; readonly end: number; readonly isBracketed: boolean } | null {
    const scanner = this.#scanner;
    const mark = scanner.written(at);
    const from = mark === ',' || mark === ';' ? at + 1 : at;
    const edition = scanner.editionAt(from, this.#limit);
    if (edition === null) return null;
    return { year: edition.year, end: edition.end, isBracketed: from > at || scanner.written(from) === '(' };
  }

  /** The edition after a title: after 'Guideline', '(ACOEM)' or nothing, with another 'guideline' after it. */
  #afterTitle(at: number): { readonly year: number; readonly end: number; readonly isBracketed: boolean } {
    const scanner = this.#scanner;
    let end = scanner.skip(at, 'citation guideline');
    // 'its Elbow Disorders chapter of 2018', 'Knee Complaints Chapter, page 341'.
    const noun = scanner.skip(end, 'citation chapter');
    if (noun > end && ((this.#edition(noun)?.year ?? -1) >= 0 || scanner.written(noun) === ',')) end = noun;
    let year = -1;
    let isBracketed = false;
    for (let i = 0; i < 3; i++) {
      const edition = this.#edition(end);
      const abbreviated = edition === null ? this.#abbreviation(end) : end;
      if (edition === null && abbreviated === end) break;
      if (edition !== null && year < 0) {
        year = edition.year;
        isBracketed = edition.isBracketed;
      }
      end = scanner.skip(edition?.end ?? abbreviated, 'citation guideline');
    }
    return { year, end, isBracketed };
  }

  /** 'Guidelines' right after a name belongs to its title, but before a mark in brackets ('Guideline (effective …)'). */
  #withGuidelines(title: TokenRange, isBracketed: boolean): TokenRange {
    const end = this.#scanner.skip(title.end, 'citation guideline');
    return isBracketed || !isPlural(this.#scanner.written(end - 1)) ? title : { first: title.first, end };
  }

  /** '(ACOEM)', '(CPMTG)': what belongs to a name and is not a title. */
  #abbreviation(at: number): number {
    const scanner = this.#scanner;
    const isOne = scanner.written(at) === '(' && scanner.tokens.isCapitals(at + 1) && scanner.written(at + 2) === ')';
    return isOne ? at + 3 : at;
  }

  /** 'Chronic Pain Guidelines (MTUS, 2009)', 'the Knee chapter of the ODG', '2019 Knee Disorders Guideline'. */
  #chapterFirst(at: number): Head | null {
    const scanner = this.#scanner;
    const early = scanner.isYear(at) ? at : -1;
    const first = early < 0 ? at : at + 1;
    const mention = scanner.reading.mentionAt(first, MTUS_CHAPTERS);
    const titled = this.#title(first, -1, false);
    if (titled === null) return null;
    const edition = this.#afterTitle(titled.end);
    const after = this.#publisherAfter(edition.end);
    const year = after !== null && after.year >= 0 ? after.year : edition.year >= 0 ? edition.year : early;
    const isPlain =
      mention?.value === 'plain' || (this.#endOfNumber(first) > first && titled.end > this.#endOfNumber(first));
    const isNamed = mention !== null && (year >= 0 || scanner.is(titled.end, 'citation guideline'));
    if (after === null && !isPlain && !isNamed) return null;
    return {
      publisher: after?.publisher ?? 'MTUS',
      first: at,
      end: after?.end ?? edition.end,
      title: this.#withGuidelines(titled, edition.isBracketed || year === early),
      year,
      nameEnd: -1,
    };
  }

  /** ', MTUS, under Shoulder', ', MTUS.': the publisher after a comma, and nothing that may be a chapter of its. */
  #isPublisherAlone(at: number): boolean {
    const scanner = this.#scanner;
    const name = scanner.publisherAt(at, this.#limit);
    if (name === null || name.publisher === 'FDA') return false;
    const next = name.end;
    if (next >= this.#limit || !scanner.isSeparator(next)) return next >= this.#limit;
    const led = scanner.skipAll(next + 1, 'citation leads to a place', 4);
    return led > next + 1 || !scanner.begins(led);
  }

  /** The publisher after a chapter: '(MTUS, 2009)', 'of the ODG', ', as adopted by the MTUS (effective …)'. */
  #publisherAfter(at: number): { readonly publisher: Publisher; readonly year: number; readonly end: number } | null {
    const scanner = this.#scanner;
    const noun = scanner.is(at, 'citation chapter') || scanner.is(at, 'citation place') ? at + 1 : at;
    const isBracketed = scanner.written(noun) === '(';
    let from = isBracketed ? noun + 1 : noun;
    const isApart = scanner.written(noun) === ',' && this.#isPublisherAlone(noun + 1);
    if (isApart) from = noun + 1;
    else if (!isBracketed) {
      const joint = scanner.is(from, 'citation belongs to') ? from + 1 : from;
      if (joint === from) return null;
      from = withoutArticle(scanner, joint);
    }
    const name = scanner.publisherAt(from, this.#limit);
    if (name === null) return null;
    const edition = this.#editions(name.end);
    // '(ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12)'
    const comma = isBracketed && scanner.written(edition.end) === ',' ? edition.end + 1 : edition.end;
    const end = comma > edition.end ? this.#endOfNumber(comma) : edition.end;
    if (isBracketed && scanner.written(end) !== ')') return null;
    // 'the Knee part of the MTUS Postsurgical Treatment Guidelines': the chapter is another.
    const title = isBracketed ? null : this.at(from)?.title;
    if (title != null && (title.first <= name.end || scanner.endOfClass(title.first, MTUS_CHAPTERS) > 0)) return null;
    return { publisher: name.publisher, year: edition.year, end: isBracketed ? end + 1 : end };
  }
}

/** ACOEM's chapters are cited with its name where they have a number: 'ACOEM Chapter 12 Low Back Complaints'. */
const ACOEM = 'acoem';
const isPlural = (written: string): boolean => written.endsWith('s');
const LONGEST_NAME = 20;
