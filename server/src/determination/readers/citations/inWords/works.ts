import type { TokenRange } from '../../../../language/reading.ts';
import type { CitationSource } from '../../../model/determination.ts';
import type { WorkDraft } from './drafts.ts';
import type { Heads } from './heads.ts';
import { itemAt } from './items.ts';
import type { PagesMark, Scanner } from './scanner.ts';

/** What tells that a run of capitals is the name of a work: a society, a journal, a law, a label, a web address. */
export type WorkKind = 'other' | 'journal' | 'FDA';

/**
 * Whether a work of another publisher begins at a capital: within its first words a college, a journal, a code of law or
 * the like is named, or authors are. Null where none does.
 */
export function workAt(scanner: Scanner, at: number, limit: number): WorkKind | null {
  const { tokens } = scanner;
  if (isAddress(scanner, at)) return 'other';
  if (scanner.is(at, 'citation label of a drug')) {
    const end = scanner.skip(at, 'citation label of a drug');
    if (scanner.is(end, 'citation leads to a place') || scanner.is(end, 'citation belongs to')) return 'other';
  }
  if (!tokens.isCapitalized(at) && !(tokens.isFigures(at) && scanner.is(at + 1, 'citation law'))) return null;
  if (hasAuthors(scanner, at)) return 'journal';
  if (scanner.is(at, 'citation begins no title') || scanner.is(at, 'citation person')) return null;
  let kind: WorkKind | null = null;
  let names = 0;
  const stop = Math.min(limit, at + LONGEST_NAME);
  for (let t = at; t < stop; t++) {
    if (tokens.isMark(t) && !JOINTS.has(scanner.written(t))) {
      // 'Stone B, et al.', 'Ames D, Bell F.'
      if (t > at && scanner.written(t) === ',' && scanner.is(t + 1, 'citation authors')) return 'journal';
      if (scanner.written(t) === ',' && scanner.begins(t + 1)) names++;
      break;
    }
    const isName = tokens.isCapitalized(t) || tokens.isFigures(t);
    if (!isName && !isSmallWord(scanner, t)) {
      if (scanner.is(t, 'citation label of a drug')) return names > 0 ? (kind ?? 'other') : null;
      break;
    }
    if (!isName) continue;
    if (scanner.publisherAt(t, limit) !== null) break;
    names++;
    if (scanner.is(t, 'citation journal')) kind = 'journal';
    if (scanner.is(t, 'citation institution') || scanner.is(t, 'citation law')) kind ??= 'other';
    if (scanner.is(t, 'citation label of a drug')) kind ??= 'other';
  }
  // 'The College said so': a word alone names no work.
  return names > 1 ? kind : null;
}

/** Authors before a title ('Ames J, et al. …'), whose full stops end no sentence of the writer's: the work goes on to its year. */
export function hasAuthorsWithoutYear(scanner: Scanner, { first, end }: TokenRange): boolean {
  let areTold = hasAuthors(scanner, first);
  for (let at = first; at < end; at++) {
    if (scanner.isYear(at)) return false;
    areTold ||= scanner.is(at, 'citation authors');
  }
  return areTold;
}

/** 'Ames J, …', 'Bell DR. …' where no list goes on: a name and initials. */
function hasAuthors(scanner: Scanner, at: number): boolean {
  const { tokens } = scanner;
  const initials = at + 1;
  if (!tokens.isCapitalized(at) || tokens.isCapitals(at) || tokens.end(at) - tokens.start(at) < 3) return false;
  if (!tokens.isCapitals(initials) || tokens.end(initials) - tokens.start(initials) > 2) return false;
  const mark = scanner.written(at + 2);
  const before = scanner.written(at - 1);
  return (mark === ',' || mark === '.') && before !== ',' && before !== ';' && before !== 'and';
}

const LONGEST_NAME = 14;
const JOINTS: ReadonlySet<string> = new Set(['-', '&', '.', '/', "'"]);

/** 'of', 'for the', 'and' between the words of a name; a possessive 's. */
const isSmallWord = (scanner: Scanner, at: number): boolean =>
  scanner.tokens.isPossessive(at) ||
  scanner.is(at, 'citation joins') ||
  scanner.is(at, 'citation belongs to') ||
  scanner.is(at, 'citation leads to a place');

export function isAddress(scanner: Scanner, at: number): boolean {
  const written = scanner.written(at).toLowerCase();
  return written === 'www' || written === 'http' || written === 'https';
}

/** The position after a web address that begins at a token: no blank, comma, bracket or last full stop is in it. */
export function endOfAddress(scanner: Scanner, at: number): number {
  const { tokens } = scanner;
  let end = at + 1;
  while (end < tokens.count && tokens.isGlued(end) && !AFTER_ADDRESS.has(scanner.written(end))) end++;
  while (end > at + 1 && scanner.written(end - 1) === '.') end--;
  return end;
}

const AFTER_ADDRESS: ReadonlySet<string> = new Set([',', ';', '(', ')', '"', '”']);

/** Reads a work from where its title begins; null where it has no words. */
export function readWork(
  scanner: Scanner,
  heads: Heads,
  range: TokenRange,
  title: number,
  source: CitationSource,
): WorkDraft | null {
  return new WorkReader(scanner, heads, range, title, source).read();
}

class WorkReader {
  readonly #scanner: Scanner;
  readonly #heads: Heads;
  readonly #first: number;
  readonly #limit: number;
  readonly #title: number;
  #source: CitationSource;
  #titleEnd = -1;
  #year = -1;
  readonly #pages: PagesMark[] = [];
  readonly #sections: TokenRange[] = [];

  constructor(scanner: Scanner, heads: Heads, { first, end }: TokenRange, title: number, source: CitationSource) {
    this.#scanner = scanner;
    this.#heads = heads;
    this.#first = first;
    this.#limit = end;
    this.#title = title;
    this.#source = source;
  }

  read(): WorkDraft | null {
    let end = this.#title;
    for (let at = this.#title; at < this.#limit; ) {
      const next = this.#next(at);
      if (next <= at) break;
      at = next;
      if (!this.#scanner.isSeparator(at - 1) || CLOSING.has(this.#scanner.written(at - 1))) end = at;
    }
    const titleEnd = this.#withoutMarks(this.#titleEnd < 0 ? end : this.#titleEnd);
    if (titleEnd <= this.#title) return null;
    const range = { first: this.#first, end: Math.max(end, titleEnd) };
    const title = { first: this.#title, end: titleEnd };
    return {
      kind: 'work',
      source: this.#source,
      range,
      title,
      year: this.#year,
      sections: this.#sections,
      pages: this.#pages,
    };
  }

  #withoutMarks(end: number): number {
    let last = end;
    while (last > this.#title && OPEN_MARKS.has(this.#scanner.written(last - 1))) last--;
    return last;
  }

  /** The position up to which the work goes on; `at` where it ends. */
  #next(at: number): number {
    const scanner = this.#scanner;
    const { tokens } = scanner;
    const mark = scanner.written(at);
    if (isAddress(scanner, at)) return endOfAddress(scanner, at);
    if (mark === ';') return this.#isVolume(at) ? this.#volume(at) : at;
    const pages = scanner.pagesAt(at, this.#limit);
    if (pages !== null) {
      this.#pages.push(pages);
      return this.#detail(at, pages.end);
    }
    const edition =
      mark === '(' || scanner.isYear(at) || scanner.is(at, 'citation update')
        ? scanner.editionAt(at, this.#limit)
        : null;
    if (edition !== null && (mark === '(' || this.#isApart(at, edition.end))) {
      if (scanner.publisherAt(at + 1, this.#limit)?.publisher === 'FDA') this.#source = 'FDA';
      if (this.#year < 0) this.#year = edition.year;
      return this.#detail(at, edition.end);
    }
    const label = scanner.endOfPlaceLabel(at, this.#limit);
    if (label > at) {
      const item = itemAt(
        scanner,
        label,
        this.#limit,
        (each) => this.#heads.isAt(each) || workAt(scanner, each, this.#limit) !== null,
      );
      if (item !== null) {
        this.#sections.push({ first: label, end: item.titleEnd });
        return this.#detail(at, item.end);
      }
    }
    if (mark === '(') return Math.max(scanner.endOfBracket(at, this.#limit), at + 1);
    if (mark === ',' && this.#isProse(at + 1)) return at;
    if (at > this.#title && this.#isProse(at)) return at;
    if (scanner.is(at, 'citation joins') && this.#isOther(scanner.skip(at, 'citation joins'))) return at;
    if (at > this.#title && tokens.isCapitalized(at) && scanner.isSeparator(at - 1) && this.#heads.isAt(at)) return at;
    return at + 1;
  }

  #detail(at: number, end: number): number {
    if (this.#titleEnd < 0) this.#titleEnd = at;
    return end;
  }

  /** A year between commas or at the end, not one of a title. */
  #isApart(at: number, end: number): boolean {
    const before = this.#scanner.written(at - 1);
    return before === ',' || before === '.' || end >= this.#limit || this.#scanner.isSeparator(end);
  }

  /** '2010;35(2):12-19'. */
  #isVolume(at: number): boolean {
    return this.#scanner.isYear(at - 1) && this.#scanner.tokens.isFigures(at + 1);
  }

  #volume(at: number): number {
    const { tokens } = this.#scanner;
    this.#source = 'journal';
    let end = at + 1;
    while (end < this.#limit && (tokens.isFigures(end) || (tokens.isMark(end) && tokens.isGlued(end)))) end++;
    while (this.#scanner.written(end - 1) === '.') end--;
    return end;
  }

  #isProse(at: number): boolean {
    return (
      this.#scanner.tokens.isWord(at) &&
      !this.#scanner.tokens.isCapitalized(at) &&
      this.#scanner.is(at, 'citation ends a title')
    );
  }

  #isOther(at: number): boolean {
    const scanner = this.#scanner;
    const start = scanner.skipAll(at, 'citation begins no title', 3);
    if (this.#heads.isAt(start)) return true;
    // 'Centers for Medicare and Medicaid Services' is one, 'and from the College of …' another.
    return (start > at || this.#titleEnd >= 0) && workAt(scanner, start, this.#limit) !== null;
  }
}

const CLOSING: ReadonlySet<string> = new Set([')', ']']);
const OPEN_MARKS: ReadonlySet<string> = new Set([',', ':', '-', '–', '(', '.', ';']);
