import type { PlacedPassage } from '../../../../language/placed.ts';
import type { Passage, TokenRange } from '../../../../language/reading.ts';
import type { Prose } from '../../../../text/prose.ts';
import { passageOf } from '../../../language.ts';
import type { Citation } from '../../../model/determination.ts';
import { beginsWithVolume, hasOpenAuthors } from './authors.ts';
import { citationsOf, type Draft, type WorkDraft, withGroup } from './drafts.ts';
import type { Group } from './groups.ts';
import { Scanner } from './scanner.ts';
import { SentenceReader } from './sentenceReader.ts';

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
 * @param isAside it is beside printed citations: then a publisher without a chapter is not a citation of its own
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
      const { from } = scanner.prose;
      return prose.clip(from + start, from + end);
    }),
  };
}

class PartReader {
  readonly scanner: Scanner;
  readonly #drafts: (Draft | WorkDraft)[] = [];
  readonly #rest: TokenRange[] = [];
  /** A place that was given in a sentence of its own, before any guideline: 'Page(s): 46. MTUS …'. */
  #carried: Group | null = null;

  readonly #isAside: boolean;

  constructor(passage: PlacedPassage, isAside: boolean) {
    this.scanner = new Scanner(passage);
    this.#isAside = isAside;
  }

  /** The sentences of a passage; one that begins a work by its authors goes on to its year. */
  *sentences(passage: Passage): Iterable<TokenRange> {
    let open: TokenRange | null = null;
    let joined = 0;
    for (const { first, end } of passage.sentences()) {
      const whole: TokenRange = { first: open?.first ?? first, end };
      const next = { first: end, end: passage.end };
      const goesOn =
        this.#isCut(end, passage.end) || hasOpenAuthors(this.scanner, whole) || beginsWithVolume(this.scanner, next);
      open = joined < MOST_SENTENCES && goesOn ? whole : null;
      joined = open === null ? 0 : joined + 1;
      if (open === null) yield whole;
    }
    if (open !== null) yield open;
  }

  /** A page's or paragraph's end within a sentence: no stop before it, and no shout after it. */
  #isCut(end: number, limit: number): boolean {
    const { tokens } = this.scanner;
    if (end >= limit) return false;
    // 'Cal. Lab. Code section 4600'.
    if (this.scanner.endOfShortLaw(end - 2) > end) return true;
    if (STOPS.has(this.scanner.written(end - 1))) return false;
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

/** Of two or three works: authors, title, journal, year. */
const MOST_SENTENCES = 8;

const publisherOf = (draft: Draft | WorkDraft): string | null =>
  draft.kind === 'guideline' ? draft.head.publisher : null;
