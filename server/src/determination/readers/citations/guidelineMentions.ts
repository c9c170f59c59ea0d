import type { Passage, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found, type Span } from '../../../text/span.ts';
import { oncePerPassage } from '../../language.ts';
import type { CitationSource } from '../../model/determination.ts';
import { foundIn } from './citationLists.ts';
import { Heads } from './inWords/heads.ts';
import { withoutArticle } from './inWords/items.ts';
import { type PagesMark, Scanner } from './inWords/scanner.ts';
import { MTUS_CHAPTERS, OTHER_CHAPTERS, type Publisher } from './inWords/words.ts';
import { readSilence, type Silence } from './silence.ts';
import { STATE_GUIDELINES } from './silenceRows.ts';

/** A guideline named in free prose: 'the MTUS Guideline in ACOEM Chapter 11, page 261', 'the Knee chapter of the ODG'. */
export interface GuidelineMention {
  /** From the name or the pages before it to the last of chapter, year and pages that follow it. */
  readonly span: Span;
  readonly source: Extract<CitationSource, Publisher>;
  /** As printed: 'Chronic Pain', 'Low Back Complaints'. */
  readonly chapter: Found<string> | null;
  /** The 11 of 'ACOEM Chapter 11'. */
  readonly chapterNumber: Found<number> | null;
  readonly year: Found<number> | null;
  /** As printed: '335-336'. */
  readonly pages: readonly Found<string>[];
  /** The words that say it has nothing on the matter ('is silent', 'do not address'); null where it speaks. */
  readonly silence: Span | null;
  /** What it is said to be silent on, to the end of the clause; empty where that is not said, null where it is not silent. */
  readonly silentOn: Prose | null;
  /** The text gives what it says ('recommends', 'according to'), or the reviewer relies on it. */
  readonly isReliedOn: boolean;
}

/**
 * The guidelines that prose mentions, in its order. 'MTUS/ACOEM' and 'MTUS ACOEM' are one mention of the MTUS. The
 * notice after decisions about opioids, which refers everyone to a guideline, mentions none.
 */
export const findGuidelineMentions: (prose: Prose) => readonly GuidelineMention[] = oncePerPassage((passage) => {
  const scanner = new Scanner(passage);
  const names = [...passage.sentences()].flatMap((sentence) => new SentenceMentions(scanner, sentence).read());
  const silences = shareSilence(
    scanner,
    names,
    names.map((name) => readSilence(passage, scanner, name)),
  );
  return [
    ...names.map((name, i) => mentionOf(scanner, name, silences[i] ?? null, isReliedOn(passage, scanner, name))),
    ...silentState(passage, scanner, names),
  ];
});

/** The MTUS by what it is called without its name, where it is said to be silent: nothing else is read of it there. */
function silentState(
  passage: Passage,
  scanner: Scanner,
  names: readonly NamedGuideline[],
): readonly GuidelineMention[] {
  return STATE_GUIDELINES.find(passage).flatMap(({ first, end }) => {
    if (names.some((name) => name.first < end && name.end > first)) return [];
    const silence = readSilence(passage, scanner, { first, end });
    if (silence === null) return [];
    const name: NamedGuideline = { source: 'MTUS', first, end, chapter: null, number: -1, year: -1, pages: null };
    return [mentionOf(scanner, name, silence, false)];
  });
}

/** A guideline's name with what belongs to it, as positions of tokens. */
interface NamedGuideline extends TokenRange {
  readonly source: Publisher;
  readonly chapter: TokenRange | null;
  readonly number: number;
  readonly year: number;
  readonly pages: PagesMark | null;
}

class SentenceMentions {
  readonly #scanner: Scanner;
  readonly #first: number;
  readonly #end: number;
  readonly #heads: Heads;

  constructor(scanner: Scanner, { first, end }: TokenRange) {
    this.#scanner = scanner;
    this.#first = first;
    this.#end = end;
    this.#heads = new Heads(scanner, end);
  }

  read(): readonly NamedGuideline[] {
    const names: NamedGuideline[] = [];
    let pages: PagesMark | null = null;
    for (let at = this.#first; at < this.#end; ) {
      const mark = this.#scanner.pagesAt(at, this.#end);
      const name = this.#nameAt(at);
      if (name !== null && !this.#isNotice(at)) {
        const before = pages !== null && this.#belongsTo(pages.end, at) && name.pages === null ? pages : null;
        names.push(before === null ? name : { ...name, first: before.first, pages: before });
      }
      if (mark !== null) pages = mark;
      at = name?.end ?? mark?.end ?? at + 1;
    }
    return names;
  }

  #nameAt(at: number): NamedGuideline | null {
    const publisher = this.#scanner.publisherAt(at, this.#end);
    if (publisher !== null) return this.#withDetails(publisher.publisher, at, publisher.end, null);
    if (!this.#scanner.tokens.isCapitalized(at)) return null;
    const head = this.#heads.at(at);
    if (head === null || head.title === null) return null;
    // 'Chronic Pain Medical Treatment Guidelines', 'the Knee chapter of the ODG'; not 'low back complaints'.
    const isNamed = this.#scanner.is(this.#chapterEnd(at, 'MTUS'), 'citation guideline') || head.year >= 0;
    const isPublished = head.end > this.#scanner.skip(head.title.end, 'citation guideline') && head.nameEnd < 0;
    if (!isNamed && !isPublished) return null;
    const end = this.#chapterEnd(head.title.first, head.publisher);
    const chapter = end > head.title.first ? { first: head.title.first, end } : head.title;
    const named = this.#withDetails(head.publisher, at, Math.max(head.end, chapter.end), chapter);
    return named.year >= 0 ? named : { ...named, year: head.year };
  }

  /** The chapter, year, table and pages that follow a name, each at most once, in any order. */
  #withDetails(source: Publisher, first: number, nameEnd: number, title: TokenRange | null): NamedGuideline {
    const scanner = this.#scanner;
    let chapter = title;
    let number = -1;
    let year = -1;
    let pages: PagesMark | null = null;
    let end = nameEnd;
    for (let more = true; more; ) {
      more = false;
      for (const at of this.#starts(end)) {
        const numbered = number < 0 ? this.#numberAt(at) : -1;
        const named = chapter === null ? this.#chapterEnd(at, source) : -1;
        const list: PagesMark | null = pages === null ? scanner.pagesAt(at, this.#end) : null;
        const table =
          scanner.is(at, 'citation table') && scanner.tokens.isFigures(at + 1) ? this.#tableEnd(at + 1) : -1;
        const edition = year < 0 ? scanner.editionAt(at, this.#end) : null;
        if (numbered >= 0) number = numbered;
        else if (named > at) chapter = { first: at, end: named };
        else if (list !== null) pages = list;
        else if (edition !== null && edition.year >= 0) year = edition.year;
        else if (table < 0) continue;
        end =
          numbered >= 0
            ? numbered + 1
            : named > at
              ? named
              : (list?.end ?? (edition !== null && edition.year >= 0 ? edition.end : table));
        more = true;
        break;
      }
    }
    return { source, first, end, chapter, number, year, pages };
  }

  /** Where a detail may begin: right here, after a comma, after 'guidelines in the'. */
  *#starts(at: number): Iterable<number> {
    const scanner = this.#scanner;
    let from = at;
    for (let i = 0; i < 3; i++) {
      while (
        scanner.isSeparator(from) &&
        scanner.written(from) !== '(' &&
        scanner.written(from) !== '.' &&
        from < this.#end
      )
        from++;
      yield from;
      const next = scanner.skip(from, 'citation guideline');
      from =
        next > from ? next : scanner.skipAll(scanner.skip(from, 'citation belongs to'), 'citation leads to a place', 2);
    }
    yield from;
  }

  #numberAt(at: number): number {
    const scanner = this.#scanner;
    const label = scanner.skip(at, 'citation chapter');
    if (label === at) return -1;
    const number = scanner.written(label) === '.' ? label + 1 : label;
    return scanner.tokens.figures(number) > 0 && scanner.tokens.figures(number) < 100 ? number : -1;
  }

  #tableEnd(at: number): number {
    const { tokens } = this.#scanner;
    return this.#scanner.written(at + 1) === '-' && tokens.isFigures(at + 2) ? at + 3 : at + 1;
  }

  /** A chapter's known name, in any case, with 'chapter' or 'complaints' after it. */
  #chapterEnd(at: number, source: Publisher): number {
    const scanner = this.#scanner;
    if (source === 'FDA' || at >= this.#end) return -1;
    const other = scanner.endOfClass(at, OTHER_CHAPTERS);
    const mtus = source === 'ODG' ? -1 : scanner.endOfClass(at, MTUS_CHAPTERS);
    const end = Math.max(other, mtus);
    if (end > at) return scanner.skip(end, 'citation chapter noun');
    const brief = scanner.skip(at, 'citation chapter before guidelines');
    return brief > at && scanner.is(brief, 'citation guideline') ? brief : -1;
  }

  /** 'page 82 of the MTUS'. */
  #belongsTo(from: number, at: number): boolean {
    return this.#scanner.is(from, 'citation belongs to') && withoutArticle(this.#scanner, from + 1) === at;
  }

  #isNotice(at: number): boolean {
    for (let first = Math.max(this.#first, at - LONGEST_NOTICE); first < at; first++) {
      const end = this.#scanner.skip(first, 'citation notice');
      if (end > first && end >= at - 1) return true;
    }
    return false;
  }
}

const LONGEST_NOTICE = 5;

function mentionOf(
  scanner: Scanner,
  { source, first, end, chapter, number, year, pages }: NamedGuideline,
  silence: Silence | null,
  isRelied: boolean,
): GuidelineMention {
  const { prose } = scanner;
  const span = (range: TokenRange): Span => {
    const { start, end: stop } = scanner.stretch(range);
    return prose.span(start, stop);
  };
  const figures = (at: number): Found<number> | null =>
    at < 0 ? null : found(scanner.tokens.figures(at), span({ first: at, end: at + 1 }));
  return {
    span: span({ first, end }),
    source,
    chapter: chapter === null ? null : foundIn(prose, scanner.stretch(chapter)),
    chapterNumber: figures(number),
    year: figures(year),
    pages: pages?.list.pages ?? [],
    silence: silence === null ? null : span(silence.words),
    silentOn: silence?.on ?? null,
    isReliedOn: isRelied && silence === null,
  };
}

/** How far after a name what it says may be given, in characters. */
const REACH = 130;

/** 'According to the MTUS Chronic Pain and ODG Pain guidelines', 'the ODG recommends', 'it is on that page that I rely'. */
function isReliedOn(passage: Passage, scanner: Scanner, { first, end }: NamedGuideline): boolean {
  const sentence = passage.sentenceAt(first);
  const { tokens } = scanner;
  const stop = Math.min(sentence.end, tokens.from(tokens.end(end - 1) + REACH));
  for (let at = end; at < stop && scanner.written(at) !== ';'; at++) if (scanner.is(at, 'citation tells')) return true;
  const from = Math.max(sentence.first, first - FARTHEST);
  for (let at = from; at < Math.min(sentence.end, end + FARTHEST); at++) {
    if (scanner.is(at, 'citation is relied on') && isFirstPerson(scanner, at)) return true;
  }
  return isBroughtIn(scanner, first, from);
}

/** 'According to the', 'per', with nothing but names between. */
function isBroughtIn(scanner: Scanner, first: number, limit: number): boolean {
  let names = first;
  for (;;) {
    for (let at = names - 1; at >= Math.max(limit, names - LONGEST_LEAD); at--) {
      if (scanner.skip(at, 'citation brings in') === names) return true;
    }
    if (names <= limit || !isOfNames(scanner, names - 1)) return false;
    names--;
  }
}

const LONGEST_LEAD = 3;
/** In tokens: a sentence that goes on longer is a list, or a text without stops. */
const FARTHEST = 80;

const isFirstPerson = (scanner: Scanner, at: number): boolean => {
  const before = scanner.tokens.lower(at - 1);
  return before === 'i' || before === 'we';
};

const isOfNames = (scanner: Scanner, at: number): boolean =>
  scanner.tokens.isCapitalized(at) ||
  scanner.tokens.isMark(at) ||
  scanner.tokens.isFigures(at) ||
  scanner.is(at, 'citation joins') ||
  scanner.is(at, 'citation guideline') ||
  scanner.is(at, 'citation chapter') ||
  scanner.is(at, 'citation leads to a place');

/** 'The MTUS and ACOEM Guidelines do not address …': what is said of the last is said of all that are joined to it. */
function shareSilence(
  scanner: Scanner,
  names: readonly NamedGuideline[],
  silences: readonly (Silence | null)[],
): readonly (Silence | null)[] {
  const shared = [...silences];
  for (let i = names.length - 2; i >= 0; i--) {
    const [name, next] = [names[i], names[i + 1]];
    if (name === undefined || next === undefined || shared[i] !== null) continue;
    if (areJoined(scanner, name.end, next.first)) shared[i] = shared[i + 1] ?? null;
  }
  return shared;
}

const MOST_JOINTS = 5;

function areJoined(scanner: Scanner, from: number, to: number): boolean {
  if (to - from > MOST_JOINTS) return false;
  for (let at = from; at < to; at++) {
    const mark = scanner.written(at);
    const isJoint = mark === ',' || mark === '/' || scanner.is(at, 'citation joins') || JOINTS.has(mark.toLowerCase());
    if (!isJoint && !scanner.is(at, 'citation guideline')) return false;
  }
  return true;
}
const JOINTS: ReadonlySet<string> = new Set(['the', 'nor']);
