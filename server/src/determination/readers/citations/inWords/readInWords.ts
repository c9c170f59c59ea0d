import type { Passage, TokenRange } from '../../../../language/reading.ts';
import type { Prose } from '../../../../text/prose.ts';
import { passageOf } from '../../../language.ts';
import type { Citation } from '../../../model/determination.ts';
import { isCited } from './cited.ts';
import { citationsOf, type Draft, type WorkDraft } from './drafts.ts';
import { type Group, Groups } from './groups.ts';
import { type Head, Heads } from './heads.ts';
import { withoutArticle } from './items.ts';
import { Scanner } from './scanner.ts';
import { hasAuthorsWithoutYear, isAddress, readWork, workAt } from './works.ts';

/** What words of a guideline part cite, and which of them are not understood. */
export interface CitedInWords {
  readonly citations: readonly Citation[];
  /** Sentences that cite nothing, and places that belong to nothing. */
  readonly rest: readonly Prose[];
}

/**
 * Citations in a writer's own words: 'I relied upon the MTUS Knee Disorders 2019, under Meniscal Tears', 'Physical Medicine,
 * pages 98-99 of the Chronic Pain Guidelines (MTUS, 2009)'. What leads to them is not read: a guideline that is named in
 * such a part is cited, unless the words before deny it or put it aside.
 * @param isAside it stands beside printed citations: a publisher alone is cited by them, or not at all
 */
export function readInWords(prose: Prose, isAside: boolean): CitedInWords {
  const passage = passageOf(prose);
  const reader = new PartReader(passage, isAside);
  for (const sentence of reader.sentences(passage)) reader.read(sentence);
  const { drafts, rest, scanner } = reader.finish();
  return {
    citations: drafts.flatMap((draft) => citationsOf(scanner, draft)),
    rest: rest.map((range) => {
      const { start, end } = scanner.stretch(range);
      return prose.clip(start, end);
    }),
  };
}

class PartReader {
  readonly scanner: Scanner;
  readonly #drafts: (Draft | WorkDraft)[] = [];
  readonly #rest: TokenRange[] = [];
  /** A place that was told in a sentence of its own, before any guideline: 'Page(s): 46. MTUS …'. */
  #carried: Group | null = null;

  readonly #isAside: boolean;

  constructor(passage: Passage, isAside: boolean) {
    this.scanner = new Scanner(passage);
    this.#isAside = isAside;
  }

  /** The sentences of a passage; one that begins a work by its authors goes on to its year. */
  *sentences(passage: Passage): Iterable<TokenRange> {
    let open: TokenRange | null = null;
    let joined = 0;
    for (const { first, end } of passage.sentences()) {
      const whole: TokenRange = { first: open?.first ?? first, end };
      const goesOn = this.#isCut(end, passage.end) || hasAuthorsWithoutYear(this.scanner, whole);
      open = joined < MOST_SENTENCES && goesOn ? whole : null;
      joined = open === null ? 0 : joined + 1;
      if (open === null) yield whole;
    }
    if (open !== null) yield open;
  }

  /** A page's or paragraph's end within a sentence: no stop before it, and no shout after it. */
  #isCut(end: number, limit: number): boolean {
    const { tokens } = this.scanner;
    if (end >= limit || STOPS.has(this.scanner.written(end - 1))) return false;
    return !tokens.isCapitals(end) || tokens.end(end) - tokens.start(end) < SHOUT;
  }

  read(sentence: TokenRange): void {
    const reader = new SentenceReader(this.scanner, sentence, this.#carried);
    const { drafts: read, loose, isWhole } = reader.read();
    const drafts = this.#isAside ? read.filter((draft) => !isBare(draft)) : read;
    const last = this.#drafts.at(-1);
    this.#carried = null;
    this.#drafts.push(...drafts);
    if (loose === null) {
      if (drafts.length === 0) this.#rest.push(sentence);
      return;
    }
    if (drafts.length > 0) this.#rest.push(loose);
    else if (!isWhole) this.#rest.push(sentence);
    else if (last?.kind === 'guideline') this.#drafts[this.#drafts.length - 1] = withGroup(last, loose);
    else this.#carried = loose;
  }

  /** 'I follow the MTUS. The chapter is Shoulder Disorders 2016': one citation, not two. */
  #isTold(bare: Draft | WorkDraft): boolean {
    return this.#drafts.some((draft) => draft !== bare && !isBare(draft) && publisherOf(draft) === publisherOf(bare));
  }

  finish(): { drafts: readonly (Draft | WorkDraft)[]; rest: readonly TokenRange[]; scanner: Scanner } {
    if (this.#carried !== null) this.#rest.push(this.#carried);
    return {
      drafts: this.#drafts.filter((draft) => !isBare(draft) || !this.#isTold(draft)),
      rest: this.#rest,
      scanner: this.scanner,
    };
  }
}

/** A publisher, and no chapter or place of its. */
const isBare = (draft: Draft | WorkDraft): boolean =>
  draft.kind === 'guideline' && draft.head.title === null && draft.groups.every(({ first, end }) => first === end);

const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', ')', ']', '"', '”']);
/** 'DRAFT': letters of a word in capitals that is no abbreviation. */
const SHOUT = 5;

/** Of one work: authors, title, journal. */
const MOST_SENTENCES = 3;

const publisherOf = (draft: Draft | WorkDraft): string | null =>
  draft.kind === 'guideline' ? draft.head.publisher : null;

const withGroup = ({ head, groups }: Draft, group: Group): Draft => ({
  kind: 'guideline',
  head,
  groups: [...groups, group],
});

interface ReadSentence {
  readonly drafts: readonly (Draft | WorkDraft)[];
  /** A place that belongs to no guideline of the sentence. */
  readonly loose: Group | null;
  /** The sentence is nothing but that place. */
  readonly isWhole: boolean;
}

class SentenceReader {
  readonly #scanner: Scanner;
  readonly #first: number;
  readonly #end: number;
  readonly #heads: Heads;
  readonly #groups: Groups;
  readonly #drafts: (Draft | WorkDraft)[] = [];
  #pending: Group | null;
  /** 'and' stands after the pending group. */
  #isJoined = false;
  #loose: Group | null = null;
  #hasProse = false;

  constructor(scanner: Scanner, { first, end }: TokenRange, carried: Group | null) {
    this.#scanner = scanner;
    this.#first = first;
    this.#end = end;
    this.#heads = new Heads(scanner, end);
    this.#groups = new Groups(scanner, this.#heads, (at) => workAt(scanner, at, end) !== null);
    this.#pending = carried;
  }

  read(): ReadSentence {
    for (let at = this.#first; at < this.#end; ) at = this.#step(at);
    this.#release();
    return { drafts: this.#drafts, loose: this.#loose, isWhole: !this.#hasProse };
  }

  #step(at: number): number {
    const scanner = this.#scanner;
    const number = scanner.endOfListNumber(at);
    if (number > at && (at === this.#first || scanner.isSeparator(at - 1) || scanner.is(at - 1, 'citation joins')))
      return number;
    const head = this.#heads.at(at);
    if (head !== null) return this.#head(head);
    const person = scanner.skip(at, 'citation person');
    if (person > at) {
      this.#prose(at);
      return person;
    }
    const kind = workAt(scanner, at, this.#end);
    const work = kind === null ? null : readWork(scanner, this.#heads, { first: at, end: this.#end }, at, kind);
    if (work !== null) return this.#work(work);
    const group = this.#mayBegin(at) ? this.#groups.at(at, this.#end) : null;
    if (group !== null && this.#isPlace(group)) {
      this.#release();
      this.#pending = group;
      this.#isJoined = false;
      return group.end;
    }
    return this.#prose(at);
  }

  /** Separators and 'of the' hold a place and its guideline together; other words part them. */
  #prose(at: number): number {
    const scanner = this.#scanner;
    if (scanner.isSeparator(at)) return at + 1;
    if (scanner.is(at, 'citation joins')) {
      this.#isJoined = true;
      return scanner.skip(at, 'citation joins');
    }
    if (scanner.is(at, 'citation belongs to') || scanner.is(at, 'citation leads to a place')) {
      if (this.#pending === null) this.#hasProse = true;
      return at + 1;
    }
    // 'section 9792.20 of title 8 of the Code'.
    if (scanner.is(at, 'citation part of a law') && scanner.tokens.isFigures(at + 1)) return at + 2;
    this.#hasProse = true;
    this.#release();
    return at + 1;
  }

  #mayBegin(at: number): boolean {
    const scanner = this.#scanner;
    if (scanner.pagesAt(at, this.#end) !== null || scanner.endOfPlaceLabel(at, this.#end) > at) return true;
    if (!scanner.begins(at) || scanner.is(at, 'citation person')) return false;
    // 'Guided by Opioids, page 76', 'Drawn from …': the first word has its capital from the sentence.
    if (at === this.#first && scanner.is(at + 1, 'citation frames')) return false;
    return !scanner.is(at, 'citation begins no title');
  }

  /** A capital at a sentence's beginning is no sign of a title; pages, a label or more capitals are. */
  #isPlace(group: Group): boolean {
    const [title] = group.titles;
    if (group.pages.length > 0 || group.isLabelled || group.year >= 0) return true;
    if (title === undefined) return false;
    if (title.first > this.#first) return true;
    return this.#capitals(title) > 1;
  }

  #head(head: Head): number {
    const right = this.#groups.after(head.end, this.#end, head.publisher === 'ODG');
    const isLeft = this.#pending !== null && (!this.#isJoined || this.#pending.isLabelled);
    const left = isLeft ? this.#pending : null;
    if (left === null) this.#release();
    this.#pending = null;
    this.#isJoined = false;
    const groups = [...(left === null ? [] : [left]), right];
    if (left === null && this.#isPlaceOfNext(head, right)) {
      this.#pending = right;
      return right.end;
    }
    if (head.publisher === 'FDA') return this.#ofFda(head, groups);
    if (isCited(this.#scanner, head, groups, { first: this.#first, end: this.#end })) {
      this.#drafts.push({ kind: 'guideline', head, groups });
    }
    return right.end;
  }

  /** 'Section 9792.24.2 of the California Code of Regulations': a place before the work is one of it. */
  #work(work: WorkDraft): number {
    const left = this.#isJoined ? null : this.#pending;
    const [title] = left?.titles ?? [];
    if (left !== null && title !== undefined && isAddress(this.#scanner, work.range.first)) {
      this.#pending = null;
      this.#drafts.push({ ...work, range: { first: left.first, end: work.range.end }, title });
      return work.range.end;
    }
    const isPlace = left !== null && (left.isLabelled || left.pages.length > 0) && left.end <= work.range.first;
    if (isPlace) this.#pending = null;
    this.#release();
    this.#drafts.push(
      isPlace && left !== null
        ? {
            ...work,
            range: { first: left.first, end: work.range.end },
            sections: [...left.titles, ...work.sections],
            pages: [...left.pages, ...work.pages],
          }
        : work,
    );
    return work.range.end;
  }

  /** 'The MTUS section on Bracing in the Knee Disorders Guideline': the publisher first, then the place, then the chapter. */
  #isPlaceOfNext(head: Head, { first, end }: Group): boolean {
    if (head.title !== null || head.publisher !== 'MTUS' || end === first) return false;
    if (!this.#scanner.is(end, 'citation belongs to')) return false;
    const next = this.#heads.at(withoutArticle(this.#scanner, end + 1));
    return next !== null && next.publisher === 'MTUS' && next.title !== null;
  }

  #ofFda(head: Head, [left]: readonly Group[]): number {
    const scanner = this.#scanner;
    let title = head.nameEnd;
    if (scanner.tokens.isPossessive(title)) title++;
    if (scanner.written(title) === '-') title = scanner.skip(title + 1, 'citation takes over');
    while (scanner.isSeparator(title) && title < this.#end) title++;
    title = scanner.skipAll(title, 'citation leads to a place', 3);
    const named = left?.titles[0];
    const range = {
      first: left !== undefined && named !== undefined && left.end <= head.first ? left.first : head.first,
      end: this.#end,
    };
    const isBefore = range.first < head.first && named !== undefined;
    const draft = readWork(scanner, this.#heads, range, title, 'FDA');
    if (isBefore && named !== undefined && left !== undefined) {
      const { year = -1, pages = [], sections = [] } = draft ?? {};
      this.#drafts.push({
        kind: 'work',
        source: 'FDA',
        range: { first: left.first, end: head.end },
        title: named,
        year: left.year >= 0 ? left.year : year,
        pages: [...left.pages, ...pages],
        sections,
      });
      return head.end;
    }
    if (draft === null) return head.end;
    this.#drafts.push(draft);
    return Math.max(head.end, draft.range.end);
  }

  /** A place that no guideline follows belongs to the one before, if it has pages or a label. */
  #release(): void {
    const group = this.#pending;
    this.#pending = null;
    this.#isJoined = false;
    if (group === null) return;
    const last = this.#drafts.at(-1);
    const [chapter] = group.titles;
    if (chapter !== undefined && group.year === chapter.end && (group.isLabelled || last?.kind === 'guideline')) {
      const head = {
        publisher: 'MTUS',
        first: group.first,
        end: group.year + 1,
        title: chapter,
        year: group.year,
        nameEnd: -1,
      } as const;
      this.#drafts.push({ kind: 'guideline', head, groups: [{ ...group, titles: group.titles.slice(1) }] });
    } else if (last?.kind === 'guideline' && (group.pages.length > 0 || group.isLabelled)) {
      this.#drafts[this.#drafts.length - 1] = withGroup(last, group);
    } else if (last === undefined && chapter !== undefined && this.#isBook(group, chapter)) {
      this.#drafts.push({
        kind: 'work',
        source: 'other',
        range: group,
        title: chapter,
        year: group.year,
        sections: group.titles.slice(1),
        pages: group.pages,
      });
    } else this.#loose ??= group;
  }

  /** 'Ames and Bell, Fractures in Adults, 2015': several capitals, and a year or pages. */
  #isBook({ pages, year }: Group, title: TokenRange): boolean {
    return (pages.length > 0 || year >= 0) && this.#capitals(title) >= CAPITALS_OF_BOOK;
  }

  #capitals({ first, end }: TokenRange): number {
    let capitals = 0;
    for (let at = first; at < end; at++) if (this.#scanner.tokens.isCapitalized(at)) capitals++;
    return capitals;
  }
}

const CAPITALS_OF_BOOK = 3;
