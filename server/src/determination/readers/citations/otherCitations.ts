import type { TokenRange } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import type { Citation, CitationSource } from '../../model/determination.ts';
import { foundIn, readPages, type Stretch } from './citationLists.ts';
import { type EditionMark, Scanner } from './inWords/scanner.ts';
import { PUBLISHER_NAMES } from './inWords/words.ts';
import { endOfAddress, isAddress } from './inWords/works.ts';

/**
 * Citations of anything but the MTUS, the ODG and ACOEM: web pages, books, journals, drug labels. A web address or an
 * 'accessed 02/18/2017' ends a work; what follows it is the next.
 */
export function readOtherCitations(prose: Prose): readonly Citation[] {
  const passage = passageOf(prose);
  const scanner = new Scanner(passage);
  const works: Citation[] = [];
  let first = passage.first;
  for (let at = first; at < passage.end; at++) {
    const end = endOfWork(scanner, at, passage.end);
    if (end === at) continue;
    works.push(new WorkReader(prose, scanner, { first, end }).read());
    first = afterJoint(scanner, end, passage.end);
    at = Math.max(end, first) - 1;
  }
  if (first < passage.end) works.push(new WorkReader(prose, scanner, { first, end: passage.end }).read());
  return works;
}

/** The position after a web address, or the day on which one was looked up, that begins at a token; `at` where none does. */
function endOfWork(scanner: Scanner, at: number, limit: number): number {
  if (!isAddress(scanner, at)) return endOfLookUp(scanner, at, limit);
  const end = Math.min(limit, endOfAddress(scanner, at));
  let next = end;
  while (next < end + 3 && next < limit && isLightMark(scanner.written(next))) next++;
  const lookedUp = endOfLookUp(scanner, next, limit);
  return lookedUp > next ? lookedUp : end;
}

/** 'accessed on 02/18/2017', 'last accessed 2/2/2016)'. */
function endOfLookUp(scanner: Scanner, at: number, limit: number): number {
  const word = scanner.skip(at, 'citation looked up');
  if (word === at) return at;
  const days = dates(scanner.reading);
  for (let t = word; t < Math.min(limit, word + LONGEST_LOOK_UP); t++) {
    const day = days.at(t);
    if (day !== undefined) return scanner.written(day.end) === ')' ? Math.min(limit, day.end + 1) : day.end;
    if (t > word && CLOSES_LOOK_UP.has(scanner.written(t))) return at;
  }
  return at;
}

/** In tokens, from 'accessed' to the day. */
const LONGEST_LOOK_UP = 14;
const CLOSES_LOOK_UP: ReadonlySet<string> = new Set([',', ';', '(', ')']);
const isLightMark = (written: string): boolean => LIGHT_MARKS.has(written);
const LIGHT_MARKS: ReadonlySet<string> = new Set([',', '.', ';', '(']);

/** The position after the commas and the 'and' between two works. */
function afterJoint(scanner: Scanner, end: number, limit: number): number {
  let at = end;
  while (at < limit && JOINTS.has(scanner.written(at))) at++;
  return at < limit && scanner.tokens.lower(at) === 'and' ? at + 1 : at;
}

/** What may follow the edition of a title. */
const TITLE_ENDS: ReadonlySet<string> = new Set([',', '.', ';', ':']);
/** In tokens: '(last updated on May 12, 2015)' */
const LONGEST_EDITION = 10;

const JOINTS: ReadonlySet<string> = new Set([',', '.', ';']);

/** Reads one work. Indexes are into the text of `prose`. */
class WorkReader {
  readonly #prose: Prose;
  readonly #scanner: Scanner;
  readonly #range: TokenRange;

  constructor(prose: Prose, scanner: Scanner, range: TokenRange) {
    this.#prose = prose;
    this.#scanner = scanner;
    this.#range = range;
  }

  read(): Citation {
    const prose = this.#prose;
    const { first, end } = this.#range;
    const whole = this.#trimmed(first, end);
    const titleEnd = this.#endOfTitle();
    const edition = this.#editionBefore(titleEnd);
    const pages = readPages(prose, { start: this.#indexAt(titleEnd), end: whole.end });
    return {
      span: prose.span(whole.start, whole.end),
      source: this.#source(),
      title: foundIn(prose, this.#trimmed(first, edition?.first ?? titleEnd)),
      year: this.#year() ?? this.#yearOf(edition),
      sections: this.#beginsSections(titleEnd) ? this.#sections(titleEnd, pages?.start ?? null) : [],
      pages: pages?.pages ?? [],
      pagesInDocument: pages?.pagesInDocument ?? null,
    };
  }

  #indexAt(at: number): number {
    return Math.min(this.#prose.length, this.#scanner.passage.indexOf(at) - this.#prose.from);
  }

  #trimmed(first: number, end: number): Stretch {
    return this.#scanner.trimmedIn(this.#prose, { first, end });
  }

  /** The position after the title; an address by itself is one. */
  #endOfTitle(): number {
    const { first, end } = this.#range;
    if (isAddress(this.#scanner, first)) return Math.min(end, endOfAddress(this.#scanner, first));
    for (let at = first; at < end; at++) {
      if (!this.#endsTitle(at)) continue;
      return at > first && this.#scanner.written(at - 1) === '(' ? at - 1 : at;
    }
    return end;
  }

  /** ', 2013', '(May 2012)', 'updated 2015': the edition that a title ends with is no part of it. */
  #editionBefore(titleEnd: number): EditionMark | null {
    const scanner = this.#scanner;
    let last = titleEnd;
    while (last > this.#range.first && TITLE_ENDS.has(scanner.written(last - 1))) last--;
    for (let at = Math.max(this.#range.first + 1, last - LONGEST_EDITION); at < last; at++) {
      const isApart = !scanner.tokens.isGlued(at) || scanner.written(at) === '(';
      const edition = isApart ? scanner.editionAt(at, last) : null;
      if (edition?.end === last && this.#givesYear(edition)) return edition;
    }
    return null;
  }

  /** Not '3rd ed.' alone. */
  #givesYear({ first, end }: EditionMark): boolean {
    for (let at = first; at < end; at++) if (this.#scanner.isYear(at)) return true;
    return false;
  }

  #yearOf(edition: EditionMark | null): Found<number> | null {
    return edition === null || edition.year < 0 ? null : this.#foundYear(edition.year);
  }

  #endsTitle(at: number): boolean {
    const scanner = this.#scanner;
    const { tokens } = scanner;
    const mark = scanner.written(at);
    if (mark === ';') return !tokens.isGlued(at + 1);
    if (mark === ':')
      return !tokens.isGlued(at + 1) && (tokens.isFigures(at + 1) || scanner.is(at + 1, 'citation divides a book'));
    if (isAddress(scanner, at) || scanner.is(at, 'citation tells where')) return true;
    return this.#isNumberedChapter(at) || this.#isPages(at);
  }

  /** 'pg. 12', 'pages: 3-4'. */
  #isPages(at: number): boolean {
    const scanner = this.#scanner;
    if (scanner.tokens.isGlued(at)) return false;
    const label = scanner.skip(at, 'citation page label');
    return label > at && scanner.pagesAt(at, this.#range.end) !== null;
  }

  /** 'Chapter 17'. */
  #isNumberedChapter(at: number): boolean {
    const scanner = this.#scanner;
    if (scanner.tokens.isGlued(at)) return false;
    const label = scanner.skip(at, 'citation divides a book');
    return label > at && scanner.tokens.isFigures(label) && !scanner.is(at, 'citation printed place');
  }

  /** A semicolon, or the number of a chapter, comes right after the title. */
  #beginsSections(titleEnd: number): boolean {
    const mark = this.#scanner.written(titleEnd);
    if (mark === ';' && !this.#scanner.tokens.isGlued(titleEnd + 1)) return true;
    return this.#isNumberedChapter(mark === ',' || mark === ':' || mark === ';' ? titleEnd + 1 : titleEnd);
  }

  /** 'Chapter 17: Distal Radius Fractures, Chapter 30: Compression Neuropathies'; 'Chapter 12-Surgeons; 40.1- Definition'. */
  #sections(titleEnd: number, pagesStart: number | null): readonly Found<string>[] {
    const end = this.#endOfSections(titleEnd, pagesStart);
    const sections: Found<string>[] = [];
    let first = titleEnd;
    for (let at = titleEnd; at <= end; at++) {
      if (at < end && !this.#endsSection(at)) continue;
      const section = this.#trimmed(first, at);
      if (at > first && section.end > section.start) sections.push(foundIn(this.#prose, section));
      first = at + 1;
    }
    return sections;
  }

  #endsSection(at: number): boolean {
    const mark = this.#scanner.written(at);
    if (mark !== ';' && mark !== ',') return false;
    return !this.#scanner.tokens.isGlued(at + 1) && (mark === ';' || this.#isNumberedChapter(at + 1));
  }

  /** Sections end where pages, the work's address, or the day it was looked up begins. */
  #endOfSections(titleEnd: number, pagesStart: number | null): number {
    const scanner = this.#scanner;
    const { end } = this.#range;
    if (pagesStart !== null) return scanner.passage.from(this.#prose.from + pagesStart);
    for (let at = titleEnd; at < end; at++) {
      const isEnd = isAddress(scanner, at) || endOfLookUp(scanner, at, end) > at;
      if (isEnd) return scanner.written(at - 1) === '(' ? at - 1 : at;
    }
    return end;
  }

  #source(): CitationSource {
    const scanner = this.#scanner;
    const { first, end } = this.#range;
    let isJournal = false;
    for (let at = first; at < end; at++) {
      if (scanner.reading.mentionAt(at, PUBLISHER_NAMES)?.value === 'FDA') return 'FDA';
      isJournal ||= this.#namesJournal(at) || this.#isVolume(at);
    }
    return isJournal ? 'journal' : 'other';
  }

  /** 'Journal of …', 'N Engl J Med', 'J Spine'. */
  #namesJournal(at: number): boolean {
    const { tokens } = this.#scanner;
    if (!tokens.isCapitalized(at)) return false;
    if (this.#scanner.is(at, 'citation periodical')) return true;
    const isJ = tokens.written(at) === 'J' && tokens.isCapitalized(at + 1) && !tokens.isCapitals(at + 1);
    return isJ && !tokens.isGlued(at + 1) && tokens.isCapitalized(at + 2) && !tokens.isGlued(at + 2);
  }

  /** '35(2):12'. */
  #isVolume(at: number): boolean {
    const { tokens } = this.#scanner;
    return (
      tokens.isFigures(at) &&
      this.#scanner.written(at + 1) === '(' &&
      tokens.isFigures(at + 2) &&
      this.#scanner.written(at + 3) === ')' &&
      this.#scanner.written(at + 4) === ':' &&
      tokens.isFigures(at + 5)
    );
  }

  /** '(2014)', '2014;'. */
  #year(): Found<number> | null {
    const { tokens } = this.#scanner;
    for (let at = this.#range.first; at < this.#range.end; at++) {
      if (!this.#scanner.isYear(at)) continue;
      const before = this.#scanner.written(at - 1);
      const after = this.#scanner.written(at + 1);
      const isBracketed = before === '(' && after === ')' && tokens.isGlued(at) && tokens.isGlued(at + 1);
      const isOfIssue = after === ';' && !(tokens.isGlued(at) && (before === '/' || before === '-'));
      if (isBracketed || isOfIssue) return this.#foundYear(at);
    }
    return null;
  }

  #foundYear(at: number): Found<number> {
    const { tokens } = this.#scanner;
    const start = this.#indexAt(at);
    return found(tokens.figures(at), this.#prose.span(start, start + tokens.end(at) - tokens.start(at)));
  }
}
