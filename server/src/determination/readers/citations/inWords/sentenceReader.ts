import type { TokenRange } from '../../../../language/reading.ts';
import { isCited } from './cited.ts';
import type { Draft, WorkDraft } from './drafts.ts';
import { withGroup } from './drafts.ts';
import { type Group, Groups } from './groups.ts';
import { type Head, Heads } from './heads.ts';
import { withoutArticle } from './items.ts';
import { endOfNumberedPlace } from './placeNames.ts';
import type { Scanner } from './scanner.ts';
import { readWork } from './workReader.ts';
import { isAddress, workAt } from './works.ts';

/** What a sentence cites. */
export interface ReadSentence {
  readonly drafts: readonly (Draft | WorkDraft)[];
  /** A place that belongs to no guideline of the sentence. */
  readonly loose: Group | null;
  /** The sentence is nothing but that place. */
  readonly isWhole: boolean;
}

/** Reads the guidelines and works that a sentence cites, with the places before and after each. */
export class SentenceReader {
  readonly #scanner: Scanner;
  readonly #first: number;
  readonly #end: number;
  readonly #heads: Heads;
  readonly #groups: Groups;
  readonly #drafts: (Draft | WorkDraft)[] = [];
  #pending: Group | null;
  /** 'and' comes after the pending group. */
  #isJoined = false;
  #loose: Group | null = null;
  #hasProse = false;
  /** The position after the last guideline that is cited. */
  #citedEnd = -1;

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
    const isOfLaw =
      this.#pending === null && scanner.is(at, 'citation part of a law') && !scanner.tokens.isCapitalized(at);
    if (isOfLaw && this.#isPartOfLaw(at)) return at + 3;
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
    if (LEADING.some((each) => scanner.is(at, each))) {
      if (this.#pending === null) this.#hasProse = true;
      return at + 1;
    }
    // 'Splints, as discussed in the …'.
    if (this.#pending !== null && this.#linksToHead(at))
      return Math.max(scanner.skip(at, 'citation links a place'), scanner.endOfCommonChapter(at));
    if (this.#isPartOfLaw(at)) return at + 2;
    this.#hasProse = true;
    this.#release();
    return at + 1;
  }

  /** 'section 9792.20 of title 8 of the Code'. */
  #isPartOfLaw(at: number): boolean {
    const scanner = this.#scanner;
    if (!scanner.is(at, 'citation part of a law') || !scanner.tokens.isFigures(at + 1)) return false;
    if (this.#pending !== null && scanner.is(at - 1, 'citation belongs to')) return true;
    // 'and title 8 of the Code'.
    const isNamed = scanner.is(at + 2, 'citation belongs to');
    return isNamed && workAt(scanner, withoutArticle(scanner, at + 3), this.#end) !== null;
  }

  #mayBegin(at: number): boolean {
    const scanner = this.#scanner;
    if (scanner.pagesAt(at, this.#end) !== null || scanner.endOfLabelWord(at) > at) return true;
    if (endOfNumberedPlace(scanner, at, this.#end) > at) return !this.#isPartOfLaw(at);
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
    if (title.first > this.#first || this.#capitals(title) > 1) return true;
    return this.#mayOpen(title) && this.#linksToHead(group.end);
  }

  /** 'Splints, in the …', 'Dry needling in the …'; not 'Judged under the …'. */
  #mayOpen({ first, end }: TokenRange): boolean {
    const scanner = this.#scanner;
    if (scanner.is(first, 'citation cites') || scanner.is(first, 'citation links a place')) return false;
    return end > first + 1 || scanner.written(end) === ',' || OF.has(scanner.written(end));
  }

  /** ', as discussed in the …', ', in the …': between a place and its guideline there is nothing else. */
  #linksToHead(at: number): boolean {
    const scanner = this.#scanner;
    let end = scanner.isSeparator(at) && scanner.written(at) !== ';' ? at + 1 : at;
    let isLinked = false;
    for (let i = 0; i < LONGEST_LINK && end < this.#end; i++) {
      if (isLinked && this.#heads.isAt(end)) return true;
      isLinked ||= scanner.is(end, 'citation belongs to') || scanner.is(end, 'citation links a place');
      const next = Math.max(
        scanner.skip(end, 'citation links a place'),
        scanner.endOfCommonChapter(end),
        ...LEADING.map((each) => scanner.skip(end, each)),
      );
      if (next === end) return false;
      end = next;
    }
    return false;
  }

  #head(head: Head): number {
    const right = this.#groups.after(head.end, this.#end, head.publisher === 'ODG' || head.title !== null);
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
    if (isCited(this.#scanner, head, groups, { first: this.#first, end: this.#end }, this.#citedEnd)) {
      this.#drafts.push({ kind: 'guideline', head, groups });
      this.#citedEnd = right.end;
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
    // 'What the College of X has to say in its Criteria': one work, with its publisher given first.
    const last = this.#drafts.at(-1);
    if (
      last?.kind === 'work' &&
      last.range.end === last.title.end &&
      this.#isOfTheSame(last.range.end, work.range.first)
    )
      this.#drafts.pop();
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

  /** '… says in its': a few words, no mark, and a word that the next is of the last. */
  #isOfTheSame(from: number, to: number): boolean {
    const scanner = this.#scanner;
    const isNear = to - from <= LONGEST_LINK && OF_THE_SAME.has(scanner.tokens.lower(to - 1));
    for (let at = from; isNear && at < to; at++) if (scanner.tokens.isMark(at)) return false;
    return isNear;
  }

  /** 'The MTUS section on Bracing in the Knee Disorders Guideline': the publisher first, then the place, then the chapter. */
  #isPlaceOfNext(head: Head, { first, end, titles }: Group): boolean {
    if (head.title !== null || head.publisher !== 'MTUS' || end === first) return false;
    // 'MTUS pp. 24-25, Postsurgical Treatment Guidelines'.
    const isLed =
      this.#scanner.is(end, 'citation belongs to') || (titles.length === 0 && this.#scanner.written(end) === ',');
    if (!isLed) return false;
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
    // 'Section 5.2 of the FDA label for …'.
    if (isBefore && left?.isLabelled === true && draft !== null) {
      const [sections, pages] = [
        [...left.titles, ...draft.sections],
        [...left.pages, ...draft.pages],
      ];
      this.#drafts.push({ ...draft, sections, pages });
      return Math.max(head.end, draft.range.end);
    }
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
const OF: ReadonlySet<string> = new Set(['of']);
const OF_THE_SAME: ReadonlySet<string> = new Set(['its', 'their']);
const LEADING = ['citation belongs to', 'citation leads to a place'] as const;
/** Entries of 'as it is set out in the'. */
const LONGEST_LINK = 9;
