import type { TokenRange } from '../../../../language/reading.ts';
import { authorsAt } from './authors.ts';
import type { WorkDraft } from './drafts.ts';
import type { Heads } from './heads.ts';
import { endOfNumber, labelledAt, type PlaceName } from './placeNames.ts';
import type { PagesMark, Scanner } from './scanner.ts';
import { volumeAt } from './volumes.ts';
import { endOfAddress, endOfDrug, isAddress, type WorkKind, workAt } from './works.ts';

/** Reads a work from where its title begins; null where it has no words. */
export function readWork(
  scanner: Scanner,
  heads: Heads,
  range: TokenRange,
  title: number,
  source: WorkKind,
): WorkDraft | null {
  return new WorkReader(scanner, heads, range, title, source).read();
}

class WorkReader {
  readonly #scanner: Scanner;
  readonly #heads: Heads;
  readonly #first: number;
  readonly #limit: number;
  #title: number;
  #source: WorkKind;
  #titleEnd = -1;
  #year = -1;
  /** The position after the authors. */
  #opened = -1;
  /** It is the label of a drug, whose sections have names that all know. */
  #isLabel = false;
  readonly #pages: PagesMark[] = [];
  readonly #sections: PlaceName[] = [];

  constructor(scanner: Scanner, heads: Heads, { first, end }: TokenRange, title: number, source: WorkKind) {
    this.#scanner = scanner;
    this.#heads = heads;
    this.#first = first;
    this.#limit = end;
    this.#title = title;
    this.#source = source;
  }

  read(): WorkDraft | null {
    this.#isLabel = this.#source === 'FDA';
    let end = this.#opening();
    this.#opened = end;
    for (let at = end; at < this.#limit; ) {
      const next = this.#next(at);
      if (next <= at) break;
      at = next;
      if (!this.#scanner.isSeparator(at - 1) || CLOSING.has(this.#scanner.written(at - 1))) end = at;
    }
    const titleEnd = this.#withoutMarks(this.#titleEnd < 0 ? end : this.#titleEnd);
    if (titleEnd <= this.#title) return null;
    return {
      kind: 'work',
      source: this.#source,
      range: { first: this.#first, end: Math.max(end, titleEnd) },
      title: { first: this.#title, end: titleEnd },
      year: this.#year,
      sections: this.#sections,
      pages: this.#pages,
    };
  }

  /** The position after what a work may begin with: authors, 'boxed warning of the (label for …)', the drug before its label. */
  #opening(): number {
    const scanner = this.#scanner;
    const section = scanner.skip(this.#title, 'citation section of a label');
    if (section > this.#title && scanner.is(section, 'citation belongs to')) {
      const label = scanner.skipAll(section + 1, 'citation begins no title', 1);
      if (this.#namesLabel(label)) {
        this.#sections.push({ first: this.#title, end: section, subdivision: '' });
        this.#title = label;
        this.#isLabel = true;
      }
    }
    const name = scanner.publisherAt(this.#title, this.#limit);
    if (name?.publisher === 'FDA' && name.end < this.#limit) {
      this.#source = 'FDA';
      this.#title = scanner.endOfPossessive(name.end);
    }
    const authors = authorsAt(scanner, this.#title);
    if (authors !== null) return authors.end;
    return endOfDrug(scanner, this.#title, this.#limit);
  }

  /** Within the next words a label is named. */
  #namesLabel(at: number): boolean {
    for (let t = at; t < Math.min(this.#limit, at + LONGEST_DRUG_NAME); t++) {
      if (this.#scanner.is(t, 'citation label of a drug')) return true;
      if (this.#scanner.tokens.isMark(t) && this.#scanner.written(t) === ',') return false;
    }
    return false;
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
    const volume = at > this.#title ? volumeAt(scanner, at, this.#limit) : null;
    if (volume !== null) {
      this.#source = 'journal';
      if (volume.pages !== null) this.#pages.push(volume.pages);
      return this.#detail(at, volume.end);
    }
    if (mark === ';') return at;
    const pages = scanner.pagesAt(at, this.#limit);
    if (pages !== null) {
      this.#pages.push(pages);
      return this.#detail(at, pages.end);
    }
    const detail = this.#edition(at) ?? this.#place(at) ?? this.#ofLabel(at);
    if (detail !== null) return this.#detail(at, detail);
    if (mark === '(') return Math.max(scanner.endOfBracket(at, this.#limit), at + 1);
    if (mark === ',' && this.#isProse(at + 1)) return at;
    if (at > this.#title && this.#isProse(at)) return at;
    if (scanner.is(at, 'citation joins') && this.#joinsAnother(at)) return at;
    if (at > this.#title && tokens.isCapitalized(at) && this.#isHead(at)) return at;
    return this.#afterNumber(at);
  }

  #edition(at: number): number | null {
    const scanner = this.#scanner;
    const isBracketed = scanner.written(at) === '(';
    if (!isBracketed && !scanner.isYear(at) && !scanner.is(at, 'citation update')) return null;
    const edition = scanner.editionAt(at, this.#limit);
    if (edition === null || !(isBracketed || this.#isApart(at, edition.end))) return null;
    if (scanner.publisherAt(at + 1, this.#limit)?.publisher === 'FDA') this.#source = 'FDA';
    if (this.#year < 0) this.#year = edition.year;
    return edition.end;
  }

  /** 'section 5.1', ', under the heading Splints', ', recommendations 3 and 11'. */
  #place(at: number): number | null {
    if (at === this.#title) return null;
    const scanner = this.#scanner;
    const led = this.#scanner.isSeparator(at - 1) ? scanner.skipAll(at, 'citation leads to a place', 4) : at;
    const label = this.#isLabel ? scanner.skipAll(scanner.endOfLabelWord(led), 'citation leads to a place', 3) : led;
    const named = scanner.skip(label, 'citation section of a label');
    if (this.#isLabel && named > label && (label > led || scanner.isSeparator(at - 1))) {
      this.#sections.push({ first: label, end: named, subdivision: '' });
      return named;
    }
    const place = labelledAt(scanner, led, this.#limit, this.#isElsewhere);
    if (place === null) return null;
    this.#sections.push(...place.names);
    return place.end;
  }

  readonly #isElsewhere = (at: number): boolean =>
    this.#heads.isAt(at) || workAt(this.#scanner, at, this.#limit) !== null;

  /** For a drug label: that the FDA has approved it. */
  #ofLabel(at: number): number | null {
    const scanner = this.#scanner;
    this.#isLabel ||= scanner.is(at, 'citation label of a drug');
    if (!this.#isLabel || at === this.#title) return null;
    const approved = this.#endOfApproval(at);
    if (approved === at) return null;
    this.#source = 'FDA';
    return approved;
  }

  /** 'as approved by the FDA', 'on file with the FDA', ', U.S. FDA'; `at` where the FDA is not named so. */
  #endOfApproval(at: number): number {
    const scanner = this.#scanner;
    if (!scanner.is(at, 'citation approves') && !scanner.tokens.isCapitals(at)) return at;
    for (let t = at; t < Math.min(this.#limit, at + LONGEST_APPROVAL); t++) {
      const name = scanner.publisherAt(t, this.#limit);
      if (name !== null) return name.publisher === 'FDA' ? name.end : at;
      if (scanner.tokens.isMark(t) || scanner.tokens.isCapitalized(t)) return at;
    }
    return at;
  }

  /** 'Coverage Determination 280.3': a number by which a work is known is a place, too. */
  #afterNumber(at: number): number {
    const number = this.#scanner.skip(at, 'citation numbered work');
    const end = endOfNumber(this.#scanner, number);
    if (number === at || end === number) return at + 1;
    this.#sections.push({ first: number, end, subdivision: '' });
    return end;
  }

  #detail(at: number, end: number): number {
    // 'Ames J, et al. 2014 Guideline on Thumbs': the title comes after the year.
    const isBeforeTitle = at <= this.#opened + 1 && at > this.#title && this.#year >= 0 && this.#goesOn(end);
    if (this.#titleEnd < 0 && !isBeforeTitle) this.#titleEnd = at;
    return end;
  }

  #goesOn(at: number): boolean {
    return at < this.#limit && this.#scanner.tokens.isCapitalized(at);
  }

  /** A year between commas or at the end, not one of a title. */
  #isApart(at: number, end: number): boolean {
    const before = this.#scanner.written(at - 1);
    return before === ',' || before === '.' || end >= this.#limit || this.#scanner.isSeparator(end);
  }

  #isProse(at: number): boolean {
    return (
      this.#scanner.tokens.isWord(at) &&
      !this.#scanner.tokens.isCapitalized(at) &&
      this.#scanner.is(at, 'citation ends a title')
    );
  }

  /** A guideline by its publisher, or by its chapter after a mark. */
  #isHead(at: number): boolean {
    const head = this.#heads.at(at);
    if (head === null || (head.publisher === 'FDA' && this.#isLabel)) return false;
    return head.nameEnd >= 0 || this.#scanner.isSeparator(at - 1);
  }

  /** 'and' before another citation or, after a complete one, after a comma: '…, section 3, and the chapter of the MTUS'. */
  #joinsAnother(at: number): boolean {
    const scanner = this.#scanner;
    if (this.#titleEnd >= 0 && scanner.written(at - 1) === ',') return true;
    const start = scanner.skipAll(scanner.skip(at, 'citation joins'), 'citation begins no title', 3);
    if (this.#heads.isAt(start)) return true;
    // 'Centers for Medicare and Medicaid Services' is one, 'and from the College of …' another.
    return (
      (start > scanner.skip(at, 'citation joins') || this.#titleEnd >= 0) &&
      workAt(scanner, start, this.#limit) !== null
    );
  }
}

const CLOSING: ReadonlySet<string> = new Set([')', ']']);
const OPEN_MARKS: ReadonlySet<string> = new Set([',', ':', '-', '–', '(', '.', ';']);
/** In tokens: 'as it was approved by the'. */
const LONGEST_APPROVAL = 8;
/** 'of the FDA label', 'of the tramadol hydrochloride package insert'. */
const LONGEST_DRUG_NAME = 7;
