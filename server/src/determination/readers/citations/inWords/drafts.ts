import type { TokenRange } from '../../../../language/reading.ts';
import { type Found, found } from '../../../../text/span.ts';
import { type Derivation, readAs } from '../../../model/derivation.ts';
import type { Citation, CitationSource } from '../../../model/determination.ts';
import { foundIn, readList, type Stretch } from '../citationLists.ts';
import { readPublisherCitations } from '../publisherCitations.ts';
import { chooseChapter } from './chapters.ts';
import type { Group } from './groups.ts';
import type { Head } from './heads.ts';
import type { PlaceName } from './placeNames.ts';
import { isQuote, type PagesMark, type Scanner } from './scanner.ts';
import { OTHER_CHAPTERS } from './words.ts';

/** A guideline that is cited, with the groups before and after it that give a place in it. */
export interface Draft {
  readonly kind: 'guideline';
  readonly head: Head;
  readonly groups: readonly Group[];
}

/** A work of another publisher. */
export interface WorkDraft {
  readonly kind: 'work';
  readonly source: CitationSource;
  readonly range: TokenRange;
  readonly title: TokenRange;
  readonly year: number;
  readonly sections: readonly PlaceName[];
  readonly pages: readonly PagesMark[];
}

/** The citations that a draft gives: one, or of the ODG one for each of its chapters. */
export function citationsOf(scanner: Scanner, draft: Draft | WorkDraft): readonly Citation[] {
  if (draft.kind === 'work') return [ofWork(scanner, draft)];
  const { head, groups } = draft;
  const after = groups.filter(({ first }) => first >= head.end);
  const isInOrder = head.nameEnd >= 0 && after.length === groups.length && !hasLead(scanner, after);
  if (head.publisher === 'ODG' && isInOrder) return ofOdg(scanner, head, after);
  return [ofGuideline(scanner, head, groups)];
}

/** 'ODG's entry on Traction', 'the ODG's Neck Chapter at Traction': words lead to a place, and a chapter is known among the titles. */
function hasLead(scanner: Scanner, groups: readonly Group[]): boolean {
  if (groups.some(({ chapter }) => chapter !== null)) return true;
  const titles = groups.flatMap((group) => group.titles);
  if (!titles.some(({ first }) => scanner.endOfClass(first, OTHER_CHAPTERS) > 0)) return false;
  return titles.some(
    ({ first }, i) =>
      scanner.is(first - 1, 'citation place') ||
      scanner.is(first - 2, 'citation place') ||
      isQuote(scanner.written(first - 1)) ||
      (i > 0 && scanner.is(first - 1, 'citation leads to a place') && !scanner.tokens.isCapitalized(first - 1)),
  );
}

/** 'ODG, Hip & Pelvis, Arthroplasty; Knee & Leg, Bracing': divided as where the letter's own system leads to it. */
function ofOdg(scanner: Scanner, head: Head, groups: readonly Group[]): readonly Citation[] {
  const { tokens, prose } = scanner;
  const start = tokens.start(head.first);
  const last = Math.max(head.end, ...groups.map((group) => group.end));
  const possessive = tokens.isPossessive(head.nameEnd) ? head.nameEnd + 1 : head.nameEnd;
  const updated = afterUpdate(scanner, possessive, head, groups);
  // 'ODG (Pain Chapter, Compound drugs)'.
  const isBracketed = scanner.written(updated) === '(' && scanner.endOfBracket(updated, last) === last;
  const end = tokens.end(isBracketed ? last - 2 : last - 1);
  const content = scanner.skipAll(isBracketed ? updated + 1 : updated, 'citation leads to a place', 4);
  const nameEnd = content > possessive ? tokens.start(content) : tokens.end(possessive - 1);
  const derivation = readAs(prose.span(start, end), 'a guideline of the ODG');
  return readPublisherCitations(prose.slice(start, end), 'ODG', nameEnd - start).map((each) => ({
    ...each,
    derivation,
  }));
}

/** The position after ', last updated 3/1/2021:', which is no year of an edition. */
function afterUpdate(scanner: Scanner, at: number, head: Head, groups: readonly Group[]): number {
  const limit = Math.max(head.end, ...groups.map(({ end }) => end));
  const from = scanner.written(at) === ',' ? at + 1 : at;
  const update = scanner.is(from, 'citation update') ? scanner.editionAt(from, limit) : null;
  if (update === null) return at;
  return scanner.isSeparator(update.end) ? update.end + 1 : update.end;
}

function ofGuideline(scanner: Scanner, head: Head, groups: readonly Group[]): Citation {
  const { prose } = scanner;
  const { title, sections } = chooseChapter(scanner, head, groups);
  const range = groups.reduce<TokenRange>(
    (a, b) => ({ first: Math.min(a.first, b.first), end: Math.max(a.end, b.end) }),
    head,
  );
  const year = [head, ...groups].find((each) => each.year >= 0)?.year ?? -1;
  const isAdopted = head.publisher === 'ACOEM' && groups.some((each) => each.isAdopted);
  const { start, end } = scanner.stretch(range);
  const name = scanner.stretch(head);
  return {
    span: prose.span(start, end),
    source: isAdopted ? 'MTUS' : head.publisher,
    title: title === null ? found('', prose.span(name.start, name.end)) : foundIn(prose, scanner.stretch(title)),
    year: yearOf(scanner, year),
    sections: sections.flatMap((each) => namesIn(scanner, each)),
    derivation: derivationOf(scanner, head, groups),
    ...pagesOf(groups.flatMap(({ pages }) => pages)),
  };
}

function derivationOf(scanner: Scanner, head: Head, groups: readonly Group[]): Derivation {
  const span = (range: TokenRange) => {
    const { start, end }: Stretch = scanner.stretch(range);
    return scanner.prose.span(start, end);
  };
  return {
    reasons: [
      { span: span(head), as: head.title === null ? 'a publisher of guidelines' : 'a guideline', row: null },
      ...groups
        .filter(({ first, end }) => end > first)
        .map((group) => ({ span: span(group), as: 'a place in it', row: null })),
    ],
    reckoning: null,
  };
}

const namesIn = (scanner: Scanner, range: TokenRange): readonly Found<string>[] =>
  readList(scanner.prose, scanner.stretch(range), 'exported');

function pagesOf(marks: readonly PagesMark[]): Pick<Citation, 'pages' | 'pagesInDocument'> {
  return {
    pages: marks.flatMap(({ list }) => list.pages),
    pagesInDocument: marks.find(({ list }) => list.pagesInDocument !== null)?.list.pagesInDocument ?? null,
  };
}

function yearOf(scanner: Scanner, year: number): Found<number> | null {
  if (year < 0) return null;
  const { start, end } = scanner.stretch({ first: year, end: year + 1 });
  return found(scanner.tokens.figures(year), scanner.prose.span(start, end));
}

function placeOf(scanner: Scanner, place: PlaceName): Found<string> {
  const name = foundIn(scanner.prose, scanner.stretch(place));
  return place.subdivision === '' ? name : found(`${name.value}${place.subdivision}`, name.span);
}

function ofWork(scanner: Scanner, { source, range, title, year, sections, pages }: WorkDraft): Citation {
  const { start, end } = scanner.stretch(range);
  const span = scanner.prose.span(start, end);
  return {
    span,
    source,
    title: foundIn(scanner.prose, scanner.stretch(title)),
    year: yearOf(scanner, year),
    sections: sections.map((each) => placeOf(scanner, each)),
    derivation: readAs(span, 'a work of another publisher'),
    ...pagesOf(pages),
  };
}

/** A guideline with one more place in it. */
export const withGroup = ({ head, groups }: Draft, group: Group): Draft => ({
  kind: 'guideline',
  head,
  groups: [...groups, group],
});
