import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { TokenRange } from '../../../../language/reading.ts';
import { TREATMENTS } from '../../treatments/vocabulary.ts';
import type { Head, Heads } from './heads.ts';
import { itemAt, withoutArticle } from './items.ts';
import { labelledAt, type PlaceName } from './placeNames.ts';
import type { EditionMark, PagesMark, Scanner } from './scanner.ts';
import { pagesFrom } from './volumes.ts';
import { OTHER_CHAPTERS, PUBLISHER_NAMES } from './words.ts';

/** What gives a place in a guideline: sections, pages, an edition. Positions are of tokens. */
export interface Group extends TokenRange {
  /** Titles; neighbors that only commas divide are one range, as names of sections hold commas. */
  readonly titles: readonly PlaceName[];
  /** The title that is called a chapter: 'chapter Pain'; null where none is. */
  readonly chapter: PlaceName | null;
  readonly pages: readonly PagesMark[];
  /** The year's figures; -1 where none is given. */
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
  | {
      readonly kind: 'title';
      readonly end: number;
      readonly titles: readonly [PlaceName, ...PlaceName[]];
      readonly isLabelled: boolean;
      readonly isChapter: boolean;
    };

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

  /** What follows a head at `at`, as far as it gives a place of it. */
  after(at: number, limit: number, takesSmall: boolean): Group {
    return this.#read(at, limit, true, takesSmall);
  }

  /** A place that is given before its guideline: 'Physical Medicine, pages 98-99 (of the …)'; null where none begins. */
  at(at: number, limit: number): Group | null {
    const group = this.#read(at, limit, false, false);
    return group.end > at ? group : null;
  }

  #read(first: number, limit: number, isAfterHead: boolean, takesSmall: boolean): Group {
    const titles: PlaceName[] = [];
    let chapter: PlaceName | null = null;
    const pages: PagesMark[] = [];
    let year = -1;
    let isLabelled = false;
    let isAdopted = false;
    let end = first;
    /** The end of the title that the next one may be joined to; -1 where something else is between. */
    let joint = -1;
    while (end < limit) {
      const isOpening = !isAfterHead && end === first;
      const { start, hasLead, isPointedAt } = isOpening ? this.#opening(end) : this.#beginning(end, limit);
      if (start >= limit || this.#endsBefore(start, isAfterHead || end > first, isPointedAt)) break;
      if (isAfterHead && start > end && this.#leadsToHead(start, limit)) break;
      const piece =
        this.#pieceAt(start, limit, isAfterHead) ??
        (takesSmall && start > end && pages.length === 0 ? this.#smallTitleAt(start, limit) : null) ??
        (isAfterHead ? this.#spokenOf(end, limit) : null);
      if (piece === null) break;
      // 'and Jaw Disorders 2031': another chapter, whose name is in no list.
      if (isAfterHead && piece.kind === 'title' && this.#isJoined(end, start) && this.#scanner.isYear(piece.end)) break;
      if (piece.kind === 'title') {
        const [title] = piece.titles;
        const last = titles.at(-1);
        if (last !== undefined && joint === end && !hasLead && !piece.isLabelled)
          titles[titles.length - 1] = { ...last, end: title.end };
        else titles.push(...piece.titles);
        isLabelled ||= piece.isLabelled;
        if (piece.isChapter) chapter ??= title;
        joint = piece.end === title.end ? piece.end : -1;
      } else joint = -1;
      if (piece.kind === 'pages') pages.push(piece.mark);
      if (piece.kind === 'edition' && year < 0) year = piece.mark.year;
      if (piece.kind === 'adopted') isAdopted = true;
      end = this.#closed(piece.end, limit);
    }
    return { first, end, titles, chapter, pages, year, isLabelled, isAdopted };
  }

  #opening(at: number): Beginning {
    return { start: at, hasLead: false, isPointedAt: false };
  }

  /** A list's number, another work or another guideline begins; a chapter's bare name that words point at is a place ('under Knee Complaints'). */
  #endsBefore(at: number, mayBeWork: boolean, isPointedAt: boolean): boolean {
    if (this.#scanner.endOfListNumber(at) > at || (mayBeWork && this.#isWork(at))) return true;
    const head = this.#heads.at(at);
    return head !== null && !(isPointedAt && isBareName(this.#scanner, head));
  }

  /** With the brackets and quotation marks that close right after it. */
  #closed(at: number, limit: number): number {
    let end = at;
    while (end < limit && CLOSING.has(this.#scanner.written(end))) end++;
    return end;
  }

  /** Whether 'and' or a semicolon is between two positions. */
  #isJoined(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      if (this.#scanner.written(at) === ';' || this.#scanner.is(at, 'citation joins')) return true;
    }
    return false;
  }

  /** Where the next piece may begin: after commas, 'and', 'under the heading'. */
  #beginning(at: number, limit: number): Beginning {
    const scanner = this.#scanner;
    let start = scanner.endOfPossessive(at);
    let isJoined = false;
    for (let i = 0; i < MOST_MARKS && start < limit; i++) {
      // '(web)' and '(2nd edition)' are marks of their own.
      if (scanner.isSeparator(start) && !this.#opensEdition(start, limit)) start++;
      else if (scanner.is(start, 'citation joins')) {
        start = scanner.skip(start, 'citation joins');
        isJoined = true;
      } else break;
    }
    const after = scanner.skipAll(start, 'citation leads to a place', 4);
    const comma = after > start && scanner.isSeparator(after) ? after + 1 : after;
    const isPointedAt =
      after > start && !isJoined && [after - 1, after - 2].some((t) => scanner.skip(t, 'citation points at') === after);
    return { start: comma, hasLead: after > start, isPointedAt };
  }

  #opensEdition(at: number, limit: number): boolean {
    return this.#scanner.written(at) === '(' && this.#scanner.editionAt(at, limit) !== null;
  }

  #pieceAt(at: number, limit: number, isAfterHead: boolean): Piece | null {
    const scanner = this.#scanner;
    const pages = scanner.pagesAt(at, limit);
    if (pages !== null) return { kind: 'pages', end: pages.end, mark: pages };
    // 'Elbow Disorders 2018 at 44-46', as attorneys cite.
    const bare = isAfterHead && scanner.written(at - 1) === AT ? pagesFrom(scanner, at, limit) : null;
    if (bare !== null && !scanner.isYear(at) && !scanner.tokens.isGlued(bare.end + 1))
      return { kind: 'pages', end: bare.end, mark: bare };
    const labelled = this.#labelledAt(at, limit, isAfterHead);
    if (labelled !== null) return labelled;
    const adopted = this.#endOfAdoption(at, limit);
    if (adopted > at) return { kind: 'adopted', end: adopted };
    const edition = scanner.editionAt(at, limit);
    if (edition !== null) return { kind: 'edition', end: edition.end, mark: edition };
    return this.#titleAt(at, limit);
  }

  /** 'section 5.1', 'the heading Splints', 'chapter Pain'; before a guideline in small letters only where it is named next. */
  #labelledAt(at: number, limit: number, isAfterHead: boolean): Piece | null {
    const scanner = this.#scanner;
    const place = labelledAt(scanner, at, limit, this.#isOther);
    const [first, ...more] = place?.names ?? [];
    if (place !== null && first !== undefined) {
      const isTitle = scanner.begins(first.first) || first.first === at;
      if (!isAfterHead && !isTitle && !this.#endsAtHead(place.end, limit)) return null;
      return { kind: 'title', end: place.end, titles: [first, ...more], isLabelled: true, isChapter: false };
    }
    const chapter = scanner.skip(at, 'citation chapter');
    if (chapter === at || !isAfterHead) return null;
    const title = this.#titleAt(scanner.skipAll(chapter, 'citation leads to a place', 3), limit);
    return title === null || title.kind !== 'title' ? null : { ...title, isLabelled: true, isChapter: true };
  }

  /** ', in the (Knee Disorders)': a guideline is named next. */
  #endsAtHead(at: number, limit: number): boolean {
    const scanner = this.#scanner;
    const comma = scanner.written(at) === ',' ? at + 1 : at;
    if (comma >= limit || !scanner.is(comma, 'citation belongs to')) return false;
    return this.#isOther(withoutArticle(scanner, comma + 1));
  }

  #titleAt(at: number, limit: number): Piece | null {
    const item = itemAt(this.#scanner, at, limit, this.#isOther);
    if (item === null) return null;
    return {
      kind: 'title',
      end: item.end,
      titles: [{ first: at, end: item.titleEnd, subdivision: '' }],
      isLabelled: item.titleEnd < item.end,
      isChapter: false,
    };
  }

  /** 'what is said there of Splints', ', where it deals with Exercise': words for what a guideline says about something. */
  #spokenOf(at: number, limit: number): Piece | null {
    const scanner = this.#scanner;
    const from = scanner.written(at) === ',' ? at + 1 : at;
    let speaks = false;
    for (let t = from; t < Math.min(limit, from + LONGEST_SAYING); t++) {
      if (scanner.tokens.isMark(t) || scanner.endOfClass(t, ENGLISH.negation) > 0) return null;
      const led = speaks ? scanner.skipAll(t, 'citation leads to a place', 4) : t;
      const start = led === t && scanner.is(t, 'citation belongs to') ? t + 1 : led;
      const pages = speaks ? scanner.pagesAt(start, limit) : null;
      if (pages !== null) return { kind: 'pages', end: pages.end, mark: pages };
      if (speaks && scanner.begins(start)) return this.#heads.isAt(start) ? null : this.#titleAt(start, limit);
      if (speaks && start > t && scanner.is(start, 'citation place')) return this.#labelledAt(start, limit, true);
      if (scanner.tokens.isCapitalized(t) || scanner.is(t, 'citation joins')) return null;
      speaks ||= scanner.is(t, 'citation speaks of');
    }
    return null;
  }

  /** 'low back, physical therapy': small letters name a chapter or a treatment where nothing else is between two commas. */
  #smallTitleAt(at: number, limit: number): Piece | null {
    const scanner = this.#scanner;
    const { tokens } = scanner;
    if (tokens.isMark(at) || scanner.is(at, 'citation begins no title')) return null;
    if (!NAMING.some((each) => scanner.endOfClass(at, each) > at)) return null;
    let end = at;
    while (end < Math.min(limit, at + LONGEST_SMALL) && !DIVIDING.has(scanner.written(end).charAt(0))) {
      if (scanner.is(end, 'citation ends a title') || this.#isOther(end)) return null;
      end++;
    }
    const isAlone = end >= limit || DIVIDING.has(scanner.written(end).charAt(0));
    if (!isAlone) return null;
    const title = { first: at, end, subdivision: '' };
    return { kind: 'title', end, titles: [title], isLabelled: false, isChapter: false };
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
    // 'Splints, found in the MTUS Knee Disorders 2019': a place in that chapter.
    if (this.#heads.at(name)?.title != null) return at;
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
      const piece = this.#pieceAt(end, limit, false);
      if (piece === null) return false;
      end = this.#closed(piece.end, limit);
      if (scanner.is(end, 'citation belongs to')) return this.#heads.isAt(withoutArticle(scanner, end + 1));
      if (scanner.written(end) !== ',') return false;
      end++;
    }
    return false;
  }
}

interface Beginning {
  readonly start: number;
  /** Words lead to it. */
  readonly hasLead: boolean;
  /** They say that it is a place: 'under', 'headed'. */
  readonly isPointedAt: boolean;
}

/** A chapter's name and nothing more: no year, no publisher, no 'Guideline'. */
const isBareName = (scanner: Scanner, { title, end, year }: Head): boolean =>
  title !== null && title.end === end && year < 0 && !scanner.is(end - 1, 'citation guideline');

/** In tokens: 'what it has to say there of'. */
const LONGEST_SAYING = 10;

/** What a title in small letters begins with. */
const NAMING: readonly WordClass<unknown>[] = [OTHER_CHAPTERS, ...TREATMENTS];
const DIVIDING: ReadonlySet<string> = new Set([',', ';', ':', '.']);
const LONGEST_SMALL = 7;
const AT = 'at';
const MOST_MARKS = 4;
const MOST_PIECES = 4;
const CLOSING: ReadonlySet<string> = new Set([')', ']', '”', '"']);
