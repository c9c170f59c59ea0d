import type { WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { TokenRange } from '../../../../language/reading.ts';
import { TREATMENTS } from '../../treatments/vocabulary.ts';
import type { Heads } from './heads.ts';
import { itemAt, withoutArticle } from './items.ts';
import type { EditionMark, PagesMark, Scanner } from './scanner.ts';
import { OTHER_CHAPTERS, PUBLISHER_NAMES } from './words.ts';

/** What tells a place in a guideline: sections, pages, an edition. Positions are of tokens. */
export interface Group extends TokenRange {
  /** Titles; neighbors that only commas divide are one range, as names of sections hold commas. */
  readonly titles: readonly TokenRange[];
  readonly pages: readonly PagesMark[];
  /** The year's figures; -1 where none is told. */
  readonly year: number;
  /** A word says that it is a place: 'Section(s):', 'heading'. */
  readonly isLabelled: boolean;
  /** It says that the MTUS has adopted what is cited. */
  readonly isAdopted: boolean;
}

type Piece =
  | { readonly kind: 'pages'; readonly end: number; readonly mark: PagesMark }
  | { readonly kind: 'edition'; readonly end: number; readonly mark: EditionMark }
  | { readonly kind: 'adopted'; readonly end: number }
  | { readonly kind: 'title'; readonly end: number; readonly title: TokenRange; readonly isLabelled: boolean };

/** Reads groups within a sentence, or what follows a head. */
export class Groups {
  readonly #scanner: Scanner;
  readonly #heads: Heads;
  readonly #isWork: (at: number) => boolean;

  /** @param isWork whether a work of another publisher begins at a token */
  constructor(scanner: Scanner, heads: Heads, isWork: (at: number) => boolean) {
    this.#scanner = scanner;
    this.#heads = heads;
    this.#isWork = isWork;
  }

  /** A guideline or another work begins at a token. */
  readonly #isOther = (at: number): boolean => this.#heads.isAt(at) || this.#isWork(at);

  /** What follows a head at `at`, as far as it tells a place of it. */
  after(at: number, limit: number, takesSmall: boolean): Group {
    return this.#read(at, limit, true, takesSmall);
  }

  /** A place that is told before its guideline: 'Physical Medicine, pages 98-99 (of the …)'; null where none begins. */
  at(at: number, limit: number): Group | null {
    const group = this.#read(at, limit, false, false);
    return group.end > at ? group : null;
  }

  #read(first: number, limit: number, isAfterHead: boolean, takesSmall: boolean): Group {
    const titles: TokenRange[] = [];
    const pages: PagesMark[] = [];
    let year = -1;
    let isLabelled = false;
    let isAdopted = false;
    let end = first;
    /** The end of the title that the next one may be joined to; -1 where something else stands between. */
    let joint = -1;
    while (end < limit) {
      const isOpening = !isAfterHead && end === first;
      const [start, hasLead] = isOpening ? [end, false] : this.#beginning(end, limit);
      if (
        start >= limit ||
        this.#scanner.endOfListNumber(start) > start ||
        this.#heads.isAt(start) ||
        ((isAfterHead || end > first) && this.#isWork(start))
      )
        break;
      if (isAfterHead && start > end && this.#leadsToHead(start, limit)) break;
      const piece =
        this.#pieceAt(start, limit) ?? (takesSmall && start > end ? this.#smallTitleAt(start, limit) : null);
      if (piece === null) break;
      // 'and Jaw Disorders 2031': another chapter, whose name stands in no list.
      if (isAfterHead && piece.kind === 'title' && this.#isJoined(end, start) && this.#scanner.isYear(piece.end)) break;
      if (piece.kind === 'title') {
        const last = titles.at(-1);
        if (last !== undefined && joint === end && !hasLead && !piece.isLabelled)
          titles[titles.length - 1] = { first: last.first, end: piece.title.end };
        else titles.push(piece.title);
        isLabelled ||= piece.isLabelled;
        joint = piece.end === piece.title.end ? piece.end : -1;
      } else joint = -1;
      if (piece.kind === 'pages') pages.push(piece.mark);
      if (piece.kind === 'edition' && year < 0) year = piece.mark.year;
      if (piece.kind === 'adopted') isAdopted = true;
      end = this.#closed(piece.end, limit);
    }
    return { first, end, titles, pages, year, isLabelled, isAdopted };
  }

  /** With the brackets and quotation marks that close right after it. */
  #closed(at: number, limit: number): number {
    let end = at;
    while (end < limit && CLOSING.has(this.#scanner.written(end))) end++;
    return end;
  }

  /** Whether 'and' or a semicolon stands between two positions. */
  #isJoined(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      if (this.#scanner.written(at) === ';' || this.#scanner.is(at, 'citation joins')) return true;
    }
    return false;
  }

  /** Where the next piece may begin: after commas, 'and', 'under the heading'; and whether words lead to it. */
  #beginning(at: number, limit: number): readonly [number, boolean] {
    const scanner = this.#scanner;
    let start = scanner.tokens.isPossessive(at) ? at + 1 : at;
    for (let i = 0; i < MOST_MARKS && start < limit; i++) {
      // '(web)' and '(2nd edition)' are marks of their own.
      if (scanner.isSeparator(start) && !this.#opensEdition(start, limit)) start++;
      else if (scanner.is(start, 'citation joins')) start = scanner.skip(start, 'citation joins');
      else break;
    }
    const after = scanner.skipAll(start, 'citation leads to a place', 4);
    const comma = after > start && scanner.isSeparator(after) ? after + 1 : after;
    return [comma, after > start];
  }

  #opensEdition(at: number, limit: number): boolean {
    return this.#scanner.written(at) === '(' && this.#scanner.editionAt(at, limit) !== null;
  }

  #pieceAt(at: number, limit: number): Piece | null {
    const scanner = this.#scanner;
    const pages = scanner.pagesAt(at, limit);
    if (pages !== null) return { kind: 'pages', end: pages.end, mark: pages };
    const label = scanner.endOfPlaceLabel(at, limit);
    if (label > at) return this.#titleAt(label, limit, true);
    const adopted = this.#endOfAdoption(at, limit);
    if (adopted > at) return { kind: 'adopted', end: adopted };
    const edition = scanner.editionAt(at, limit);
    if (edition !== null) return { kind: 'edition', end: edition.end, mark: edition };
    return this.#titleAt(at, limit, false);
  }

  #titleAt(at: number, limit: number, isLabelled: boolean): Piece | null {
    const item = itemAt(this.#scanner, at, limit, this.#isOther);
    if (item === null) return null;
    const title = { first: at, end: item.titleEnd };
    return { kind: 'title', end: item.end, title, isLabelled: isLabelled || item.titleEnd < item.end };
  }

  /** 'low back, physical therapy': small letters name a chapter or a treatment where nothing else stands between two commas. */
  #smallTitleAt(at: number, limit: number): Piece | null {
    const scanner = this.#scanner;
    const { tokens } = scanner;
    if (tokens.isMark(at) || !NAMING.some((each) => scanner.endOfClass(at, each) > at)) return null;
    let end = at;
    while (end < Math.min(limit, at + LONGEST_SMALL) && !DIVIDING.has(scanner.written(end).charAt(0))) {
      if (scanner.is(end, 'citation ends a title') || this.#isOther(end)) return null;
      end++;
    }
    const isAlone = end >= limit || DIVIDING.has(scanner.written(end).charAt(0));
    return isAlone ? { kind: 'title', end, title: { first: at, end }, isLabelled: false } : null;
  }

  /** 'as adopted by the MTUS', 'which are part of the MTUS'. */
  #endOfAdoption(at: number, limit: number): number {
    const scanner = this.#scanner;
    let from = at;
    for (let i = 0; i < 2 && scanner.is(from, 'citation ends a title') && !scanner.is(from, 'citation takes in'); i++)
      from++;
    const taken = scanner.skip(from, 'citation takes in');
    if (taken === from) return from > at ? this.#endOfActive(at, from, limit) : at;
    const name = withoutArticle(scanner, taken);
    const publisher = scanner.publisherAt(name, limit);
    return publisher?.publisher === 'MTUS' && scanner.endOfClass(name, PUBLISHER_NAMES) > name ? publisher.end : at;
  }

  /** 'which the MTUS has adopted'. */
  #endOfActive(at: number, from: number, limit: number): number {
    const scanner = this.#scanner;
    const publisher = scanner.publisherAt(withoutArticle(scanner, from), limit);
    if (publisher?.publisher !== 'MTUS') return at;
    const verb = scanner.skip(publisher.end, 'citation ends a title');
    const end = scanner.skip(verb, 'citation takes over');
    return end > verb ? end : at;
  }

  /** What begins here belongs to a guideline that is named after it: 'and page 24 of the Postsurgical Guidelines'. */
  #leadsToHead(at: number, limit: number): boolean {
    const scanner = this.#scanner;
    let end = at;
    for (let i = 0; i < MOST_PIECES; i++) {
      const piece = this.#pieceAt(end, limit);
      if (piece === null) return false;
      end = this.#closed(piece.end, limit);
      if (scanner.is(end, 'citation belongs to')) return this.#heads.isAt(withoutArticle(scanner, end + 1));
      if (scanner.written(end) !== ',') return false;
      end++;
    }
    return false;
  }
}

/** What a title in small letters begins with. */
const NAMING: readonly WordClass<unknown>[] = [OTHER_CHAPTERS, ...TREATMENTS];
const DIVIDING: ReadonlySet<string> = new Set([',', ';', ':', '.']);
const LONGEST_SMALL = 7;
const MOST_MARKS = 4;
const MOST_PIECES = 4;
const CLOSING: ReadonlySet<string> = new Set([')', ']', '”', '"']);
